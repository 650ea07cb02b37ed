"""Agreements for mutual benefit that were signed, as mutual-aid agreements of each two parties.

The register has no kind of its own for them. What the law calls mutual benefit, as the agreement
says it of itself, is the nearest that is on record; that reading of ours stands here.
"""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from django.db.models.functions import Coalesce

from agreements.capacity.exchanges import Exchange, ExchangeKind, a_few_at_once
from agreements.instruments.kinds import Benefit
from agreements.instruments.states import BINDING, AgreementState
from agreements.models import Agreement

SIGNED = (*BINDING, AgreementState.ENDED, AgreementState.TERMINATED)


def exchanges_of(collaborations: Any, organization: Any) -> Iterable[Exchange]:
    rows = Agreement.objects.filter(
        collaboration__in=collaborations, state__in=SIGNED, benefits__contains=[Benefit.MUTUAL]
    )
    if organization is not None:
        rows = rows.filter(parties__party__organization=organization)
    rows = rows.annotate(agreed_on=Coalesce("signed_on", "starts_on", "state_since"))
    rows = rows.select_related("collaboration", "type").order_by("-agreed_on", "-pk")
    rows = rows.prefetch_related("parties__party__organization")
    for row in a_few_at_once(rows):
        sides = [place.party.organization for place in row.parties.all()]
        for one, other in combinations(sides, 2):
            if organization in (None, one, other):
                yield _exchange(row, one, other)


def _exchange(row: Any, one: Any, other: Any) -> Exchange:
    return Exchange(
        kind=ExchangeKind.MUTUAL_AID,
        giver=one,
        receiver=other,
        what=row.title,
        amount="",
        on=row.agreed_on,
        url=row.get_absolute_url(),
        collaboration=row.collaboration,
        is_sample=row.is_sample,
    )
