"""Parties, clauses, legal bases and documents of an agreement, page by page."""

import pytest

from agreements.instruments.kinds import DocumentRole
from agreements.instruments.states import AgreementState
from agreements.models import AgreementDocument, Clause, Commitment
from tests.agreements.instruments.pages.scene import day, pdf, sentences, url
from tests.factories.charter import LegalBasisFactory, PartyFactory
from tests.factories.documents import DocumentFactory
from tests.factories.instruments import (
    AgreementDocumentFactory,
    AgreementLegalBasisFactory,
    ClauseFactory,
    RequiredDocumentFactory,
)

S = AgreementState


@pytest.fixture
def agreement(as_coordinator):
    return as_coordinator.agreement()


def test_a_party_is_added_in_the_next_place(as_coordinator, agreement, client):
    third = PartyFactory(collaboration=as_coordinator.collaboration)
    page = url("agreement-party-create", agreement.pk)
    assert client.get(page).context["form"]["position"].value() == 3
    client.post(page, {"party": third.pk, "position": 3, "must_sign": "on", "own_number": "7/X"})
    place = agreement.parties.get(position=3)
    assert (place.party, place.must_sign, place.own_number) == (third, True, "7/X")


def test_only_parties_that_are_not_in_it_are_offered(as_coordinator, agreement, client):
    third = PartyFactory(collaboration=as_coordinator.collaboration)
    PartyFactory()
    offered = client.get(url("agreement-party-create", agreement.pk)).context["form"].fields
    assert list(offered["party"].queryset) == [third]


def test_a_party_changes_places_with_the_one_that_stands_there(agreement, client):
    first, second = agreement.parties.order_by("position")
    page = url("agreement-party-edit", first.pk)
    client.post(page, {"position": 2, "must_sign": "on", "own_number": ""})
    second.refresh_from_db()
    assert (second.position, agreement.parties.get(pk=first.pk).position) == (1, 2)


def test_a_party_is_taken_out(agreement, client):
    place = agreement.parties.first()
    client.post(url("agreement-party-remove", place.pk))
    assert agreement.parties.count() == 1


def test_a_party_that_owes_something_stays_and_the_page_says_why(agreement, client):
    place = agreement.parties.first()
    ClauseFactory(agreement=agreement, is_obligation=True, owed_by=place)
    answer = client.post(url("agreement-party-remove", place.pk))
    assert agreement.parties.count() == 2
    assert sentences(answer)


def test_a_clause_obliges_a_party_until_a_day(as_coordinator, agreement, client):
    place, due = agreement.parties.first(), as_coordinator.days(30)
    data = {"number": "Pasal 3", "text": "Menyampaikan data.", "is_obligation": "on"}
    data |= {"owed_by": place.pk, "due_on": day(due)}
    page = url("clause-create", agreement.pk)
    client.post(page, data)
    client.post(page, data)  # the second click of an impatient hand
    clause = agreement.clauses.get()
    assert (clause.number, clause.owed_by, clause.due_on) == ("Pasal 3", place, due)


def test_what_obliges_nobody_is_owed_by_nobody(agreement, client):
    place = agreement.parties.first()
    data = {"number": "1", "text": "Umum", "owed_by": place.pk, "due_on": "3/5/2027"}
    client.post(url("clause-create", agreement.pk), data)
    clause = agreement.clauses.get()
    assert (clause.is_obligation, clause.owed_by, clause.due_on) == (False, None, None)


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"text": "  "}, "text"),
        ({"is_obligation": "on"}, "owed_by"),
        ({"is_obligation": "on", "owed_by": "999999"}, "owed_by"),
        ({"text": "x" * 5000}, "text"),
    ],
)
def test_a_clause_that_cannot_be_is_refused_at_its_field(agreement, client, fields, at):
    data = {"number": "1", "text": "Isi"} | fields
    answer = client.post(url("clause-create", agreement.pk), data)
    assert at in answer.context["form"].errors
    assert not agreement.clauses.exists()


def test_a_clause_is_corrected_and_taken_out(agreement, client):
    clause = ClauseFactory(agreement=agreement)
    data = {"number": "9", "text": "Lain", "version": clause.version}
    client.post(url("clause-edit", clause.pk), data)
    clause.refresh_from_db()
    assert clause.text == "Lain"
    client.post(url("clause-remove", clause.pk), {"version": clause.version})
    assert not agreement.clauses.exists()


def test_a_clause_that_somebody_changed_meanwhile_is_not_taken_out_unseen(agreement, client):
    clause = ClauseFactory(agreement=agreement)
    page = url("clause-remove", clause.pk)
    shown = client.get(page).context["form"].initial
    client.post(url("clause-edit", clause.pk), {"number": "9", "text": "Lain", **shown})
    for data in (shown, {}):
        assert "Orang lain" in sentences(client.post(page, data))
    assert agreement.clauses.get().text == "Lain"


def test_two_who_edit_one_clause_read_both_texts(agreement, client):
    clause = ClauseFactory(agreement=agreement, text="Awal")
    page = url("clause-edit", clause.pk)
    client.post(page, {"number": "1", "text": "Pertama", "version": 1})
    answer = client.post(page, {"number": "1", "text": "Kedua", "version": 1})
    assert [(one.saved, one.typed) for one in answer.context["form"].conflict] == [
        ("Pertama", "Kedua")
    ]


def test_the_text_of_what_is_offered_for_signing_no_longer_changes(as_coordinator, client):
    agreement = as_coordinator.agreement(ready=True)
    clause = ClauseFactory(agreement=agreement)
    answers = [
        client.post(url("clause-create", agreement.pk), {"number": "1", "text": "Baru"}),
        client.post(url("clause-remove", clause.pk)),
        client.post(url("agreement-party-remove", agreement.parties.first().pk)),
    ]
    assert all(sentences(answer) for answer in answers)
    assert (agreement.clauses.count(), agreement.parties.count()) == (1, 2)


def test_pasted_clauses_are_shown_first_and_added_once(agreement, client):
    page, text = url("clause-paste", agreement.pk), "Pasal 1\nTujuan.\nPasal 2\n(1) Satu.\n(2) Dua."
    shown = client.post(page, {"text": text})
    assert [clause.number for clause in shown.context["clauses"]] == [
        "Pasal 1",
        "Pasal 2 ayat (1)",
        "Pasal 2 ayat (2)",
    ]
    assert not agreement.clauses.exists()
    data = {"text": text, "shown": shown.context["form"]["shown"].value()}
    client.post(page, data)
    client.post(page, data)
    assert list(agreement.clauses.values_list("text", flat=True)) == ["Tujuan.", "Satu.", "Dua."]


def test_a_text_changed_after_it_was_shown_is_shown_again(agreement, client):
    page = url("clause-paste", agreement.pk)
    shown = client.post(page, {"text": "1. Satu"}).context["form"]["shown"].value()
    client.post(page, {"text": "1. Satu\n2. Dua", "shown": shown})
    assert not agreement.clauses.exists()


def test_an_obligation_becomes_a_commitment(as_coordinator, client):
    agreement = as_coordinator.agreement(in_force=True)
    place = agreement.parties.first()
    clause = ClauseFactory(agreement=agreement, is_obligation=True, owed_by=place)
    page, due = url("clause-promise", clause.pk), as_coordinator.days(20)
    data = {"promise": "Menyampaikan data", "due_on": day(due)}
    answer = client.post(page, data)
    client.post(page, data)
    commitment = Commitment.objects.get()
    assert answer.url == commitment.get_absolute_url()
    assert (commitment.clause, commitment.organization) == (clause, place.party.organization)


def test_the_owing_party_itself_may_make_it_a_commitment(scene, sign_in, client):
    agreement = scene.agreement(in_force=True)
    own, other = agreement.parties.order_by("position")
    sign_in(scene.representative)
    for place, status in ((own, 200), (other, 403)):
        clause = ClauseFactory(agreement=agreement, is_obligation=True, owed_by=place)
        assert client.get(url("clause-promise", clause.pk)).status_code == status


def test_what_nobody_owes_becomes_no_commitment(agreement, client):
    clause = ClauseFactory(agreement=agreement)
    data = {"promise": "Menyampaikan data", "due_on": "3/5/2027"}
    assert sentences(client.post(url("clause-promise", clause.pk), data))
    assert not Commitment.objects.exists()


def test_a_legal_basis_is_named_once_and_taken_out(agreement, client):
    law = LegalBasisFactory()
    page = url("agreement-basis-add", agreement.pk)
    client.post(page, {"legal_basis": law.pk, "article": "Pasal 363"})
    again = client.post(page, {"legal_basis": law.pk, "article": ""})
    assert "legal_basis" in again.context["form"].errors
    basis = agreement.bases.get()
    assert basis.article == "Pasal 363"
    client.post(url("agreement-basis-remove", basis.pk))
    assert not agreement.bases.exists()


def test_a_legal_basis_is_searched_without_javascript(agreement, client):
    law = LegalBasisFactory(number="77")
    page = url("agreement-basis-add", agreement.pk)
    data = {"legal_basis_q": "77", "legal_basis_find": "1", "article": "Pasal 1"}
    answer = client.post(page, data)
    assert law.title in answer.content.decode()
    assert not answer.context["form"].errors
    assert not AgreementLegalBasisFactory._meta.model.objects.exists()


def test_a_new_file_is_attached_as_what_was_asked_for(agreement, client):
    asked = RequiredDocumentFactory(type=agreement.type)
    page = url("agreement-document-attach", agreement.pk, requirement=asked.pk)
    assert client.get(page).context["form"]["role"].value() == DocumentRole.REFERENCE
    data = {"requirement": asked.pk, "role": asked.role, "title": "KAK", "file": pdf()}
    client.post(page, data)
    paper = agreement.papers.get()
    assert (paper.requirement, paper.document.title) == (asked, "KAK")


def test_a_document_on_file_is_attached_and_taken_off(as_coordinator, agreement, client):
    document = DocumentFactory(collaboration=as_coordinator.collaboration)
    data = {"role": "signed_copy", "document": document.pk, "party": agreement.parties.first().pk}
    client.post(url("agreement-document-attach", agreement.pk), data)
    paper = agreement.papers.get()
    assert (paper.document, paper.party) == (document, agreement.parties.first())
    client.post(url("agreement-document-detach", paper.pk), {"reason": "Salah berkas"})
    assert not agreement.papers.exists()


@pytest.mark.parametrize("role", ["mars", "", "text"])
def test_without_a_document_or_of_an_unknown_role_nothing_is_attached(agreement, client, role):
    answer = client.post(url("agreement-document-attach", agreement.pk), {"role": role})
    assert answer.context["form"].errors
    assert not agreement.papers.exists()


def test_a_file_that_is_no_document_is_refused_at_its_field(agreement, client):
    broken = pdf()
    broken.file.seek(0)
    broken.file.write(b"MZ this is a program" + b" " * 200)
    broken.file.seek(0)
    data = {"role": "text", "file": broken}
    answer = client.post(url("agreement-document-attach", agreement.pk), data)
    assert "file" in answer.context["form"].errors
    assert not agreement.papers.exists()


def test_a_document_of_another_collaboration_is_refused(agreement, client):
    data = {"role": "text", "document": DocumentFactory().pk}
    answer = client.post(url("agreement-document-attach", agreement.pk), data)
    assert "document" in answer.context["form"].errors
    assert not agreement.papers.exists()


def test_nothing_is_taken_off_without_a_reason(agreement, client):
    paper = AgreementDocumentFactory(agreement=agreement)
    answer = client.post(url("agreement-document-detach", paper.pk), {"reason": ""})
    assert "reason" in answer.context["form"].errors
    assert AgreementDocument.objects.filter(pk=paper.pk).exists()


def test_a_member_who_posts_by_hand_changes_nothing(scene, sign_in, client):
    agreement = scene.agreement()
    clause = ClauseFactory(agreement=agreement)
    sign_in(scene.representative)
    assert client.post(url("clause-remove", clause.pk)).status_code == 403
    assert client.post(url("clause-create", agreement.pk), {"text": "Baru"}).status_code == 403
    assert list(Clause.objects.all()) == [clause]
