"""Every constraint on documents and their versions refuses what it should."""

import pytest
from django.utils import timezone

from tests.constraints import assert_refused
from tests.factories.documents import DocumentFactory, DocumentVersionFactory

pytestmark = pytest.mark.django_db
WITHOUT_FILE = {"versions": False}


@pytest.mark.parametrize(
    ("constraint", "factory", "fields"),
    [
        ("document_kind_is_known", DocumentFactory, {"kind": "poem", **WITHOUT_FILE}),
        (
            "document_withdrawn_says_who_and_why",
            DocumentFactory,
            {"withdrawn_at": timezone.now(), **WITHOUT_FILE},
        ),
        (
            "document_withdrawn_says_who_and_why",
            DocumentFactory,
            {"withdrawal_reason": "Salah", **WITHOUT_FILE},
        ),
        ("document_version_counts_from_one", DocumentVersionFactory, {"number": 0}),
        ("document_version_is_not_empty", DocumentVersionFactory, {"size": 0}),
        ("document_version_sha256_is_whole", DocumentVersionFactory, {"sha256": "ab12"}),
        (
            "document_version_content_type_is_known",
            DocumentVersionFactory,
            {"content_type": "text/html"},
        ),
        ("document_version_scan_state_is_known", DocumentVersionFactory, {"scan_state": "maybe"}),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(constraint, factory, fields):
    assert_refused(constraint, lambda: factory(**fields))


def test_a_document_has_each_number_once():
    first = DocumentVersionFactory()
    assert_refused(
        "document_version_number_once",
        lambda: DocumentVersionFactory(document=first.document, number=1),
    )


def test_a_document_holds_a_file_once():
    first = DocumentVersionFactory(content=b"%PDF-1.4 twice")
    assert_refused(
        "document_version_content_once",
        lambda: DocumentVersionFactory(document=first.document, content=b"%PDF-1.4 twice"),
    )


def test_the_factory_leaves_a_real_file():
    version = DocumentVersionFactory(content=b"%PDF-1.4 here")
    assert version.number == 1
    other = DocumentVersionFactory(document=version.document)
    assert (other.number, other.document.versions.count()) == (2, 2)
