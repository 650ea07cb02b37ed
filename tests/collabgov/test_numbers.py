"""Typed numbers: two notations, the reader's own first, nothing guessed beyond that."""

from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from collabgov.kit.numbers import NumberField, in_own_words, read_number, shown_number


@pytest.mark.parametrize(
    ("text", "indonesian", "english"),
    [
        ("1.234", "1234", "1.234"),
        ("1,234", "1.234", "1234"),
        ("1.234,5", "1234.5", "1234.5"),
        ("1,234.5", "1234.5", "1234.5"),
        ("1.234.567", "1234567", "1234567"),
        ("1,234,567", "1234567", "1234567"),
        ("24.5", "24.5", "24.5"),
        ("24,5", "24.5", "24.5"),
        ("0.123", "0.123", "0.123"),
        ("16 377", "16377", "16377"),
        ("16\u00a0377,5", "16377.5", "16377.5"),
        (" 55 ", "55", "55"),
        ("007", "7", "7"),
        ("-3,25", "-3.25", "-3.25"),
        ("\N{MINUS SIGN}3", "-3", "-3"),
        ("+3", "3", "3"),
        ("-0", "0", "0"),
        ("2,50000", "2.5", "2.5"),
        ("9999999999999999.9999", "9999999999999999.9999", "9999999999999999.9999"),
    ],
)
def test_a_number_in_either_language(text, indonesian, english):
    assert str(read_number(text, "id")) == indonesian
    assert str(read_number(text, "en")) == english


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    "text",
    [
        *("", "banyak", "NaN", "Infinity", "-inf", "1e400", "1E3", "0x10", "١٢٣", "१२"),
        *("1..2", "1,2,3", "12.34.56", "1.234,5.6", "5.", ",5", "--3", "3-", "50%", "Rp 5", "½"),
        *("1_000", "1.2345.678", "9" * 10_000),
    ],
)
def test_what_is_no_number_is_refused_with_an_example(text, language):
    with translation.override(language), pytest.raises(ValidationError) as refusal:
        read_number(text)
    example = "1.234,5" if language == "id" else "1,234.5"
    assert example in refusal.value.messages[0]


@pytest.mark.parametrize("text", ["12345678901234567", "0,12345"])
def test_more_digits_than_the_column_holds_are_not_cut_off(text):
    with pytest.raises(ValidationError) as refusal:
        read_number(text, "en")
    assert refusal.value.code == "too_long"


@given(
    st.decimals(-(10**15), 10**15, places=4, allow_nan=False, allow_infinity=False),
    st.sampled_from(["id", "en"]),
)
def test_what_is_shown_is_read_back_the_same(number, language):
    assert read_number(shown_number(number, language), language) == number


def test_a_number_is_shown_without_decimals_that_say_nothing():
    assert shown_number(Decimal("1234.5000"), "id") == "1.234,5"
    assert shown_number(Decimal("9085.0000"), "en") == "9,085"
    assert shown_number(Decimal("-0.5"), "id") == "-0,5"
    assert shown_number(None) == ""


class NumberForm(forms.Form):
    share = NumberField(lowest=0, highest=100)


def test_a_form_says_how_it_read_the_number():
    with translation.override("id"):
        form = NumberForm({"share": "55.5"})
        assert form.is_valid()
        assert form.cleaned_data == {"share": Decimal("55.5")}
        assert "Dibaca 55,5" in str(form["share"])
        assert 'value="55.5"' in str(form["share"])


def test_a_saved_number_is_shown_as_the_language_writes_it():
    with translation.override("id"):
        form = NumberForm(initial={"share": Decimal("1234.5000")})
        assert 'value="1.234,5"' in str(form["share"])
        assert not NumberForm({"share": "1.234,50"}, initial=form.initial).has_changed()
        assert NumberForm({"share": "x"}, initial=form.initial).has_changed()


@pytest.mark.parametrize("text", ["-1", "100,5", "", "  "])
def test_limits_and_empty_boxes_are_refused(text):
    assert NumberForm({"share": text}).errors["share"]


def test_a_number_of_a_page_in_another_language_is_not_misread():
    with translation.override("id"):
        kept = NumberForm({"share": "1,5", "share-language": "id"})
        moved = NumberForm({"share": "1.500", "share-language": "en"})
        strange = NumberForm({"share": "1,5", "share-language": "xx"})
        for form in (kept, moved, strange):
            assert form.is_valid()
            assert form.cleaned_data == {"share": Decimal("1.5")}
        assert in_own_words("1,234", "en") == "1.234"
        assert in_own_words("1,234", "id") == "1,234"
        assert in_own_words("banyak", "en") == "banyak"
        assert 'name="share-language" value="id"' in str(kept["share"])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1.234", "1.234"),
        ("1,234", "1,234"),
        ("1234.5", "1.234,5"),
        ("banyak", ""),
        ("", ""),
        ("9" * 5000, ""),
        ("<b>5</b>", ""),
    ],
)
def test_what_is_being_typed_is_read_back_at_once(client, sign_in, typed, words):
    sign_in()
    address = reverse("agreements:number-read")
    said = client.get(address, {"value": typed}).content.decode().strip()
    assert said.endswith(words)
    assert bool(said) is bool(words)
    assert client.get(address).content.strip() == b""


def test_an_optional_number_may_stay_empty():
    assert NumberField(required=False).clean(" ") is None
