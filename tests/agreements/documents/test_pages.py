"""The pages of documents: who sees which button, what a form says, how a list is narrowed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from actors.accounts.models import SiteRole
from agreements.charter.transitions import close
from agreements.documents import transitions
from agreements.documents.kinds import DocumentKind, ScanState
from agreements.models import Document
from collabgov.kit.files import LARGEST_DOCUMENT
from collabgov.kit.uploads import LARGEST_BODY
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, coordinator_of, member_of
from tests.factories.documents import DocumentFactory, DocumentVersionFactory, small_pdf
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    return CollaborationFactory()


@pytest.fixture
def member(collaboration, sign_in):
    return sign_in(member_of(collaboration, language="en"))


def page(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def file_of(content=None, name="surat_tugas 7.pdf"):
    return SimpleUploadedFile(name, small_pdf() if content is None else content)


def text_of(response):
    return " ".join(soup_of(response).main.get_text().split())


def links_of(response):
    return {link.get("href") for link in soup_of(response).main.find_all("a")}


def test_a_member_adds_a_document(client, member, collaboration):
    form = client.get(page("document-create", collaboration))
    assert soup_of(form).main.form["enctype"] == "multipart/form-data"
    assert "25" in text_of(form)
    data = {"file": file_of(), "kind": "letter", "title": "", "note": "Asli di lemari"}
    response = client.post(page("document-create", collaboration), data, follow=True)
    document = Document.objects.get()
    assert response.redirect_chain[-1][0] == document.get_absolute_url()
    assert (document.title, document.note) == ("surat tugas 7", "Asli di lemari")
    assert "surat_tugas 7.pdf" in text_of(response)
    assert document.versions.get().sha256 in text_of(response)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "a.pdf", "This file is empty"),
        (b"<html>", "a.pdf", "Files of this kind are not taken"),
        (None, "a.pdf.exe", "Files of this kind are not taken"),
        (None, "../../x", "has no name"),
        (None, "CON", "Windows"),
        (None, "a.docx", "it is PDF inside"),
        (None, "x" * 300 + ".pdf", "longer than 150"),
        (small_pdf()[:-9], "a.pdf", "damaged or not complete"),
    ],
)
def test_a_bad_file_is_a_sentence_and_what_was_typed_stays(
    client, member, collaboration, content, name, words
):
    data = {"file": file_of(content, name), "kind": "letter", "title": "Surat tugas"}
    response = client.post(page("document-create", collaboration), data)
    assert response.status_code == 200
    assert words in text_of(response)
    assert soup_of(response).find(id="id_title")["value"] == "Surat tugas"
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    "named",
    [
        "filename*=nonsense''a.pdf",
        "filename*=unicode_escape''%5cud800.pdf",
        "filename*=utf-8''%ED%A0%80.pdf",
        "filename*=utf-7''%2B2AA-.pdf",
        "filename*=a.pdf",
        'filename="=?utf-8?b?YS5wZGY=?="',
    ],
)
def test_a_name_in_an_odd_encoding_is_no_error_of_the_server(client, member, collaboration, named):
    lines = (
        "--b",
        f'Content-Disposition: form-data; name="file"; {named}',
        "Content-Type: application/pdf",
        "",
        small_pdf().decode("latin-1"),
        "--b--",
        "",
    )
    response = client.post(
        page("document-create", collaboration),
        "\r\n".join(lines).encode("latin-1"),
        content_type="multipart/form-data; boundary=b",
    )
    assert response.status_code in (200, 400)
    assert not Document.objects.exists()


def test_no_file_is_a_sentence(client, member, collaboration):
    response = client.post(page("document-create", collaboration), {"kind": "letter"})
    assert "Choose a file." in text_of(response)


def test_a_document_may_be_larger_than_any_other_form(client, member, collaboration):
    large = file_of(small_pdf() + b" " * (LARGEST_BODY + 1_000_000))
    data = {"file": large, "kind": "letter", "title": "Besar"}
    assert client.post(page("document-create", collaboration), data).status_code == 302
    too_large = file_of(small_pdf() + b" " * LARGEST_DOCUMENT)
    response = client.post(page("document-create", collaboration), data | {"file": too_large})
    assert "larger than 25" in text_of(response)
    far_too_large = file_of(small_pdf() + b" " * (LARGEST_DOCUMENT + 4_000_000))
    response = client.post(page("document-create", collaboration), data | {"file": far_too_large})
    assert response.status_code == 413


def test_other_addresses_stay_at_their_limit(client, sign_in):
    sign_in(role=SiteRole.ADMIN)
    large = SimpleUploadedFile("a.csv", b"x" * (LARGEST_BODY + 1))
    address = reverse("actors:import-create", args=["organizations"])
    assert client.post(address, {"file": large}).status_code == 413


def test_the_same_file_again_names_the_first(client, member, collaboration):
    content = small_pdf()
    data = {"kind": "letter", "title": "Surat tugas"}
    address = page("document-create", collaboration)
    client.post(address, data | {"file": file_of(content)})
    response = client.post(address, data | {"title": "Lain", "file": file_of(content)})
    assert "already there: “Surat tugas”, version 1" in text_of(response)
    assert soup_of(response).find(id="id_file_error") or "id_file" in str(response.content)


def test_a_new_version_says_what_changed(client, member, collaboration):
    document = DocumentFactory(collaboration=collaboration, added_by=member)
    data = {"file": file_of(), "note": "Pasal 4 disepakati"}
    response = client.post(page("document-version", document), data, follow=True)
    assert "Pasal 4 disepakati" in text_of(response)
    assert document.versions.count() == 2


def test_auditors_read_and_hand_nothing_in(client, sign_in, collaboration):
    document = DocumentFactory(collaboration=collaboration)
    sign_in(role=SiteRole.AUDITOR, language="en")
    for name, record in {
        "document-create": collaboration,
        "document-version": document,
        "document-edit": document,
        "document-withdraw": document,
    }.items():
        assert client.get(page(name, record)).status_code == 403
        assert client.post(page(name, record), {"file": file_of()}).status_code == 403
    assert client.get(page("document-list", collaboration)).status_code == 200
    response = client.get(page("document-detail", document))
    assert "Download" in text_of(response)
    assert page("document-version", document) not in links_of(response)


def test_outsiders_see_nothing(client, sign_in, collaboration):
    document = DocumentFactory(collaboration=collaboration)
    sign_in()
    for name in ("document-detail", "document-version", "document-edit", "document-withdraw"):
        assert client.get(page(name, document)).status_code == 404
    for name in ("document-list", "document-create"):
        assert client.get(page(name, collaboration)).status_code == 404


def test_whoever_added_it_or_coordinates_describes_it(client, sign_in, collaboration):
    owner = member_of(collaboration)
    document = DocumentFactory(collaboration=collaboration, added_by=owner)
    statuses = []
    for user in (owner, coordinator_of(collaboration), member_of(collaboration)):
        sign_in(user)
        statuses.append(client.get(page("document-edit", document)).status_code)
    assert statuses == [200, 200, 403]


def test_two_who_describe_it_at_once_compare(client, sign_in, collaboration):
    user = sign_in(coordinator_of(collaboration, language="en"))
    document = DocumentFactory(collaboration=collaboration, title="Awal")
    transitions.rename(document=document, by=user, version=1, title="Pertama", kind="letter")
    data = {"title": "Kedua", "kind": "plan", "note": "", "version": 1}
    response = client.post(page("document-edit", document), data)
    assert "Pertama" in text_of(response)
    assert Document.objects.get().title == "Pertama"
    response = client.post(page("document-edit", document), data | {"version": 2})
    assert response.status_code == 302
    assert Document.objects.get().kind == DocumentKind.PLAN


def test_only_a_coordinator_withdraws_and_says_why(client, sign_in, collaboration):
    document = DocumentFactory(collaboration=collaboration)
    sign_in(member_of(collaboration))
    assert client.get(page("document-withdraw", document)).status_code == 403
    sign_in(coordinator_of(collaboration, language="en"))
    response = client.post(page("document-withdraw", document), {"reason": ""})
    assert response.status_code == 200
    data = {"reason": "Salah kolaborasi"}
    response = client.post(page("document-withdraw", document), data, follow=True)
    assert "Salah kolaborasi" in text_of(response)
    sign_in(member_of(collaboration, language="en"))
    response = client.get(page("document-detail", document))
    assert "Withdrawn by" in text_of(response)
    assert not [link for link in links_of(response) if "download" in link]


def test_a_closed_collaboration_shows_and_takes_nothing(client, sign_in, collaboration):
    user = sign_in(coordinator_of(collaboration, language="en"))
    document = DocumentFactory(collaboration=collaboration)
    close(collaboration=collaboration, by=user, reason="Selesai")
    response = client.get(page("document-detail", document))
    assert "Download" in text_of(response)
    assert page("document-edit", document) not in links_of(response)
    for name in ("document-version", "document-edit", "document-withdraw"):
        assert client.get(page(name, document)).status_code == 403
    assert client.get(page("document-create", collaboration)).status_code == 403


def test_whoever_added_it_and_takes_part_no_more_does_not_describe_it(collaboration):
    document = DocumentFactory(collaboration=collaboration, added_by=member_of(collaboration))
    assert document.added_by.has_perm("agreements.edit_document", document)
    elsewhere = DocumentFactory(added_by=document.added_by)
    for verb in ("edit_document", "add_document_version", "withdraw_document"):
        assert not document.added_by.has_perm(f"agreements.{verb}", elsewhere)


def test_the_list_is_searched_and_narrowed(client, member, collaboration):
    DocumentFactory(collaboration=collaboration, title="Surat undangan")
    DocumentFactory(collaboration=collaboration, title="Rencana kerja", kind=DocumentKind.PLAN)
    DocumentFactory(title="Milik kolaborasi lain")
    address = page("document-list", collaboration)
    shown = text_of(client.get(address))
    assert "Surat undangan" in shown
    assert "Rencana kerja" in shown
    assert "kolaborasi lain" not in shown
    assert "Rencana kerja" not in text_of(client.get(address, {"q": "undangan"}))
    assert "Surat undangan" not in text_of(client.get(address, {"kind": "plan"}))
    assert "No document fits" in text_of(client.get(address, {"q": "hilang"}))
    assert client.get(address, {"kind": "nonsense", "page": "x"}).status_code == 200
    part = client.get(address, {"q": "undangan"}, headers={"HX-Request": "true"})
    assert b"<html" not in part.content
    assert b"Surat undangan" in part.content


def test_an_empty_list_says_what_belongs_there(client, sign_in, member, collaboration):
    response = client.get(page("document-list", collaboration))
    assert "No document yet" in text_of(response)
    assert page("document-create", collaboration) in links_of(response)
    sign_in(UserFactory(role=SiteRole.AUDITOR, language="en"))
    response = client.get(page("document-list", collaboration))
    assert page("document-create", collaboration) not in links_of(response)


def test_the_page_of_a_collaboration_leads_to_its_documents(client, member, collaboration):
    assert page("document-list", collaboration) in links_of(
        client.get(collaboration.get_absolute_url())
    )


def test_what_a_scan_found_is_said(client, member, collaboration):
    version = DocumentVersionFactory(
        document__collaboration=collaboration, scan_state=ScanState.INFECTED
    )
    response = client.get(page("document-detail", version.document))
    assert "Virus found" in text_of(response)
    assert not [link for link in links_of(response) if "download" in link]
    assert "Virus found" in text_of(client.get(page("document-list", collaboration)))


def test_the_pages_cost_the_same_however_long(assert_flat_queries, member, collaboration):
    document = DocumentFactory(collaboration=collaboration)

    def more_documents():
        for _ in range(4):
            DocumentFactory(collaboration=collaboration)

    def more_versions():
        for _ in range(4):
            DocumentVersionFactory(document=document, uploaded_by=UserFactory())

    assert_flat_queries(page("document-list", collaboration), grow=more_documents, ceiling=16)
    assert_flat_queries(page("document-detail", document), grow=more_versions, ceiling=30)
