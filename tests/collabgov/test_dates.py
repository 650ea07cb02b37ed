"""Typed dates: day first, in either language, never guessed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabgov.kit.dates import parse_day

THIRD_OF_MAY = dt.date(2026, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "3 Mei 2026",
        "3 May 2026",
        "03/05/2026",
        "3.5.2026",
        "3-5-26",
        "2026-05-03",
        " Minggu, 3  mei 2026 ",
        "Sunday 3 May, 2026",
        "3 mei 26",
    ],
)
def test_the_third_of_may_however_it_is_typed(text):
    assert parse_day(text) == THIRD_OF_MAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "11/20/2026",
        "31/2/2026",
        "3 Meh 2026",
        "0001-01-01",
        "9999-12-31",
        "\u0663/\u0665/2026",
        "besok",
    ],
)
def test_what_is_no_day_is_no_day(text):
    assert parse_day(text) is None


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2200, 12, 31)))
def test_every_day_survives_being_written_day_first(day):
    assert parse_day(f"{day.day}/{day.month}/{day.year}") == day
    assert parse_day(day.isoformat()) == day


@given(st.text(max_size=40))
def test_no_text_breaks_it(text):
    assert parse_day(text) is None or isinstance(parse_day(text), dt.date)
