"""Rows of capacity in the world of the matrix: what each side needs, gives and has brought."""

from agreements.models import Delivery, Pledge, ResourceNeed
from tests.factories.charter import PartyFactory
from tests.factories.pledges import DeliveryFactory, PledgeFactory, ResourceNeedFactory


def keep_pledges(world, ours, partner, stranger):
    """Ours gives to its partner and the partner to ours; a stranger gives to another stranger."""
    other = PartyFactory(collaboration=stranger.collaboration)
    pairs = (
        (ours, partner.organization),
        (partner, ours.organization),
        (stranger, other.organization),
    )
    needs = [
        ResourceNeedFactory(collaboration=side.collaboration, organization=side.organization)
        for side, _receiver in pairs
    ]
    pledges = [
        PledgeFactory(collaboration=side.collaboration, giver=side.organization, receiver=receiver)
        for side, receiver in pairs
    ]
    world.keep(ResourceNeed, *needs)
    world.keep(Pledge, *pledges)
    world.keep(Delivery, *(DeliveryFactory(pledge=pledge) for pledge in pledges))
