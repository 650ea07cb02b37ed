"""The register of agreements: filters in the address, parts, flat queries, nobody else's rows."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from agreements.instruments.register import is_stuck
from agreements.instruments.states import AgreementState
from agreements.models import Agreement
from tests.agreements.instruments.shelf import Shelf
from tests.factories.charter import coordinator_of
from tests.factories.instruments import AgreementFactory, AgreementPartyFactory, AmendmentFactory
from tests.html import soup_of

URL = reverse("agreements:agreement-list")
HTMX = {"HX-Request": "true"}
S = AgreementState


@pytest.fixture
def shelf(db, sign_in):
    shelf = Shelf()
    sign_in(shelf.coordinator)
    return shelf


def shown(response):
    return {link.text.strip() for link in soup_of(response).select("#agreements a.row-title")}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"draft", "stuck", "signing", "long", "soon", "ended"}),
        ("?show=preparing", {"draft", "stuck", "signing"}),
        ("?show=signing", {"signing"}),
        ("?show=stuck", {"stuck"}),
        ("?show=in_force", {"long", "soon"}),
        ("?show=expiring", {"soon"}),
        ("?show=review", {"soon"}),
        ("?show=over", {"ended"}),
        ("?ends_within=90", {"soon"}),
        ("?ends_within=30", set()),
        ("?state=review", {"stuck"}),
        ("?scope=regions", {"long"}),
        ("?mandatory=1", {"long"}),
        ("?coordinated=1&show=over", {"ended"}),
        ("?q=soon", {"soon"}),
        ("?q=soon&show=over", set()),
        ("?view=timeline&show=over", set()),
    ],
)
def test_the_address_says_what_is_shown(shelf, client, query, expected):
    assert shown(client.get(URL + query)) == expected


def test_filters_by_collaboration_party_and_kind(shelf, client):
    long = shelf.long
    AgreementPartyFactory(agreement=long, party__collaboration=shelf.collaboration)
    assert len(shown(client.get(f"{URL}?collaboration={shelf.collaboration.pk}"))) == 6
    assert shown(client.get(f"{URL}?organization={shelf.bank.organization_id}")) == {"signing"}
    assert shown(client.get(f"{URL}?type={long.type_id}")) == {"long"}


def test_each_part_says_how_many_it_has_within_the_filter(shelf, client):
    page = soup_of(client.get(f"{URL}?state=in_force"))
    counts = {
        chip.contents[0].strip(): int(chip.select_one(".count").text)
        for chip in page.select("#agreements .chips .chip")
    }
    assert counts["All"] == counts["In force"] == 2
    assert counts["Being prepared"] == counts["Over"] == 0


def test_the_tiles_lead_to_the_parts_that_they_count(shelf, client):
    page = soup_of(client.get(URL))
    tiles = {
        tile["href"]: int(tile.select_one(".stat-figure").text) for tile in page.select("a.stat")
    }
    assert tiles == {
        f"{URL}?show=in_force": 2,
        f"{URL}?show=expiring": 1,
        f"{URL}?show=stuck": 1,
        f"{URL}?show=signing": 1,
    }
    for address, count in tiles.items():
        assert len(shown(client.get(address))) == count


@pytest.mark.parametrize("query", ["?state=asleep", "?q=" + "x" * 201, "?show=x", "?ends_within=8"])
def test_a_filter_that_makes_no_sense_is_left_out_and_said(shelf, client, query):
    response = client.get(URL + query)
    assert len(shown(response)) == 6
    assert "was not understood" in response.content.decode()


@pytest.mark.parametrize("query", ["?collaboration=x", "?organization=0", "?type=987654321"])
def test_a_place_that_is_not_to_be_found_shows_nothing_and_says_why(shelf, client, query):
    response = client.get(URL + query)
    assert shown(response) == set()
    assert "was not found, or you may not see it" in response.content.decode()


def test_what_others_agreed_is_not_shown(shelf, client, sign_in):
    foreign = AgreementFactory(title="of strangers")
    assert "of strangers" not in client.get(URL).content.decode()
    assert shown(client.get(f"{URL}?collaboration={foreign.collaboration_id}")) == set()
    sign_in(coordinator_of(foreign.collaboration, language="en"))
    assert shown(client.get(URL)) == {"of strangers"}
    page = reverse("agreements:agreement-detail", args=[shelf.long.pk])
    missing = reverse("agreements:agreement-detail", args=[987654321])
    assert [client.get(each).status_code for each in (page, missing)] == [404, 404]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_row_says_how_it_stands(shelf, client, language):
    shelf.coordinator.language = language
    shelf.coordinator.save()
    page = client.get(URL).content.decode()
    with translation.override(language):
        left = translation.ngettext("In force, %d day left", "In force, %d days left", 42) % 42
        over = translation.ngettext("%d day over", "%d days over", 9) % 9
    assert left in page
    assert f"({over})" in page
    assert "Bank daerah" in page


def test_the_timeline_has_a_bar_for_each_term_and_a_table(shelf, client):
    page = soup_of(client.get(f"{URL}?view=timeline"))
    rows = page.select(".gantt-row")
    assert [len(row.select("rect")) for row in rows].count(2) == 4
    assert len(page.select(".chart-table tbody tr")) == len(rows) == 6
    assert "no term named yet" in page.text


def renewed(shelf, **fields):
    """The agreement that ends soon, and what renews it."""
    renewal = AgreementFactory(
        collaboration=shelf.collaboration, title="soon", renews=shelf.soon, **fields
    )
    return shelf.soon, renewal


@pytest.mark.parametrize("state", [{}, {"in_force": True}])
@pytest.mark.parametrize(
    ("language", "later", "earlier"),
    [
        ("id", "pembaruan dari yang terdahulu", "ada pembaruannya"),
        ("en", "renewal of an earlier one", "has a renewal"),
    ],
)
@pytest.mark.parametrize("view", ["", "timeline"])
def test_two_of_one_title_say_which_renews_which(
    shelf, client, state, language, later, earlier, view
):
    shelf.coordinator.language = language
    shelf.coordinator.save()
    old, renewal = renewed(shelf, **state)
    page = soup_of(client.get(f"{URL}?q=soon&view={view}"))
    said = {}
    for row in page.select(".gantt-row" if view else "tbody tr"):
        said[row.a["href"]] = [words for words in (later, earlier) if words in row.text]
    assert said == {old.get_absolute_url(): [earlier], renewal.get_absolute_url(): [later]}


def test_a_renewal_that_was_given_up_marks_nothing(shelf, client):
    renewed(shelf, state=S.ABANDONED, over_on=shelf.soon.starts_on)
    rows = soup_of(client.get(f"{URL}?show=in_force")).select("tbody tr")
    assert not [row for row in rows if "renewal" in row.text]


def test_the_timeline_says_once_that_there_is_no_last_day(shelf, client):
    shelf.hold("open", ends_on=None)
    suspended = shelf.hold("held up", ends_on=None, state=S.SUSPENDED)
    page = soup_of(client.get(f"{URL}?view=timeline"))
    rows = {row.a["href"]: row.text for row in page.select(".gantt-row")}
    assert rows[Agreement.objects.get(title="open").get_absolute_url()].count("last day") == 1
    assert rows[suspended.get_absolute_url()].count("last day") == 1


def test_htmx_gets_only_the_part_that_changes(shelf, client):
    response = client.get(f"{URL}?show=over", headers=HTMX)
    assert not soup_of(response).find("h1")
    assert shown(response) == {"ended"}


def test_the_register_costs_the_same_however_long(shelf, assert_flat_queries):
    def grow():
        for number in range(6):
            agreement = AgreementFactory(
                collaboration=shelf.collaboration, in_force=True, number=f"N{number}"
            )
            AgreementPartyFactory.create_batch(
                3, agreement=agreement, party__collaboration=shelf.collaboration
            )
            AmendmentFactory(agreement=agreement)
            AgreementFactory(collaboration=shelf.collaboration, renews=agreement)

    assert_flat_queries(URL, grow=grow, ceiling=26)


def test_what_waits_for_my_signature_is_found_until_i_sign(shelf, client, sign_in):
    sign_in(shelf.speaker)
    assert shown(client.get(f"{URL}?show=mine")) == {"signing"}
    signature = shelf.sign(shelf.bank_place, is_on_behalf=True)
    assert shown(client.get(f"{URL}?show=mine")) == {"signing"}
    signature.is_on_behalf = False
    signature.save()
    assert shown(client.get(f"{URL}?show=mine")) == set()


def test_stuck_begins_the_day_after_the_last_one_allowed(shelf):
    stuck = shelf.stuck
    last = stuck.stage_since + timedelta(days=stuck.stage.days)
    after = last + timedelta(days=1)
    assert not Agreement.objects.filter(is_stuck(today=last), pk=stuck.pk).exists()
    assert Agreement.objects.filter(is_stuck(today=after), pk=stuck.pk).exists()


def test_who_coordinates_nothing_is_offered_nothing_to_record(shelf, client, sign_in):
    sign_in(shelf.speaker)
    assert "agreements/new/" not in client.get(URL).content.decode()


def test_an_empty_register_says_what_it_is_for(client, sign_in):
    sign_in(language="en")
    assert "There is no agreement yet" in client.get(URL).content.decode()
    assert "Nothing matches this filter" in client.get(f"{URL}?q=nothing").content.decode()
