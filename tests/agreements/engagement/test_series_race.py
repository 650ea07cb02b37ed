"""Two at once plan or change the same series: no double, nothing lost."""

import datetime as dt

import pytest
from django.utils import timezone

from agreements.engagement import transitions
from agreements.engagement.recurrence import Pattern, rule_of
from agreements.engagement.states import MeetingState
from agreements.models import MeetingSeries
from collabgov.kit.errors import EditConflict
from tests.agreements.engagement.test_race import AT_ONCE, all_at_once
from tests.factories.charter import PartyFactory, coordinator_of
from tests.factories.series import MeetingSeriesFactory, SeriesChangeFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def coordinator():
    return coordinator_of(PartyFactory().collaboration)


@pytest.fixture
def series(coordinator):
    collaboration = coordinator.person.coordinates.get().collaboration
    series = MeetingSeriesFactory(
        collaboration=collaboration, first_on=timezone.localdate() + dt.timedelta(days=1)
    )
    SeriesChangeFactory(series=series, made_by=coordinator)
    return series


def test_many_who_plan_at_once_make_each_meeting_once(series):
    results = all_at_once(lambda: transitions.keep_planned(series=series))
    made = sorted(len(done.made) for done in results)
    assert made[:-1] == [0] * (AT_ONCE - 1)
    assert made[-1] == series.meetings.count() > 10
    slots = series.meetings.values_list("series_slot", flat=True)
    assert len(set(slots)) == len(slots)


def test_of_many_who_change_it_at_once_one_is_right_and_the_others_hear_of_it(series, coordinator):
    transitions.keep_planned(series=series)
    first = series.first_on + dt.timedelta(days=1)

    def change():
        return transitions.edit_series(
            series=series,
            by=coordinator,
            version=1,
            from_day=series.first_on,
            first_on=first,
            rule=rule_of(Pattern.WEEKLY, first),
        )

    results = all_at_once(change)
    assert sum(isinstance(row, EditConflict) for row in results) == AT_ONCE - 1
    assert MeetingSeries.objects.get().version == 2
    ahead = series.meetings.filter(state=MeetingState.PLANNED)
    assert {row.held_on.weekday() for row in ahead} == {first.weekday()}
