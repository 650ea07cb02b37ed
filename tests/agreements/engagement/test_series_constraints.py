"""What can never be stored about a series, its meetings, holidays and answers, whoever writes."""

import datetime as dt

import pytest
from django.utils import timezone

from agreements.engagement.kinds import Answer
from agreements.engagement.states import MeetingState
from agreements.models import Attendance, Holiday, Meeting, MeetingSeries
from tests.constraints import assert_refused
from tests.factories.actors import RegionFactory
from tests.factories.engagement import AttendanceFactory, MeetingFactory
from tests.factories.series import HolidayFactory, MeetingSeriesFactory

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 12, 1)


def of_one_series():
    series = MeetingSeriesFactory()
    return {"series": series, "collaboration": series.collaboration}


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "nonsense",
        "FREQ=SECONDLY;INTERVAL=1",
        "FREQ=DAILY;INTERVAL=1;BYDAY=MO",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO",
        "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO\n",
        "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;COUNT=100000",
        "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=29",
        "FREQ=MONTHLY;INTERVAL=1;BYDAY=5MO",
    ],
)
def test_series_rule_is_plain(rule):
    assert_refused("series_rule_is_plain", lambda: MeetingSeriesFactory(rule=rule))


def test_series_last_after_first():
    days = {"first_on": DAY, "last_on": DAY - dt.timedelta(days=1)}
    assert_refused("series_last_after_first", lambda: MeetingSeriesFactory(**days))


def test_series_ends_after_start():
    times = {"starts_at": dt.time(10), "ends_at": dt.time(9)}
    assert_refused("series_ends_after_start", lambda: MeetingSeriesFactory(**times))


def test_series_title_once_while_both_run():
    series = MeetingSeriesFactory(title="Pleno")
    twin = {"collaboration": series.collaboration, "title": "PLENO"}
    assert_refused("series_title_once", lambda: MeetingSeriesFactory(**twin))
    MeetingSeries.objects.update(ended_on=DAY)
    assert MeetingSeriesFactory(**twin).pk


def test_meeting_slot_is_of_a_series():
    assert_refused("meeting_slot_is_of_a_series", lambda: MeetingFactory(series_slot=DAY))


def test_meeting_follows_its_slot():
    facts = {**of_one_series(), "follows_series": True, "held_on": DAY}
    assert_refused("meeting_follows_its_slot", lambda: MeetingFactory(**facts))
    other = {"series_slot": DAY + dt.timedelta(days=1)}
    assert_refused("meeting_follows_its_slot", lambda: MeetingFactory(**facts, **other))


def test_meeting_series_slot_once():
    here = of_one_series() | {"series_slot": DAY}
    MeetingFactory(**here, held_on=DAY)
    twin = here | {"held_on": DAY + dt.timedelta(days=1)}
    assert_refused("meeting_series_slot_once", lambda: MeetingFactory(**twin))


def test_meeting_series_day_once_unless_cancelled():
    twin = of_one_series() | {"held_on": DAY}
    MeetingFactory(**twin)
    assert_refused("meeting_series_day_once", lambda: MeetingFactory(**twin))
    Meeting.objects.update(state=MeetingState.CANCELLED)
    assert MeetingFactory(**twin).pk


def test_holiday_once_for_the_country_and_for_each_region():
    HolidayFactory(day=DAY)
    region = RegionFactory()
    assert_refused("holiday_once", lambda: HolidayFactory(day=DAY))
    HolidayFactory(day=DAY, region=region)
    assert_refused("holiday_once", lambda: HolidayFactory(day=DAY, region=region))


def test_holiday_has_a_name():
    assert_refused("holiday_has_a_name", lambda: HolidayFactory(name=""))
    assert not Holiday.objects.exists()


@pytest.mark.parametrize(
    "facts",
    [
        {"answer": Answer.YES},
        {"answer": "later", "answered_at": timezone.now()},
        {"answer_note": "Sakit"},
        {"answered_at": timezone.now()},
    ],
)
def test_attendance_answer_says_who_and_when(facts):
    row = AttendanceFactory()
    rows = Attendance.objects.filter(pk=row.pk)
    assert_refused("attendance_answer_says_who_and_when", lambda: rows.update(**facts))
