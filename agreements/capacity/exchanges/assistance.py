"""Official assistance that is being given or was given; what is exchanged follows from its kind."""

from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Case, DateField, Max, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce, TruncDate

from actors.accounts.models import TimeZone
from agreements.capacity.assistance_kinds import (
    AssistanceEvent,
    AssistanceState,
    HelpKind,
    Usefulness,
)
from agreements.capacity.exchanges import Exchange, ExchangeKind, a_few_at_once
from agreements.capacity.models import AssistanceChange, AssistanceRequest

S = AssistanceState
KINDS = {
    HelpKind.STAFF: ExchangeKind.ASSISTANCE,
    HelpKind.EXPERTISE: ExchangeKind.ASSISTANCE,
    HelpKind.TRAINING: ExchangeKind.TRAINING,
    HelpKind.DATA: ExchangeKind.ASSISTANCE,
    HelpKind.EQUIPMENT: ExchangeKind.EQUIPMENT,
    HelpKind.FACILITY: ExchangeKind.EQUIPMENT,
    HelpKind.FUND: ExchangeKind.GRANTS,
}
# What did not help at all was no help, whoever came.
GIVEN = Q(state=S.DELIVERING) | (Q(state=S.COMPLETED) & ~Q(usefulness=Usefulness.NOT))


def exchanges_of(collaborations: Any, organization: Any) -> Iterable[Exchange]:
    """The asked party gives, the one that asked receives; under way since the day it began."""
    rows = AssistanceRequest.objects.filter(GIVEN, collaboration__in=collaborations)
    if organization is not None:
        sides = Q(from_party__organization=organization) | Q(to_party__organization=organization)
        rows = rows.filter(sides)
    rows = rows.annotate(help_began_at=Coalesce(_began(), "created_at"))
    rows = rows.annotate(exchanged_on=Coalesce("ended_on", _its_day("help_began_at")))
    for row in a_few_at_once(rows.with_parties().order_by("-exchanged_on", "-pk")):
        yield Exchange(
            kind=KINDS[HelpKind(row.kind)],
            giver=row.to_party.organization,
            receiver=row.from_party.organization,
            what=row.subject,
            amount="",
            on=row.exchanged_on,
            url=row.get_absolute_url(),
            collaboration=row.collaboration,
            is_sample=row.is_sample,
        )


def _began() -> Any:
    """When help was last said to be under way."""
    moved = {"event": AssistanceEvent.MOVED, "to_state": S.DELIVERING}
    lines = AssistanceChange.objects.order_by().filter(request=OuterRef("pk"), **moved)
    return Subquery(lines.values("request").annotate(last=Max("made_at")).values("last"))


def _its_day(moment: str) -> Any:
    """The day of this moment where the collaboration is at home."""
    days = (
        When(collaboration__time_zone=zone, then=TruncDate(moment, tzinfo=ZoneInfo(zone)))
        for zone in TimeZone.values
    )
    return Case(*days, output_field=DateField())
