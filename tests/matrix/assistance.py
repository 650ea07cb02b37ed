"""Rows of official assistance in the world of the matrix: our agency asks its partner for help,
the partner asks ours, and a stranger asks another.
"""

from agreements.models import (
    AssistanceCost,
    AssistanceRequest,
    AssistanceTerm,
    GroundKind,
    RefusalGround,
)
from tests.factories.assistance import (
    AssistanceCostFactory,
    AssistanceRequestFactory,
    AssistanceResponseFactory,
    AssistanceTermFactory,
    GroundKindFactory,
    RefusalGroundFactory,
)
from tests.factories.charter import PartyFactory


def keep_assistance(world, *sides):
    """What each side asked; of another such request, which was accepted, its cost."""
    ours, partner, stranger = (side.party for side in sides)
    other = PartyFactory(collaboration=stranger.collaboration)
    pairs = ((ours, partner), (partner, ours), (stranger, other))
    world.keep(AssistanceRequest, *(_asked(*pair) for pair in pairs))
    promised = [AssistanceResponseFactory(request=_asked(*pair)).request for pair in pairs]
    world.keep(AssistanceCost, *(AssistanceCostFactory(request=each) for each in promised))
    for model, make in ((GroundKind, GroundKindFactory), (RefusalGround, RefusalGroundFactory)):
        world.keep(model, *(make() for _side in sides))
    terms = [AssistanceTermFactory(is_emergency=is_one) for is_one in (False, True)]
    world.keep(AssistanceTerm, terms[0], terms[1], terms[1])


def _asked(from_party, to_party):
    together = from_party.collaboration
    return AssistanceRequestFactory(
        collaboration=together, from_party=from_party, to_party=to_party
    )
