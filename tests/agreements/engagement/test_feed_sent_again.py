"""The page that shows a feed's address once: reloading it does not end the address."""

import pytest
from django.test import Client
from django.urls import reverse

from agreements.models import CalendarFeed
from tests.factories.actors import UserFactory

pytestmark = pytest.mark.django_db
PAGE = "agreements:calendar-feed"


@pytest.fixture
def user():
    return UserFactory()


def address_on(response):
    return response.context["address"]


def mark_on(response):
    return response.context["form"]["seen"].value()


def test_a_page_sent_twice_makes_one_address(client, user):
    """Reloading the page that shows the address does not end the one that was just copied."""
    client.force_login(user)
    fields = {"make": "1", "seen": mark_on(client.get(reverse(PAGE)))}
    made = client.post(reverse(PAGE), fields)
    again = client.post(reverse(PAGE), fields, follow=True)
    assert "Alamat sudah dibuat" in again.text
    assert CalendarFeed.objects.filter(user=user).count() == 1
    assert Client().get(address_on(made).removeprefix("http://testserver")).status_code == 200
    assert address_on(made) not in again.text
    fresh = client.post(reverse(PAGE), {"make": "1", "seen": mark_on(made)})
    assert address_on(fresh) != address_on(made)


def test_an_address_that_was_revoked_is_not_made_again_by_a_reload(client, user):
    client.force_login(user)
    fields = {"make": "1", "seen": mark_on(client.get(reverse(PAGE)))}
    client.post(reverse(PAGE), fields)
    client.post(reverse("agreements:calendar-feed-revoke"))
    client.post(reverse(PAGE), fields)
    assert not CalendarFeed.objects.standing().filter(user=user).exists()
