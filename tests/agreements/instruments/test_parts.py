"""Parties, clauses, legal bases and documents of an agreement."""

import pytest
from django.core.exceptions import ValidationError

from agreements.documents.transitions import withdraw
from agreements.instruments import transitions as verbs
from agreements.instruments.models import Agreement, AgreementParty
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.agreements.instruments.scene import Table, a_file, day, last_line, refused_unchanged
from tests.factories.action import CommitmentFactory
from tests.factories.actors import AppointmentFactory
from tests.factories.charter import LegalBasisFactory, PartyFactory
from tests.factories.documents import DocumentFactory
from tests.factories.instruments import (
    AgreementPartyFactory,
    ClauseFactory,
    RequiredDocumentFactory,
)


def test_a_party_is_added_at_the_end_and_once(table):
    agreement = table.draft()
    third = PartyFactory(collaboration=table.collaboration)
    place = verbs.add_party(
        agreement=agreement, by=table.coordinator, party=third, must_sign=False, own_number=" 7 "
    )
    assert (place.position, place.must_sign, place.own_number) == (3, False, "7")
    assert last_line(agreement).event == "party_added"
    with pytest.raises(ValidationError, match="sudah ada dalam kesepakatan"):
        verbs.add_party(agreement=agreement, by=table.coordinator, party=third)


def test_two_parties_change_places(table):
    agreement = table.draft()
    first, second = agreement.parties.order_by("position")
    verbs.edit_party(place=second, by=table.coordinator, position=1)
    assert list(agreement.parties.order_by("position")) == [second, first]
    assert last_line(agreement).event == "party_edited"


def test_roles_stand_once_it_is_signed_but_a_party_files_it_under_its_number(table):
    agreement = table.in_force()
    place = agreement.parties.first()
    verbs.edit_party(place=place, by=table.coordinator, own_number="12/PKS")
    place.refresh_from_db()
    assert place.own_number == "12/PKS"
    for change in ({"must_sign": False}, {"position": 5}):
        with pytest.raises(IllegalMove):
            verbs.edit_party(place=place, by=table.coordinator, **change)
    with pytest.raises(IllegalMove):
        verbs.remove_party(place=place, by=table.coordinator)
    third = PartyFactory(collaboration=table.collaboration)
    with pytest.raises(IllegalMove):
        verbs.add_party(agreement=agreement, by=table.coordinator, party=third)


def test_a_party_that_owes_signed_or_left_a_copy_is_not_taken_out(table):
    agreement = table.draft()
    place = agreement.parties.first()
    clause = verbs.add_clause(
        agreement=agreement, by=table.coordinator, text="Data.", is_obligation=True, owed_by=place
    )
    with pytest.raises(Refused, match="berkewajiban"):
        verbs.remove_party(place=place, by=table.coordinator)
    verbs.remove_clause(clause=clause, by=table.coordinator)
    paper = verbs.attach_document(
        agreement=agreement, by=table.coordinator, role="signed_copy", file=a_file(), party=place
    )
    with pytest.raises(Refused, match="Salinan bertanda tangan"):
        verbs.remove_party(place=place, by=table.coordinator)
    verbs.detach_document(paper=paper, by=table.coordinator, reason="Salah.")
    verbs.remove_party(place=place, by=table.coordinator)
    assert not AgreementParty.objects.filter(pk=place.pk).exists()
    assert last_line(agreement).event == "party_removed"


def test_a_party_that_signed_once_stays(table):
    agreement = table.ready()
    signature = table.sign(agreement, 0)
    verbs.take_back_signature(signature=signature, by=table.coordinator, reason="Salah.")
    verbs.send_back(agreement=agreement, by=table.coordinator, to="negotiation", reason="Ubah.")
    with pytest.raises(Refused, match="pernah menandatangani"):
        verbs.remove_party(place=signature.place, by=table.coordinator)


def test_a_clause_is_written_changed_and_taken_out(table):
    agreement = table.draft()
    said = {"agreement": agreement, "by": table.coordinator, "number": "Pasal 1", "text": " Satu. "}
    clause = verbs.add_clause(**said)
    assert verbs.add_clause(**said) == clause  # sent twice
    assert (clause.text, clause.position) == ("Satu.", 1)
    edited = verbs.edit_clause(clause=clause, by=table.coordinator, version=1, text="Dua.")
    assert edited.text == "Dua."
    with pytest.raises(EditConflict):
        verbs.edit_clause(clause=clause, by=table.coordinator, version=1, text="Tiga.")
    verbs.remove_clause(clause=clause, by=table.coordinator)
    events = list(agreement.changes.order_by("pk").values_list("event", flat=True))
    assert events[-3:] == ["clause_added", "clause_edited", "clause_removed"]


def test_only_a_party_to_the_agreement_owes_something(table):
    agreement, other = table.draft(), AgreementPartyFactory()
    with pytest.raises(Refused, match="Hanya pihak dalam kesepakatan"):
        verbs.add_clause(
            agreement=agreement, by=table.coordinator, text="A", is_obligation=True, owed_by=other
        )
    with pytest.raises(ValidationError, match="Sebutkan pihak"):
        verbs.add_clause(agreement=agreement, by=table.coordinator, text="A", is_obligation=True)
    assert not agreement.clauses.exists()
    with pytest.raises(TypeError):
        verbs.add_clause(agreement=agreement, by=table.coordinator, text="A", is_removed=True)


def test_clauses_and_bases_stand_once_it_is_ready_to_sign(table):
    agreement = table.draft()
    clause = verbs.add_clause(agreement=agreement, by=table.coordinator, text="Satu.")
    law = LegalBasisFactory()
    basis = verbs.add_legal_basis(
        agreement=agreement, by=table.coordinator, legal_basis=law, article="6"
    )
    assert (basis.article, last_line(agreement).event) == ("6", "basis_added")
    while agreement.state != "ready_to_sign":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    for refused in (
        lambda: verbs.add_clause(agreement=agreement, by=table.coordinator, text="Dua."),
        lambda: verbs.edit_clause(clause=clause, by=table.coordinator, version=1, text="Dua."),
        lambda: verbs.remove_clause(clause=clause, by=table.coordinator),
        lambda: verbs.remove_legal_basis(basis=basis, by=table.coordinator),
        lambda: verbs.add_legal_basis(
            agreement=agreement, by=table.coordinator, legal_basis=LegalBasisFactory()
        ),
    ):
        with pytest.raises(IllegalMove):
            refused()


def test_a_legal_basis_is_taken_out_again(table):
    agreement = table.draft()
    law = LegalBasisFactory()
    basis = verbs.add_legal_basis(agreement=agreement, by=table.coordinator, legal_basis=law)
    with pytest.raises(ValidationError, match="sudah menyebut"):
        verbs.add_legal_basis(agreement=agreement, by=table.coordinator, legal_basis=law)
    verbs.remove_legal_basis(basis=basis, by=table.coordinator)
    assert not agreement.bases.exists()
    assert last_line(agreement).event == "basis_removed"


def test_a_document_is_attached_new_or_chosen_and_detached_with_a_reason(table):
    agreement = table.draft()
    new = verbs.attach_document(
        agreement=agreement, by=table.coordinator, role="text", file=a_file(), title="Naskah"
    )
    assert (new.document.title, new.document.kind) == ("Naskah", "agreement")
    chosen = table.letter()
    paper = verbs.attach_document(
        agreement=agreement, by=table.coordinator, role="letter", document=chosen
    )
    assert last_line(agreement).event == "document_added"
    with pytest.raises(ValidationError):
        verbs.detach_document(paper=paper, by=table.coordinator, reason=" ")
    verbs.detach_document(paper=paper, by=table.coordinator, reason="Salah lampir.")
    line = last_line(agreement)
    assert (line.event, line.note) == ("document_removed", "Salah lampir.")
    assert list(agreement.papers.all()) == [new]


def test_the_letter_of_an_approval_that_was_given_stays(table):
    agreement = table.draft()
    paper = verbs.attach_document(
        agreement=agreement, by=table.coordinator, role="legislature", file=a_file()
    )
    given = {"legislature_needed": True, "legislature_approved_on": day(0)}
    type(agreement).objects.filter(pk=agreement.pk).update(**given)
    detach = {"paper": paper, "by": table.coordinator, "reason": "Salah."}
    refused_unchanged(agreement, lambda: verbs.detach_document(**detach), "DPRD")


def test_foreign_and_withdrawn_documents_are_refused(table):
    agreement = table.draft()
    attach = lambda **said: verbs.attach_document(  # noqa: E731
        agreement=agreement, by=table.coordinator, role="letter", **said
    )
    with pytest.raises(Refused, match="kolaborasi lain"):
        attach(document=DocumentFactory())
    with pytest.raises(ValidationError, match="Pilih dokumen"):
        attach()
    gone = table.letter()
    type(gone).objects.filter(pk=gone.pk).update(
        withdrawn_at=gone.created_at, withdrawn_by=table.coordinator, withdrawal_reason="Salah."
    )
    with pytest.raises(Refused, match="sudah ditarik"):
        attach(document=gone)
    with pytest.raises(Refused, match="tidak meminta"):
        attach(document=table.letter(), requirement=RequiredDocumentFactory())
    with pytest.raises(Refused, match="tidak ada dalam kesepakatan"):
        attach(document=table.letter(), party=Table().draft().parties.first())


def test_the_paper_on_which_something_rests_is_not_withdrawn(table):
    take = lambda document: withdraw(  # noqa: E731
        document=document, by=table.coordinator, reason="Salah berkas."
    )
    agreement = table.ready()
    signature = table.sign(
        agreement,
        0,
        appointment=AppointmentFactory(),
        authority="power_of_attorney",
        power=table.letter(),
    )
    with pytest.raises(Refused, match="bersandar pada dokumen ini"):
        take(signature.power)
    verbs.take_back_signature(signature=signature, by=table.coordinator, reason="Salah.")
    assert take(signature.power).is_withdrawn
    table.signed(agreement)
    letter, text = table.letter(), table.letter()
    for role, document in (("termination", letter), ("text", text)):
        verbs.attach_document(
            agreement=agreement, by=table.coordinator, role=role, document=document
        )
    verbs.terminate(
        agreement=agreement,
        by=table.coordinator,
        reason="Beban.",
        effective_on=day(0),
        document=letter,
    )
    with pytest.raises(Refused, match="bersandar pada dokumen ini"):
        take(letter)
    assert take(text).is_withdrawn


def test_a_letter_that_was_withdrawn_terminates_nothing(table):
    agreement, letter = table.in_force(), table.letter()
    verbs.attach_document(
        agreement=agreement, by=table.coordinator, role="termination", document=letter
    )
    withdraw(document=letter, by=table.coordinator, reason="Salah berkas.")
    refused_unchanged(
        agreement,
        lambda: verbs.terminate(
            agreement=agreement,
            by=table.coordinator,
            reason="Beban.",
            effective_on=day(0),
            document=letter,
        ),
        "sudah ditarik",
    )


def test_what_it_needed_to_come_here_stays_among_its_documents(table):
    needed = RequiredDocumentFactory(type=table.kind, role="reference", needed_for="review")
    agreement = table.draft()
    with pytest.raises(Refused, match=needed.name):
        verbs.forward(agreement=agreement, by=table.coordinator)
    paper = verbs.attach_document(
        agreement=agreement,
        by=table.coordinator,
        role="reference",
        file=a_file(),
        requirement=needed,
    )
    agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    with pytest.raises(Refused, match="tidak mungkin sampai di sini"):
        verbs.detach_document(paper=paper, by=table.coordinator, reason="Salah.")
    verbs.attach_document(
        agreement=agreement, by=table.coordinator, role="reference", file=a_file()
    )
    verbs.detach_document(paper=paper, by=table.coordinator, reason="Diganti.")


def test_an_obligation_becomes_a_commitment_with_one_action(table):
    agreement = table.draft()
    place = agreement.parties.first()
    clause = verbs.add_clause(
        agreement=agreement,
        by=table.coordinator,
        text="Mengirim data.\nTiap bulan.",
        is_obligation=True,
        owed_by=place,
    )
    promise = {"clause": clause, "by": table.coordinator, "due_on": day(30)}
    while agreement.state != "ready_to_sign":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    table.signed(agreement)
    made = verbs.promise_obligation(**promise)
    assert (made.state, made.clause, made.organization) == (
        "accepted",
        clause,
        table.parties[0].organization,
    )
    assert verbs.promise_obligation(**promise) == made  # sent twice
    other = verbs.promise_obligation(**promise | {"due_on": day(60)}, promise="Kirim data")
    assert (other.state, other.promise) == ("proposed", "Kirim data")


def test_what_the_clause_does_not_say_waits_for_the_organization_that_owes(table):
    agreement = table.draft()
    clause = verbs.add_clause(
        agreement=agreement,
        by=table.coordinator,
        text="Mengirim data.",
        is_obligation=True,
        owed_by=agreement.parties.get(party=table.parties[0]),
        due_on=day(90),
    )
    while agreement.state != "ready_to_sign":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    table.signed(agreement)
    told = [
        (table.coordinator, day(90), None),
        (table.coordinator, day(3), None),
        (table.coordinator, day(90), "Membayar sepuluh miliar"),
        (table.speakers[0], day(4), "Mengirim data penduduk"),
    ]
    made = [
        verbs.promise_obligation(clause=clause, by=by, due_on=due, promise=words)
        for by, due, words in told
    ]
    assert [one.state for one in made] == ["accepted", "proposed", "proposed", "accepted"]


def test_nothing_is_promised_from_a_clause_that_is_being_changed(table):
    agreement = table.draft()
    clause = verbs.add_clause(
        agreement=agreement,
        by=table.coordinator,
        text="Mengirim data.",
        is_obligation=True,
        owed_by=agreement.parties.first(),
    )
    while agreement.state != "ready_to_sign":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    table.signed(agreement)
    amendment = table.amendment(agreement, changes={})
    verbs.take_out_clause(amendment=amendment, by=table.coordinator, clause=clause)
    promise = {"clause": clause, "by": table.coordinator, "due_on": day(9)}
    with pytest.raises(Refused, match="Tunggu"):
        verbs.promise_obligation(**promise)
    verbs.withdraw_amendment(amendment=amendment, by=table.coordinator, reason="Batal.")
    assert verbs.promise_obligation(**promise).pk


def test_nothing_is_promised_where_nobody_owes(table):
    clause = ClauseFactory(agreement=table.in_force())
    with pytest.raises(Refused, match="Tidak ada kewajiban"):
        verbs.promise_obligation(clause=clause, by=table.coordinator, due_on=day(3))


@pytest.mark.parametrize(
    "state", ["draft", "negotiation", "ready_to_sign", "partly_signed", "suspended", "ended"]
)
def test_only_what_is_in_force_becomes_a_commitment(table, state):
    agreement = table.in_force()
    owed_by = agreement.parties.first()
    clause = ClauseFactory(agreement=agreement, is_obligation=True, owed_by=owed_by)
    over_on = day(0) if state == "ended" else None
    Agreement.objects.filter(pk=agreement.pk).update(state=state, over_on=over_on)
    with pytest.raises(IllegalMove, match="Hanya isi kesepakatan yang berlaku"):
        verbs.promise_obligation(clause=clause, by=table.coordinator, due_on=day(3))
    assert not clause.commitments.exists()


def test_a_clause_of_which_a_promise_came_stays(table):
    agreement = table.draft()
    clause = ClauseFactory(agreement=agreement, owed=True)
    CommitmentFactory(collaboration=table.collaboration, clause=clause)
    with pytest.raises(Refused, match="pasal tetap ada"):
        verbs.remove_clause(clause=clause, by=table.coordinator)


def test_a_long_obligation_is_shortened_to_a_promise(table):
    agreement = table.in_force()
    owed_by = agreement.parties.first()
    clause = ClauseFactory(
        agreement=agreement, text="Data " * 200, is_obligation=True, owed_by=owed_by
    )
    made = verbs.promise_obligation(clause=clause, by=table.coordinator, due_on=day(3))
    assert len(made.promise) == 500
    assert made.promise.endswith("…")
