"""The field for a file, as forms of any feature use it; and a title made of its name."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from actors.audit.kinds import EventKind
from actors.models import AccessEvent
from agreements.documents.attaching import DocumentFileField, title_of
from agreements.documents.checking import ReadyFile
from tests.factories.actors import UserFactory
from tests.factories.documents import small_pdf

pytestmark = pytest.mark.django_db


class ProofForm(forms.Form):
    """As a signature or a measurement has it."""

    proof = DocumentFileField(required=False)
    template = DocumentFileField(required=False, kinds=frozenset({"docx"}))


def filled(field="proof", content=None, name="bukti.pdf"):
    content = small_pdf() if content is None else content
    return ProofForm({}, {field: SimpleUploadedFile(name, content)})


def test_a_good_file_comes_out_judged_and_scanned():
    form = filled()
    assert form.is_multipart()
    assert form.is_valid()
    proof = form.cleaned_data["proof"]
    assert isinstance(proof, ReadyFile)
    assert (proof.checked.kind, proof.content_type) == ("pdf", "application/pdf")


def test_no_file_is_none_where_none_is_needed():
    form = ProofForm({}, {})
    assert form.is_valid()
    assert form.cleaned_data["proof"] is None


def test_a_bad_file_is_refused_at_its_field_and_only_there():
    form = filled(content=b"<html>")
    assert list(form.errors) == ["proof"]
    assert "PDF" in form.errors["proof"][0]


def test_a_field_may_take_fewer_kinds_and_says_so():
    form = filled("template")
    assert list(form.errors) == ["template"]
    assert form.fields["template"].widget.attrs["accept"] == ".docx"
    with translation.override("en"):
        said = [str(form.fields[name].help_text) for name in ("proof", "template")]
    assert said[0].startswith("PDF, DOCX, XLSX")
    assert said[1].startswith("DOCX, up to 25")


def test_a_virus_is_written_down_under_the_name_of_who_sent_it(clamd, infected_pdf):
    form, user = filled(content=infected_pdf), UserFactory()
    form.fields["proof"].by = user
    assert list(form.errors) == ["proof"]
    assert AccessEvent.objects.get(kind=EventKind.REFUSED).user == user


def test_a_title_is_made_of_the_name_of_a_file():
    assert title_of("Surat_tugas  7.final.pdf") == "Surat tugas 7.final"
