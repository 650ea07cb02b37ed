"""Baselines and targets: versions, each set by a decision, and what has to be there before."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.charter.stances import Stance
from agreements.goals import transitions
from agreements.goals.kinds import GoalEvent
from agreements.models import Baseline, Target
from collabgov.kit.errors import Refused
from tests.agreements.goals.scenes import lines
from tests.factories.actors import RegionFactory
from tests.factories.engagement import DecisionFactory
from tests.factories.goals import (
    GoalFactory,
    IndicatorFactory,
    PeriodLockFactory,
    TheoryConsentFactory,
    TheoryOfChangeFactory,
)

TODAY = timezone.localdate()


@pytest.fixture
def indicator(scene):
    TheoryOfChangeFactory(collaboration=scene.collaboration, agreed=True)
    goal = GoalFactory(collaboration=scene.collaboration, lead=scene.health)
    return IndicatorFactory(goal=goal)


def test_a_newer_baseline_replaces_the_one_before(indicator, baseline):
    baseline(indicator, 10)
    second = baseline(indicator, 12)
    assert [(row.order, row.is_current) for row in Baseline.objects.order_by("order")] == [
        (1, False),
        (2, True),
    ]
    assert baseline(indicator, 12) == second  # a double click
    assert lines(indicator.goal) == [(GoalEvent.BASELINE_SET, str(indicator))] * 2


def test_each_region_has_its_own(indicator, baseline, target):
    region = RegionFactory()
    assert baseline(indicator, region=region).order == 1
    assert baseline(indicator).order == 1
    assert target(indicator, region=region).order == 1
    assert target(indicator).is_current
    assert lines(indicator.goal)[0][1] == f"{indicator} · {region.name}"


def test_a_target_for_the_same_day_replaces_and_other_days_are_steps(indicator, target):
    target(indicator, 100)
    target(indicator, 50, due_on=TODAY + timedelta(10))
    target(indicator, 120)
    assert list(Target.objects.current().order_by("due_on").values_list("value", "order")) == [
        (50, 1),
        (120, 2),
    ]


def test_a_target_may_be_reached_on_the_last_day_of_any_year_after_the_baseline(
    indicator, baseline, target
):
    start = baseline(indicator)
    with pytest.raises(ValidationError) as refusal:
        target(indicator, due_on=start.as_of)
    assert refusal.value.error_dict.keys() == {"due_on"}
    with pytest.raises(ValidationError):  # the whole counts where the region has none of its own
        target(indicator, due_on=start.as_of, region=RegionFactory())
    target(indicator, due_on=start.as_of + timedelta(1))


def test_a_baseline_is_not_moved_behind_its_targets_nor_into_the_future(
    indicator, baseline, target
):
    target(indicator, due_on=TODAY - timedelta(5))
    for day in (TODAY - timedelta(5), TODAY + timedelta(1)):
        with pytest.raises(ValidationError) as refusal:
            baseline(indicator, as_of=day)
        assert refusal.value.error_dict.keys() == {"as_of"}
    assert not Baseline.objects.exists()


def test_a_baseline_altogether_is_earlier_than_the_targets_of_regions_without_their_own(
    indicator, baseline, target
):
    bare, own = RegionFactory(), RegionFactory()
    baseline(indicator, region=own)
    for region in (bare, own):
        target(indicator, due_on=TODAY - timedelta(5), region=region)
    with pytest.raises(ValidationError) as refusal:
        baseline(indicator, as_of=TODAY - timedelta(5))
    assert refusal.value.error_dict.keys() == {"as_of"}
    baseline(indicator, as_of=TODAY - timedelta(10), region=bare)
    baseline(indicator, as_of=TODAY - timedelta(5))


@pytest.mark.parametrize(("direction", "wrong"), [("up", 9), ("down", 11)])
def test_a_target_lies_where_things_are_better(indicator, baseline, target, direction, wrong):
    indicator.direction = direction
    indicator.save()
    baseline(indicator, 10)
    with pytest.raises(ValidationError) as refusal:
        target(indicator, wrong)
    assert refusal.value.error_dict.keys() == {"value"}
    target(indicator, wrong, region=RegionFactory())  # a part has another scale than the whole
    target(indicator, 10)  # staying where it is
    better = 20 - wrong
    target(indicator, better)
    with pytest.raises(ValidationError) as refusal:
        baseline(indicator, better + better - 10)
    assert refusal.value.error_dict.keys() == {"value"}
    assert baseline(indicator, better).value == better


def test_a_range_has_no_way_to_go(indicator, baseline, target):
    indicator.direction = "range"
    indicator.save()
    baseline(indicator, 10)
    target(indicator, None, lower=Decimal(2), upper=Decimal(4))
    assert baseline(indicator, 1).order == 2


@pytest.mark.usefixtures("in_english")
def test_no_target_while_a_party_objects_to_what_was_agreed(scene, indicator, target):
    theory = scene.collaboration.theories.get()
    said = {"theory": theory, "supports": True, "stance": Stance.OBJECT, "reason": "Belum."}
    consent = TheoryConsentFactory(party=scene.health, **said)
    TheoryConsentFactory(party=scene.asked, **said)  # is not asked
    with pytest.raises(Refused) as refusal:
        target(indicator)
    assert str(refusal.value).endswith(f": {scene.health.organization.label}.")
    consent.stance = Stance.ACCEPT
    consent.save()
    assert target(indicator)


@pytest.mark.usefixtures("in_english")
def test_first_the_theory_then_the_target(scene, decision):
    goal = GoalFactory(collaboration=scene.collaboration)
    bare = IndicatorFactory(goal=goal)
    said = {"by": scene.coordinator, "value": Decimal(1), "decision": decision}
    with pytest.raises(Refused, match="theory of change"):
        transitions.set_target(indicator=bare, due_on=TODAY, **said)
    transitions.set_baseline(indicator=bare, as_of=TODAY, **said)


@pytest.mark.usefixtures("in_english")
def test_no_target_without_a_definition(scene, indicator, target):
    bare = IndicatorFactory(goal=indicator.goal, undefined=True)
    with pytest.raises(Refused, match="definition"):
        target(bare)


@pytest.mark.usefixtures("in_english")
def test_no_target_before_the_parties_agree_on_the_definition(indicator, target):
    type(indicator).objects.update(definition_agreed_on=None)
    indicator.refresh_from_db()
    with pytest.raises(Refused, match="agree on the definition"):
        target(indicator)
    assert not Target.objects.exists()


def lock_of(scene, first, last):
    """Days of the past that were closed, counted back from today."""
    days = {"starts_on": TODAY - timedelta(first), "ends_on": TODAY - timedelta(last)}
    return PeriodLockFactory(collaboration=scene.collaboration, **days)


@pytest.mark.parametrize(
    ("locked", "new"),
    [((30, 20), 25), ((40, 28), 10), ((12, 8), 10)],
    ids=["of locked days", "in the place of one of locked days", "first of locked days"],
)
def test_a_baseline_of_locked_days_stays(scene, indicator, baseline, locked, new):
    before = baseline(indicator, 264) if locked[0] != 12 else None
    lock = lock_of(scene, *locked)
    with pytest.raises(Refused, match=lock.reason):
        baseline(indicator, 99, as_of=TODAY - timedelta(new))
    assert Baseline.objects.first() == before
    assert baseline(indicator, 5, region=RegionFactory(), as_of=TODAY - timedelta(50))
    type(lock).objects.update(lifted_on=TODAY, lifted_reason="Salah.")
    assert baseline(indicator, 99, as_of=TODAY - timedelta(new)).is_current


def test_a_target_of_locked_days_is_neither_set_nor_dropped(scene, indicator, target):
    row = target(indicator, due_on=TODAY - timedelta(10))
    lock = lock_of(scene, 12, 8)
    with pytest.raises(Refused, match=lock.reason):
        target(indicator, 50, due_on=TODAY - timedelta(9))
    with pytest.raises(Refused, match=lock.reason):
        transitions.drop_target(target=row, by=scene.coordinator, reason="Dipotong.")
    assert Target.objects.current().get() == row
    assert target(indicator, 50)


def test_a_target_is_below_nothing_only_where_the_baseline_is(indicator, baseline, target):
    with pytest.raises(ValidationError) as refusal:
        target(indicator, -5)
    assert refusal.value.error_dict.keys() == {"value"}
    baseline(indicator, -10)
    assert target(indicator, -5).value == -5
    assert target(indicator, 0).value == 0


def test_a_range_may_reach_below_nothing(indicator, target):
    indicator.direction = "range"
    indicator.save()
    assert target(indicator, None, lower=Decimal(-2), upper=Decimal(2)).lower == -2


@pytest.mark.parametrize("unit", ["persen", "%", " Percent"])
def test_a_target_is_above_a_hundred_percent_only_where_the_baseline_is(
    indicator, baseline, target, unit
):
    indicator.unit = unit
    indicator.save()
    with pytest.raises(ValidationError) as refusal:
        target(indicator, 150)
    assert refusal.value.error_dict.keys() == {"value"}
    assert target(indicator, 100)
    baseline(indicator, 100, region=RegionFactory())
    with pytest.raises(ValidationError):
        target(indicator, 150)
    baseline(indicator, 120, region=RegionFactory())
    assert target(indicator, 150)


def test_a_target_is_for_a_day_that_can_be_answered_for(indicator, target):
    with pytest.raises(ValidationError) as refusal:
        target(indicator, due_on=TODAY.replace(year=2200, day=1))
    assert refusal.value.error_dict.keys() == {"due_on"}
    assert target(indicator, due_on=TODAY + timedelta(365 * 20))


def test_a_decision_of_another_collaboration_sets_nothing(indicator, baseline, target):
    for verb in (baseline, target):
        with pytest.raises(ValidationError) as refusal:
            verb(indicator, decision=DecisionFactory())
        assert refusal.value.error_dict.keys() == {"decision"}


@pytest.mark.parametrize(
    ("direction", "numbers", "places"),
    [
        ("up", {"value": None}, {"value"}),
        ("up", {"lower": Decimal(1), "upper": Decimal(2)}, {"lower"}),
        ("range", {"value": 5}, {"value", "lower", "upper"}),
        ("range", {"value": None, "lower": Decimal(1)}, {"upper"}),
    ],
)
def test_a_range_for_what_stays_within_one_a_value_for_the_rest(
    indicator, target, direction, numbers, places
):
    indicator.direction = direction
    indicator.save()
    with pytest.raises(ValidationError) as refusal:
        target(indicator, **numbers)
    assert refusal.value.error_dict.keys() == places


def test_a_range_has_its_upper_end_above(indicator, target):
    indicator.direction = "range"
    indicator.save()
    with pytest.raises(ValidationError):
        target(indicator, None, lower=Decimal(5), upper=Decimal(4))
    assert target(indicator, None, lower=Decimal(4), upper=Decimal(4)).upper == 4


def test_a_share_lies_between_nothing_and_all(indicator, baseline, target):
    indicator.is_share = True
    indicator.save()
    for verb, number in ((baseline, -1), (target, 101)):
        with pytest.raises(ValidationError) as refusal:
            verb(indicator, number)
        assert refusal.value.error_dict.keys() == {"value"}
    assert target(indicator, 100)


def test_a_target_is_dropped_with_a_reason_and_stays_readable(scene, indicator, target):
    row = target(indicator)
    with pytest.raises(ValidationError):
        transitions.drop_target(target=row, by=scene.coordinator, reason=" ")
    fresh = transitions.drop_target(target=row, by=scene.coordinator, reason="Anggaran dipotong.")
    assert not fresh.is_current
    with pytest.raises(Refused):
        transitions.drop_target(target=row, by=scene.coordinator, reason="x")
    assert lines(indicator.goal)[-1][0] == GoalEvent.TARGET_DROPPED
    assert target(indicator).order == 2


def test_nothing_is_set_for_an_indicator_out_of_use(scene, indicator, baseline, target):
    transitions.retire_indicator(indicator=indicator, by=scene.coordinator, reason="x")
    for verb in (baseline, target):
        with pytest.raises(Refused):
            verb(indicator)
