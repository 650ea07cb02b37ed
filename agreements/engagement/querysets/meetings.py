"""Every way meetings, attendance and agenda items are read."""

from datetime import timedelta
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone

from agreements.charter.querysets import OfCollaborationQuerySet
from agreements.charter.states import CollaborationState
from agreements.engagement.kinds import Answer, Word
from agreements.engagement.states import TOOK_PLACE, MeetingState
from collabgov.kit.forms import own_submission


def _speaking(user):
    """The rows that say whom this user speaks for today."""
    rows = apps.get_model("agreements", "Representative").objects.current()
    return rows.filter(person_id=user.person_id, person__isnull=False)


def minutes_asked_now():
    """The answers to what a meeting asks about its minutes now, as a subquery of meetings."""
    answers = apps.get_model("agreements", "MinutesAnswer").objects.asked_now()
    return answers.filter(minutes__meeting=OuterRef("pk"))


class MeetingQuerySet(OfCollaborationQuerySet):
    def with_invitation(self, user, *, today=None):
        """Annotate `invited`: the invitation that this user answers, their own before the office's.

        As plain values beside the row, so that a page asks for its meetings once.
        """
        rows = apps.get_model("agreements", "Attendance").objects.filter(meeting=OuterRef("pk"))
        mine = rows.answerable_by(user, today=today).alias(is_own=Q(person_id=user.person_id))
        facts = {
            "pk": "pk",
            "answer": "answer",
            "name": "organization__name",
            "short_name": "organization__short_name",
        }
        first = mine.order_by("-is_own", "pk").values(facts=JSONObject(**facts))
        return self.annotate(invited=Subquery(first[:1]))

    def took_place(self):
        return self.filter(state__in=TOOK_PLACE)

    def minutes_to_finish(self, *, today=None):
        """Those whose shared minutes wait for the coordinator, and for no party's word any more.

        Somebody wants a reply, or everybody has answered, or the day to answer has passed; or
        adopted minutes are being corrected.
        """
        asked = minutes_asked_now()
        has_time = Q(minutes__answer_by__gte=today or timezone.localdate())
        unsaid = Q(word=Word.SILENT) | Q(is_on_behalf=True)
        versions = apps.get_model("agreements", "MinutesVersion").objects
        return (
            self.filter(Exists(versions.filter(meeting=OuterRef("pk"))))
            .filter(state=MeetingState.MINUTES_SHARED)
            .filter(Exists(asked.unreplied()) | ~Exists(asked.filter(has_time, unsaid)))
            .exclude(collaboration__state=CollaborationState.CLOSED)
        )

    def upcoming(self, *, today=None):
        return self.filter(state=MeetingState.PLANNED, held_on__gte=today or timezone.localdate())

    def next_of(self, collaboration, *, until=None, **narrow):
        """The number of the meeting that comes next, among those planned until a day."""
        rows = self.upcoming().filter(collaboration=collaboration, **narrow)
        rows = rows.filter(held_on__lte=until) if until else rows
        return rows.order_by("held_on", "starts_at", "pk").values_list("pk", flat=True).first()

    def behind(self, *, today=None):
        """All that is not upcoming: held, cancelled, or planned for a day that has passed."""
        ahead = Q(state=MeetingState.PLANNED, held_on__gte=today or timezone.localdate())
        return self.exclude(ahead)

    def in_month(self, month):
        return self.filter(held_on__year=month.year, held_on__month=month.month)

    def attended_by(self, organization_id):
        rows = self.model.objects.filter(
            attendances__organization=organization_id, attendances__is_present=True
        )
        return self.filter(pk__in=rows.order_by().values("pk"))

    def mentioning(self, text):
        """Every word somewhere in title, place, notes, topics or decisions."""
        found = self
        for word in text.split()[:8]:
            rows = self.model.objects.filter(
                Q(title__icontains=word)
                | Q(place__icontains=word)
                | Q(notes__icontains=word)
                | Q(agenda_items__topic__icontains=word)
                | Q(decisions__text__icontains=word)
            )
            found = found.filter(pk__in=rows.order_by().values("pk"))
        return found

    def past(self, *, today=None):
        return self.filter(held_on__lte=today or timezone.localdate())

    def with_present_organizations(self):
        """Annotate `present_organizations`: how many organizations were in the room."""
        return self.annotate(
            present_organizations=Count(
                "attendances__organization", distinct=True, filter=Q(attendances__is_present=True)
            )
        )

    def for_list(self):
        return (
            self.with_present_organizations()
            .select_related("collaboration", "series")
            .order_by("-held_on", "-starts_at", "-pk")
        )

    def awaiting_record(self, collaboration, *, today=None):
        """The meeting planned for today or the last two weeks that nobody has logged yet."""
        today = today or timezone.localdate()
        days = (today - timedelta(days=14), today)
        rows = self.filter(
            collaboration=collaboration, state=MeetingState.PLANNED, held_on__range=days
        )
        return rows.order_by("-held_on", "-pk").first()

    def made_by_form(self, submission_id):
        """The meeting that a form made, or None; nonsense is no form."""
        try:
            return self.filter(submission_id=UUID(str(submission_id))).first()
        except ValueError:
            return None

    def logged_with(self, submission_id, user):
        """The meeting that this user's form made; somebody else's with the same id is none."""
        ids = (submission_id, own_submission(submission_id, user))
        return self.filter(logged_by=user, submission_id__in=ids).order_by("pk").first()

    def last_of(self, collaboration):
        """The meeting that a new form is filled from: the last one held, else the next planned."""
        return (
            self.filter(collaboration=collaboration)
            .exclude(state=MeetingState.CANCELLED)
            .alias(is_ahead=Q(state=MeetingState.PLANNED))
            .order_by("is_ahead", "-held_on", "-starts_at", "-pk")
            .first()
        )


class OfMeetingQuerySet(OfCollaborationQuerySet):
    collaboration_path = "meeting__collaboration"


class AttendanceQuerySet(OfMeetingQuerySet):
    def present(self):
        return self.filter(is_present=True)

    def tally_of_answers(self):
        """How many said yes, no, perhaps, and nothing."""
        return self.aggregate(
            yes=Count("pk", filter=Q(answer=Answer.YES)),
            no=Count("pk", filter=Q(answer=Answer.NO)),
            maybe=Count("pk", filter=Q(answer=Answer.MAYBE)),
            silent=Count("pk", filter=Q(answer="")),
        )

    def answerable_by(self, user, *, today=None):
        """Invitations to planned meetings that this user answers, for themself or their office."""
        if user.is_auditor or (user.person_id is None and user.organization_id is None):
            return self.none()
        spoken_for = Q(representatives__in=_speaking(user))
        home = Q(organization_id=user.organization_id, organization__isnull=False)
        parties = apps.get_model("agreements", "Party").objects.current().filter(home | spoken_for)
        here = parties.filter(
            collaboration=OuterRef("meeting__collaboration"),
            organization=OuterRef("organization"),
        )
        me = Q(person_id=user.person_id, person__isnull=False)
        rows = self.filter(me | Exists(here)).exclude(
            meeting__collaboration__state=CollaborationState.CLOSED
        )
        return rows.filter(
            meeting__state=MeetingState.PLANNED,
            meeting__held_on__gte=today or timezone.localdate(),
        )

    def for_list(self):
        return self.select_related("organization", "person").order_by(
            "organization__name", "person__full_name", "pk"
        )


class MeetingDraftQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A draft is its writer's alone, whatever their role."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def for_list(self):
        return self.select_related("meeting").order_by("-updated_at", "-pk")
