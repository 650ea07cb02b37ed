"""What the substantive decisions of the window are read from: options, positions, objections."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from agreements.charter.stances import Stance
from agreements.engagement.kinds import DecisionKind
from agreements.engagement.states import DecisionState
from agreements.models import Decision, Option, Party, Position, PositionChange
from dashboards.readings.element import Scope

NOT_DELIBERATED = (DecisionState.PROPOSED, DecisionState.WITHDRAWN)


@dataclass(frozen=True)
class DecisionFacts:
    """A decision, the day it was decided or taken up, between how many options, who was asked."""

    pk: int
    text: str
    day: dt.date
    options: int
    asked: Sequence[int]


@dataclass(frozen=True)
class PositionFacts:
    """Where a party stands on one of these decisions, and what became of an objection."""

    pk: int
    decision_id: int
    party_id: int
    is_own_word: bool
    has_objected: bool
    is_unanswered: bool


def decisions_of(scope: Scope) -> tuple[DecisionFacts, ...]:
    """Substantive decisions of the window that are deliberated or decided, the latest first."""
    return scope.once("decisions", lambda: _decisions(scope))


def _decisions(scope: Scope) -> tuple[DecisionFacts, ...]:
    same_topic = Option.objects.filter(agenda_item__thread=OuterRef("agenda_item__thread"))
    options = same_topic.order_by().values("agenda_item__thread").annotate(number=Count("pk"))
    rows = (
        Decision.objects.filter(
            kind=DecisionKind.SUBSTANTIVE,
            meeting__collaboration=scope.collaboration,
        )
        .exclude(state__in=NOT_DELIBERATED)
        .with_day()
        .filter(day__range=(scope.window.starts_on, scope.today))
        .annotate(option_count=Coalesce(Subquery(options.values("number")), 0))
        .with_asked(today=scope.today)
        .order_by("-day", "-pk")
    )
    named = rows.values_list("pk", "text", "day", "option_count", "asked")
    return tuple(DecisionFacts(*row) for row in named)


def positions_of(scope: Scope) -> tuple[PositionFacts, ...]:
    """What parties said on these decisions, or said once: silence has no row here."""
    return scope.once("positions", lambda: _positions(scope))


def _positions(scope: Scope) -> tuple[PositionFacts, ...]:
    objected = PositionChange.objects.filter(position=OuterRef("pk"), stance=Stance.OBJECT)
    unanswered = Position.objects.unanswered().filter(pk=OuterRef("pk"))
    rows = (
        Position.objects.filter(decision__in=[row.pk for row in decisions_of(scope)])
        .exclude(stance=Stance.NOT_STATED)
        .annotate(
            is_own_word=~Q(is_on_behalf=True),
            has_objected=Exists(objected) | Q(stance=Stance.OBJECT),
            is_unanswered=Exists(unanswered),
        )
        .order_by("-decision", "party__organization__name", "pk")
    )
    named = ("pk", "decision_id", "party_id", "is_own_word", "has_objected", "is_unanswered")
    return tuple(PositionFacts(*row) for row in rows.values_list(*named))


def asked_of(scope: Scope) -> dict[int, tuple[Party, ...]]:
    """Who was asked about each of these decisions: the parties that decided on that day.

    Of what is still deliberated they are the parties of today.
    """
    return scope.once("asked", lambda: _asked(scope))


def _asked(scope: Scope) -> dict[int, tuple[Party, ...]]:
    parties = Party.objects.filter(collaboration=scope.collaboration).for_list()
    return {
        row.pk: tuple(party for party in parties if party.pk in row.asked)
        for row in decisions_of(scope)
    }
