"""The virus scan: what it lets through, what waits, and what is tried again.

The scanner here is a server on a real socket that speaks clamd's protocol and knows EICAR.
"""

import socket
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from actors.audit.kinds import EventKind
from actors.models import AccessEvent
from agreements.documents import transitions
from agreements.documents.kinds import ScanState
from agreements.documents.scanner import Verdict, scan
from agreements.models import Document
from collabgov.kit.errors import Refused
from tests.agreements.documents.conftest import files_in
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory
from tests.factories.documents import DocumentVersionFactory, small_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return UserFactory()


@pytest.fixture
def add(upload, user):
    def add(content=None):
        document = transitions.add_document(
            collaboration=CollaborationFactory(),
            file=upload(content),
            by=user,
            title="Surat",
            kind="letter",
        )
        return document.versions.get()

    return add


def scan_documents(*words):
    said = StringIO()
    call_command("scan_documents", *words, stdout=said, stderr=said)
    return said.getvalue()


def test_without_a_scanner_nothing_is_said_about_viruses(add):
    version = add()
    assert (version.scan_state, version.scanned_at) == (ScanState.NOT_SCANNED, None)
    with pytest.raises(CommandError):
        scan_documents()


def test_a_clean_file_is_known_to_be_clean(add, clamd):
    version = add()
    assert version.scan_state == ScanState.CLEAN
    assert version.scanned_at


def test_a_file_larger_than_a_piece_is_sent_whole(add, clamd, infected_pdf):
    large = small_pdf() + b" " * 300_000
    assert add(large).scan_state == ScanState.CLEAN
    with pytest.raises(Refused):
        add(infected_pdf + b"\n" * 300_000)


def test_a_virus_is_not_even_kept_and_is_written_down(add, clamd, infected_pdf, store, user):
    with pytest.raises(Refused, match="Eicar-Test-Signature"):
        add(infected_pdf)
    assert not Document.objects.exists()
    assert files_in(store) == []
    event = AccessEvent.objects.get(kind=EventKind.REFUSED)
    assert event.user == user
    assert event.details["virus"] == "Eicar-Test-Signature"


@pytest.mark.parametrize("address", ["/nowhere/clamd.sock", "127.0.0.1:9"])
def test_a_scanner_that_is_away_lets_nothing_through(add, settings, address):
    settings.CLAMD = address
    assert add().scan_state == ScanState.ERROR


def test_a_scanner_may_be_on_another_machine(add, settings):
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.CLAMD = f"127.0.0.1:{server.getsockname()[1]}"
        settings.CLAMD_SECONDS = 0.2
        assert add().scan_state == ScanState.PENDING  # connected, and no answer


def test_a_scanner_that_takes_too_long_leaves_the_file_waiting(add, clamd, settings):
    clamd.is_silent, settings.CLAMD_SECONDS = True, 0.2
    assert add().scan_state == ScanState.PENDING


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\0", b"\0", b"nonsense\0"])
def test_an_answer_that_says_nothing_is_an_error(add, clamd, answer):
    clamd.answer = answer
    assert add().scan_state == ScanState.ERROR


def test_what_waits_is_scanned_later(clamd, infected_pdf):
    waiting = DocumentVersionFactory(scan_state=ScanState.PENDING)
    failed = DocumentVersionFactory(scan_state=ScanState.ERROR, scan_note="away")
    bad = DocumentVersionFactory(scan_state=ScanState.ERROR, content=infected_pdf)
    unasked = DocumentVersionFactory(content=infected_pdf)
    said = scan_documents()
    assert states(waiting, failed) == [ScanState.CLEAN, ScanState.CLEAN]
    assert states(bad, unasked) == [ScanState.INFECTED, ScanState.NOT_SCANNED]
    assert "Eicar-Test-Signature" in said
    failed.refresh_from_db()
    assert failed.scan_note == ""
    assert failed.scanned_at
    assert scan_documents() == ""


def test_a_virus_that_only_a_later_scanner_knows_is_found(clamd, infected_pdf):
    old = DocumentVersionFactory(scan_state=ScanState.CLEAN, content=infected_pdf)
    unasked = DocumentVersionFactory()
    scan_documents("--all")
    assert states(old, unasked) == [ScanState.INFECTED, ScanState.CLEAN]


def test_a_scanner_that_is_away_changes_nothing_of_what_is_known(settings):
    settings.CLAMD = "/nowhere/clamd.sock"
    bad = DocumentVersionFactory(scan_state=ScanState.INFECTED)
    good = DocumentVersionFactory(scan_state=ScanState.CLEAN)
    waiting = DocumentVersionFactory(scan_state=ScanState.PENDING)
    with pytest.raises(CommandError):
        scan_documents("--all")
    assert states(bad, good, waiting) == [ScanState.INFECTED, ScanState.CLEAN, ScanState.ERROR]


def test_a_file_that_is_gone_cannot_be_scanned(clamd, store):
    version = DocumentVersionFactory(scan_state=ScanState.PENDING)
    (store / version.stored_name[:2] / version.stored_name).unlink()
    with pytest.raises(CommandError):
        scan_documents()
    assert states(version) == [ScanState.ERROR]
    assert version.scanned_at is None


def test_a_verdict_is_what_the_scanner_said(clamd, upload, infected_pdf):
    assert scan(upload()) == Verdict(ScanState.CLEAN)
    assert scan(upload(infected_pdf)) == Verdict(ScanState.INFECTED, "Eicar-Test-Signature")


def states(*versions):
    for version in versions:
        version.refresh_from_db()
    return [version.scan_state for version in versions]
