"""Every way needs, pledges and deliveries are read."""

from datetime import timedelta
from decimal import Decimal

from django.apps import apps
from django.db.models import (
    Case,
    CharField,
    DecimalField,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest, Least

from agreements.capacity.querysets.clock import on_its_day
from agreements.capacity.querysets.standing import Reader
from agreements.capacity.querysets.words import having, names_of
from agreements.capacity.states import (
    ARRIVED,
    OUTSTANDING,
    PROMISED,
    DeliveryState,
    NeedState,
    PledgeState,
)
from agreements.charter.querysets import ChangeQuerySet, OfCollaborationQuerySet
from agreements.charter.states import CollaborationState
from agreements.engagement.querysets.agenda import on_secret_topic

SOON = 14
AMOUNT = DecimalField(max_digits=24, decimal_places=2)
SAID = Q(state__in=PROMISED, is_on_behalf=False, accepted_on_behalf=False)
UNSAID = Q(Q(is_on_behalf=True) | Q(accepted_on_behalf=True), state__in=PROMISED)
SCHEDULED = Q(state=DeliveryState.SCHEDULED)
CAME = Q(state__in=ARRIVED)
CONFIRMED = Q(state=DeliveryState.CONFIRMED, is_on_behalf=False)  # by the receiver itself
# Pledges of which all of this is the same are one row of the sums.
OF_ALIKE = (
    *("kind", "unit", "state", "is_on_behalf", "accepted_on_behalf"),
    *("is_met", "has_passed"),
)
_LIVING = (PledgeState.OFFERED, *PROMISED)


class ResourceQuerySet(OfCollaborationQuerySet):
    """Rows that say how much of which kind."""

    def counted_as(self, kind, unit):
        """Of one kind, in one unit, however it is written."""
        return self.filter(kind=kind, unit__iexact=unit)


class NeedQuerySet(ResourceQuerySet):
    def open(self):
        return self.filter(state=NeedState.OPEN)

    def of_organization(self, organization):
        return self.filter(organization=organization)

    def mentioning(self, words):
        """Every word stands in what is needed, or in the name of who needs it."""
        return having(self, words, "what", *names_of("organization"))

    def for_list(self):
        """What presses first; closed ones last."""
        return (
            self.with_promised()
            .select_related("collaboration", "organization", "goal")
            .annotate(closed_because=_last_note("NeedChange", "need", NeedState.CLOSED))
            .order_by("-state", "needed_by", "pk")
        )

    def with_promised(self):
        """Annotate how much is `promised` for each, by the word of both sides."""
        return self.annotate(promised=_sum_of("Pledge", "need", SAID))

    def summed(self):
        """What is needed and what is missing: a row for each kind and each unit as it is written.

        `first` is the number of the earliest of them.
        """
        lacks = Greatest(F("quantity") - F("promised"), Value(Decimal(0)), output_field=AMOUNT)
        kinds = self.with_promised().annotate(lacks=lacks).order_by().values("kind", "unit")
        sums = {"needed": Sum("quantity"), "missing": Sum("lacks"), "first": Min("pk")}
        return kinds.annotate(**sums).order_by("first")

    def short(self):
        """Open ones for which less is promised than is needed."""
        return self.open().with_promised().filter(promised__lt=F("quantity"))


class PledgeQuerySet(ResourceQuerySet):
    def offered(self):
        return self.filter(state=PledgeState.OFFERED)

    def promised(self):
        """Accepted and not withdrawn, by the word of both sides, however much has arrived."""
        return self.filter(SAID)

    def unsaid(self):
        """The same, where a coordinator said it for one of the two: it counts as no promise yet."""
        return self.filter(UNSAID)

    def outstanding(self):
        return self.filter(state__in=OUTSTANDING)

    def late(self, *, today=None):
        """Something is still owed, and the day has passed where the collaboration is at home."""
        passed = on_its_day(lambda day: Q(due_on__lt=day), today=today)
        return self.outstanding().filter(passed)

    def not_promised(self):
        """Offers, what one side has not said itself, what was declined or taken back."""
        return self.exclude(SAID)

    def meeting_no_need(self):
        """Without a need, or for one that is closed."""
        return self.filter(Q(need=None) | ~Q(need__state=NeedState.OPEN))

    def with_a_delivery(self, condition):
        """Pledges that have a delivery of which the condition is true."""
        rows = apps.get_model("agreements", "Delivery").objects.order_by()
        return self.filter(Exists(rows.filter(condition, pledge=OuterRef("pk"))))

    def of_organization(self, organization):
        """Given or received by it, also together with all others."""
        sides = Q(giver=organization) | Q(receiver=organization)
        return self.filter(sides | _shared_with(organization))

    def shared_with(self, organization):
        """Given to all where it takes part, by another."""
        return self.filter(_shared_with(organization))

    def given_by(self, user):
        """Of the user's organization, and of those the user speaks for."""
        return self.filter(Reader(user).belongs_to("giver"))

    def received_by(self, user):
        """By the user's organization and those they speak for, also together with all others."""
        reader = Reader(user)
        to_all = Q(receiver=None) & reader.takes_part() & ~reader.belongs_to("giver")
        return self.filter(reader.belongs_to("receiver") | to_all)

    def waiting_for(self, user):
        """Offers that the user answers; and what others recorded for a party they speak for."""
        return self._of_open().filter(_asks(Reader(user)))

    def owed_by(self, user, *, today=None):
        """What the user's side has to bring soon, or should have brought."""
        return self._of_open().filter(_owes(Reader(user), today=today))

    def to_confirm_by(self, user):
        """Pledges with a delivery whose arrival the user confirms."""
        return self._of_open().filter(_brings(Reader(user)))

    def errands_of(self, user, *, today=None):
        """All of these, each with what it waits for as `errand`: answer, confirm, deliver."""
        reader = Reader(user)
        if not reader.acts:
            return self.none()
        errand = Case(
            When(_asks(reader), then=Value("answer")),
            When(_brings(reader), then=Value("confirm")),
            When(_owes(reader, today=today), then=Value("deliver")),
            default=Value(""),
            output_field=CharField(),
        )
        return self._of_open().annotate(errand=errand).exclude(errand="")

    def _of_open(self):
        return self.exclude(collaboration__state=CollaborationState.CLOSED)

    def mentioning(self, words):
        """Every word stands in what is pledged, or in the name of who gives or receives."""
        return having(self, words, "what", *names_of("giver"), *names_of("receiver"))

    def with_amounts(self):
        """Annotate how much is `scheduled`, `delivered` and, of that, `confirmed`.

        What only a coordinator confirmed is delivered, not confirmed by the receiver.
        """
        return self.annotate(
            scheduled=_sum_of("Delivery", "pledge", SCHEDULED),
            delivered=_sum_of("Delivery", "pledge", CAME),
            confirmed=_sum_of("Delivery", "pledge", CONFIRMED),
        )

    def summed(self, *, today=None):
        """How much is pledged and what came of it, a row for each of `OF_ALIKE`.

        `kept` counts no pledge for more than all of it; `first` is the earliest of them.
        """
        kept = Least(F("delivered"), F("quantity"), output_field=AMOUNT)
        passed = on_its_day(lambda day: Q(due_on__lt=day), today=today)
        marks = {"is_met": _whether(need__state=NeedState.OPEN), "has_passed": _whether(passed)}
        alike = self.with_amounts().annotate(kept=kept, **marks).order_by().values(*OF_ALIKE)
        amounts = ("quantity", "scheduled", "delivered", "confirmed", "kept")
        sums = {f"all_{name}": Sum(name) for name in amounts}
        return alike.annotate(first=Min("pk"), **sums).order_by("first")

    def for_list(self):
        return (
            self.with_amounts()
            .with_secrecy()
            .select_related("collaboration", "giver", "receiver")
            .order_by("due_on", "pk")
        )

    def with_secrecy(self):
        """Annotate `is_confidential`: the decision that it rests on stays inside."""
        return self.annotate(is_confidential=on_secret_topic("decision__"))

    def for_page(self):
        rows = self.with_amounts().with_secrecy()
        return rows.select_related(
            "collaboration",
            "giver",
            "receiver",
            "need",
            "meeting",
            "decision__meeting",
            "clause__agreement",
            "recorded_by__person",
        )


def _whether(*conditions, **more):
    return Case(When(*conditions, **more, then=Value(True)), default=Value(False))


def _shared_with(organization):
    parties = apps.get_model("agreements", "Party").objects.current().order_by()
    here = parties.filter(organization=organization).values("collaboration")
    return Q(receiver=None, collaboration__in=here) & ~Q(giver=organization)


def _asks(reader):
    asked = reader.is_asked() & Q(state=PledgeState.OFFERED)
    for_giver = reader.speaks_for("giver") & Q(is_on_behalf=True, state__in=_LIVING)
    for_receiver = reader.speaks_for("receiver") & Q(accepted_on_behalf=True, state__in=PROMISED)
    return asked | for_giver | (for_receiver & ~reader.belongs_to("giver"))


def _brings(reader):
    waiting = apps.get_model("agreements", "Delivery").objects.order_by()
    return Q(Exists(waiting.filter(_arrives(reader), pledge=OuterRef("pk"))))


def _owes(reader, *, today=None):
    soon = on_its_day(lambda day: _is_due_by(day + timedelta(days=SOON)), today=today)
    return reader.belongs_to("giver") & Q(state__in=OUTSTANDING) & soon


def _is_due_by(day):
    planned = apps.get_model("agreements", "Delivery").objects.order_by()
    planned = planned.filter(
        pledge=OuterRef("pk"), state=DeliveryState.SCHEDULED, planned_on__lte=day
    )
    return Q(due_on__lte=day) | Q(Exists(planned))


def _arrives(reader):
    """Deliveries on which the reader has the word, also where a coordinator said it for them."""
    if not reader.acts:
        return Q(pk=None)
    asked = reader.is_asked("pledge__") & Q(state=DeliveryState.DELIVERED)
    asked &= ~Q(reported_by=reader.user)
    return asked | (reader.speaks_for("receiver", "pledge__") & Q(is_on_behalf=True))


class DeliveryQuerySet(OfCollaborationQuerySet):
    collaboration_path = "pledge__collaboration"

    def arrived(self):
        return self.filter(state__in=ARRIVED)

    def to_confirm_by(self, user):
        """Delivered, and the user is of those who say that it arrived.

        Also what a coordinator confirmed in the place of a receiver the user speaks for.
        """
        return self.filter(_arrives(Reader(user)))

    def for_page(self):
        return self.select_related(
            "pledge", "evidence", "reported_by__person", "confirmed_by__person", "confirmed_for"
        ).order_by("planned_on", "delivered_on", "pk")


class PledgeChangeQuerySet(ChangeQuerySet):
    collaboration_path = "pledge__collaboration"

    def for_page(self):
        return self.for_list().select_related("delivery__pledge")


def _sum_of(model, path, condition):
    rows = apps.get_model("agreements", model).objects.order_by()
    rows = rows.filter(condition, **{path: OuterRef("pk")}).values(path)
    return Coalesce(
        Subquery(rows.annotate(total=Sum("quantity")).values("total")),
        Value(Decimal(0)),
        output_field=AMOUNT,
    )


def _last_note(model, path, state):
    """The words with which a row last came to a state."""
    rows = apps.get_model("agreements", model).objects.filter(to_state=state)
    rows = rows.filter(**{path: OuterRef("pk")}).order_by("-made_at", "-pk")
    return Subquery(rows.values("note")[:1])
