"""A file that was chosen in a form that comes back: nobody loses it without a word."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from collabgov.kit.errors import Refused
from collabgov.kit.forms import FileField, PlacedErrorsMixin
from collabgov.look.errors import error_lines

AGAIN = "Choose the file again: the browser does not keep it."


class LetterForm(PlacedErrorsMixin, forms.Form):
    title = forms.CharField()
    file = FileField(required=False)


def letter(title="Surat", content=b"isi", **how):
    files = {} if content is None else {"file": SimpleUploadedFile("surat.pdf", content)}
    if prefix := how.get("prefix"):
        files = {f"{prefix}-{name}": file for name, file in files.items()}
    data = {f"{prefix}-title" if prefix else "title": title}
    return LetterForm(data, files, **how)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize("prefix", [None, "first"])
def test_an_error_elsewhere_asks_for_the_file_again(prefix):
    form = letter(title="", prefix=prefix)
    assert form["file"].errors == [AGAIN]
    assert "aria-invalid" in str(form["file"])
    lines = [(line.label, line.message, line.target) for line in error_lines(form)]
    assert lines[-1] == ("File", AGAIN, form["file"].id_for_label)


def test_a_refusal_of_the_verb_asks_for_it_too_and_the_form_itself_stays_valid():
    form = letter()
    assert form.is_valid()
    form.add_error(None, Refused("Tidak sekarang."))
    assert form["file"].errors == [AGAIN]
    assert form.errors.keys() == {"__all__"}
    assert form.cleaned_data["file"].name == "surat.pdf"


def test_where_another_field_was_filled_as_well_both_sentences_stand():
    form = letter()
    form.add_error("file", "Salah satu saja.")
    assert form["file"].errors == ["Salah satu saja.", AGAIN]


@pytest.mark.parametrize("content", [b"", b"isi"])
def test_a_file_that_was_refused_itself_is_not_asked_for_again(content):
    form = letter(content=content)
    if content:
        form.add_error(None, ValidationError({"file": ValidationError("Buruk.", code="unfit")}))
    assert len(form["file"].errors) == 1
    assert AGAIN not in form["file"].errors


def test_without_a_file_nothing_is_said():
    assert letter(title="", content=None)["file"].errors == []
    assert LetterForm()["file"].errors == []


def test_a_name_without_its_file_is_never_taken_for_no_file():
    """So a form that went through the sign-in is not saved without the file it had."""
    form = LetterForm({"title": "Surat", "file": "surat.pdf"})
    assert form["file"].errors == ["The file did not arrive. Choose it again."]
    assert LetterForm({"title": "Surat", "file": ""}).is_valid()


def test_in_indonesian():
    with translation.override("id"):
        said = "Pilih berkasnya sekali lagi: peramban tidak menyimpannya."
        assert letter(title="")["file"].errors == [said]
