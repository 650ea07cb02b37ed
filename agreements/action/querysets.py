"""Every way commitments are read."""

from datetime import timedelta

from django.db.models import Case, DateField, F, Q, Value, When
from django.utils import timezone

from agreements.action.states import COUNTED, OPEN, OWED, CommitmentState
from agreements.charter.querysets import OfCollaborationQuerySet, current_cycle_start

KEPT_ON_TIME = Q(state=CommitmentState.CONFIRMED, reported_done_on__lte=F("original_due_on"))


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
        return self.owed().filter(due_on__lt=today or timezone.localdate())

    def due_within(self, days, *, today=None):
        day = today or timezone.localdate()
        return self.owed().filter(due_on__range=(day, day + timedelta(days=days)))

    def kept_on_time(self):
        """Confirmed, and done by the date first promised."""
        return self.filter(KEPT_ON_TIME)

    def fell_due(self, *, today=None, since=None):
        """Counted promises whose first promised date has passed: the ones trust is read from."""
        due = self.counted().filter(original_due_on__lt=today or timezone.localdate())
        return due.filter(original_due_on__gte=since) if since else due

    def judged(self, *, today=None):
        """The promises that every "kept on time" figure is read from: due in the current cycle."""
        first_day = current_cycle_start(today=today)
        return self.fell_due(today=today).filter(original_due_on__gte=first_day)

    def of_person(self, person):
        return self.filter(person=person) if person else self.none()

    def with_standing(self, *, today=None):
        """Annotate `late_since`: the due date when it has passed and the promise is owed."""
        late = Q(state__in=OWED, due_on__lt=today or timezone.localdate())
        return self.annotate(
            late_since=Case(
                When(late, then=F("due_on")), default=Value(None), output_field=DateField()
            )
        )

    def for_list(self):
        return (
            self.with_standing()
            .select_related("organization", "person", "collaboration", "meeting")
            .order_by("due_on", "pk")
        )
