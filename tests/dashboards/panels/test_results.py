"""Goals, agreements, context and drivers on the dashboard, and where their numbers lead."""

import datetime as dt
import re
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.goals.states import GoalState
from agreements.instruments.states import AgreementState
from dashboards.charts.way import Mark, Way
from dashboards.readings.shared import DRAWN
from tests.factories.actors import RegionFactory
from tests.factories.charter import (
    CollaborationFactory,
    ContextFactorFactory,
    PartyFactory,
    coordinator_of,
)
from tests.factories.goals import (
    BaselineFactory,
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    TargetFactory,
)
from tests.factories.instruments import AgreementFactory, AgreementPartyFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    return CollaborationFactory()


@pytest.fixture
def page(client, sign_in, collaboration):
    """The dashboard, or a page of an organization, as its coordinator reads it in English."""
    sign_in(coordinator_of(collaboration, language="en"))

    def page(url=None):
        return soup_of(
            client.get(url or reverse("dashboards:collaboration", args=[collaboration.pk]))
        )

    return page


def days(number):
    return timezone.localdate() + dt.timedelta(days=number)


def measured(collaboration, **goal):
    """Half the way in a fifth of the time."""
    row = IndicatorFactory(goal=GoalFactory(collaboration=collaboration, **goal))
    BaselineFactory(indicator=row, value=Decimal(0), as_of=days(-20))
    TargetFactory(indicator=row, value=Decimal(16_000), due_on=days(80))
    MeasurementFactory(indicator=row, value=Decimal(8_000), starts_on=days(0), ends_on=days(0))
    return row


def test_a_goal_shows_its_indicator_its_numbers_and_its_way(page, collaboration):
    row = measured(collaboration)
    section = page().find(id="goals")
    assert "8,000, target 16,000 anak. 50% of the way in 20% of the time." in section.text
    assert "Ahead" in section.text
    assert section.find("svg", role="img")
    assert section.find("a", href=row.get_absolute_url())
    assert section.find("a", href=row.goal.get_absolute_url())


def test_what_cannot_be_judged_says_why_and_comes_after_what_can(page, collaboration):
    lacking = IndicatorFactory(goal=GoalFactory(collaboration=collaboration, title="A first"))
    known = measured(collaboration, title="B second")
    section = page().find(id="goals")
    assert "no baseline" in section.text
    assert [link.text for link in section.select("h3 a")] == [known.goal.title, lacking.goal.title]


def test_a_target_by_region_is_not_denied(page, collaboration):
    row = IndicatorFactory(goal=GoalFactory(collaboration=collaboration))
    TargetFactory(indicator=row, region=RegionFactory(), value=Decimal(40))
    section = page().find(id="goals")
    assert "targets by region only" in section.text
    assert "no target" not in section.text


def test_every_goal_shows_an_indicator_and_says_how_many_it_has_when_not_all_are_shown(
    page, collaboration
):
    many = GoalFactory(collaboration=collaboration, title="A first")
    IndicatorFactory.create_batch(DRAWN + 1, goal=many)
    one = IndicatorFactory(goal=GoalFactory(collaboration=collaboration, title="B second"))
    GoalFactory(collaboration=collaboration, title="C third")
    first, second, third = page().find(id="goals").select(".goal-row")
    assert [len(row.select("p.goal-told")) for row in (first, second, third)] == [DRAWN - 1, 1, 0]
    assert second.find("a", href=one.get_absolute_url())
    denied = ["No indicator is in use." in row.text for row in (first, second, third)]
    assert denied == [False, False, True]
    assert not second.select("a.card-more")
    (link,) = first.select("a.card-more")
    assert link.text.startswith(f"All {DRAWN + 1} indicators")
    shown = page(link["href"])
    assert shown.find(string=re.compile(rf"\b{DRAWN + 1}\b"))


def test_more_goals_than_are_drawn_deny_no_indicator(page, collaboration):
    for _number in range(DRAWN + 1):
        IndicatorFactory(goal=GoalFactory(collaboration=collaboration))
    assert "No indicator is in use." not in page().find(id="goals").text


def test_dropped_goals_and_those_of_others_are_left_out(page, collaboration):
    GoalFactory(collaboration=collaboration, title="Dropped", state=GoalState.DROPPED)
    GoalFactory(title="Elsewhere")
    assert "No shared goal yet" in page().find(id="goals").text


def test_agreements_are_counted_and_those_that_end_first_stand_first(page, collaboration):
    ending = AgreementFactory(collaboration=collaboration, in_force=True, ends_on=days(20))
    AgreementFactory(collaboration=collaboration, in_force=True)
    AgreementFactory(collaboration=collaboration, state=AgreementState.NEGOTIATION)
    AgreementFactory(in_force=True)
    section = page().find(id="agreements")
    assert [box.text.split()[0] for box in section.select(".stats > li")] == ["2", "1", "1"]
    assert section.select(".row-title")[0]["href"] == ending.get_absolute_url()
    assert f"collaboration={collaboration.pk}" in section.select(".stats a")[0]["href"]


def test_a_figure_counts_what_its_list_shows(page, collaboration):
    here = {"collaboration": collaboration, "in_force": True}
    AgreementFactory(**here, ends_on=days(20))
    AgreementFactory(**here, starts_on=days(5), ends_on=days(60))
    AgreementFactory(**here, ends_on=days(-1))  # the calendar has not been applied yet
    figures = page().find(id="agreements").select(".stats a")
    assert [box.text.split()[0] for box in figures] == ["1", "1", "0"]
    for box in figures:
        listed = page(box["href"]).select("#agreements a.row-title")
        assert len(listed) == int(box.text.split()[0])


def test_without_agreements_it_says_so(page):
    assert "No agreement is in force" in page().find(id="agreements").text


def test_context_and_drivers_say_what_is_missing(page, collaboration):
    ContextFactorFactory(collaboration=collaboration)
    section = page().find(id="surroundings")
    assert "1 of 7" in section.text
    assert "Prior failure" in section.text


def test_the_dashboard_asks_the_same_number_of_questions_however_much_there_is(
    assert_flat_queries, sign_in, collaboration
):
    sign_in(coordinator_of(collaboration))
    measured(collaboration)
    AgreementPartyFactory(agreement=AgreementFactory(collaboration=collaboration, in_force=True))

    def grow():
        for _number in range(3):
            measured(collaboration)
            agreement = AgreementFactory(collaboration=collaboration, in_force=True)
            AgreementPartyFactory(agreement=agreement)

    url = reverse("dashboards:collaboration", args=[collaboration.pk])
    # two ask who is silent; decisions, statements, pledges, the pulse and more are read once each,
    # as are vacant roles and escalations among what is stuck
    assert_flat_queries(url, grow=grow, ceiling=57)


def test_the_page_of_an_organization_shows_its_agreements_as_far_as_one_may_look(
    page, collaboration
):
    party = PartyFactory(collaboration=collaboration)
    mine = AgreementFactory(collaboration=collaboration, in_force=True)
    AgreementPartyFactory(agreement=mine, party=party)
    other = AgreementPartyFactory(
        agreement__in_force=True, party__organization=party.organization
    ).agreement
    section = page(party.organization.get_absolute_url()).find(id="agreements")
    assert mine.title in section.text
    assert other.title not in section.text


def test_the_way_is_drawn_in_its_box_and_told_in_its_table():
    start, end = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
    way = Way(
        key="way-1",
        title="Anak",
        start=Mark(start, 0.0, "0", "baseline"),
        marks=(Mark(dt.date(2026, 7, 2), -5.0, "-5"), Mark(dt.date(2027, 2, 1), 12.0, "12")),
        target=Mark(end, 10.0, "10", "target"),
    )
    places = [(float(dot["x"]), float(dot["y"])) for dot in (*way.dots, way.aim)]
    assert all(0 <= x <= way.width and 0 <= y <= way.height for x, y in places)
    assert [row["words"] for row in way.rows] == ["0", "-5", "12", "10"]
    assert "<table" in str(way)
