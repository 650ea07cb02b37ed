"""Every way shared goals, indicators and their values are read."""

from django.apps import apps
from django.db.models import Case, Count, Exists, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce

from agreements.charter.querysets import ChangeQuerySet, OfCollaborationQuerySet
from agreements.charter.states import CollaborationState
from agreements.goals.kinds import ResultKind
from agreements.goals.states import (
    RIVALS,
    GoalState,
    MeasurementState,
    RivalryState,
    TheoryState,
)
from collabgov.kit.periods import holds_on

DAYS = ("starts_on", "ends_on")


class TheoryQuerySet(OfCollaborationQuerySet):
    def agreed(self):
        return self.filter(state=TheoryState.AGREED)

    def first_shown(self):
        """The version that matters now: the agreed one, else the newest, which is being written."""
        agreed_first = Case(When(state=TheoryState.AGREED, then=0), default=1)
        return self.order_by(agreed_first, "-order")


class OfTheoryQuerySet(OfCollaborationQuerySet):
    collaboration_path = "theory__collaboration"


class ResultQuerySet(OfTheoryQuerySet):
    def in_order(self):
        """From action to impact, each kind in the order in which it was written down."""
        steps = Case(*(When(kind=kind, then=place) for place, kind in enumerate(ResultKind)))
        return self.order_by(steps, "position", "pk")


class GoalQuerySet(OfCollaborationQuerySet):
    def agreed(self):
        return self.filter(state=GoalState.AGREED)

    def standing(self):
        """Without those that were dropped."""
        return self.exclude(state=GoalState.DROPPED)

    def for_list(self):
        return self.select_related("collaboration", "lead__organization").order_by("title", "pk")

    def with_indicator_count(self):
        """Annotate `indicator_count`: how many indicators of the goal are in use."""
        in_use = Q(indicators__is_retired=False)
        return self.annotate(indicator_count=Count("indicators", filter=in_use))


class OfGoalQuerySet(OfCollaborationQuerySet):
    collaboration_path = "goal__collaboration"


class GoalChangeQuerySet(ChangeQuerySet):
    collaboration_path = "goal__collaboration"


class IndicatorQuerySet(OfCollaborationQuerySet):
    collaboration_path = "goal__collaboration"

    def active(self):
        """Those in use, of goals that were not dropped."""
        return self.filter(is_retired=False).exclude(goal__state=GoalState.DROPPED)

    def for_list(self):
        return self.select_related("goal__collaboration").order_by("goal__title", "name", "pk")


class OfIndicatorQuerySet(OfCollaborationQuerySet):
    collaboration_path = "indicator__goal__collaboration"


class OfSlotQuerySet(OfIndicatorQuerySet):
    """Rows about an indicator, a region (or none) and a period: what figures can differ in."""

    def of_slot(self, record):
        """Those about the same as a value or a rivalry."""
        return self.filter(
            indicator=record.indicator_id,
            region=record.region_id,
            starts_on=record.starts_on,
            ends_on=record.ends_on,
        )

    def of_outer_slot(self, **more):
        """The same within a query about a value or a rivalry, of which some have no region."""
        same = {name: OuterRef(name) for name in ("indicator", *DAYS)}
        rows = self.order_by().alias(place=Coalesce("region_id", 0))
        return rows.filter(place=Coalesce(OuterRef("region_id"), 0), **same, **more)

    def in_open_days(self):
        """In locked days nothing moves."""
        locks = apps.get_model("agreements", "PeriodLock").objects.holding().order_by()
        held = locks.filter(
            collaboration=OuterRef("indicator__goal__collaboration"),
            starts_on__lte=OuterRef("ends_on"),
            ends_on__gte=OuterRef("starts_on"),
        )
        return self.filter(~Exists(held))

    def overseen_by(self, user):
        """Those of an auditor everywhere, of a coordinator where they run it; none once closed."""
        rows = self.exclude(indicator__goal__collaboration__state=CollaborationState.CLOSED)
        if user.is_auditor:
            return rows
        run = apps.get_model("agreements", "Collaboration").objects.coordinated_by(user)
        return rows.filter(indicator__goal__collaboration__in=run)


class CurrentQuerySet(OfIndicatorQuerySet):
    def current(self):
        """The versions that count."""
        return self.filter(is_current=True)


class BaselineQuerySet(CurrentQuerySet):
    pass


class TargetQuerySet(CurrentQuerySet):
    pass


class DutyQuerySet(OfIndicatorQuerySet):
    def current(self, *, today=None):
        return self.filter(holds_on(today))


class MeasurementQuerySet(OfSlotQuerySet):
    def standing(self):
        """Without those that a newer one replaced."""
        return self.filter(superseded_by=None)

    def verified(self):
        """What counts in every statistic: checked by another, not replaced."""
        return self.standing().filter(state=MeasurementState.VERIFIED)

    def to_verify(self):
        """What waits to be looked at."""
        return self.standing().in_open_days().filter(state=MeasurementState.SUBMITTED)

    def with_rivalry(self):
        """Annotate `is_rival`: another party says something else, and it is not resolved."""
        rivalries = apps.get_model("agreements", "Rivalry").objects.unresolved()
        return self.annotate(is_rival=Exists(rivalries.of_outer_slot()))

    def counted(self):
        """What every statistic is made of: verified, not replaced, nobody says otherwise."""
        return self.verified().with_rivalry().filter(is_rival=False)

    def with_last(self):
        """Annotate `last_value` and `last_on`: what counted before, of the same place."""
        before = self.model.objects.counted().alias(place=Coalesce("region_id", 0))
        before = before.filter(
            indicator=OuterRef("indicator"),
            place=Coalesce(OuterRef("region_id"), 0),
            ends_on__lt=OuterRef("starts_on"),
        ).order_by("-ends_on", "-pk")
        return self.annotate(
            last_value=Subquery(before.values("value")[:1]),
            last_on=Subquery(before.values("ends_on")[:1]),
        )

    def beside(self):
        """Standing values that do not count: not verified, or the parties differ."""
        return (
            self.standing().with_rivalry().exclude(state=MeasurementState.VERIFIED, is_rival=False)
        )

    def verifiable_by(self, user):
        """What waits for this user; never a figure of their own."""
        return self.to_verify().overseen_by(user).not_given_by(user)

    def figures_of(self, rivalry):
        """The figures that stand side by side with a value, or in a rivalry."""
        return self.standing().of_slot(rivalry).filter(state__in=RIVALS)

    def given_by(self, user):
        """Those whose figure is the user's own: somebody else looks at them."""
        return self.filter(self._said_by(user))

    def not_given_by(self, user):
        return self.filter(~self._said_by(user))

    def _said_by(self, user):
        """Entered, changed as a draft or submitted by the user; also in an earlier version.

        A party has one value of a slot at a time, so whatever else it said there came before. Who
        gave a figure that another one repeats in its place has given this one too.
        """
        changes = apps.get_model("agreements", "MeasurementChange").objects.order_by()
        wrote = changes.filter(
            measurement=OuterRef("pk"), made_by=user, from_state__in=("", MeasurementState.DRAFT)
        )
        same = {name: OuterRef(name) for name in ("party", "value")}
        versions = self.model.objects.of_outer_slot(**same)
        return Exists(versions.filter(Q(entered_by=user) | Q(submitted_by=user) | Exists(wrote)))

    def for_list(self):
        return (
            self.with_rivalry()
            .select_related("indicator__goal__collaboration", "party__organization", "region")
            .order_by("-ends_on", "indicator__name", "region__name", "pk")
        )

    def for_page(self):
        return self.with_rivalry().select_related(
            "indicator__goal__collaboration",
            "party__organization",
            "party__collaboration",
            "region",
            "evidence",
            "entered_by__person",
            "submitted_by__person",
            "verified_by__person",
            "superseded_by",
        )


class MeasurementChangeQuerySet(ChangeQuerySet):
    collaboration_path = "measurement__indicator__goal__collaboration"


class RivalryQuerySet(OfSlotQuerySet):
    def unresolved(self):
        return self.filter(state=RivalryState.OPEN)

    def waiting_for(self, user):
        """What this user may resolve; never one in which a figure is their own."""
        figures = apps.get_model("agreements", "Measurement").objects.standing()
        own = figures.given_by(user).of_outer_slot(state__in=RIVALS)
        return self.unresolved().in_open_days().overseen_by(user).filter(~Exists(own))

    def for_list(self):
        who = ("raised_by__person", "resolved_by__person", "kept")
        rows = self.select_related("indicator__goal__collaboration", "region", *who)
        return rows.annotate(figures_left=self._figures_left())

    def _figures_left(self):
        """How many figures of parties still stand side by side."""
        rows = apps.get_model("agreements", "Measurement").objects.standing()
        figures = rows.of_outer_slot(state__in=RIVALS)
        counted = figures.values("indicator").annotate(number=Count("pk")).values("number")
        return Coalesce(Subquery(counted), 0)


class LockQuerySet(OfCollaborationQuerySet):
    def holding(self):
        return self.filter(lifted_on=None)

    def over(self, starts_on, ends_on):
        """Locks that touch any of these days."""
        return self.holding().filter(Q(starts_on__lte=ends_on, ends_on__gte=starts_on))
