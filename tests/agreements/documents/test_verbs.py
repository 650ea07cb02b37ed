"""What the verbs of documents do, refuse, and write down."""

import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from agreements.charter.kinds import CharterEvent
from agreements.charter.transitions import close
from agreements.documents import transitions
from agreements.documents.kinds import ContentType, DocumentKind, ScanState
from agreements.documents.store import path_of
from agreements.models import Document, DocumentVersion
from collabgov.kit.errors import EditConflict, Refused
from collabgov.kit.files import UnfitFile
from tests.agreements.documents.conftest import files_in
from tests.factories.charter import CollaborationFactory, member_of
from tests.factories.documents import DocumentFactory, small_pdf
from tests.files import SAMPLES

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    return CollaborationFactory()


@pytest.fixture
def user(collaboration):
    return member_of(collaboration)


@pytest.fixture
def add(collaboration, user, upload):
    def add(content=None, name="surat.pdf", **said):
        said = {"title": "Surat kuasa", "kind": DocumentKind.POWER_OF_ATTORNEY, "by": user, **said}
        file = upload(content, name)
        return transitions.add_document(collaboration=collaboration, file=file, **said)

    return add


def last_line(collaboration):
    return collaboration.changes.for_list().first()


def test_a_document_comes_in_with_its_first_file(add, user, collaboration):
    content = small_pdf()
    document = add(content, name="Surat Kuasa.PDF")
    version = document.versions.get()
    assert (version.number, version.original_name) == (1, "Surat Kuasa.PDF")
    assert version.sha256 == hashlib.sha256(content).hexdigest()
    assert (version.size, version.content_type) == (len(content), ContentType.PDF)
    assert (version.uploaded_by, document.added_by) == (user, user)
    assert version.scan_state == ScanState.NOT_SCANNED
    assert path_of(version.stored_name).read_bytes() == content
    line = last_line(collaboration)
    assert (line.event, line.subject) == (CharterEvent.DOCUMENT_ADDED, "Surat kuasa")


def test_the_name_on_disk_tells_nothing_and_only_the_site_reads_it(add):
    path = path_of(add().versions.get().stored_name)
    assert "surat" not in str(path)
    assert len(path.name) == 32
    assert path.stat().st_mode & 0o777 == 0o600
    for folder in (path.parent, path.parent.parent):
        assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_the_kind_of_a_file_is_decided_by_what_is_inside(add, kind):
    version = add(SAMPLES[kind](), name=f"berkas.{kind}").versions.get()
    assert version.content_type in ContentType.values
    with pytest.raises(UnfitFile):
        add(SAMPLES[kind](), name="berkas.html")


def test_a_second_version_follows_the_first(add, user, upload, collaboration):
    document = add()
    second = transitions.add_version(document=document, file=upload(), by=user, note="Pasal 4")
    assert (second.number, second.note) == (2, "Pasal 4")
    line = last_line(collaboration)
    assert (line.event, line.note) == (CharterEvent.DOCUMENT_VERSION_ADDED, "Pasal 4")
    assert line.subject == "Surat kuasa (2)"
    assert second.document.updated_at > document.updated_at


def test_the_same_file_is_no_second_version(add, user, upload, store):
    content = small_pdf()
    document = add(content)
    with pytest.raises(ValidationError, match=r"Surat kuasa.*1") as caught:
        transitions.add_version(document=document, file=upload(content), by=user)
    assert str(user) in caught.value.messages[0]
    assert document.versions.count() == 1
    assert len(files_in(store)) == 1


def test_the_same_file_is_no_second_document(add, store, collaboration):
    content = small_pdf()
    add(content)
    with pytest.raises(ValidationError, match="Surat kuasa"):
        add(content, title="Sesuatu yang lain")
    other = member_of(collaboration)
    with pytest.raises(ValidationError, match="Surat kuasa"):
        add(content, by=other)
    assert (Document.objects.count(), len(files_in(store))) == (1, 1)


def test_the_same_file_elsewhere_is_a_document_of_its_own_and_names_nothing(add, upload):
    content, elsewhere = small_pdf(), CollaborationFactory()
    add(content, title="Rahasia")
    second = transitions.add_document(
        collaboration=elsewhere,
        file=upload(content),
        by=member_of(elsewhere),
        title="Milik kami",
        kind="letter",
    )
    assert second.versions.get().sha256 == hashlib.sha256(content).hexdigest()
    assert (second.collaboration, Document.objects.count()) == (elsewhere, 2)


def test_a_form_sent_twice_makes_one_document(add, store):
    content = small_pdf()
    assert add(content) == add(content)
    assert DocumentVersion.objects.count() == 1
    assert len(files_in(store)) == 1


def test_a_form_sent_again_much_later_reads_where_the_file_is(add):
    content = small_pdf()
    add(content)
    DocumentVersion.objects.update(uploaded_at=timezone.now() - 2 * transitions.A_MOMENT)
    with pytest.raises(ValidationError, match="Surat kuasa"):
        add(content)


def test_the_same_file_may_come_back_when_the_first_was_withdrawn(add, user):
    content = small_pdf()
    transitions.withdraw(document=add(content), by=user, reason="Salah kolaborasi")
    assert add(content, title="Lagi").versions.count() == 1


def test_what_is_refused_leaves_no_file_and_no_row(add, store, settings):
    with pytest.raises(UnfitFile):
        add(b"<html>", name="a.pdf")
    settings.DOCUMENTS_QUOTA = 10
    with pytest.raises(ValidationError):
        add()
    with pytest.raises(ValidationError):
        add(title="")
    assert not Document.objects.exists()
    assert files_in(store) == []


def test_the_files_of_a_collaboration_have_a_limit_together(add, settings):
    content = small_pdf()
    first = add(content)
    settings.DOCUMENTS_QUOTA = len(content) + 50
    with pytest.raises(ValidationError) as caught:
        add(title="Kedua")
    assert "file" in caught.value.message_dict
    second = small_pdf()
    settings.DOCUMENTS_QUOTA = len(content) + len(second)
    assert add(second, title="Kedua") != first


def test_a_new_version_needs_room_as_well(add, settings, upload, user, store):
    content = small_pdf()
    document = add(content)
    settings.DOCUMENTS_QUOTA = len(content) + 50
    with pytest.raises(ValidationError) as caught:
        transitions.add_version(document=document, file=upload(), by=user)
    assert "file" in caught.value.message_dict
    assert (document.versions.count(), len(files_in(store))) == (1, 1)


def test_another_collaboration_has_room_of_its_own(add, settings, upload, user):
    content = small_pdf()
    add(content)
    settings.DOCUMENTS_QUOTA = len(content) + 50
    elsewhere = transitions.add_document(
        collaboration=CollaborationFactory(), file=upload(), by=user, title="A", kind="letter"
    )
    assert elsewhere.versions.count() == 1


def test_a_closed_collaboration_takes_nothing(add, user, upload, collaboration, store):
    document = add()
    close(collaboration=collaboration, by=user, reason="Selesai")
    verbs = (
        lambda: add(title="Baru"),
        lambda: transitions.add_version(document=document, file=upload(), by=user),
        lambda: transitions.rename(
            document=document, by=user, version=document.version, title="B", kind="letter"
        ),
        lambda: transitions.withdraw(document=document, by=user, reason="Salah"),
    )
    for verb in verbs:
        with pytest.raises(Refused):
            verb()
    assert len(files_in(store)) == 1


def test_a_file_of_a_transaction_that_is_undone_is_swept_later(add, store):
    """An outer transaction that fails leaves no row; `sweep_documents` takes the file."""
    with transaction.atomic():
        add()
        transaction.set_rollback(True)
    assert not DocumentVersion.objects.exists()
    assert len(files_in(store)) == 1


def test_a_document_is_described_anew(add, user, collaboration):
    document = add()
    fresh = transitions.rename(
        document=document,
        by=user,
        version=document.version,
        title="Nota",
        kind="agreement",
        note="x",
    )
    assert (fresh.title, fresh.kind, fresh.note) == ("Nota", DocumentKind.AGREEMENT, "x")
    assert last_line(collaboration).event == CharterEvent.DOCUMENT_EDITED
    with pytest.raises(EditConflict):
        transitions.rename(
            document=document, by=user, version=document.version, title="Lama", kind="letter"
        )


def test_a_withdrawn_document_says_why_and_takes_nothing_more(add, user, upload, collaboration):
    document = add()
    with pytest.raises(ValidationError):
        transitions.withdraw(document=document, by=user, reason="  ")
    fresh = transitions.withdraw(document=document, by=user, reason="Salah berkas")
    assert fresh.is_withdrawn
    assert (fresh.withdrawn_by, fresh.withdrawal_reason) == (user, "Salah berkas")
    line = last_line(collaboration)
    assert (line.event, line.note) == (CharterEvent.DOCUMENT_WITHDRAWN, "Salah berkas")
    refused = (
        lambda: transitions.withdraw(document=document, by=user, reason="Lagi"),
        lambda: transitions.add_version(document=document, file=upload(), by=user),
        lambda: transitions.rename(
            document=document, by=user, version=fresh.version, title="B", kind="letter"
        ),
    )
    for verb in refused:
        with pytest.raises(Refused):
            verb()


def test_what_the_demo_invents_says_so(add):
    document = add(is_sample=True)
    assert document.is_sample
    assert document.versions.get().is_sample


def test_documents_are_found_by_title_note_and_name_of_a_file():
    letter = DocumentFactory(title="Surat undangan", note="untuk DPRD")
    assert list(Document.objects.search("undangan dprd")) == [letter]
    assert list(Document.objects.search("naskah-1.pdf undangan")) == [letter]
    assert not Document.objects.search("undangan lain").exists()
