"""Every way collaborations, parties and the people who act in them are read."""

from django.apps import apps
from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, NullIf, TruncDate
from django.utils import timezone

from agreements.charter.states import CollaborationState, PartyState
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

    def search(self, text):
        """Every word stands in the title, the purpose or the name of somebody who takes part."""
        found = self
        for word in text.split()[:8]:
            parties = apps.get_model("agreements", "Party").objects.named(word)
            found = found.filter(
                Q(title__icontains=word)
                | Q(purpose__icontains=word)
                | Q(initiator__name__icontains=word)
                | Exists(parties.filter(collaboration=OuterRef("pk")))
            )
        return found

    def with_party_count(self, *, today=None):
        """Annotate `party_count`: organizations that take part on that day."""
        there = holds_on(today, "parties__") & Q(parties__state=PartyState.ACTIVE)
        return self.annotate(party_count=Count("parties", filter=there, distinct=True))

    def for_list(self):
        return self.select_related("initiator").order_by("title", "pk")

    def for_cards(self, *, today=None):
        """With what a card shows; closed ones come last."""
        coordinators = apps.get_model("agreements", "Coordinator").objects
        current = coordinators.current(today=today).for_list()
        closed_last = Case(When(state=CollaborationState.CLOSED, then=1), default=0)
        return (
            self.with_party_count(today=today)
            .prefetch_related(
                Prefetch("coordinators", queryset=current, to_attr="current_coordinators")
            )
            .order_by(closed_last, "title", "pk")
        )


class OfCollaborationQuerySet(models.QuerySet):
    """Rows that belong to one collaboration: seen by whoever sees the collaboration."""

    collaboration_path = "collaboration"

    def visible_to(self, user):
        seen = apps.get_model("agreements", "Collaboration").objects.visible_to(user)
        return self.filter(**{f"{self.collaboration_path}__in": seen})


def _state_on(day):
    """What a party was on that day of its row, by its history, as an expression.

    While no line came after the day, the row itself says it: of two parties that became one, the
    last of both histories may be the line of the one that took less part. The days of the
    history are those of one clock, so that all readers are told the same.
    """
    lines = apps.get_model("agreements", "PartyChange").objects.filter(party=OuterRef("pk"))
    active = lines.filter(Q(from_state=PartyState.ACTIVE) | Q(to_state=PartyState.ACTIVE))
    was_active = Exists(active.order_by()) | ~Exists(lines.order_by())
    written_on = TruncDate("made_at", tzinfo=timezone.get_default_timezone())
    lines = lines.alias(written_on=written_on)
    later = lines.filter(written_on__gt=OuterRef(day)).order_by("made_at", "pk")
    until = lines.filter(written_on__lte=OuterRef(day)).order_by("-made_at", "-pk")
    return Case(
        When(~Exists(later.order_by()) & ~Q(state=PartyState.LEFT), then=F("state")),
        When(~Exists(later.order_by()) & was_active, then=Value(PartyState.ACTIVE)),
        default=Coalesce(
            Subquery(until.values("to_state")[:1]),
            NullIf(Subquery(later.values("from_state")[:1]), Value("")),
            Case(When(was_active, then=Value(PartyState.ACTIVE))),
            Subquery(later.values("to_state")[:1]),
        ),
    )


class PartyQuerySet(OfCollaborationQuerySet):
    def current(self, *, today=None):
        """Parties that take part on that day."""
        return self.filter(holds_on(today), state=PartyState.ACTIVE)

    def there_on(self, day):
        """Parties that took part on that day, whatever became of them since.

        The days of a party say from when to when it belongs; its history says whether it was
        active in between. What was written down only later holds from its first day.

        Args:
            day: a date, or an expression of the rows outside.
        """
        day = day if hasattr(day, "resolve_expression") else Value(day)
        return self.alias(asked_on=day, state_then=_state_on("asked_on")).filter(
            Q(ends_on=None) | Q(ends_on__gte=F("asked_on")),
            starts_on__lte=F("asked_on"),
            state_then=PartyState.ACTIVE,
        )

    def named(self, word):
        """Parties whose organization goes by a name with this word in it."""
        return self.filter(
            Q(organization__name__icontains=word)
            | Q(organization__short_name__icontains=word)
            | Q(organization__aliases__icontains=word)
        )

    def for_list(self):
        return self.select_related("organization").order_by("organization__name", "pk")

    def for_page(self, *, today=None):
        """With who speaks for them today or later; those that left come last."""
        speakers = apps.get_model("agreements", "Representative").objects
        standing = speakers.not_over(today=today).for_list()
        left_last = Case(When(state=PartyState.LEFT, then=1), default=0)
        return (
            self.for_list()
            .prefetch_related(
                Prefetch("representatives", queryset=standing, to_attr="standing_representatives")
            )
            .order_by(left_last, "organization__name", "pk")
        )


class DatedRoleQuerySet(OfCollaborationQuerySet):
    def current(self, *, today=None):
        return self.filter(holds_on(today))

    def still_here(self):
        """Without those who left: out of use in the register, or with a closed account."""
        return self.filter(person__is_active=True).exclude(person__user__is_active=False)

    def not_over(self, *, today=None):
        """Terms that run, or will begin."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=today or timezone.localdate()))

    def for_list(self):
        return self.select_related("person").order_by("-starts_on", "pk")


class RepresentativeQuerySet(DatedRoleQuerySet):
    collaboration_path = "party__collaboration"


class CycleQuerySet(OfCollaborationQuerySet):
    def on(self, day):
        """The cycle that holds this day, if any."""
        return self.filter(Q(starts_on__lte=day, ends_on__gte=day))


class StakeholderQuerySet(OfCollaborationQuerySet):
    def for_list(self):
        """Those who can sway most first; among them those with most at stake."""
        return self.select_related("organization").order_by(
            "-influence", "-interest", "organization__name", "group_name", "pk"
        )


class ContextQuerySet(OfCollaborationQuerySet):
    def for_list(self):
        return self.select_related("declared_by__organization")

    def stale(self, *, today=None):
        """What nobody has looked at for a year; `ContextFactor.is_stale` says it of one."""
        looked_at_on = Coalesce("reviewed_on", "noted_on")
        limit = year_before(today or timezone.localdate())
        return self.alias(last_look=looked_at_on).filter(last_look__lt=limit)


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
