"""A cost of help in words, and which side of the request is which."""

from agreements.capacity.amounts import amount_in_words
from agreements.capacity.assistance_kinds import CostSide

REQUESTER, GIVER = SIDES = (CostSide.REQUESTER.value, CostSide.GIVER.value)


def parties_of(request):
    """The party on each side."""
    return {REQUESTER: request.from_party, GIVER: request.to_party}


def names_of_sides(request):
    return {side: party.organization.label for side, party in parties_of(request).items()}


def side_of_line(cost):
    """The side whose budget line it is, or nothing."""
    owners = {party.organization_id: side for side, party in parties_of(cost.request).items()}
    return owners.get(cost.line_owner_id, "")


def in_words(cost):
    """The item, the sum and who pays how much of it, to be read without the page."""
    names = names_of_sides(cost.request)
    shares = (f"{names[side]} {_rupiah(getattr(cost, f'{side}_share'))}" for side in SIDES)
    line = f", {cost.budget_line}" if cost.budget_line else ""
    return f"{cost.item}{line}: {_rupiah(cost.amount)} ({', '.join(shares)})"


def _rupiah(amount):
    return amount_in_words(amount, "")
