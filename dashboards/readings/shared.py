"""What several elements, or an element and a panel, are read from: asked for once a page."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from agreements.action.states import OWED, CommitmentState
from agreements.charter.kinds import DriverKind
from agreements.engagement.discovery_kinds import StatementKind
from agreements.engagement.states import TOOK_PLACE
from agreements.goals.courses import Courses, courses_of
from agreements.goals.kinds import IndicatorLevel
from agreements.goals.states import GoalState
from agreements.models import (
    Acknowledgement,
    Commitment,
    Driver,
    Indicator,
    InterestStatement,
    Meeting,
    Party,
    PlanAlignment,
)
from dashboards.readings.element import Scope

DRAWN = 12  # indicators whose way is drawn on the dashboard; the list has all
STANDING = (*OWED, CommitmentState.REPORTED_DONE)


@dataclass(frozen=True)
class PartyFacts:
    """A party of today: did it say what it cannot do alone, did it promise, does it carry.

    `is_aligned`: a plan of its own, of the years of the window, carries a goal of all.
    """

    pk: int
    has_said: bool
    has_promised: bool
    carries: bool
    is_aligned: bool


def parties_of(scope: Scope) -> tuple[PartyFacts, ...]:
    return scope.once("parties", lambda: _parties(scope))


def _parties(scope: Scope) -> tuple[PartyFacts, ...]:
    said = Driver.objects.filter(
        kind=DriverKind.INTERDEPENDENCE, declared_by=OuterRef("pk"), noted_on__lte=scope.today
    )
    promises = Commitment.objects.counted().filter(
        collaboration=scope.collaboration, organization=OuterRef("organization")
    )
    plans = PlanAlignment.objects.filter(
        party=OuterRef("pk"),
        year_from__lte=scope.window.ends_on.year,
        year_to__gte=scope.window.starts_on.year,
    ).exclude(goal__state=GoalState.DROPPED)
    kept = Q(state=CommitmentState.CONFIRMED, reported_done_on__gte=scope.window.starts_on)
    parties = (
        Party.objects.current(today=scope.today)
        .filter(collaboration=scope.collaboration)
        .annotate(
            has_said=Exists(said),
            has_promised=Exists(promises),
            carries=Exists(promises.filter(Q(state__in=STANDING) | kept)),
            is_aligned=Exists(plans),
        )
        .order_by("organization__name", "pk")
    )
    rows = parties.values_list("pk", "has_said", "has_promised", "carries", "is_aligned")
    return tuple(PartyFacts(*row) for row in rows)


@dataclass(frozen=True)
class StatementFacts:
    """What a party said of itself: is it its own word, and did another party understand it."""

    pk: int
    party_id: int
    is_on_behalf: bool
    is_understood: bool


def statements_of(scope: Scope) -> tuple[StatementFacts, ...]:
    """Interests, concerns and limits that stand, the newest first; readiness is a word apart."""
    return scope.once("statements", lambda: _statements(scope))


def _statements(scope: Scope) -> tuple[StatementFacts, ...]:
    understood = Acknowledgement.objects.filter(statement=OuterRef("pk"), noted_on__lte=scope.today)
    rows = (
        InterestStatement.objects.of(scope.collaboration)
        .standing()
        .filter(stated_on__lte=scope.today)
        .exclude(kind=StatementKind.READINESS)
        .annotate(is_understood=Exists(understood))
        .order_by("-stated_on", "-pk")
    )
    named = ("pk", "party_id", "is_on_behalf", "is_understood")
    return tuple(StatementFacts(*row) for row in rows.values_list(*named))


def meetings_of(scope: Scope) -> tuple[Any, ...]:
    """(id, kind, day, whether it took place, facilitator) up to today, the latest first."""
    return scope.once("meetings", lambda: _meetings(scope))


def _meetings(scope: Scope) -> tuple[Any, ...]:
    rows = Meeting.objects.filter(
        collaboration=scope.collaboration,
        held_on__range=(scope.window.starts_on, scope.today),
    ).annotate(was_held=Q(state__in=TOOK_PLACE))
    named = ("pk", "kind", "held_on", "was_held", "facilitator_id")
    return tuple(rows.order_by("-held_on", "-pk").values_list(*named, named=True))


def indicators_of(scope: Scope) -> tuple[Indicator, ...]:
    """The indicators in use, of goals that were not dropped."""
    return scope.once("indicators", lambda: _indicators(scope))


def _indicators(scope: Scope) -> tuple[Indicator, ...]:
    rows = Indicator.objects.active().filter(goal__collaboration=scope.collaboration)
    return tuple(rows.for_list())


def drawn_of(scope: Scope) -> tuple[Indicator, ...]:
    """Those whose way is drawn: the first of each goal, then the others, goal by goal."""
    ordered = sorted(indicators_of(scope), key=lambda row: (row.goal.title, row.goal_id, row.pk))
    first_of: dict[int, int] = {}
    for row in ordered:
        first_of.setdefault(row.goal_id, row.pk)
    firsts_before = sorted(ordered, key=lambda row: row.pk != first_of[row.goal_id])
    return tuple(firsts_before[:DRAWN])


def courses_in(scope: Scope) -> dict[int, Courses]:
    """Where the outcome indicators stand, and those that are drawn; by the indicator's number."""
    return scope.once("courses", lambda: _courses(scope))


def _courses(scope: Scope) -> dict[int, Courses]:
    drawn = {row.pk for row in drawn_of(scope)}
    wanted = [
        row
        for row in indicators_of(scope)
        if row.pk in drawn or row.level == IndicatorLevel.OUTCOME
    ]
    found: dict[int, Courses] = courses_of(wanted) if wanted else {}
    return found
