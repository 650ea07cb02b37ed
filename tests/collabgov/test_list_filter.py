"""The filters of lists that are built of one form: what is shown, understood and carried along."""

import pytest
from django.urls import reverse

from collabgov.kit.filtering import ListFilter, choice_field, search_field, tick_field
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, CoordinatorFactory
from tests.html import soup_of

LISTS = (
    "agreements:agreement-list",
    "agreements:commitment-list",
    "agreements:measurement-list",
    "dashboards:indicator-list",
)


class Fruit(ListFilter):
    WHERE = frozenset({"kind"})
    only_when_on = frozenset({"ripe"})

    q = search_field()
    kind = choice_field("Kind", "Every kind", [("apple", "Apple")])
    colour = choice_field("Colour", "Every colour", [("red", "Red")])
    ripe = tick_field("Only ripe ones")


def coordinator_signed_in(sign_in):
    user = UserFactory()
    sign_in(user)
    return CoordinatorFactory(person=user.person)


def names(form):
    return [field.name for field in form.folded]


def test_what_only_a_link_sets_is_shown_while_it_is_on():
    assert names(Fruit({})) == ["kind", "colour"]
    assert names(Fruit({"ripe": "1"})) == ["kind", "colour", "ripe"]


def test_a_value_that_means_nothing_is_left_out_and_named():
    form = Fruit({"colour": "loud", "kind": "apple"})
    assert form.chosen == {"kind": "apple"}
    assert form.unknown == {"colour": "Colour"}
    assert not form.is_nowhere


def test_a_place_that_means_nothing_is_nowhere():
    assert Fruit({"kind": "stone"}).is_nowhere


def test_of_a_long_search_the_first_words_are_looked_for():
    assert Fruit({"q": " ".join("abcdefghij")}).words == list("abcdefgh")


@pytest.mark.django_db
@pytest.mark.parametrize("address", LISTS)
def test_every_list_says_what_it_did_not_understand(address, client, sign_in):
    coordinator_signed_in(sign_in)
    page = soup_of(client.get(reverse(address) + "?state=x"))
    assert page.select_one(".alert").text == "Sebagian saringan tidak dikenali dan diabaikan."
    page = soup_of(client.get(reverse(address) + "?collaboration=0"))
    assert "tidak ada yang ditampilkan." in page.select_one(".alert").text
    assert page.select_one("form.list-filter details").has_attr("open")
    assert page.select_one("#filter_collaboration_error")


@pytest.mark.django_db
@pytest.mark.parametrize("address", LISTS)
def test_every_list_offers_only_what_the_reader_sees(address, client, sign_in):
    mine = coordinator_signed_in(sign_in)
    CollaborationFactory(title="Of others")
    offered = soup_of(client.get(reverse(address))).select("#filter_collaboration option")
    assert [one["value"] for one in offered] == ["", str(mine.collaboration.pk)]


@pytest.mark.django_db
def test_the_quick_view_stays_when_the_filter_is_applied(client, sign_in):
    coordinator_signed_in(sign_in)
    page = soup_of(client.get(reverse("agreements:commitment-list") + "?late=1"))
    assert page.select_one("form.list-filter input[name=late]")["value"] == "1"
