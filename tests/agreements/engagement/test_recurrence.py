"""Which days a rule falls on; arithmetic without a database."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from agreements.engagement.recurrence import (
    LONGEST,
    MOST,
    Pattern,
    check_rule,
    day_of_number,
    days_of,
    last_such_day,
    meets_on,
    pattern_of,
    rule_in_words,
    rule_of,
)

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31))
PATTERNS = st.sampled_from(Pattern)


def begun(pattern, day):
    """A first day on which that pattern can begin."""
    return last_such_day(day) if pattern == Pattern.MONTHLY_LAST else day


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@given(pattern=PATTERNS, day=DAYS, offset=st.integers(-400, 2000), length=st.integers(-5, 900))
def test_days_are_inside_the_span_sorted_and_unique(pattern, day, offset, length):
    first = begun(pattern, day)
    since = first + dt.timedelta(days=offset)
    until = since + dt.timedelta(days=length)
    found = days_of(rule_of(pattern, first), first, since=since, until=until).meets
    assert all(max(since, first) <= each <= until for each in found)
    assert list(found) == sorted(set(found))
    assert len(found) <= MOST
    assert not found or found[-1] - max(since, first) <= LONGEST


@given(pattern=PATTERNS, day=DAYS, off=st.sets(st.integers(0, 366), max_size=80))
def test_a_holiday_is_never_a_day_of_it_and_is_said(pattern, day, off):
    first = begun(pattern, day)
    holidays = {first + dt.timedelta(days=number): "Libur" for number in off}
    span = {"since": first, "until": first + LONGEST}
    rule = rule_of(pattern, first)
    with_them = days_of(rule, first, holidays=holidays, **span)
    without = days_of(rule, first, **span)
    assert not set(with_them.meets) & set(holidays)
    assert {*with_them.meets, *dict(with_them.skipped)} == set(without.meets)


@given(pattern=PATTERNS, day=DAYS)
def test_every_rule_that_the_form_makes_is_plain_and_begins_on_its_first_day(pattern, day):
    first = begun(pattern, day)
    rule = rule_of(pattern, first)
    assert check_rule(rule) == rule
    assert meets_on(rule, first, first)
    assert pattern_of(rule_of(pattern_of(rule), first)) == pattern_of(rule)


@given(day=DAYS)
def test_the_same_date_comes_in_every_month(day):
    rule = rule_of(Pattern.MONTHLY_DATE, day)
    found = days_of(rule, day, since=day, until=day + dt.timedelta(days=364)).meets
    months = {(each.year, each.month) for each in found}
    assert len(months) == len(found) >= 12
    assert {each.day for each in found} <= {day.day, 28, 29, 30}


@given(text=st.text(max_size=60))
def test_nonsense_is_refused_with_a_sentence(text):
    with pytest.raises(ValidationError, match="no rule that a series can follow"):
        check_rule(text)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;INTERVAL=1",
        "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;BYSECOND=0",
        "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=MO",
        "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO\nEXDATE:20260101",
        "freq=weekly;interval=1;byday=mo",
    ],
)
def test_rules_that_a_library_would_take_are_refused_too(rule):
    with pytest.raises(ValidationError):
        check_rule(rule)


@pytest.mark.parametrize(
    ("pattern", "first", "words"),
    [
        (Pattern.WEEKLY, dt.date(2026, 12, 1), "Every week on Tuesday"),
        (Pattern.FORTNIGHTLY, dt.date(2026, 12, 1), "Every 2 weeks on Tuesday"),
        (Pattern.MONTHLY_WEEKDAY, dt.date(2026, 12, 8), "Every month on the second Tuesday"),
        (Pattern.MONTHLY_WEEKDAY, dt.date(2026, 12, 29), "Every month on the last Tuesday"),
        (Pattern.QUARTERLY, dt.date(2026, 12, 8), "Every 3 months on the second Tuesday"),
        (Pattern.MONTHLY_DATE, dt.date(2026, 12, 15), "Every month on day 15"),
        (
            Pattern.MONTHLY_DATE,
            dt.date(2026, 12, 31),
            "Every month on day 31; in shorter months on their last day",
        ),
    ],
)
def test_a_rule_is_said_in_words(pattern, first, words):
    assert rule_in_words(rule_of(pattern, first), first) == words


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (Pattern.WEEKLY, "Setiap minggu pada hari Selasa"),
        (Pattern.FORTNIGHTLY, "Setiap 2 minggu pada hari Selasa"),
        (Pattern.MONTHLY_WEEKDAY, "Setiap bulan pada hari Selasa kedua"),
        (Pattern.QUARTERLY, "Setiap 3 bulan pada hari Selasa kedua"),
    ],
)
def test_nobody_says_every_one_week(pattern, words):
    first = dt.date(2026, 12, 8)
    with translation.override("id"):
        assert rule_in_words(rule_of(pattern, first), first) == words


def test_the_31st_is_the_28th_in_february():
    first = dt.date(2026, 12, 31)
    rule = rule_of(Pattern.MONTHLY_DATE, first)
    found = days_of(rule, first, since=first, until=dt.date(2027, 3, 31)).meets
    assert [str(day) for day in found] == ["2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"]


def test_a_number_of_meetings_does_not_count_holidays():
    first = dt.date(2026, 12, 4)
    rule = rule_of(Pattern.WEEKLY, first)
    assert day_of_number(rule, first, 4) == dt.date(2026, 12, 25)
    christmas = {dt.date(2026, 12, 25): "Natal"}
    assert day_of_number(rule, first, 4, holidays=christmas) == dt.date(2027, 1, 1)
    assert day_of_number(rule_of(Pattern.QUARTERLY, first), first, 60) is None
