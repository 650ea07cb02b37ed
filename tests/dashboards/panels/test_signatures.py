"""Signatures at home: who signed already is asked for no second one, at most for a word on it."""

import pytest

from tests.agreements.instruments.shelf import Shelf
from tests.factories.charter import CoordinatorFactory, RepresentativeFactory
from tests.factories.instruments import AgreementPartyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def card(sign_in, page, shelf):
    """The heading, and the badge of each agreement by its title."""
    sign_in(shelf.speaker)

    def card():
        found = page("/").select_one("[aria-labelledby=sign-title]")
        rows = {
            row.a.text: row.select_one(".badge").text.strip()
            for row in found.select("ul.rows > li")
        }
        return " ".join(found.h2.text.split()), rows

    return card


def confirm(shelf):
    place = AgreementPartyFactory(agreement=shelf.long, party=shelf.bank, position=1)
    shelf.sign(place, is_on_behalf=True, recorded_by=shelf.coordinator)


def chip(page, shelf):
    (chip,) = page(shelf.collaboration.get_absolute_url()).select("[aria-labelledby=turn-title] a")
    return " ".join(chip.text.split())


def test_what_nobody_signed_for_the_party_waits_for_a_signature(card, page, shelf):
    assert card() == ("Waits for your signature 1", {"signing": "To sign"})
    assert chip(page, shelf) == "To sign 1"


@pytest.mark.parametrize(("coordinates_one", "number"), [(False, 2), (True, 1)])
def test_the_link_of_home_opens_as_many_as_it_counts(
    client, sign_in, page, shelf, coordinates_one, number
):
    shelf.bank.organization.name = "Bank pusat"
    shelf.bank.organization.save()
    RepresentativeFactory(party=Shelf().bank, person=shelf.speaker.person)
    if coordinates_one:
        CoordinatorFactory(collaboration=shelf.collaboration, person=shelf.speaker.person)
    sign_in(shelf.speaker)
    card = page("/").select_one("[aria-labelledby=sign-title]")
    assert card.select_one(".count").text == str(number)
    opened = client.get(card.select_one("a.card-more")["href"])
    assert opened.context["paginator"].count == number


def test_what_was_signed_on_behalf_waits_for_a_confirmation_and_no_signature(card, page, shelf):
    shelf.sign(shelf.bank_place, is_on_behalf=True, recorded_by=shelf.coordinator)
    words = "Confirm the signature given for you"
    assert card() == ("Waits for your confirmation 1", {"signing": words})
    assert chip(page, shelf) == "To confirm 1"


def test_both_are_told_apart_and_signatures_come_first(card, page, shelf):
    confirm(shelf)
    heading, rows = card()
    assert heading == "Signatures that wait for you 2"
    words = "Confirm the signature given for you"
    assert list(rows.items()) == [("signing", "To sign"), ("long", words)]
    assert chip(page, shelf) == "To sign or confirm 2"
