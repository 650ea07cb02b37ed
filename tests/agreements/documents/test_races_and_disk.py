"""Two who upload at once, a full disk, an upload that was cut, a process that dies in between."""

import errno
import os
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from agreements.documents import store as storage
from agreements.documents import transitions
from agreements.models import Document, DocumentVersion
from collabgov.kit.errors import Refused
from tests.agreements.documents.conftest import files_in
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory
from tests.factories.documents import DocumentFactory, small_pdf
from tests.together import beside

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*verbs):
    """Carry them out at the same moment; returns what each of them raised, if anything."""
    barrier, threads = Barrier(len(verbs)), []

    def meeting(verb):
        def run():
            connection.ensure_connection()
            barrier.wait(timeout=20)
            verb()

        return run

    threads = [beside(meeting(verb)) for verb in verbs]
    for thread, _raised in threads:
        thread.join(timeout=60)
    return [error for _thread, raised in threads for error in raised]


def test_the_same_file_at_once_is_one_version_and_the_second_reads_why(upload, store):
    document, content = DocumentFactory(), small_pdf()
    users = [UserFactory(), UserFactory()]
    refusals = at_once(
        *(
            lambda user=user: transitions.add_version(
                document=document, file=upload(content), by=user
            )
            for user in users
        )
    )
    assert [type(error) for error in refusals] == [ValidationError]
    assert document.title in refusals[0].messages[0]
    assert sorted(document.versions.values_list("number", flat=True)) == [1, 2]
    assert len(files_in(store)) == 2


def test_two_versions_at_once_get_two_numbers(upload):
    document, user = DocumentFactory(), UserFactory()
    refusals = at_once(
        *(
            lambda: transitions.add_version(document=document, file=upload(), by=user)
            for _ in range(2)
        )
    )
    assert refusals == []
    assert sorted(document.versions.values_list("number", flat=True)) == [1, 2, 3]


def test_two_uploads_that_fit_one_by_one_do_not_both_fit(upload, settings, store):
    collaboration, user = CollaborationFactory(), UserFactory()
    contents = [small_pdf(), small_pdf()]
    settings.DOCUMENTS_QUOTA = len(contents[0]) + 100
    refusals = at_once(
        *(
            lambda content=content, n=n: transitions.add_document(
                collaboration=collaboration,
                file=upload(content),
                by=user,
                title=f"Naskah {n}",
                kind="letter",
            )
            for n, content in enumerate(contents)
        )
    )
    assert [type(error) for error in refusals] == [ValidationError]
    assert DocumentVersion.objects.bytes_of(collaboration) <= settings.DOCUMENTS_QUOTA
    assert (Document.objects.count(), len(files_in(store))) == (1, 1)


def add(upload, **said):
    said = {"title": "A", "kind": "letter", **said}
    return transitions.add_document(
        collaboration=CollaborationFactory(), file=upload(), by=UserFactory(), **said
    )


def test_a_full_disk_is_a_sentence_and_leaves_nothing(upload, store, monkeypatch, caplog):
    def full(number):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused, match="server"):
        add(upload)
    assert not Document.objects.exists()
    assert files_in(store) == []
    assert "could not be written" in caplog.text


def test_a_name_that_may_not_survive_a_power_cut_is_not_kept(upload, store, monkeypatch):
    sync, calls = os.fsync, []

    def second_fails(number):
        calls.append(number)
        if len(calls) == 2:
            raise OSError(errno.EIO, "Input/output error")
        sync(number)

    monkeypatch.setattr(os, "fsync", second_fails)
    with pytest.raises(Refused, match="server"):
        add(upload)
    assert files_in(store) == []
    assert not Document.objects.exists()


def test_a_store_that_is_no_folder_is_the_same_sentence(upload, store):
    store.write_text("in the way")
    with pytest.raises(Refused, match="server"):
        add(upload)
    assert not Document.objects.exists()


def test_a_file_that_changes_on_the_way_is_refused(upload, store, monkeypatch):
    """What was judged is what is kept: another content under the same upload is not."""
    written = storage._write

    def swap(file, path, sha256):
        file.file.seek(0)
        file.file.write(b"<html>")
        written(file, path, sha256)

    monkeypatch.setattr(storage, "_write", swap)
    with pytest.raises(Refused):
        add(upload)
    assert files_in(store) == []


def test_a_file_is_never_there_by_half(upload, store, monkeypatch):
    """A process that dies before the renaming leaves a draft, which nobody takes for a file."""
    seen = []
    sync = os.fsync

    def look(number):
        seen.append(files_in(store))
        sync(number)

    monkeypatch.setattr(os, "fsync", look)
    version = add(upload).versions.get()
    assert seen[0] == [f"{version.stored_name}.draft"]
    assert files_in(store) == [version.stored_name]


def test_the_whole_file_is_on_the_disk_before_it_gets_its_name(upload, store, monkeypatch):
    """Nothing waits in a buffer when the disk is told to keep it; and nothing is left open."""
    seen, sync = [], os.fsync

    def look(number):
        seen.append((number, os.fstat(number).st_size))
        sync(number)

    monkeypatch.setattr(os, "fsync", look)
    version = add(upload).versions.get()
    assert seen[0][1] == version.size
    assert len(seen) == 2
    for number, _size in seen:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(number)
