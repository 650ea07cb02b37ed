"""The page of an indicator by region: what it says of targets, and where a region leads."""

from decimal import Decimal

import pytest

from agreements.goals.courses import courses_of
from agreements.goals.kinds import Direction
from agreements.goals.telling import missing_of
from dashboards.indicators.standing import facts_of
from dashboards.readings.elements.impacts import why_not
from tests.factories.actors import RegionFactory
from tests.factories.charter import coordinator_of
from tests.factories.goals import IndicatorFactory, MeasurementFactory, TargetFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def indicator():
    return IndicatorFactory()


@pytest.fixture
def opened(client, sign_in, indicator):
    """The page as the coordinator reads it in English."""
    sign_in(coordinator_of(indicator.goal.collaboration, language="en"))
    return lambda url=None: client.get(url or indicator.get_absolute_url())


@pytest.fixture
def standing(page, opened, indicator):
    def standing():
        card = page(indicator.get_absolute_url()).select_one("[aria-labelledby=standing-title]")
        places = {term.text: term.find_next_sibling("dd").text for term in card.select("dt")}
        return places["Target"].strip()

    return standing


def test_a_value_of_a_region_is_no_target_by_region(standing, indicator):
    MeasurementFactory(indicator=indicator, region=RegionFactory())
    assert standing() == "Not set"
    TargetFactory(indicator=indicator, region=RegionFactory(), value=Decimal(40))
    assert standing() == "by region"


def test_the_element_does_not_deny_targets_by_region(indicator):
    TargetFactory(indicator=indicator, region=RegionFactory(), value=Decimal(40))
    said = " ".join(map(str, why_not(courses_of([indicator])[indicator.pk])))
    assert "target hanya per wilayah" in said
    assert "belum ada target" not in said


def test_values_of_regions_are_not_denied_and_those_of_the_whole_come_first(opened, indicator):
    region = RegionFactory()
    MeasurementFactory(indicator=indicator, region=region)
    course = courses_of([indicator])[indicator.pk].whole
    assert course.has_values_by_region
    assert "nilai hanya per wilayah" in map(str, missing_of(course))
    page = opened().content.decode()
    assert "Values by region only" in page
    assert "There is no value yet" not in page
    MeasurementFactory(indicator=indicator)
    course = courses_of([indicator])[indicator.pk].whole
    assert not course.has_values_by_region
    assert "Values by region only" not in opened().content.decode()


def test_a_region_with_values_leads_to_them_and_one_without_leads_nowhere(opened, indicator):
    aimed, measured = RegionFactory(), RegionFactory()
    TargetFactory(indicator=indicator, region=aimed, value=Decimal(40))
    MeasurementFactory(indicator=indicator, region=measured)
    links = {row.name: row.url for row in opened().context["regions"]}
    assert links.pop(aimed.name) == ""
    (url,) = links.values()
    found = opened(url).context
    assert (len(found["measurements"]), found["filter"].is_nowhere) == (1, False)


def test_a_range_is_written_in_one_way_on_a_page():
    row = IndicatorFactory(direction=Direction.RANGE, unit="anak")
    TargetFactory(indicator=row, value=None, lower=Decimal(20), upper=Decimal(30))
    course = courses_of([row])[row.pk].whole
    assert facts_of(course).target.startswith("20\N{EN DASH}30 anak, ")
