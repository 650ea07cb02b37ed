"""Shared motivation on the pages: two findings beside each other, each leading to its source."""

import pytest
from django.urls import reverse

from agreements.motivation.kinds import Withheld
from tests.dashboards.readings.pulses import wave_of
from tests.factories.action import CommitmentFactory
from tests.factories.charter import CollaborationFactory, member_of

pytestmark = pytest.mark.django_db

EVERYTHING = {"T": 3.3, "U": 3.7, "L": 2.9, "C": 4.0}


@pytest.fixture
def collaboration():
    found = CollaborationFactory()
    CommitmentFactory.create_batch(5, collaboration=found, kept=True)
    return found


@pytest.fixture
def reader(client, collaboration):
    client.force_login(member_of(collaboration, language="en"))


def dashboard(collaboration):
    return reverse("dashboards:collaboration", args=[collaboration.pk])


def element(collaboration, code):
    return reverse("dashboards:element", args=[collaboration.pk, code])


def test_the_dashboard_shows_both_findings_of_each_part_and_no_number_made_of_them(
    page, reader, collaboration
):
    wave = wave_of(collaboration, EVERYTHING)
    rows = page(dashboard(collaboration)).select("#motivation tbody tr")
    assert len(rows) == 4
    for row, code in zip(rows, ("SM1", "SM2", "SM3", "SM4"), strict=True):
        records, people = row.select("td")
        assert records.a["href"] == element(collaboration, code)
        assert people.a["href"] == wave.get_absolute_url()
    assert "Established" in rows[0].text
    assert "Median 3.3 of 5" in rows[0].text
    assert "In between" in rows[0].text


def test_a_withheld_wave_reads_not_enough_respondents_and_never_nought(page, reader, collaboration):
    wave_of(collaboration, dict.fromkeys(EVERYTHING), n=4)
    people = page(dashboard(collaboration)).select("#motivation tbody tr td:last-child")
    for cell in people:
        assert "Not enough respondents" in cell.text
        assert "0" not in cell.text.split("until")[0]
        assert "Median" not in cell.text
    said = page(element(collaboration, "SM1")).select_one("#said-title").parent.text
    assert "Not enough respondents" in said
    assert "4 of" not in said


@pytest.mark.parametrize("reason", [Withheld.ALIKE, Withheld.TELLING])
def test_a_full_wave_that_would_tell_on_people_is_not_said_to_have_been_too_small(
    page, reader, collaboration, reason
):
    wave_of(collaboration, dict.fromkeys(EVERYTHING), n=22, invited=24, reason=reason)
    seen = [page(dashboard(collaboration)).select_one("#motivation").text]
    seen.append(page(element(collaboration, "SM1")).select_one("#said-title").parent.text)
    for text in seen:
        assert "Not enough respondents" not in text
        assert "Not shown" in text
        assert "Median" not in text


def test_without_a_wave_the_page_says_so(page, reader, collaboration):
    text = page(element(collaboration, "SM2")).main.text
    assert "No pulse that asked about this was published in this window." in text
    assert "What people say" not in page(element(collaboration, "PE1")).main.text


def test_the_number_opens_the_results_which_the_reader_may_see(client, page, reader, collaboration):
    wave_of(collaboration, EVERYTHING)
    said = page(element(collaboration, "SM4")).select_one("#said-title").parent
    assert client.get(said.a["href"]).status_code == 200
    assert "Low below 3.0, high from 4.0" in said.text


def test_the_wheel_names_both(page, reader, collaboration):
    wave_of(collaboration, EVERYTHING)
    text = page(dashboard(collaboration)).select_one("#framework").text
    assert "What people say: Median 3.3 of 5" in text


def test_more_waves_cost_no_more_questions(reader, assert_flat_queries, collaboration):
    wave_of(collaboration, EVERYTHING)
    assert_flat_queries(
        element(collaboration, "SM1"),
        grow=lambda: [wave_of(collaboration, EVERYTHING, ended=days) for days in (90, 150)],
        ceiling=7,
    )
