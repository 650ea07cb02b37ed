"""A promise that asks for help does so until somebody says something newer, on list and page."""

import pytest
from django.urls import reverse

from agreements.action import transitions
from agreements.action.kinds import Progress
from agreements.models import Commitment
from tests.agreements.action.people import today
from tests.factories.action import CommitmentFactory, ProgressUpdateFactory
from tests.html import soup_of

URL = reverse("agreements:commitment-list")


@pytest.fixture
def asked(people):
    """A promise whose organization asks for help."""
    commitment = people.promise(promise="asks")
    ProgressUpdateFactory(commitment=commitment)
    ProgressUpdateFactory(commitment=commitment, needs_help=True, note="Butuh data dasar.")
    other = people.promise(promise="helped")
    ProgressUpdateFactory(commitment=other, needs_help=True, note="Butuh tanda tangan.")
    ProgressUpdateFactory(commitment=other)
    people.promise(promise="silent")
    return commitment


def needing():
    return set(Commitment.objects.needing_help().values_list("promise", flat=True))


def test_the_newest_word_decides(asked, people):
    assert needing() == {"asks"}
    transitions.note_progress(
        commitment=asked, by=people.member, progress=Progress.UNDER_WAY, note="Datanya ada."
    )
    assert needing() == set()


def test_what_is_no_longer_owed_needs_no_help(asked, people):
    transitions.report_done(commitment=asked, by=people.member)
    assert needing() == set()
    transitions.send_back(commitment=asked, by=people.other, reason="Belum lengkap.")
    assert needing() == {"asks"}


def test_list_and_page_say_so_and_the_filter_shows_only_those(asked, people, sign_in, client):
    people.coordinator.language = "en"
    people.coordinator.save()
    sign_in(people.coordinator)
    rows = {
        row.select_one("a.row-title").text: "Needs help" in row.text
        for row in soup_of(client.get(URL)).select("tbody tr")
    }
    assert rows == {"asks": True, "helped": False, "silent": False}
    only = soup_of(client.get(f"{URL}?help=1"))
    assert [link.text for link in only.select("tbody a.row-title")] == ["asks"]
    assert only.select_one(".chip[aria-current]").contents[0].strip() == "Needs help"
    page = soup_of(client.get(asked.get_absolute_url()))
    assert "Needs help" in page.select_one(".page-head .badges").text


def test_the_filter_costs_the_same_however_many_ask(asked, people, sign_in, assert_flat_queries):
    sign_in(people.coordinator)

    def grow():
        for _ in range(4):
            commitment = CommitmentFactory(
                collaboration=people.collaboration, due_on=today(4), person=people.other.person
            )
            ProgressUpdateFactory(commitment=commitment, needs_help=True)

    grow()
    assert_flat_queries(f"{URL}?help=1", grow=grow, ceiling=24)
