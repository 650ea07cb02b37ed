"""The overview of capacity: a card for each noun, none of which knows the others."""

import pytest
from django.urls import reverse

from agreements.capacity.cards import Card, Figure, registry
from tests.factories.charter import CollaborationFactory, member_of
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    return CollaborationFactory()


@pytest.fixture
def url(collaboration):
    return reverse("agreements:collaboration-capacity", args=[collaboration.pk])


def test_each_noun_has_a_card_with_the_way_to_its_page(
    client, sign_in, collaboration, url, monkeypatch
):
    def make(of, user):
        assert of == collaboration
        figures = (Figure("3 of them", "/there/?late=1"), Figure("no link"))
        return Card("tools", "Tools", "What they use.", "gear", "/there/", figures, "Add", "/add/")

    monkeypatch.setitem(registry.__dict__, "makers", (make,))
    sign_in(member_of(collaboration))
    card = soup_of(client.get(url)).select_one("#tools")
    assert card.h2.a["href"] == "/there/"
    assert [link["href"] for link in card.select("a")] == ["/there/", "/there/?late=1", "/add/"]
    assert "no link" in card.text


def test_the_tab_is_marked_as_the_page_at_hand(client, sign_in, collaboration, url):
    sign_in(member_of(collaboration))
    soup = soup_of(client.get(url))
    assert soup.select_one(".tabs [aria-current=page]")["href"] == url
