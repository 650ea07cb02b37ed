"""Every way commitments are read."""

from datetime import timedelta

from django.db.models import Case, DateField, F, Q, Value, When
from django.utils import timezone

from agreements.action.states import COUNTED, OPEN, OWED, CommitmentState
from agreements.charter.querysets import OfCollaborationQuerySet, current_cycle_start

KEPT_ON_TIME = Q(state=CommitmentState.CONFIRMED, reported_done_on__lte=F("original_due_on"))


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

    def with_standing(self, *, today=None):
        """Annotate `late_since`: the due date when it has passed and the promise is owed."""
        return self.annotate(
            late_since=Case(
                When(is_late(today=today), then=F("due_on")),
                default=Value(None),
                output_field=DateField(),
            )
        )

    def for_list(self):
        return (
            self.with_standing()
            .select_related("organization", "person", "collaboration", "meeting")
            .order_by("due_on", "pk")
        )
