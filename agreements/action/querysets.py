"""Every way commitments are read."""

from datetime import timedelta

from django.apps import apps
from django.db.models import (
    BooleanField,
    Case,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.utils import timezone

from agreements.action.states import CLOSED, COUNTED, OPEN, OWED, CommitmentState
from agreements.charter.querysets import OfCollaborationQuerySet, current_cycle_start
from agreements.charter.states import PartyState
from agreements.engagement.querysets.agenda import on_secret_topic
from collabgov.kit.periods import holds_on

KEPT_ON_TIME = Q(state=CommitmentState.CONFIRMED, reported_done_on__lte=F("original_due_on"))
SEARCH_WORDS = 8
LATELY_DAYS = 30
NEW_DAYS = 7


def is_late(*, today=None):
    """The condition of an overdue promise: owed, and its due date has passed."""
    return Q(state__in=OWED, due_on__lt=today or timezone.localdate())


def is_due_within(days, *, today=None):
    """The condition of a promise owed that falls due in the next days, today included."""
    day = today or timezone.localdate()
    return Q(state__in=OWED, due_on__range=(day, day + timedelta(days=days)))


def is_judged(*, today=None):
    """The condition of the promises that every "kept on time" figure is read from.

    Counted, the first due date has passed, and that was in the collaboration's current cycle.
    """
    day = today or timezone.localdate()
    return Q(
        state__in=COUNTED,
        original_due_on__lt=day,
        original_due_on__gte=current_cycle_start(today=day),
    )


class CommitmentQuerySet(OfCollaborationQuerySet):
    def open(self):
        """Promises not yet fulfilled, answered or given up."""
        return self.filter(state__in=OPEN)

    def owed(self):
        """Promises accepted and not yet reported done."""
        return self.filter(state__in=OWED)

    def counted(self):
        """Promises that count in every statistic: accepted once, not declined, not cancelled."""
        return self.filter(state__in=COUNTED)

    def current(self, *, today=None):
        """Everything that still moves, and what was kept or not in the last thirty days."""
        since = (today or timezone.localdate()) - timedelta(days=LATELY_DAYS)
        ended = Q(state__in=[CommitmentState.CONFIRMED, CommitmentState.NOT_KEPT])
        moves = Q(state__in=[*OPEN, CommitmentState.REPORTED_DONE])
        return self.filter(moves | (ended & Q(due_on__gte=since)))

    def overdue(self, *, today=None):
        return self.filter(is_late(today=today))

    def due_within(self, days, *, today=None):
        return self.filter(is_due_within(days, today=today))

    def kept_on_time(self):
        """Confirmed, and done by the date first promised."""
        return self.filter(KEPT_ON_TIME)

    def fell_due(self, *, today=None, since=None):
        """Counted promises whose first promised date has passed: the ones trust is read from."""
        due = self.counted().filter(original_due_on__lt=today or timezone.localdate())
        return due.filter(original_due_on__gte=since) if since else due

    def judged(self, *, today=None):
        return self.filter(is_judged(today=today))

    def of_person(self, person):
        return self.filter(person=person) if person else self.none()

    def mine(self, user):
        """Promises that name the user's person as the one responsible."""
        return self.of_person(user.person_id)

    def ours(self, user):
        """Promises of the user's organization, and of those the user speaks for."""
        own = Q(organization_id=user.organization_id) if user.organization_id else Q(pk=None)
        return self.filter(own | _spoken_for(user))

    def waiting_for(self, user):
        """Promises that need a word of the user's: not answered, or by another on behalf."""
        changes = apps.get_model("agreements", "CommitmentChange").objects.order_by()
        own = changes.filter(commitment=OuterRef("pk"), is_on_behalf=True, made_by=user)
        return self.filter(
            Q(state=CommitmentState.PROPOSED) | (Q(is_answered_on_behalf=True) & ~Exists(own)),
            _spoken_for(user),
        )

    def updatable_by(self, user):
        """Owed promises whose progress is the user's to tell: theirs, or their organization's."""
        if user.is_auditor:
            return self.none()
        return self.owed().filter(
            _of_own_party(user)
            | _spoken_for(user)
            | (_named(user) & Q(collaboration__in=_coordinated(user)))
        )

    def not_updated_since(self, moment):
        updates = apps.get_model("agreements", "ProgressUpdate").objects.order_by()
        return self.exclude(Exists(updates.filter(commitment=OuterRef("pk"), made_at__gte=moment)))

    def not_told_by(self, user, *, since):
        """Leave out what this user already spoke about: a form that is sent twice saves once."""
        told = {"commitment": OuterRef("pk"), "made_by": user, "made_at__gte": since}
        updates = apps.get_model("agreements", "ProgressUpdate").objects.order_by()
        changes = apps.get_model("agreements", "CommitmentChange").objects.order_by()
        reports = changes.filter(to_state=CommitmentState.REPORTED_DONE, **told)
        return self.exclude(Exists(updates.filter(**told)) | Exists(reports))

    def search(self, text):
        """Promises that have every word of the text in code, promise or organization."""
        found = self
        for word in text.split()[:SEARCH_WORDS]:
            found = found.filter(
                Q(promise__icontains=word)
                | Q(code__icontains=word)
                | Q(organization__name__icontains=word)
                | Q(organization__short_name__icontains=word)
            )
        return found

    def with_standing(self, *, today=None):
        """Annotate `late_since`: the due date when it has passed and the promise is owed."""
        return self.annotate(
            late_since=Case(
                When(is_late(today=today), then=F("due_on")),
                default=Value(None),
                output_field=DateField(),
            )
        )

    def with_help(self):
        """Annotate `asks_for_help`: owed, and the newest word on its progress asks for help."""
        return self.annotate(
            asks_for_help=Case(
                When(state__in=OWED, then=Subquery(_newest_update().values("needs_help")[:1])),
                default=Value(False),
                output_field=BooleanField(),
            )
        )

    def with_secrecy(self):
        """Annotate `is_confidential`: it was promised on a decision that stays inside."""
        return self.annotate(is_confidential=on_secret_topic("decision__"))

    def needing_help(self):
        """Promises that ask for help, with `asked_at`: when they did."""
        asked_at = Subquery(_newest_update().values("made_at")[:1])
        return self.with_help().filter(asks_for_help=True).annotate(asked_at=asked_at)

    def with_newness(self, *, today=None):
        """Annotate `is_new`: another organization recorded it in the last days.

        Sample data was written down in one go: there the day of the promise counts.
        """
        since = (today or timezone.localdate()) - timedelta(days=NEW_DAYS)
        lately = Q(is_sample=False, created_at__date__gte=since)
        lately |= Q(is_sample=True, made_on__gte=since)
        return self.annotate(
            is_new=Case(
                When(recorded_by__organization=F("organization"), then=Value(False)),
                When(lately, then=Value(True)),
                default=Value(False),
                output_field=BooleanField(),
            )
        )

    def for_list(self):
        return (
            self.with_standing()
            .with_help()
            .with_secrecy()
            .select_related(
                "organization", "person", "collaboration", "meeting", "clause__agreement"
            )
            .defer("clause__words")
            .order_by("due_on", "pk")
        )

    def live_first(self):
        """What still moves, the most urgent on top; then what is settled, newest on top."""
        is_closed = Q(state__in=CLOSED)
        return self.alias(
            is_closed=Case(
                When(is_closed, then=Value(True)),
                default=Value(False),
                output_field=BooleanField(),
            ),
            live_due=Case(When(~is_closed, then=F("due_on"))),
        ).order_by("is_closed", "live_due", "-due_on", "pk")

    def for_page(self):
        return (
            self.with_help()
            .with_secrecy()
            .select_related(
                "collaboration",
                "organization",
                "person",
                "meeting",
                "decision__meeting",
                "clause__agreement",
                "recorded_by__person",
                "recorded_by__organization",
                "confirmed_by__person",
                "confirmed_by__organization",
            )
        )


class HistoryQuerySet(OfCollaborationQuerySet):
    """Lines about a commitment: its moves, new dates, progress."""

    collaboration_path = "commitment__collaboration"

    def for_list(self):
        who = self.select_related("made_by__person", "made_by__organization")
        return who.order_by("-made_at", "-pk")


def _newest_update():
    updates = apps.get_model("agreements", "ProgressUpdate").objects
    return updates.filter(commitment=OuterRef("pk")).order_by("-made_at", "-pk")


def _named(user):
    return Q(person_id=user.person_id) if user.person_id else Q(pk=None)


def _coordinated(user):
    return apps.get_model("agreements", "Collaboration").objects.coordinated_by(user)


def _of_own_party(user):
    """The promise is the user's organization's, which takes part in the collaboration today."""
    if user.organization_id is None:
        return Q(pk=None)
    parties = apps.get_model("agreements", "Party").objects.current()
    own = parties.filter(organization_id=user.organization_id)
    return Q(
        organization_id=user.organization_id,
        collaboration__in=own.order_by().values("collaboration"),
    )


def _spoken_for(user):
    """The user speaks today for the organization that promised, in that collaboration."""
    if user.person_id is None:
        return Q(pk=None)
    rows = apps.get_model("agreements", "Representative").objects.current()
    return Q(
        Exists(
            rows.filter(
                holds_on(prefix="party__"),
                person_id=user.person_id,
                party__state=PartyState.ACTIVE,
                party__collaboration=OuterRef("collaboration"),
                party__organization=OuterRef("organization"),
            ).order_by()
        )
    )
