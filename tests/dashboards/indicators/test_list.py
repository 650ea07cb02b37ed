"""The list of indicators: what stands in its address narrows it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.goals.states import GoalState
from tests.agreements.goals.scenes import Scene
from tests.factories.goals import (
    BaselineFactory,
    GoalFactory,
    IndicatorFactory,
    ReportingDutyFactory,
    TargetFactory,
)


def names(answer):
    return {row.name for row in answer.context["indicators"]}


@pytest.fixture
def scene(db):
    return Scene()


@pytest.fixture
def goal(scene):
    return GoalFactory(collaboration=scene.collaboration, lead=scene.health)


def test_the_list_is_narrowed_in_the_address(client, scene, goal, sign_in):
    sign_in(scene.coordinator)
    full = IndicatorFactory(goal=goal, name="Lengkap")
    BaselineFactory(indicator=full)
    TargetFactory(indicator=full)
    ReportingDutyFactory(indicator=full)
    IndicatorFactory(goal=goal, name="Kosong", level="output", undefined=True)
    IndicatorFactory(goal=goal, name="Lama", is_retired=True)
    page = reverse("dashboards:indicator-list")

    def found(**query):
        return names(client.get(page, query))

    assert found() == {"Lengkap", "Kosong"}
    assert found(q="lengk") == {"Lengkap"}
    assert found(level="output") == {"Kosong"}
    assert found(goal=goal.pk, collaboration=scene.collaboration.pk) == {"Lengkap", "Kosong"}
    assert found(organization=scene.health.organization_id) == {"Lengkap"}
    assert found(state="retired") == {"Lama"}
    for state in ("undefined", "without_baseline", "without_target", "nobody_reports"):
        assert found(state=state) == {"Kosong"}
    assert found(state="x") == {"Lengkap", "Kosong"}
    for strange in ("999999", "x", "9" * 40):
        assert found(collaboration=strange) == set()


def test_what_is_missing_is_what_does_not_count_now(client, scene, goal, sign_in):
    sign_in(scene.coordinator)
    indicator = IndicatorFactory(goal=goal, name="Dulu", definition="Anak sasaran satgas.")
    BaselineFactory(indicator=indicator, is_current=False)
    TargetFactory(indicator=indicator, is_current=False)
    day = timezone.localdate() - timedelta(1)
    ReportingDutyFactory(indicator=indicator, ends_on=day)
    page = reverse("dashboards:indicator-list")
    for state in ("without_baseline", "without_target", "nobody_reports"):
        assert names(client.get(page, {"state": state})) == {"Dulu"}
    reporter = {"organization": scene.health.organization_id}
    assert names(client.get(page, reporter)) == set()
    assert names(client.get(page, {"q": "SATGAS"})) == {"Dulu"}


def test_indicators_of_a_dropped_goal_stand_among_those_out_of_use(client, scene, goal, sign_in):
    sign_in(scene.coordinator)
    IndicatorFactory(goal=goal, name="Dulu")
    goal.state = GoalState.DROPPED
    goal.save()
    page = reverse("dashboards:indicator-list")
    assert names(client.get(page)) == set()
    assert names(client.get(page, {"state": "retired"})) == {"Dulu"}


def test_the_filter_names_nothing_that_the_reader_does_not_see(client, scene, goal, sign_in):
    hidden = ReportingDutyFactory()
    hidden.party.organization.name = "Dinas Rahasia"
    hidden.party.organization.save()
    hidden.indicator.goal.title = "Tujuan Rahasia"
    hidden.indicator.goal.save()
    type(scene.collaboration).objects.filter(pk=hidden.indicator.goal.collaboration_id).update(
        title="Kerja Sama Rahasia"
    )
    sign_in(scene.coordinator)
    page = reverse("dashboards:indicator-list")
    assert "Rahasia" not in client.get(page).content.decode()
    goal_seen = {"goal": hidden.indicator.goal_id}
    assert names(client.get(page, goal_seen)) == set()
