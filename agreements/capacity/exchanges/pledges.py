"""Pledges of which something arrived, as exchanges; what is only promised is not one yet."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Max, Q

from agreements.capacity.exchanges import Exchange, ExchangeKind, a_few_at_once
from agreements.capacity.kinds import ResourceKind
from agreements.capacity.models import Pledge
from agreements.capacity.querysets.pledges import CAME
from agreements.capacity.states import ARRIVED

KINDS = {
    ResourceKind.FUND: ExchangeKind.GRANTS,
    ResourceKind.STAFF: ExchangeKind.ASSISTANCE,
    ResourceKind.FACILITY: ExchangeKind.EQUIPMENT,
    ResourceKind.EQUIPMENT: ExchangeKind.EQUIPMENT,
    ResourceKind.DATA: ExchangeKind.ASSISTANCE,
    ResourceKind.EXPERTISE: ExchangeKind.ASSISTANCE,
    ResourceKind.FOSTER: ExchangeKind.INFORMAL,
}


def exchanges_of(collaborations: Any, organization: Any) -> Iterable[Exchange]:
    rows = Pledge.objects.filter(collaboration__in=collaborations).with_a_delivery(CAME)
    if organization is not None:
        rows = rows.of_organization(organization)
    last = Max("deliveries__delivered_on", filter=Q(deliveries__state__in=ARRIVED))
    rows = rows.for_list().annotate(last_on=last).order_by("-last_on", "-pk")
    for row in a_few_at_once(rows):
        yield Exchange(
            kind=KINDS[ResourceKind(row.kind)],
            giver=row.giver,
            receiver=row.receiver,
            what=row.what,
            amount=row.delivered_amount,
            on=row.last_on,
            url=row.get_absolute_url(),
            collaboration=row.collaboration,
            is_sample=row.is_sample,
        )
