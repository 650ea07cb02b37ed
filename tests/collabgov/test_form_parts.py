"""Errors at their field, and two people who edit the same row."""

import datetime as dt

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import translation

from agreements.models import Cycle
from collabgov.kit.errors import Refused
from collabgov.kit.forms import PlacedErrorsMixin, VersionedFormMixin, VersionField
from tests.factories.charter import CycleFactory


class PeriodForm(PlacedErrorsMixin, forms.Form):
    starts_on = forms.DateField()
    ends_on = forms.DateField()


def bound():
    form = PeriodForm({"starts_on": "2026-01-01", "ends_on": "2026-01-02"})
    assert form.is_valid()
    return form


def test_a_code_that_names_a_field_puts_the_error_there():
    form = bound()
    form.add_error(None, ValidationError("Salah.", code="ends_on"))
    assert form.errors["ends_on"] == ["Salah."]
    assert not form.non_field_errors()


def test_an_error_of_a_field_the_form_lacks_is_shown_above_it():
    form = bound()
    form.add_error(None, ValidationError({"state": "Aneh.", "starts_on": "Terlalu awal."}))
    assert form.non_field_errors() == ["Aneh."]
    assert form.errors["starts_on"] == ["Terlalu awal."]


def test_a_refusal_is_shown_above_the_form():
    form = bound()
    form.add_error(None, Refused("Tidak sekarang."))
    assert form.non_field_errors() == ["Tidak sekarang."]


@pytest.mark.parametrize(("typed", "version"), [("3", 3), ("", 0), (None, 0), ("x", 0)])
def test_a_version_that_is_no_number_counts_as_old(typed, version):
    assert VersionField(required=False).clean(typed) == version


class CycleForm(VersionedFormMixin, forms.ModelForm):
    class Meta:
        model = Cycle
        fields = ["label", "starts_on", "ends_on"]


@pytest.mark.django_db
def test_a_conflict_shows_only_what_differs_and_takes_the_saved_version_on():
    opened = CycleFactory(label="2026", starts_on=dt.date(2026, 1, 1))
    typed = {"label": "TA 2026", "starts_on": "2026-01-01", "ends_on": "2026-12-30", "version": "1"}
    form = CycleForm(typed, instance=opened)
    assert form.is_valid()
    saved = Cycle.objects.get(pk=opened.pk)
    saved.label, saved.version = "Tahun 2026", 2
    form.show_conflict(saved)
    assert [(row.saved, row.typed) for row in form.conflict] == [
        ("Tahun 2026", "TA 2026"),
        ("31 Des 2026", "30 Des 2026"),
    ]
    assert form["version"].value() == "2"
    assert form["label"].value() == "TA 2026"


@pytest.mark.parametrize(
    ("language", "words"),
    [("id", "Masukkan alamat surel yang benar."), ("en", "Enter a valid email address.")],
)
def test_an_address_that_is_none_is_refused_in_the_words_of_its_label(language, words):
    for clean in (forms.EmailField().clean, validate_email):
        with translation.override(language):
            with pytest.raises(ValidationError) as refusal:
                clean("rina@")
            assert refusal.value.messages == [words]
