"""Rows of joint services in the world of the matrix: one that our agency gives, one that its
partner gives, and one of a stranger; two others are served beside each of them.
"""

from agreements.models import (
    JointService,
    JointServiceCost,
    ServiceGiver,
    ServicePurpose,
    ServiceRequest,
    ServiceStandard,
)
from tests.factories.charter import PartyFactory
from tests.factories.services import (
    JointServiceCostFactory,
    JointServiceFactory,
    ServiceGiverFactory,
    ServiceRequestFactory,
    ServiceStandardFactory,
)


def keep_services(world, *sides):
    """Each with a purpose, a draft of its standard, a request by a published one, stated costs."""
    served = [_service(side.party) for side in sides]
    world.keep(JointService, *served)
    world.keep(ServiceGiver, *(_named_by_others(side.party) for side in sides))
    world.keep(ServicePurpose, *(service.purposes.earliest("pk") for service in served))
    world.keep(ServiceStandard, *(ServiceStandardFactory(service=each) for each in served))
    world.keep(
        ServiceRequest, *(ServiceRequestFactory(service=each, nameless=True) for each in served)
    )
    costs = zip(served, sides, strict=True)
    world.keep(
        JointServiceCost,
        *(JointServiceCostFactory(service=each, party=side.party) for each, side in costs),
    )


def _named_by_others(party):
    """Of a service that is planned: the party has yet to say itself that it gives it."""
    other = PartyFactory(collaboration=party.collaboration)
    place = {"collaboration": party.collaboration, "parties": [other, party]}
    service = JointServiceFactory(planned=True, **place)
    return ServiceGiverFactory(service=service, party=party, is_on_behalf=True)


def _service(party):
    others = PartyFactory.create_batch(2, collaboration=party.collaboration)
    return JointServiceFactory(collaboration=party.collaboration, parties=[party, *others])
