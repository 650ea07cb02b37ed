"""A real clamd, with a signature of our own: what the site says to it is what it understands.

Everything else about scanning is in `test_scanning.py`, with a server that can also misbehave.
"""

import os
import shutil
import subprocess
import time

import pytest
from django.core.management import call_command

from agreements.documents import transitions
from agreements.documents.kinds import ScanState
from agreements.documents.scanner import scan
from agreements.models import Document
from collabgov.kit.errors import Refused
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory
from tests.factories.documents import DocumentVersionFactory, small_pdf
from tests.requiring import missing

pytestmark = pytest.mark.django_db
MARK = b"% virus of the tests of collabgov"
SETTINGS = """
Foreground yes
LocalSocket {folder}/clamd.sock
DatabaseDirectory {folder}/signatures
TemporaryDirectory {folder}
StreamMaxLength {most}
"""
PATIENCE = 60


@pytest.fixture(scope="module")
def daemon(tmp_path_factory):
    """The address of a clamd that knows one virus and takes streams up to 1 MB."""
    folder = tmp_path_factory.mktemp("clamd")
    signatures = folder / "signatures"
    signatures.mkdir()
    (signatures / "own.ndb").write_text(f"Collabgov.Test:0:*:{MARK.hex()}\n")
    (folder / "clamd.conf").write_text(SETTINGS.format(folder=folder, most="1M"))
    command = [clamd_or_skip(), f"--config-file={folder}/clamd.conf"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        address = folder / "clamd.sock"
        until = time.monotonic() + PATIENCE
        while not address.exists():
            assert process.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < until, "clamd has not opened its socket."
            time.sleep(0.05)
        yield str(address)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def clamd_or_skip():
    if found := shutil.which("clamd", path=f"{os.environ['PATH']}:/usr/sbin"):
        return found
    sentence = "No clamd found (Debian: clamav-daemon): the scanner was not tried with a real one."
    return missing(sentence)


@pytest.fixture
def clamd(daemon, settings):
    settings.CLAMD, settings.CLAMD_SECONDS = daemon, 30


@pytest.fixture
def add(clamd, upload):
    def add(content):
        return transitions.add_document(
            collaboration=CollaborationFactory(),
            file=upload(content),
            by=UserFactory(),
            title="Surat",
            kind="letter",
        ).versions.get()

    return add


def infected():
    return small_pdf().replace(b"xref\n", MARK + b"\nxref\n", 1)


def test_a_clean_file_is_clean_and_a_virus_has_its_name(add):
    assert add(small_pdf()).scan_state == ScanState.CLEAN
    with pytest.raises(Refused, match=r"Collabgov\.Test"):
        add(infected())
    assert Document.objects.count() == 1


def test_a_file_of_several_pieces_is_read_to_its_end(add):
    assert add(small_pdf() + b" " * 300_000).scan_state == ScanState.CLEAN
    with pytest.raises(Refused):
        add(infected() + b"\n" * 300_000)


def test_a_file_larger_than_the_scanner_takes_is_not_let_through(add):
    assert add(small_pdf() + b" " * 1_500_000).scan_state == ScanState.ERROR


def test_what_waited_is_scanned_by_the_command(clamd):
    waiting = DocumentVersionFactory(scan_state=ScanState.PENDING)
    bad = DocumentVersionFactory(scan_state=ScanState.PENDING, content=infected())
    call_command("scan_documents")
    for version in (waiting, bad):
        version.refresh_from_db()
    assert (waiting.scan_state, bad.scan_state) == (ScanState.CLEAN, ScanState.INFECTED)


def test_what_it_finds_is_its_own_word(clamd, upload):
    assert scan(upload(infected())).note.startswith("Collabgov.Test")
