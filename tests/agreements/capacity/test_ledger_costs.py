"""What the resource pages read: sums of the database, never a pledge each."""

from decimal import Decimal

import pytest
from django.db.models.signals import post_init
from django.urls import reverse

from agreements.capacity.ledger import ledger_of
from agreements.models import Delivery, Pledge, ResourceNeed
from tests.factories.pledges import DeliveryFactory, PledgeFactory, ResourceNeedFactory

pytestmark = pytest.mark.django_db
COUNTED = (Pledge, ResourceNeed, Delivery)


@pytest.fixture
def built():
    """Rows that were made into objects since the test began."""
    made = []

    def note(sender, **_more):
        made.append(sender)

    for model in COUNTED:
        post_init.connect(note, sender=model)
    yield made
    for model in COUNTED:
        post_init.disconnect(note, sender=model)


def grow(scene, number):
    sides = {"giver": scene.giver.organization, "receiver": scene.receiver.organization}
    here = {"collaboration": scene.collaboration}
    for _number in range(number):
        need = ResourceNeedFactory(**here, organization=scene.receiver.organization)
        pledge = PledgeFactory(**here, **sides, need=need)
        DeliveryFactory(pledge=pledge, quantity=Decimal(2))
        PledgeFactory(**here, giver=scene.receiver.organization, to_all=True)


@pytest.mark.parametrize("whose", ["collaboration", "giver", "receiver"])
def test_no_page_reads_a_pledge_or_a_need_each(client, sign_in, scene, built, whose):
    grow(scene, 3)
    sign_in(scene.third)
    if whose == "collaboration":
        url = reverse("agreements:collaboration-resources", args=[scene.collaboration.pk])
    else:
        organization = getattr(scene, whose).organization_id
        url = reverse("agreements:organization-resources", args=[organization])
    built.clear()
    assert client.get(url).status_code == 200
    assert built == []


def test_the_sums_have_as_many_rows_for_many_pledges_as_for_few(scene):
    grow(scene, 1)
    few = (len(ResourceNeed.objects.summed()), len(Pledge.objects.summed()))
    before = ledger_of(ResourceNeed.objects.all(), Pledge.objects.all(), {})
    grow(scene, 4)
    assert (len(ResourceNeed.objects.summed()), len(Pledge.objects.summed())) == few
    after = ledger_of(ResourceNeed.objects.all(), Pledge.objects.all(), {})
    assert [row.promised.total for row in after] == [5 * row.promised.total for row in before]
    assert [row.delivered.total for row in after] == [5 * row.delivered.total for row in before]
