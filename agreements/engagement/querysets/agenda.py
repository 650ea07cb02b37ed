"""Every way topics of meetings are read, and the threads that run through them."""

from django.db.models import Q
from django.utils import timezone

from agreements.engagement.discovery_kinds import QuestionState
from agreements.engagement.querysets.meetings import OfMeetingQuerySet
from agreements.engagement.states import MeetingState

BY_DAY = ("-meeting__held_on", "-meeting__starts_at", "-meeting_id")


class AgendaItemQuerySet(OfMeetingQuerySet):
    def for_list(self):
        return (
            self.select_related("presenter")
            .prefetch_related("decisions")
            .order_by("position", "pk")
        )

    def threads_of(self, collaboration_id, threads):
        """Those of the threads that run through meetings of the collaboration."""
        if not threads:
            return set()
        rows = self.filter(meeting__collaboration=collaboration_id, thread__in=threads)
        return set(rows.order_by().values_list("thread", flat=True))

    def closed_threads(self, threads):
        """Those of the threads that somebody closed."""
        rows = self.filter(thread__in=threads).exclude(closed_at=None)
        return set(rows.order_by().values_list("thread", flat=True))

    def after(self, meeting):
        """Topics of later meetings, the next one first."""
        later = Q(meeting__held_on__gt=meeting.held_on) | Q(
            meeting__held_on=meeting.held_on, meeting__gt=meeting.pk
        )
        rows = self.filter(later, meeting__collaboration=meeting.collaboration_id)
        return rows.select_related("meeting").order_by("meeting__held_on", "meeting_id")

    def of_threads(self, collaboration, threads):
        """What each meeting of the collaboration did on these topics, the latest first."""
        return (
            self.filter(meeting__collaboration=collaboration, thread__in=threads)
            .select_related("meeting")
            .prefetch_related("decisions")
            .order_by(*BY_DAY)
        )

    def asked_openly(self, collaboration):
        """Topics that are about an open question, or on which one was raised."""
        is_asked = Q(question__state=QuestionState.OPEN) | Q(
            questions_raised__state=QuestionState.OPEN
        )
        return self.filter(is_asked, meeting__collaboration=collaboration).order_by()

    def carried_to(self, collaboration, *, series=None, meeting=None, today=None):
        """The topics that follow to the next meeting: of each open thread its latest item.

        A thread follows the series that it was discussed in, or the meetings without one. It is
        open while its latest item says so, or a question raised on it is not answered; and when
        that meeting of a series was cancelled, or its day passed and nobody held it.
        What is on the agenda of `meeting` is left out.
        """
        inside = self.filter(meeting__collaboration=collaboration, meeting__series=series)
        if meeting:
            inside = inside.exclude(thread__in=self.filter(meeting=meeting).values("thread"))
        latest = (
            self.filter(
                meeting__collaboration=collaboration, thread__in=inside.order_by().values("thread")
            )
            .order_by("thread", *BY_DAY)
            .distinct("thread")
        )
        asked = self.asked_openly(collaboration).values("thread")
        goes_on = _goes_on(today) | Q(thread__in=asked)
        rows = self.filter(goes_on, pk__in=latest.values("pk"), closed_at=None)
        return rows.select_related("meeting", "presenter").order_by(
            "meeting__held_on", "meeting_id", "position"
        )


def _goes_on(today):
    """Marked as open, or left over from a meeting of a series that did not take place."""
    never_held = Q(
        meeting__state=MeetingState.PLANNED, meeting__held_on__lt=today or timezone.localdate()
    )
    left_over = Q(meeting__state=MeetingState.CANCELLED) | never_held
    return Q(is_open=True) | (Q(meeting__series__isnull=False) & left_over)
