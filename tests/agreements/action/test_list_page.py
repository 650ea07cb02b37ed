"""The list of commitments: views and filters in the address, flat queries, nobody else's rows."""

import pytest
from django.urls import reverse
from django.utils import translation

from agreements.action.states import CommitmentState
from tests.agreements.action.people import today
from tests.factories.action import CommitmentFactory
from tests.html import soup_of

URL = reverse("agreements:commitment-list")
HTMX = {"HX-Request": "true"}


def shown(response):
    return {link.text.strip() for link in soup_of(response).select("table a.row-title")}


@pytest.fixture
def rows(people, sign_in):
    """One promise for each view; the reader speaks for the promiser and reads English."""
    people.representative.language = "en"
    people.representative.save()
    sign_in(people.representative)
    other = CommitmentFactory(collaboration=people.collaboration, promise="of another")
    people.promise(promise="mine", due_on=today(40), person=people.representative.person)
    people.promise(promise="late", overdue=True)
    people.promise(promise="soon", due_on=today(5))
    people.promise(promise="asked", proposed=True)
    CommitmentFactory(promise="of strangers")
    return other


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"of another", "mine", "late", "soon", "asked"}),
        ("?mine=1", {"mine"}),
        ("?ours=1", {"mine", "late", "soon", "asked"}),
        ("?late=1", {"late"}),
        ("?soon=1", {"soon"}),
        ("?waiting=1", {"asked"}),
        ("?ours=1&late=1", {"late"}),
        ("?state=proposed", {"asked"}),
        ("?q=ANOTHER", {"of another"}),
        ("?q=late&soon=1", set()),
    ],
)
def test_the_address_says_what_is_shown(rows, client, query, expected):
    assert shown(client.get(URL + query)) == expected


def test_filters_by_organization_and_collaboration(rows, client, people):
    assert shown(client.get(f"{URL}?organization={rows.organization_id}")) == {"of another"}
    assert len(shown(client.get(f"{URL}?collaboration={people.collaboration.pk}"))) == 5


def test_each_view_says_how_many_rows_it_has_within_the_filter(rows, client):
    page = soup_of(client.get(f"{URL}?state=accepted&ours=1"))
    chips = page.select("#commitments .chip")
    counts = {link.contents[0].strip(): link.select_one(".count").text for link in chips}
    assert counts == {
        "All": "4",
        "Mine": "1",
        "My organization's": "3",
        "Late": "1",
        "Due soon": "1",
        "Waiting for an answer": "0",
    }
    on = page.select_one("#commitments .chip[aria-current]")
    assert on["href"] == f"{URL}?state=accepted&ours=1"


@pytest.mark.parametrize(
    "query",
    [
        "?state=asleep",
        "?q=%00",
        "?q=" + "x" * 101,
        "?state=%3Cscript%3E",
    ],
)
def test_a_filter_that_makes_no_sense_is_left_out_and_said(rows, client, query):
    response = client.get(URL + query)
    assert len(shown(response)) == 5
    assert "was not understood" in response.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "?collaboration=x",
        "?collaboration=99999999999999999999999",
        "?collaboration=1&collaboration=0",
        "?organization=-1",
        "?organization=abc",
        "?due_month=2026-13",
        "?due_month=x&late=1",
        "?collaboration=0&state=asleep",
    ],
)
def test_a_place_that_is_not_to_be_found_shows_nothing_and_says_why(rows, client, query):
    response = client.get(URL + query)
    assert shown(response) == set()
    assert "was not found, or you may not see it" in response.content.decode()
    assert {chip.text for chip in soup_of(response).select(".chip .count")} == {"0"}


@pytest.mark.parametrize("query", ["?page=x", "?page=-3", "?page=999999", "?late=2&mine=yes"])
def test_nonsense_in_other_parts_is_the_whole_list(rows, client, query):
    assert len(shown(client.get(URL + query))) == 5


def test_hostile_text_is_shown_as_text(rows, client, people):
    people.promise(promise="<script>alert(1)</script>")
    response = client.get(URL + "?q=%3Cscript%3E")
    assert shown(response) == {"<script>alert(1)</script>"}


def test_a_collaboration_of_others_is_no_filter(rows, client):
    foreign = CommitmentFactory(promise="foreign")
    response = client.get(f"{URL}?collaboration={foreign.collaboration_id}")
    assert shown(response) == set()
    assert foreign.collaboration.title not in response.content.decode()


def test_htmx_gets_only_the_part_that_changes(rows, client):
    response = client.get(URL + "?late=1", headers=HTMX)
    assert not soup_of(response).find("h1")
    assert shown(response) == {"late"}
    assert "HX-Request" in response["Vary"]


def test_the_list_costs_the_same_however_long(people, sign_in, assert_flat_queries):
    sign_in(people.representative)
    people.promise(person=people.member.person)

    def grow():
        for _ in range(5):
            people.promise(person=people.other.person)
            CommitmentFactory(collaboration=people.collaboration, proposed=True)

    assert_flat_queries(URL, grow=grow, ceiling=22)


def test_the_pages_go_on_with_the_filter(people, sign_in, client):
    sign_in(people.representative)
    for number in range(27):
        people.promise(promise=f"Janji {number}")
    first = client.get(URL + "?ours=1")
    assert len(shown(first)) == 25
    following = soup_of(first).select_one("a[rel=next]")["href"]
    assert "ours=1" in following
    assert len(shown(client.get(URL + following))) == 2


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_empty_list_says_what_to_do(people, sign_in, client, language):
    user = people.representative
    user.language = language
    user.save()
    sign_in(user)
    empty = client.get(URL).content.decode()
    nothing = client.get(URL + "?late=1").content.decode()
    with translation.override(language):
        assert translation.gettext("There is no commitment yet") in empty
        assert translation.gettext("Nothing matches this filter") in nothing


def test_who_may_only_read_is_offered_nothing_to_add(people, sign_in, client):
    for user, is_offered in ((people.member, True), (people.auditor, False), (people.admin, False)):
        sign_in(user)
        create = reverse("agreements:commitment-create", args=[people.collaboration.pk])
        assert (create in client.get(URL).content.decode()) is is_offered


def test_a_new_date_shows_the_first_one_struck_out(people, sign_in, client):
    people.promise(due_on=today(10), original_due_on=today(3))
    sign_in(people.other)
    assert soup_of(client.get(URL)).select_one("table s")


def test_an_answer_on_behalf_is_marked(people, sign_in, client):
    people.promise(is_answered_on_behalf=True, state=CommitmentState.DECLINED)
    people.other.language = "en"
    people.other.save()
    sign_in(people.other)
    assert "not yet confirmed by the party" in client.get(URL).content.decode()
