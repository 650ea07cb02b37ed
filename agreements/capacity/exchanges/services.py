"""Joint services that are or were held, as joint planning of each giver with each party it serves.

Of the eleven kinds this one has no direction: two parties that serve each other stand here once.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models.functions import Coalesce

from agreements.capacity.exchanges import Exchange, ExchangeKind, a_few_at_once
from agreements.capacity.models import JointService


def exchanges_of(collaborations: Any, organization: Any) -> Iterable[Exchange]:
    rows = JointService.objects.held().filter(collaboration__in=collaborations)
    if organization is not None:
        rows = rows.of_organization(organization)
    rows = rows.annotate(exchanged_on=Coalesce("ended_on", "starts_on")).order_by(
        "-exchanged_on", "-pk"
    )
    for service in a_few_at_once(rows.with_parties().select_related("collaboration")):
        for giver, other in _pairs(service):
            if organization in (None, giver, other):
                yield _exchange(service, giver, other)


def _pairs(service: JointService) -> Iterable[tuple[Any, Any]]:
    """Who says itself that it gives it, with each other party of it; no two of them twice."""
    rows = service.givers.all()  # fetched with the service: filtered here
    givers = [row.party.organization for row in rows if not row.is_on_behalf]
    served = [row.party.organization for row in service.purposes.all()]
    seen = set()
    for giver in givers:
        for other in (*served, *givers):
            pair = frozenset((giver.pk, other.pk))
            if giver != other and pair not in seen:
                seen.add(pair)
                yield giver, other


def _exchange(service: Any, giver: Any, other: Any) -> Exchange:
    return Exchange(
        kind=ExchangeKind.PLANNING,
        giver=giver,
        receiver=other,
        what=service.name,
        amount="",
        on=service.exchanged_on,
        url=service.get_absolute_url(),
        collaboration=service.collaboration,
        is_sample=service.is_sample,
    )
