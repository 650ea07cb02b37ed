"""Guards of baselines and targets that no other test would miss."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.goals.transitions.common import moment
from agreements.models import Baseline, Target
from collabgov.kit.errors import Refused
from tests.factories.actors import RegionFactory
from tests.factories.goals import (
    GoalFactory,
    IndicatorFactory,
    PeriodLockFactory,
    TheoryOfChangeFactory,
)

TODAY = timezone.localdate()


@pytest.fixture
def indicator(scene):
    TheoryOfChangeFactory(collaboration=scene.collaboration, agreed=True)
    goal = GoalFactory(collaboration=scene.collaboration, lead=scene.health)
    return IndicatorFactory(goal=goal)


@pytest.fixture
def kept(indicator):
    """The indicator with other facts, for the verbs that read it again."""

    def kept(**facts):
        type(indicator).objects.filter(pk=indicator.pk).update(**facts)
        return indicator

    return kept


def refused(verb, *args, **fields):
    with pytest.raises(ValidationError) as refusal:
        verb(*args, **fields)
    return refusal.value.error_dict.keys()


def test_only_the_own_theory_counts_and_only_once_it_is_agreed(scene, indicator, target):
    scene.collaboration.theories.all().delete()
    TheoryOfChangeFactory(agreed=True)
    TheoryOfChangeFactory(collaboration=scene.collaboration)
    with pytest.raises(Refused):
        target(indicator)
    assert not Target.objects.exists()


@pytest.mark.parametrize("bound", ["lower", "upper"])
def test_a_single_value_has_neither_bound(indicator, target, bound):
    assert refused(target, indicator, **{bound: Decimal(1)}) == {"lower"}


def test_both_bounds_of_a_share_lie_between_nothing_and_all(kept, target):
    indicator = kept(is_share=True, direction="range")
    said = {"lower": Decimal(-1), "upper": Decimal(101)}
    assert refused(target, indicator, None, **said) == {"lower", "upper"}
    assert target(indicator, None, lower=Decimal(0), upper=Decimal(100)).upper == 100


def test_both_bounds_of_a_percentage_lie_below_all(kept, target):
    indicator = kept(unit="persen", direction="range")
    said = {"lower": Decimal(101), "upper": Decimal(102)}
    assert refused(target, indicator, None, **said) == {"lower", "upper"}


def test_a_baseline_without_any_target_is_not_of_a_day_to_come_either(indicator, baseline):
    assert refused(baseline, indicator, as_of=TODAY + timedelta(1)) == {"as_of"}
    assert baseline(indicator, as_of=TODAY).as_of == TODAY


def test_a_share_starts_at_nothing_or_at_all(kept, baseline):
    indicator = kept(is_share=True)
    assert baseline(indicator, 0).value == 0
    assert baseline(indicator, 100).value == 100


def test_nothing_at_all_is_a_target_of_what_shall_go_down(kept, baseline, target):
    assert target(kept(direction="down"), 0).value == 0


def test_what_an_older_baseline_said_allows_nothing_any_more(kept, baseline, target):
    indicator = kept(unit="persen")
    for older, wrong in ((-10, -5), (120, 150)):
        baseline(indicator, older)
        baseline(indicator, 50)
        assert refused(target, indicator, wrong, region=RegionFactory()) == {"value"}


def test_a_target_is_for_the_last_day_within_reach_and_not_a_day_later(indicator, target):
    last = TODAY + timedelta(25 * 366)
    assert target(indicator, due_on=last).is_current
    assert refused(target, indicator, due_on=last + timedelta(1)) == {"due_on"}


def test_a_baseline_altogether_is_moved_behind_the_targets_of_regions_with_their_own(
    indicator, baseline, target
):
    own, bare = RegionFactory(), RegionFactory()
    baseline(indicator)
    baseline(indicator, region=own)
    target(indicator, due_on=TODAY - timedelta(9), region=own)
    assert baseline(indicator, as_of=TODAY - timedelta(5)).order == 2
    baseline(indicator, as_of=TODAY - timedelta(30))
    target(indicator, due_on=TODAY - timedelta(9), region=bare)
    assert refused(baseline, indicator, as_of=TODAY - timedelta(5)) == {"as_of"}


def test_targets_that_count_no_more_hold_no_baseline_back(indicator, baseline, target):
    target(indicator, 5, due_on=TODAY - timedelta(5))
    Target.objects.update(is_current=False)
    assert baseline(indicator, 10, as_of=TODAY - timedelta(5)).is_current


def test_a_target_of_a_region_is_measured_by_the_baseline_of_that_region(
    indicator, baseline, target
):
    region = RegionFactory()
    baseline(indicator, 50)
    baseline(indicator, 5, region=region)
    assert target(indicator, 10, region=region).is_current
    assert refused(target, indicator, 49) == {"value"}
    assert refused(baseline, indicator, 11, region=region) == {"value"}
    assert baseline(indicator, 60).order == 2  # the target of the region is none of the whole


def test_days_that_were_closed_hold_only_what_counts_there(scene, indicator, baseline):
    baseline(indicator, 10)
    baseline(indicator, 11, as_of=TODAY - timedelta(20))
    days = {"starts_on": TODAY - timedelta(31), "ends_on": TODAY - timedelta(29)}
    PeriodLockFactory(collaboration=scene.collaboration, **days)
    assert baseline(indicator, 12, as_of=TODAY - timedelta(19)).order == 3


def test_the_same_said_twice_is_written_once(indicator, baseline, target):
    for verb, rows in ((baseline, Baseline), (target, Target)):
        assert verb(indicator) == verb(indicator)
        assert rows.objects.count() == 1
    assert indicator.goal.changes.count() == 2


def test_a_line_of_today_is_written_now_and_one_of_the_past_in_the_morning():
    assert abs(timezone.now() - moment(timezone.localdate())) < timedelta(minutes=1)
    past = timezone.localtime(moment(TODAY - timedelta(1)))
    assert (past.date(), past.hour) == (TODAY - timedelta(1), 9)
