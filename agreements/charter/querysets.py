"""Every way collaborations, parties and the people who act in them are read."""

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from agreements.charter.states import PartyState
from collabgov.kit.periods import holds_on, year_before


class CollaborationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Collaborations in which the user takes part today; admins and auditors see all.

        Taking part is a fact: the organization is an active party, or a dated row names the
        person as coordinator or representative.
        """
        if not user.is_authenticated:
            return self.none()
        return self if user.is_admin or user.is_auditor else self.joined_by(user)

    def joined_by(self, user):
        """Collaborations in which the user takes part today, whatever their site role."""
        return self.filter(
            Q(pk__in=self._as_party(user))
            | Q(pk__in=self._as_coordinator(user))
            | Q(pk__in=self._as_representative(user))
        )

    def _as_party(self, user):
        if user.organization_id is None:
            return []
        return self._ids().filter(
            holds_on(prefix="parties__"),
            parties__organization_id=user.organization_id,
            parties__state=PartyState.ACTIVE,
        )

    def _as_coordinator(self, user):
        if user.person_id is None:
            return []
        return self._ids().filter(
            holds_on(prefix="coordinators__"), coordinators__person_id=user.person_id
        )

    def _as_representative(self, user):
        if user.person_id is None:
            return []
        return self._ids().filter(
            holds_on(prefix="parties__"),
            holds_on(prefix="parties__representatives__"),
            parties__state=PartyState.ACTIVE,
            parties__representatives__person_id=user.person_id,
        )

    def _ids(self):
        return self.model.objects.order_by().values("pk")

    def coordinated_by(self, user):
        """Collaborations that the user runs today."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(pk__in=self._as_coordinator(user))

    def for_list(self):
        return self.select_related("initiator").order_by("title", "pk")


class OfCollaborationQuerySet(models.QuerySet):
    """Rows that belong to one collaboration: seen by whoever sees the collaboration."""

    collaboration_path = "collaboration"

    def visible_to(self, user):
        seen = apps.get_model("agreements", "Collaboration").objects.visible_to(user)
        return self.filter(**{f"{self.collaboration_path}__in": seen})


class PartyQuerySet(OfCollaborationQuerySet):
    def current(self, *, today=None):
        """Parties that take part on that day."""
        return self.filter(holds_on(today), state=PartyState.ACTIVE)

    def for_list(self):
        return self.select_related("organization").order_by("organization__name", "pk")


class DatedRoleQuerySet(OfCollaborationQuerySet):
    def current(self, *, today=None):
        return self.filter(holds_on(today))

    def for_list(self):
        return self.select_related("person").order_by("-starts_on", "pk")


class RepresentativeQuerySet(DatedRoleQuerySet):
    collaboration_path = "party__collaboration"


class CycleQuerySet(OfCollaborationQuerySet):
    def on(self, day):
        """The cycle that holds this day, if any."""
        return self.filter(Q(starts_on__lte=day, ends_on__gte=day))


class ChangeQuerySet(OfCollaborationQuerySet):
    """Lines of a history, newest first, with who made them."""

    def for_list(self):
        return self.select_related("made_by__person").order_by("-made_at", "-pk")


class PartyChangeQuerySet(ChangeQuerySet):
    collaboration_path = "party__collaboration"

    def for_list(self):
        return super().for_list().select_related("party__organization")


def current_cycle_start(*, today=None, of="collaboration"):
    """The first day that counts in statistics of the row's collaboration, as an expression.

    It is where the current cycle starts; without one, the same day a year ago.
    """
    day = today or timezone.localdate()
    cycles = apps.get_model("agreements", "Cycle").objects.on(day)
    mine = cycles.filter(collaboration=OuterRef(of)).values("starts_on")[:1]
    return Coalesce(Subquery(mine), Value(year_before(day)))
