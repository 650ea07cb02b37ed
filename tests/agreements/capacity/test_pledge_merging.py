"""Organizations that turn out to be one, where they gave each other something, or others."""

import pytest

from actors.duplicates.transitions import merge
from actors.models import Organization
from agreements.capacity.transitions import deliveries
from collabgov.kit.errors import Refused
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.pledges import DeliveryFactory, PledgeFactory

pytestmark = pytest.mark.django_db(transaction=True)


def joined(keep, away):
    by = UserFactory(admin=True)
    return merge(kind="organization", keep=keep.pk, away=away.pk, sides={}, by=by)


@pytest.mark.parametrize("column", ["giver", "receiver"])
def test_a_pledge_moves_to_the_organization_that_is_kept(column):
    twin, pledge = OrganizationFactory(), PledgeFactory()
    joined(twin, getattr(pledge, column))
    pledge.refresh_from_db()
    assert getattr(pledge, column) == twin


def test_what_was_confirmed_for_one_is_confirmed_for_the_one_that_is_kept():
    twin, row = OrganizationFactory(), DeliveryFactory(confirmed=True)
    joined(twin, row.confirmed_for)
    row.refresh_from_db()
    assert row.confirmed_for == twin


@pytest.mark.parametrize("back", [False, True])
def test_who_pledged_to_the_other_is_not_the_same(back):
    pledge = PledgeFactory()
    pair = [pledge.giver, pledge.receiver]
    with pytest.raises(Refused):
        joined(*(reversed(pair) if back else pair))
    assert Organization.objects.filter(pk__in=[row.pk for row in pair]).count() == 2


@pytest.mark.parametrize("back", [False, True])
def test_who_confirmed_what_the_other_brought_is_not_the_same(back):
    other = OrganizationFactory()
    pledge = PledgeFactory(to_all=True)
    DeliveryFactory(pledge=pledge, confirmed=True, confirmed_for=other)
    pair = [pledge.giver, other]
    with pytest.raises(Refused):
        joined(*(reversed(pair) if back else pair))


def test_a_confirmation_by_somebody_who_becomes_one_of_the_givers_stays(scene):
    row = deliveries.confirm(delivery=scene.deliver(scene.accepted()), by=scene.coordinator)
    joined(scene.giver.organization, scene.coordinator.organization)
    row.refresh_from_db()
    assert row.confirmed_by == scene.coordinator
