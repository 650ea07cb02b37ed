"""The pages: print, DOCX, and the letterheads that admins look after."""

import io

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from actors.accounts.models import SiteRole
from actors.audit.kinds import EventKind
from actors.models import AccessEvent
from agreements.documents.checking import ready
from agreements.documents.store import path_of
from agreements.letters import writing
from agreements.letters.transitions import use_letterhead
from agreements.letters.writing import plain_template
from agreements.models import Letterhead
from collabgov.kit.files import UnfitFile
from tests.agreements.letters.test_writing import text_of
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import member_of
from tests.factories.documents import LetterheadFactory, small_pdf
from tests.factories.instruments import AgreementFactory, AgreementPartyFactory, ClauseFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(settings, tmp_path):
    settings.DOCUMENTS_DIR = tmp_path / "documents"


@pytest.fixture
def agreement():
    return AgreementFactory(title="Kerja sama data", number="1/2026")


@pytest.fixture
def member(agreement, sign_in):
    return sign_in(member_of(agreement.collaboration, language="en"))


@pytest.fixture
def admin(sign_in):
    return sign_in(role=SiteRole.ADMIN, language="en")


def page(name, agreement):
    return reverse(f"agreements:agreement-{name}", args=[agreement.pk])


def headed(words):
    """A template of an agency."""
    document = Document()
    document.add_paragraph(f"{words}: {{{{ title }}}}")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_member_prints_an_agreement(client, member, agreement):
    ClauseFactory(agreement=agreement, number="Pasal 1", text="Ruang lingkup.")
    AgreementPartyFactory(agreement=agreement)
    response = client.get(page("print", agreement))
    text = soup_of(response).main.get_text()
    for word in ("Kerja sama data", "1/2026", "Pasal 1", "Ruang lingkup.", "Signatures"):
        assert word in text
    assert page("docx", agreement) in str(response.content)


def test_a_member_gets_a_word_document_and_it_is_written_down(client, member, agreement):
    response = client.get(page("docx", agreement))
    assert response["Content-Disposition"] == 'attachment; filename="1-2026.docx"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox")
    assert "Kerja sama data" in text_of(response.content)
    event = AccessEvent.objects.get(kind=EventKind.EXPORTED)
    assert (event.user, event.details["format"]) == (member, "docx")
    assert client.head(page("docx", agreement)).status_code == 200
    assert AccessEvent.objects.filter(kind=EventKind.EXPORTED).count() == 1


def test_outsiders_get_neither(client, sign_in, agreement):
    sign_in()
    assert client.get(page("print", agreement)).status_code == 404
    assert client.get(page("docx", agreement)).status_code == 404


def test_the_own_letterhead_comes_before_the_sites(client, member, agreement):
    LetterheadFactory(content=headed("SITUS"))
    assert "SITUS: Kerja sama data" in text_of(client.get(page("docx", agreement)).content)
    LetterheadFactory(content=headed("DINAS"), organization=member.organization)
    LetterheadFactory(content=headed("LAIN"), organization=OrganizationFactory())
    assert "DINAS: Kerja sama data" in text_of(client.get(page("docx", agreement)).content)


def test_of_the_letterheads_in_use_the_own_counts_and_then_the_newest():
    organization = OrganizationFactory()
    asked = lambda: Letterhead.objects.for_organization(organization.pk)  # noqa: E731
    assert asked() is None
    own = LetterheadFactory(organization=organization)
    old, new = LetterheadFactory(), LetterheadFactory()
    assert asked() == own
    Letterhead.objects.filter(pk=own.pk).update(is_active=False)
    assert asked() == new
    Letterhead.objects.filter(pk=new.pk).update(is_active=False)
    assert asked() == old


def test_a_letterhead_that_fails_or_was_changed_gives_a_plain_document(client, member, agreement):
    broken = LetterheadFactory(content=headed("{{ 1 / 0 }}"))
    assert "1/2026" in text_of(client.get(page("docx", agreement)).content)
    told = soup_of(client.get(page("print", agreement)))
    assert "could not be filled in" in told.get_text()
    Letterhead.objects.filter(pk=broken.pk).update(is_active=False)
    changed = LetterheadFactory(content=headed("DINAS"))
    path_of(changed.stored_name).write_bytes(headed("LAIN"))
    text = text_of(client.get(page("docx", agreement)).content)
    assert "LAIN" not in text
    assert "1/2026" in text
    path_of(changed.stored_name).unlink()
    assert client.get(page("docx", agreement)).status_code == 200


def post(client, content, name="kop.docx", **data):
    data = {"purpose": "agreement", "file": SimpleUploadedFile(name, content), **data}
    return client.post(reverse("agreements:letterheads"), data, follow=True)


def test_a_letterhead_takes_the_place_of_its_own_organizations_only(client, admin):
    organization = OrganizationFactory()
    sites, others = LetterheadFactory(), LetterheadFactory(organization=OrganizationFactory())
    before = LetterheadFactory(organization=organization)
    post(client, headed("B"), organization=organization.pk)
    assert not Letterhead.objects.in_use().filter(pk=before.pk).exists()
    assert Letterhead.objects.in_use().filter(pk__in=[sites.pk, others.pk]).count() == 2
    post(client, headed("C"))
    stays = Letterhead.objects.in_use().exclude(organization=None)
    assert stays.count() == 2
    assert Letterhead.objects.in_use().filter(organization=None).count() == 1


def test_an_admin_takes_a_letterhead_into_use_and_out_of_it(client, admin):
    organization = OrganizationFactory(name="Dinas Kesehatan")
    first = post(client, headed("A"), organization=organization.pk)
    assert "Dinas Kesehatan" in soup_of(first).main.get_text()
    post(client, headed("B"), organization=organization.pk)
    letterhead = Letterhead.objects.in_use().get()
    assert Letterhead.objects.count() == 2
    client.post(reverse("agreements:letterhead-stop", args=[letterhead.pk]))
    response = client.get(reverse("agreements:letterheads"))
    assert "no longer used" in soup_of(response).get_text()
    assert "No letterhead yet" in soup_of(response).main.get_text()


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (headed("{{ unclosed"), "kop.docx", "The template has a mistake"),
        (headed("{% for x in %}"), "kop.docx", "The template has a mistake"),
        (headed("{{ title.nothing.at_all }}"), "kop.docx", "The template has a mistake"),
        (small_pdf(), "kop.pdf", "Files of this kind"),
        (b"<html>", "kop.docx", "Files of this kind"),
    ],
)
def test_a_template_that_cannot_be_filled_in_is_refused(client, admin, content, name, words):
    response = post(client, content, name)
    assert words in soup_of(response).main.get_text()
    assert not Letterhead.objects.exists()


@pytest.mark.parametrize("address", ["/nowhere/clamd.sock", "127.0.0.1:9"])
def test_a_template_that_nobody_could_scan_is_not_taken(client, admin, settings, address):
    settings.CLAMD = address
    response = post(client, headed("A"))
    assert "could not be scanned" in soup_of(response).main.get_text()
    assert not Letterhead.objects.exists()


def test_only_a_word_document_becomes_a_letterhead(store, settings):
    with pytest.raises(UnfitFile):
        use_letterhead(file=ContentFile(small_pdf(), name="kop.pdf"), by=UserFactory())
    already = ready(ContentFile(small_pdf(), name="kop.pdf"))
    with pytest.raises(UnfitFile):
        use_letterhead(file=already, by=UserFactory())
    assert not [path for path in settings.DOCUMENTS_DIR.rglob("*") if path.is_file()]


def test_signs_that_no_xml_may_hold_are_left_out_of_the_document(client, member, agreement):
    type(agreement).objects.filter(pk=agreement.pk).update(subject="satu\x0bdua\x1ftiga\uffff")
    text = text_of(client.get(page("docx", agreement)).content)
    assert "satuduatiga" in text
    assert "1/2026" in text


def test_the_plain_template_can_be_taken_and_handed_in(client, admin):
    response = client.get(reverse("agreements:letterhead-plain"))
    assert response.content[:2] == b"PK"
    post(client, plain_template())
    assert Letterhead.objects.in_use().count() == 1


def test_letterheads_are_for_admins(client, sign_in):
    letterhead = LetterheadFactory()
    for role in (SiteRole.AUDITOR, SiteRole.STAFF):
        sign_in(UserFactory(role=role))
        assert client.get(reverse("agreements:letterheads")).status_code == 403
        assert client.get(reverse("agreements:letterhead-plain")).status_code == 403
        stop = reverse("agreements:letterhead-stop", args=[letterhead.pk])
        assert client.post(stop).status_code == 404


def test_the_list_begins_with_the_site_and_is_for_who_looks_after_it():
    zakat, site, arsip = (
        LetterheadFactory(organization=name and OrganizationFactory(name=name))
        for name in ("Zakat", None, "Arsip")
    )
    assert list(Letterhead.objects.for_list()) == [site, arsip, zakat]
    assert not Letterhead.objects.visible_to(AnonymousUser()).exists()
    assert Letterhead.objects.visible_to(UserFactory(admin=True)).count() == 3


def test_an_agreement_that_no_word_document_can_hold_is_printed_from_the_page(
    client, agreement, member, monkeypatch
):
    monkeypatch.setattr(writing, "MEGABYTES", 10)
    response = client.get(page("docx", agreement), follow=True)
    assert response.redirect_chain == [(page("print", agreement), 302)]
    assert "print this page" in soup_of(response).get_text()
