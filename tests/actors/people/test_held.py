"""A post that somebody holds already is asked about before a second one holds it too."""

from datetime import timedelta

import pytest
from django.utils import timezone

from actors.models import Appointment
from tests.factories.actors import AppointmentFactory, PersonFactory, UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def held(sign_in):
    sign_in(UserFactory(admin=True))
    return AppointmentFactory(post="Kepala Dinas")


def post_of(held, **changes):
    first = TODAY.strftime("%d/%m/%Y")
    return {
        "organization": held.organization_id,
        "post": "kepala dinas",
        "starts_on": first,
    } | changes


@pytest.mark.parametrize("page", ["new", "move"])
def test_the_holder_is_named_and_both_may_hold_it(client, held, page):
    old = AppointmentFactory()
    address = f"/people/{old.person_id}/posts/new/" if page == "new" else f"/posts/{old.pk}/move/"
    data = post_of(held, version=old.version)
    asked = soup_of(client.post(address, data))
    card = asked.select_one("#holders-title").find_parent("section")
    assert card.select_one(f'a[href="{held.person.get_absolute_url()}"]')
    assert asked.select_one('input[type="checkbox"][name="both_hold_it"]')
    assert Appointment.objects.filter(organization=held.organization).count() == 1
    assert client.post(address, data | {"both_hold_it": "on"}).status_code == 302
    assert Appointment.objects.filter(organization=held.organization).count() == 2


def test_a_correction_asks_about_others_but_not_about_itself(client, held):
    old = AppointmentFactory(organization=held.organization)
    address = f"/posts/{old.pk}/edit/"
    data = post_of(held, version=old.version)
    assert soup_of(client.post(address, data)).select_one("#holders-title")
    own = post_of(held, version=held.version)
    assert client.post(f"/posts/{held.pk}/edit/", own).status_code == 302


@pytest.mark.parametrize("free", ["acting", "over", "gone", "acting holder"])
def test_nobody_is_asked_where_nobody_else_holds_it(client, held, free):
    if free == "over":
        Appointment.objects.update(ends_on=TODAY - timedelta(days=1))
    elif free == "gone":
        type(held.person).objects.filter(pk=held.person_id).update(is_active=False)
    elif free == "acting holder":
        Appointment.objects.update(is_acting=True)
    data = post_of(held, **({"is_acting": "on"} if free == "acting" else {}))
    assert client.post(f"/people/{PersonFactory().pk}/posts/new/", data).status_code == 302
