"""`sweep_documents` takes what no document names, and nothing else, however often it runs."""

import os
from io import StringIO

import pytest
from django.core.management import call_command

from agreements.documents.store import ABANDONED, path_of
from tests.agreements.documents.conftest import files_in
from tests.factories.documents import DocumentVersionFactory, LetterheadFactory, put_on_disk

pytestmark = pytest.mark.django_db
STRAY, DRAFT, YOUNG = "a" * 32, "b" * 32, "c" * 32


@pytest.fixture
def version(store):
    """A document's file, two old files of nobody, and one that has just come."""
    version = DocumentVersionFactory()
    put_on_disk(STRAY, b"left behind")
    put_on_disk(YOUNG, b"its row is being written")
    draft = path_of(DRAFT).with_name(f"{DRAFT}.draft")
    draft.parent.mkdir(exist_ok=True)
    draft.write_bytes(b"half")
    for path in (path_of(version.stored_name), path_of(STRAY), draft):
        long_ago = path.stat().st_mtime - ABANDONED - 10
        os.utime(path, (long_ago, long_ago))
    return version


def sweep(*words):
    said = StringIO()
    call_command("sweep_documents", *words, stdout=said)
    return said.getvalue()


def test_only_old_files_of_nobody_go(version, store):
    said = sweep()
    assert files_in(store) == sorted([version.stored_name, YOUNG])
    assert STRAY in said
    assert DRAFT in said


def test_letterheads_and_what_is_no_file_of_ours_stay(store):
    letterhead = LetterheadFactory()
    kept = [path_of(letterhead.stored_name), store / "ab" / "not-ours.txt"]
    kept[1].parent.mkdir(exist_ok=True)
    kept[1].write_text("read me")
    (store / "ab" / "folder").mkdir()
    for path in (*kept, store / "ab" / "folder"):
        os.utime(path, (1, 1))
    sweep()
    assert all(path.exists() for path in (*kept, store / "ab" / "folder"))


def test_running_it_twice_is_safe(version, store):
    sweep()
    left = files_in(store)
    sweep()
    assert files_in(store) == left


def test_a_dry_run_only_says_what_would_go(version, store):
    before = files_in(store)
    assert STRAY in sweep("--dry-run")
    assert files_in(store) == before


def test_what_else_lies_in_the_folder_is_left(version, store):
    note = store / "README"
    note.write_text("read me")
    os.utime(note, (1, 1))
    sweep()
    assert note.exists()


def test_a_store_that_is_not_there_yet_is_empty(store):
    assert "0" in sweep()
