"""A document in another feature's form: chosen, handed in new, or both, or neither."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.documents.attaching import AttachDocumentMixin, title_of
from agreements.documents.kinds import DocumentKind
from agreements.models import Document
from collabgov.kit.forms import PlacedErrorsMixin
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory
from tests.factories.documents import DocumentFactory, small_pdf

pytestmark = pytest.mark.django_db


class ProofForm(AttachDocumentMixin, PlacedErrorsMixin, forms.Form):
    """As a signature or a measurement would have it."""

    def __init__(self, *args, required=True, **kwargs):
        collaboration, by = kwargs.pop("collaboration"), kwargs.pop("by")
        super().__init__(*args, **kwargs)
        self.offer_document(
            "proof",
            collaboration=collaboration,
            by=by,
            label="Proof",
            kind=DocumentKind.EVIDENCE,
            required=required,
        )


@pytest.fixture
def collaboration():
    return CollaborationFactory()


@pytest.fixture
def form(collaboration):
    def form(chosen="", content=None, name="foto_bukti.pdf", **how):
        files = {}
        if content is not None:
            files["proof_file"] = SimpleUploadedFile(name, content)
        by = UserFactory()
        return ProofForm({"proof": chosen}, files, collaboration=collaboration, by=by, **how)

    return form


def test_an_existing_document_is_chosen(form, collaboration):
    document = DocumentFactory(collaboration=collaboration)
    filled = form(document.pk)
    assert filled.is_valid()
    assert filled.is_multipart()
    assert filled.attached("proof") == document


def test_a_new_file_becomes_a_document_of_the_collaboration(form, collaboration):
    filled = form(content=small_pdf())
    assert filled.is_valid()
    assert not Document.objects.exists()
    document = filled.attached("proof")
    assert (document.title, document.kind) == ("foto bukti", DocumentKind.EVIDENCE)
    assert document.collaboration == collaboration
    assert document.versions.get().original_name == "foto_bukti.pdf"


def test_both_are_refused(form, collaboration):
    document = DocumentFactory(collaboration=collaboration)
    filled = form(document.pk, small_pdf())
    assert list(filled.errors) == ["proof_file"]


def test_neither_is_refused_only_where_one_is_needed(form):
    assert list(form().errors) == ["proof"]
    optional = form(required=False)
    assert optional.is_valid()
    assert optional.attached("proof") is None


def test_a_bad_file_is_refused_at_its_field_and_only_there(form):
    filled = form(content=b"<html>")
    assert list(filled.errors) == ["proof_file"]
    assert "PDF" in filled.errors["proof_file"][0]


def test_documents_of_others_and_withdrawn_ones_are_not_offered(form, collaboration):
    foreign = DocumentFactory()
    withdrawn = DocumentFactory(collaboration=collaboration)
    Document.objects.filter(pk=withdrawn.pk).update(
        withdrawn_at=withdrawn.created_at, withdrawn_by=UserFactory(), withdrawal_reason="Salah"
    )
    for document in (foreign, withdrawn):
        assert list(form(document.pk).errors) == ["proof"]


def test_a_title_is_made_of_the_name_of_the_file():
    assert title_of("Surat_tugas  7.final.pdf") == "Surat tugas 7.final"
