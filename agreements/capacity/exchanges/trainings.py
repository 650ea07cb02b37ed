"""Trainings that were held, one exchange for each organization that received it."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.capacity.exchanges import Exchange, ExchangeKind, a_few_at_once
from agreements.capacity.models import Training


def exchanges_of(collaborations: Any, organization: Any) -> Iterable[Exchange]:
    """How many people came is told of a training for one or for all; of several it is nobody's."""
    rows = Training.objects.filter(collaboration__in=collaborations).held()
    if organization is not None:
        rows = rows.of_organization(organization)
    for row in a_few_at_once(rows.for_list()):
        receivers = [each.organization for each in row.to] or [None]
        for receiver in receivers:
            if organization is not None and organization not in (row.giver, receiver):
                continue
            yield Exchange(
                kind=ExchangeKind.TRAINING,
                giver=row.giver,
                receiver=receiver,
                what=row.topic,
                amount=_people(row, len(receivers)),
                on=row.held_on,
                url=row.get_absolute_url(),
                collaboration=row.collaboration,
                is_sample=row.is_sample,
            )


def _people(row: Training, receivers: int) -> str:
    number = row.participants or 0
    words = ngettext("%d participant", "%d participants", number) % number
    if receivers == 1:
        return words
    return _("%(people)s, of several organizations") % {"people": words}
