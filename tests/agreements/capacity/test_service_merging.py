"""Organizations that turn out to be one, where they gave or asked for joint services."""

import pytest

from actors.duplicates.transitions import merge
from collabgov.kit.errors import Refused
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import PartyFactory
from tests.factories.services import (
    JointServiceCostFactory,
    JointServiceFactory,
    ServiceGiverFactory,
    ServiceRequestFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)


def joined(keep, away):
    by = UserFactory(admin=True)
    return merge(kind="organization", keep=keep.pk, away=away.pk, sides={}, by=by)


def test_a_request_moves_to_the_organization_that_is_kept():
    twin, asked = OrganizationFactory(), ServiceRequestFactory()
    joined(twin, asked.organization)
    asked.refresh_from_db()
    assert asked.organization == twin


def test_two_that_give_a_service_give_it_once_afterwards():
    service = JointServiceFactory()
    twin = PartyFactory(collaboration=service.collaboration)
    ServiceGiverFactory(service=service, party=twin)
    first = service.givers.exclude(party=twin).get().party
    joined(first.organization, twin.organization)
    assert [row.party for row in service.givers.all()] == [first]


@pytest.mark.parametrize("kept_is_named", [True, False])
def test_of_two_givers_the_one_that_gave_its_word_counts(kept_is_named):
    service = JointServiceFactory()
    twin = PartyFactory(collaboration=service.collaboration)
    ServiceGiverFactory(service=service, party=twin, is_on_behalf=True)
    sure = service.givers.exclude(party=twin).get().party
    pair = (twin, sure) if kept_is_named else (sure, twin)
    joined(*(party.organization for party in pair))
    assert [row.is_on_behalf for row in service.givers.all()] == [False]


def test_two_whose_purposes_one_service_serves_are_two():
    service = JointServiceFactory()
    first, second = (row.party.organization for row in service.purposes.order_by("pk"))
    with pytest.raises(Refused):
        joined(first, second)


def test_two_statements_of_one_occasion_are_sorted_out_first():
    cost = JointServiceCostFactory()
    twin = PartyFactory(collaboration=cost.service.collaboration)
    JointServiceCostFactory(service=cost.service, party=twin)
    with pytest.raises(Refused):
        joined(cost.party.organization, twin.organization)
