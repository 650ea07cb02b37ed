"""Agreements of one kind between the same parties whose terms overlap: a page warns of them."""

from agreements.instruments.models import Agreement
from agreements.instruments.states import OVER


def overlapping(agreement):
    """Others of its kind between the same organizations that share days with it.

    Nothing is refused for it: two cooperation agreements may well run side by side. What renews
    another one is not meant; see `guards.overlapped_day`.
    """
    if agreement.starts_on is None:
        return []
    others = Agreement.objects.filter(
        collaboration=agreement.collaboration_id, type=agreement.type_id, starts_on__isnull=False
    )
    others = others.exclude(pk=agreement.pk).exclude(state__in=OVER)
    mine = _organizations(agreement)
    return [
        other
        for other in others.order_by("starts_on", "pk").prefetch_related("parties__party")
        if mine and mine == _organizations(other) and _share_days(agreement, other)
    ]


def _organizations(agreement):
    return {place.party.organization_id for place in agreement.parties.all()}


def _share_days(one, other):
    return not (
        (one.ends_on and one.ends_on < other.starts_on)
        or (other.ends_on and other.ends_on < one.starts_on)
    )
