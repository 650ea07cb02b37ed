"""The download: who may, how the file is sent, and each sentence when it is not."""

import pytest
from django.urls import reverse

from actors.accounts.models import SiteRole
from actors.audit.kinds import EventKind, Outcome
from actors.models import AccessEvent
from agreements.documents import transitions
from agreements.documents.kinds import ScanState
from agreements.documents.store import path_of
from agreements.models import Party
from tests.factories.charter import (
    CollaborationFactory,
    coordinator_of,
    member_of,
    representative_in,
)
from tests.factories.documents import DocumentFactory, DocumentVersionFactory, small_pdf
from tests.html import content_of, soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def content():
    return small_pdf()


@pytest.fixture
def version(content):
    return DocumentVersionFactory(original_name="Surat “kuasa” №1.pdf", content=content)


@pytest.fixture
def member(version, sign_in):
    return sign_in(member_of(version.document.collaboration, language="en"))


def address(version):
    return reverse("agreements:document-download", args=[version.document_id, version.number])


def status_of(client, version):
    response = client.get(address(version))
    content_of(response)
    return response.status_code


def test_a_member_gets_the_very_file(client, member, version, content):
    response = client.get(address(version))
    assert content_of(response) == content
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Length"] == str(len(content))
    named = "attachment; filename*=utf-8''Surat%20%E2%80%9Ckuasa%E2%80%9D%20%E2%84%961.pdf"
    assert response["Content-Disposition"] == named


def test_a_browser_never_opens_it_inside_the_site(client, member, version):
    response = client.get(address(version), headers={"Accept-Encoding": "gzip"})
    content_of(response)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Encoding"] == "identity"
    assert response["Content-Disposition"].startswith("attachment")


def test_asking_for_a_part_or_whether_it_changed_is_asking_for_all_of_it(client, member, version):
    """No half of a file can be put together by somebody else, and no copy is said to be fresh."""
    whole = content_of(client.get(address(version)))
    for asked in (
        {"Range": "bytes=0-9"},
        {"Range": "bytes=0-9,20-29", "If-Range": '"x"'},
        {"If-None-Match": "*"},
        {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"},
    ):
        response = client.get(address(version), headers=asked)
        assert (response.status_code, content_of(response)) == (200, whole)
        assert not response.has_header("ETag")
        assert not response.has_header("Last-Modified")


def test_asking_for_the_head_alone_is_judged_as_the_file_is(client, member, sign_in, version):
    response = client.head(address(version))
    assert (response.status_code, content_of(response)) == (200, b"")
    assert int(response["Content-Length"]) == version.size
    assert response["X-Content-Type-Options"] == "nosniff"
    sign_in()
    assert client.head(address(version)).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_is_sent_to_a_download(client, member, version, method):
    assert getattr(client, method)(address(version)).status_code == 405


def test_one_who_left_gets_nothing_under_the_same_address(client, sign_in, version):
    who = sign_in(member_of(version.document.collaboration))
    assert status_of(client, version) == 200
    Party.objects.filter(collaboration=version.document.collaboration).update(
        collaboration=CollaborationFactory()
    )
    assert client.get(address(version)).status_code == 404
    assert AccessEvent.objects.filter(kind=EventKind.DOWNLOADED, user=who).count() == 1


def test_each_download_is_written_down(client, member, version):
    content_of(client.get(address(version)))
    event = AccessEvent.objects.get(kind=EventKind.DOWNLOADED)
    assert (event.user, event.outcome) == (member, Outcome.DONE)
    assert event.about_label == version.document.title
    assert event.collaboration_id == version.document.collaboration_id
    assert event.details == {"file": version.original_name, "version": 1}
    content_of(client.head(address(version)))
    assert AccessEvent.objects.filter(kind=EventKind.DOWNLOADED).count() == 1


@pytest.mark.parametrize("make", [member_of, representative_in, coordinator_of])
def test_who_takes_part_may_download(client, sign_in, version, make):
    sign_in(make(version.document.collaboration))
    response = client.get(address(version))
    assert response.status_code == 200
    content_of(response)


def test_an_outsider_sees_what_a_missing_file_shows(client, sign_in, version):
    sign_in()
    assert client.get(address(version)).status_code == 404
    sign_in(member_of(version.document.collaboration))
    missing = reverse("agreements:document-download", args=[version.document_id, 9])
    assert client.get(missing).status_code == 404
    assert not AccessEvent.objects.filter(kind=EventKind.DOWNLOADED).exists()


def test_a_version_is_asked_for_under_its_own_document(client, member, version):
    """The permission is that of the document in the address; its versions are the only ones."""
    foreign = DocumentVersionFactory(number=2)
    path = reverse("agreements:document-download", args=[version.document_id, foreign.number])
    assert client.get(path).status_code == 404


def test_nobody_downloads_signed_out(client, version):
    assert client.get(address(version)).status_code == 302


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ScanState.PENDING, "waits for the virus scan"),
        (ScanState.INFECTED, "A virus was found"),
        (ScanState.ERROR, "virus scan of this file failed"),
    ],
)
def test_what_no_scan_let_through_is_not_handed_out(client, sign_in, state, words):
    version = DocumentVersionFactory(scan_state=state)
    sign_in(coordinator_of(version.document.collaboration, language="en"))
    response = client.get(address(version))
    assert response.status_code == 409
    assert words in soup_of(response).main.get_text()
    event = AccessEvent.objects.get(kind=EventKind.DOWNLOADED)
    assert (event.outcome, event.details["why"]) == (Outcome.FAILED, state)


def test_a_file_that_is_gone_is_a_page_with_what_to_do(client, member, version):
    path_of(version.stored_name).unlink()
    response = client.get(address(version))
    assert response.status_code == 404
    assert "backup" in soup_of(response).main.get_text()
    assert AccessEvent.objects.get(kind=EventKind.DOWNLOADED).details["why"] == "missing"


def test_a_file_that_was_changed_on_disk_is_not_handed_out(client, member, version, content):
    path_of(version.stored_name).write_bytes(content.replace(b"Perjanjian", b"Perjanjiam"))
    response = client.get(address(version))
    assert response.status_code == 409
    assert "no longer the one that was uploaded" in soup_of(response).main.get_text()
    event = AccessEvent.objects.get(kind=EventKind.DOWNLOADED)
    assert (event.outcome, event.details["why"]) == (Outcome.FAILED, "changed")


def test_a_withdrawn_document_is_for_those_who_answer_for_it(client, sign_in, version):
    collaboration = version.document.collaboration
    runner = coordinator_of(collaboration)
    transitions.withdraw(document=version.document, by=runner, reason="Salah")
    statuses = {}
    for name, fields in {
        "admin": {"role": SiteRole.ADMIN},
        "auditor": {"role": SiteRole.AUDITOR},
    }.items():
        sign_in(**fields)
        statuses[name] = status_of(client, version)
    sign_in(runner)
    statuses["coordinator"] = status_of(client, version)
    sign_in(member_of(collaboration))
    statuses["member"] = status_of(client, version)
    assert statuses == {"admin": 200, "auditor": 200, "coordinator": 200, "member": 403}


def test_a_server_in_front_may_send_the_file(client, member, version, settings):
    settings.DOCUMENTS_ACCEL_PREFIX = "/private-documents/"
    response = client.get(address(version))
    name = version.stored_name
    assert response["X-Accel-Redirect"] == f"/private-documents/{name[:2]}/{name}"
    assert response.content == b""
    assert response["Content-Disposition"].startswith("attachment; filename*=")
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert AccessEvent.objects.filter(kind=EventKind.DOWNLOADED).count() == 1
    path_of(name).unlink()
    assert client.get(address(version)).status_code == 404


def test_no_address_but_the_download_knows_the_folder(client, member, version):
    page = client.get(version.document.get_absolute_url()).content.decode()
    assert version.stored_name not in page
    for path in (f"/static/{version.stored_name}", f"/media/{version.stored_name}"):
        assert client.get(path).status_code == 404


def test_older_versions_stay_downloadable(client, member, version, content):
    newer = DocumentVersionFactory(document=version.document)
    assert content_of(client.get(address(version))) == content
    assert content_of(client.get(address(newer))) != content


def test_another_collaborations_document_is_foreign(client, member):
    other = DocumentFactory()
    assert client.get(other.get_absolute_url()).status_code == 404
