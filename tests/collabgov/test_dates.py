"""Typed dates: day first, in either language, never guessed."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from collabgov.kit.dates import parse_day
from collabgov.kit.forms import DayField

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


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("11/20/2026", "no_month", {"id": "Tidak ada bulan 20.", "en": "There is no month 20."}),
        ("2026-00-11", "no_month", {"id": "Tidak ada bulan 0.", "en": "There is no month 0."}),
        (
            "31/02/2026",
            "no_day",
            {"id": "31 Februari 2026 tidak ada.", "en": "31 February 2026 does not exist."},
        ),
        (
            "Selasa, 31 Juni 26",
            "no_day",
            {"id": "31 Juni 2026 tidak ada.", "en": "31 June 2026 does not exist."},
        ),
        ("3 Mei 1066", "year", {"id": "Tulis tahun antara 1900", "en": "Write a year from 1900"}),
        ("besok", "invalid", {"id": "Tulis tanggal", "en": "Write the day first"}),
    ],
)
def test_what_is_wrong_with_a_date_is_said(text, code, words, language):
    with translation.override(language), pytest.raises(ValidationError) as refusal:
        DayField().clean(text)
    assert refusal.value.code == code
    with translation.override(language):
        assert refusal.value.messages[0].startswith(words[language])


PARTS = st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 9999))


@given(PARTS)
def test_three_numbers_are_a_day_or_are_told_apart_from_what_cannot_be_read(parts):
    text = "{:02}/{:02}/{:04}".format(*parts)
    day = parse_day(text)
    if day is not None:
        assert DayField().clean(text) == day
        return
    with pytest.raises(ValidationError) as refusal:
        DayField().clean(text)
    assert refusal.value.code in {"no_month", "no_day", "year"}
    assert refusal.value.messages


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2200, 12, 31)))
def test_every_day_survives_being_written_day_first(day):
    assert parse_day(f"{day.day}/{day.month}/{day.year}") == day
    assert parse_day(day.isoformat()) == day


@given(st.text(max_size=40))
def test_no_text_breaks_it(text):
    assert parse_day(text) is None or isinstance(parse_day(text), dt.date)
