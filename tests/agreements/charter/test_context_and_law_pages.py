"""The pages of the context and of the legal bases, with good input and with bad."""

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.models import CollaborationLegalBasis, ContextFactor, LegalBasis
from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CollaborationLegalBasisFactory,
    ContextFactorFactory,
    LegalBasisFactory,
    PartyFactory,
    coordinator_of,
    member_of,
)
from tests.factories.instruments import AgreementLegalBasisFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = reverse("agreements:legal-basis-list")
NEW = reverse("agreements:legal-basis-create")
RULE = {
    "level": "uu",
    "number": "25",
    "year": "2009",
    "title": "Pelayanan Publik",
    "in_force": "on",
}


@pytest.fixture
def collaboration():
    return CollaborationFactory()


@pytest.fixture
def coordinator(sign_in, collaboration):
    return sign_in(coordinator_of(collaboration, language="en"))


def address(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def context_words(collaboration):
    return {
        "kind": "power",
        "description": "DPRD menentukan anggaran.",
        "noted_on": "1/2/2026",
        "declared_by": "",
        "source_note": "",
    }


def test_the_context_is_described_and_the_page_leads_back(client, coordinator, collaboration):
    response = client.post(address("context-create", collaboration), context_words(collaboration))
    assert response.url == address("collaboration-context", collaboration)
    assert ContextFactor.objects.get().noted_on.isoformat() == "2026-02-01"


def test_without_a_kind_nothing_is_saved_or_lost(client, coordinator, collaboration):
    said = context_words(collaboration) | {"kind": ""}
    response = client.post(address("context-create", collaboration), said)
    soup = soup_of(response)
    assert [link["href"] for link in soup.select(".error-summary a")] == ["#id_kind_0"]
    assert soup.find(id="id_description").text.strip() == "DPRD menentukan anggaran."
    assert not ContextFactor.objects.exists()


def test_still_so_is_one_button(client, coordinator, collaboration):
    factor = ContextFactorFactory(collaboration=collaboration)
    page = client.get(address("collaboration-context", collaboration))
    form = soup_of(page).find("form", action=address("context-review", factor))
    assert form is not None
    client.post(form["action"])
    factor.refresh_from_db()
    assert factor.reviewed_on == timezone.localdate()


def test_a_member_reads_the_context_and_changes_none(client, sign_in, collaboration):
    factor = ContextFactorFactory(collaboration=collaboration)
    sign_in(member_of(collaboration))
    page = soup_of(client.get(address("collaboration-context", collaboration)))
    assert factor.description in page.find(id="context").text
    assert not page.find(id="context").find_all(["form", "a"])
    assert client.post(address("context-review", factor)).status_code == 403


def test_old_context_is_marked(client, coordinator, collaboration):
    ContextFactorFactory(collaboration=collaboration, noted_on="2020-01-01")
    page = client.get(address("collaboration-context", collaboration))
    text = soup_of(page).find(id="context").text
    assert "Not looked at for a year" in text


def test_a_rule_for_the_work_is_added_and_named_in_one_go(client, coordinator, collaboration):
    response = client.post(f"{NEW}?collaboration={collaboration.pk}", RULE)
    row = LegalBasis.objects.get()
    assert response.url == f"{address('rests-on-create', collaboration)}?legal_basis={row.pk}"
    page = client.get(response.url)
    assert soup_of(page).find("input", attrs={"name": "legal_basis", "checked": True})
    said = {"legal_basis": row.pk, "article": "Pasal 5", "note": ""}
    response = client.post(address("rests-on-create", collaboration), said)
    assert response.url == address("collaboration-legal-bases", collaboration)
    link = CollaborationLegalBasis.objects.get()
    section = soup_of(client.get(response.url)).find(id="legal-bases")
    assert "UU 25/2009, Pasal 5" in section.text
    client.post(address("rests-on-remove", link))
    assert not CollaborationLegalBasis.objects.exists()


@pytest.mark.parametrize("key", ["x", "0", "9" * 30, ""])
def test_a_strange_collaboration_in_the_address_is_ignored(client, coordinator, key):
    response = client.post(f"{NEW}?collaboration={key}", RULE)
    assert response.url == LegalBasis.objects.get().get_absolute_url()


def test_who_may_not_name_it_in_that_collaboration_is_led_to_the_rule_alone(client, coordinator):
    """A member there reads it, and an outsider does not even know of it."""
    elsewhere = PartyFactory(organization=coordinator.organization).collaboration
    for other in (elsewhere, CollaborationFactory(title="Kerja sama rahasia")):
        page = client.get(f"{NEW}?collaboration={other.pk}")
        assert other.title not in page.content.decode()
        said = RULE | {"number": f"{other.pk}"}
        response = client.post(f"{NEW}?collaboration={other.pk}", said)
        assert response.url == LegalBasis.objects.get(number=other.pk).get_absolute_url()


def test_a_coordinator_is_not_asked_whether_it_is_verified(client, coordinator):
    assert not soup_of(client.get(NEW)).find(id="id_is_verified")
    client.post(NEW, RULE | {"is_verified": "on", "verified_note": "Percaya saja"})
    assert not LegalBasis.objects.get().is_verified


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"number": ""}, "number"),
        ({"year": "1"}, "year"),
        ({"year": "dua ribu"}, "year"),
        ({"title": ""}, "title"),
        ({"level": "permen"}, "issuer"),
        ({"url": "http://peraturan.test/uu"}, "url"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"ended_on": "1/2/2020"}, "ended_on"),
        ({"is_verified": "on"}, "verified_note"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client, sign_in, wrong, field):
    sign_in(UserFactory(admin=True))
    response = client.post(NEW, RULE | wrong)
    found = [link["href"] for link in soup_of(response).select(".error-summary a")]
    assert found == [f"#id_{field}"]
    assert not LegalBasis.objects.exists()


def test_the_same_rule_is_refused_at_its_number(client, sign_in):
    sign_in(UserFactory(admin=True))
    client.post(NEW, RULE)
    LegalBasis.objects.update(created_at="2020-01-01T00:00Z")
    response = client.post(NEW, RULE)
    assert soup_of(response).select(".error-summary a")[0]["href"] == "#id_number"


def test_an_old_version_shows_both_texts(client, sign_in):
    sign_in(UserFactory(admin=True, language="en"))
    row = LegalBasisFactory(title="Dari rekan", version=2)
    said = RULE | {"title": "Dari saya", "version": "1"}
    cells = soup_of(client.post(address("legal-basis-edit", row), said)).select(".conflict td")
    assert {"Dari rekan", "Dari saya"} <= {cell.text.strip() for cell in cells}


def test_the_page_shows_what_the_reader_may_see_and_no_more(client, sign_in, collaboration):
    row = LegalBasisFactory(url="https://peraturan.test/uu")
    mine = CollaborationLegalBasisFactory(collaboration=collaboration, legal_basis=row)
    other = CollaborationLegalBasisFactory(legal_basis=row)
    own, strange = (
        AgreementLegalBasisFactory(agreement__collaboration=each, legal_basis=row).agreement
        for each in (collaboration, other.collaboration)
    )
    sign_in(member_of(collaboration))
    soup = soup_of(client.get(row.get_absolute_url()))
    assert own.title in soup.text
    assert strange.title not in soup.text
    assert mine.collaboration.title in soup.text
    assert other.collaboration.title not in soup.text
    assert "noopener" in soup.find("a", href="https://peraturan.test/uu")["rel"]


def test_everybody_reads_the_register_and_strangers_of_a_rule_do_not_edit_it(client, sign_in):
    row = LegalBasisFactory()
    sign_in(UserFactory())
    assert str(row) in soup_of(client.get(LIST)).text
    assert client.get(address("legal-basis-edit", row)).status_code == 403
    assert client.get(NEW).status_code == 403


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({"level": "uu"}, "1"),
        ({"force": "0"}, "2"),
        ({"verified": "0"}, "3"),
        ({"q": "kesehatan"}, "4"),
    ],
)
def test_the_register_is_narrowed_and_an_export_is_what_it_shows(client, sign_in, query, number):
    sign_in(UserFactory(language="en"))
    LegalBasisFactory(number="1", level="uu")
    LegalBasisFactory(number="2", level="pp", in_force=False)
    LegalBasisFactory(number="3", level="pp", unverified=True)
    LegalBasisFactory(number="4", level="pp", title="Kesehatan")
    rows = client.get(LIST, query).context["legal_bases"]
    assert [row.number for row in rows] == [number]
    text = b"".join(client.get(LIST, query | {"format": "csv"})).decode("utf-8-sig")
    assert len(text.splitlines()) == 2


def grow(rows, factory):
    """Ten more rows than the page had."""
    return lambda: factory.create_batch(10, **rows)


def test_the_register_asks_the_same_number_of_questions_however_long(assert_flat_queries, sign_in):
    sign_in(UserFactory())
    LegalBasisFactory()
    assert_flat_queries(LIST, grow=grow({}, LegalBasisFactory), ceiling=10)


def test_so_does_the_page_of_a_rule(assert_flat_queries, sign_in):
    sign_in(UserFactory(admin=True))
    row = CollaborationLegalBasisFactory().legal_basis
    more = grow({"legal_basis": row}, CollaborationLegalBasisFactory)
    assert_flat_queries(row.get_absolute_url(), grow=more, ceiling=14)


def test_searching_for_a_rule_gives_the_form_back(client, coordinator, collaboration):
    row = LegalBasisFactory(title="Kesehatan")
    data = {"legal_basis_q": "kesehatan", "legal_basis_find": "1", "note": "Tetap di sini"}
    soup = soup_of(client.post(address("rests-on-create", collaboration), data))
    assert str(row) in soup.text
    assert soup.find(id="id_note")["value"] == "Tetap di sini"
