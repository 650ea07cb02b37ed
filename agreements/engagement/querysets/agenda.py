"""Every way topics of meetings are read, and the threads that run through them."""

from django.apps import apps
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone

from agreements.engagement.discovery_kinds import QuestionState
from agreements.engagement.querysets.meetings import OfMeetingQuerySet
from agreements.engagement.states import OPEN_DECISION, MeetingState

BY_DAY = ("-meeting__held_on", "-meeting__starts_at", "-meeting_id")


class AgendaItemQuerySet(OfMeetingQuerySet):
    def for_list(self):
        decisions = apps.get_model("agreements", "Decision").objects.with_secrecy()
        questions = apps.get_model("agreements", "Question").objects.with_secrecy()
        return (
            self.select_related("presenter")
            .prefetch_related(Prefetch("decisions", decisions), Prefetch("question", questions))
            .order_by("position", "pk")
        )

    def with_raised(self):
        """With the questions that were raised on each topic."""
        questions = apps.get_model("agreements", "Question").objects.with_secrecy()
        return self.prefetch_related(Prefetch("questions_raised", questions))

    def threads_of(self, collaboration_id, threads):
        """Those of the threads that run through meetings of the collaboration."""
        if not threads:
            return set()
        rows = self.filter(meeting__collaboration=collaboration_id, thread__in=threads)
        return set(rows.order_by().values_list("thread", flat=True))

    def threads_about(self, collaboration_id, questions):
        """The latest thread that is about each of the questions, by the question's id."""
        rows = self.filter(meeting__collaboration=collaboration_id, question__in=questions)
        pairs = rows.order_by("meeting__held_on", "meeting_id", "pk")
        return dict(pairs.values_list("question", "thread")) if questions else {}

    def closed_threads(self, threads):
        """Those of the threads that somebody closed."""
        rows = self.filter(thread__in=threads).exclude(closed_at=None)
        return set(rows.order_by().values_list("thread", flat=True))

    def open_topics(self, collaboration):
        """Of each topic of the collaboration that nobody closed, its latest item."""
        here = self.filter(meeting__collaboration=collaboration)
        latest = here.order_by("thread", *BY_DAY).distinct("thread")
        closed = here.exclude(closed_at=None).order_by().values("thread")
        rows = self.filter(pk__in=latest.values("pk")).exclude(thread__in=closed)
        return rows.select_related("meeting").order_by(*BY_DAY, "position")

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
        """Topics that wait for an answer: to an open question, or on a decision put forward."""
        is_asked = (
            Q(question__state=QuestionState.OPEN)
            | Q(questions_raised__state=QuestionState.OPEN)
            | Q(decisions__was_put_forward=True, decisions__state__in=OPEN_DECISION)
        )
        return self.filter(is_asked, meeting__collaboration=collaboration).order_by()

    def carried_to(self, collaboration, *, series=None, meeting=None, today=None):
        """The topics that follow to the next meeting: of each open thread its latest item.

        A thread follows the series that it was discussed in; without one, or when that series is
        over, the meetings without a series. It is open while its latest item says so, or its
        question is not answered or its decision not made (`is_asked`); and when that meeting of a
        series was cancelled, or its day passed and nobody held it. What a cancelled meeting says
        counts only where no other took the topic up. What is on the agenda of `meeting` is left
        out.
        """
        together = self.filter(meeting__collaboration=collaboration)
        inside = together.filter(
            Q(meeting__series=series) if series else of_no_series("meeting", today=today)
        )
        if meeting:
            inside = inside.exclude(thread__in=self.filter(meeting=meeting).values("thread"))
        latest = (
            together.filter(thread__in=inside.order_by().values("thread"))
            .annotate(is_off=Q(meeting__state=MeetingState.CANCELLED))
            .order_by("thread", "is_off", *BY_DAY)
            .distinct("thread")
        )
        closed = together.exclude(closed_at=None).order_by().values("thread")
        rows = self.filter(pk__in=latest.values("pk")).exclude(thread__in=closed)
        rows = rows.annotate(
            is_asked=Q(thread__in=self.asked_openly(collaboration).values("thread"))
        )
        rows = rows.filter(_goes_on(today) | Q(is_asked=True))
        return rows.select_related("meeting", "presenter", "question").order_by(
            "meeting__held_on", "meeting_id", "position"
        )


def of_no_series(meeting, *, today=None):
    """What belongs to no series, or to one that is over: it has no next meeting to follow to."""
    today = today or timezone.localdate()
    over = Q(**{f"{meeting}__series__ended_on__lte": today})
    over |= Q(**{f"{meeting}__series__last_on__lt": today})
    return Q(**{f"{meeting}__series": None}) | over


def _goes_on(today):
    """Marked as open, or left over from a meeting of a series that did not take place."""
    never_held = Q(
        meeting__state=MeetingState.PLANNED, meeting__held_on__lt=today or timezone.localdate()
    )
    left_over = Q(meeting__state=MeetingState.CANCELLED) | never_held
    return Q(is_open=True) | (Q(meeting__series__isnull=False) & left_over)


def on_secret_topic(decision=""):
    """Whether a decision stands on a topic that any meeting marked as confidential.

    Args:
        decision: the way to the decision from the rows that are asked, with its underscores.
    """
    items = apps.get_model("agreements", "AgendaItem").objects.order_by()
    topic = f"{decision}agenda_item__"
    return Exists(items.filter(thread=OuterRef(f"{topic}thread"), is_confidential=True))


def on_secret_question(question=""):
    """Whether a question was raised on a confidential topic, or such a topic is about it.

    Args:
        question: the way to the question from the rows that are asked, with its underscores.
    """
    items = apps.get_model("agreements", "AgendaItem").objects.order_by()
    about = items.filter(question=OuterRef(f"{question}pk"), is_confidential=True)
    return on_secret_topic(question) | Exists(about)
