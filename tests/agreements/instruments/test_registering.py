"""Agreements signed elsewhere: straight in force, with their document."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.documents.transitions import withdraw
from agreements.instruments import transitions as verbs
from agreements.instruments.models import Agreement
from collabgov.kit.errors import AlreadySaved, IllegalMove, Refused
from tests.agreements.instruments.scene import a_file, day, last_line, refused_unchanged
from tests.factories.instruments import (
    AgreementLegalBasisFactory,
    AgreementTypeFactory,
    AmendmentFactory,
    ClauseFactory,
)


@pytest.fixture
def register(table):
    def register(**fields):
        said = {
            "type": table.kind,
            "title": "Nota kesepakatan lama",
            "starts_on": day(-100),
            "ends_on": day(100),
            "signed_on": day(-101),
            "file": a_file(),
            "parties": [(party, True, "") for party in table.parties],
        }
        return verbs.register_agreement(
            collaboration=table.collaboration, by=table.coordinator, **said | fields
        )

    return register


def test_it_is_in_force_with_its_document_at_once(register):
    agreement = register()
    assert (agreement.state, agreement.is_registered) == ("in_force", True)
    assert agreement.papers.get().role == "signed_copy"
    line = last_line(agreement)
    assert (line.event, line.from_state, line.to_state) == ("registered", "", "in_force")


def test_when_its_last_day_has_passed_it_is_ended(register):
    agreement = register(ends_on=day(-1))
    assert (agreement.state, agreement.over_on) == ("ended", day(-1))


def test_before_its_first_day_it_waits_and_the_calendar_begins_it(register):
    agreement = register(signed_on=day(-1), starts_on=day(3))
    assert agreement.state == "partly_signed"
    assert [each.what for each in verbs.advance(today=day(3))] == ["in_force"]


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"signed_on": day(1)}, "signed_on"),
        ({"signed_on": None}, "signed_on"),
        ({"starts_on": None}, "starts_on"),
        ({"ends_on": None}, "ends_on"),
        ({"ends_on": day(-200)}, "ends_on"),
        ({"starts_on": day(-300), "ends_on": day(-200)}, "signed_on"),
        ({"file": None}, "file"),
        ({"parties": []}, "parties"),
    ],
)
def test_what_is_missing_or_cannot_be_is_refused_at_its_field(register, wrong, place):
    with pytest.raises(ValidationError) as refusal:
        register(**wrong)
    error = refusal.value
    named = set(error.error_dict) | {each.code for each in error.error_dict.get("__all__", [])}
    assert place in named
    assert not Agreement.objects.exists()


def test_without_the_signed_document_the_sentence_names_it(register):
    with pytest.raises(ValidationError, match="naskah yang ditandatangani"):
        register(file=None)


def test_one_party_is_enough_for_a_decree_only(register, table):
    with pytest.raises(ValidationError, match="sedikitnya dua"):
        register(parties=[(table.parties[0], True, ""), (table.parties[1], False, "")])
    table.kind.is_one_sided = True
    table.kind.save()
    assert register(parties=[(table.parties[0], True, "")]).state == "in_force"


def test_a_child_is_registered_only_under_a_parent_that_came_first_and_holds(register, table):
    parent = register(signed_on=day(-50), title="Induk")
    with pytest.raises(ValidationError, match="ditandatangani sesudah"):
        register(parent=parent, signed_on=day(-51), title="Anak")
    assert register(parent=parent, signed_on=day(-50), title="Anak").parent == parent
    waiting = register(signed_on=day(-50), starts_on=day(3), title="Induk yang menunggu")
    with pytest.raises(ValidationError, match="induk tidak berlaku"):
        register(parent=waiting, title="Anak lain", signed_on=day(-50))
    verbs.end(
        agreement=parent,
        by=table.coordinator,
        reason="Selesai.",
        children={child.pk: "along" for child in parent.children.all()},
    )
    with pytest.raises(ValidationError, match="induk tidak berlaku"):
        register(parent=parent, title="Anak terlambat", signed_on=day(-40))
    earlier = register(parent=parent, title="Anak dahulu", signed_on=day(-40), ends_on=day(-1))
    assert earlier.state == "ended"


def test_no_child_is_registered_under_what_nobody_signed(register, table):
    given_up = register(signed_on=day(-101), starts_on=day(3), title="Batal")
    verbs.abandon(agreement=given_up, by=table.coordinator, reason="Salah catat.")
    for parent in (table.draft(), table.ready(), given_up):
        for term in ({}, {"starts_on": day(3)}, {"ends_on": day(-1)}):
            with pytest.raises(ValidationError, match="induk belum ditandatangani") as refusal:
                register(parent=parent, title="Anak", **term)
            assert set(refusal.value.error_dict) == {"parent"}


def test_its_words_may_be_corrected_for_a_while_its_term_not(register, table):
    agreement = register()
    agreement = verbs.edit_agreement(
        agreement=agreement, by=table.coordinator, version=agreement.version, title="Benar"
    )
    assert agreement.title == "Benar"
    with pytest.raises(IllegalMove, match="Masa berlakunya diubah dengan adendum"):
        verbs.edit_agreement(
            agreement=agreement, by=table.coordinator, version=agreement.version, ends_on=day(200)
        )


def test_its_clauses_are_typed_in_later_and_its_signed_document_stays(register, table):
    agreement = register()
    clause = verbs.add_clause(agreement=agreement, by=table.coordinator, text="Bertukar data.")
    assert clause.position == 1
    paper = agreement.papers.get()
    with pytest.raises(Refused, match="naskah bertanda tangan"):
        verbs.detach_document(paper=paper, by=table.coordinator, reason="Salah.")
    assert agreement.papers.count() == 1


def test_its_signed_document_is_not_withdrawn(register, table):
    paper = register().papers.get()
    with pytest.raises(Refused, match="bersandar pada dokumen ini"):
        withdraw(document=paper.document, by=table.coordinator, reason="Salah berkas.")


def test_one_recorded_in_error_before_its_first_day_is_given_up(register, table):
    agreement = register(signed_on=day(-1), starts_on=day(3))
    given_up = verbs.abandon(agreement=agreement, by=table.coordinator, reason="Salah catat.")
    assert given_up.state == "abandoned"


def test_nobody_signs_it_again(register, table):
    agreement = register(signed_on=day(-1), starts_on=day(3))
    refused_unchanged(agreement, lambda: table.sign(agreement, 0), "ditandatangani di tempat lain")


def test_its_parties_are_read_once_however_they_are_given(register, table):
    agreement = register(parties=((party, True, "") for party in table.parties))
    assert agreement.parties.count() == 2


def test_a_kind_that_needs_a_parent_is_registered_under_one(register):
    kind = AgreementTypeFactory(needs_parent=True)
    with pytest.raises(ValidationError, match="memerlukan kesepakatan induk") as refusal:
        register(type=kind)
    assert "parent" in refusal.value.error_dict
    parent = register(title="Induk")
    assert register(type=kind, parent=parent, title="Anak").state == "in_force"


def test_the_same_form_with_another_day_or_other_parties_is_not_the_same(register, table):
    key = "6a0f3c9e-0000-4000-8000-000000000002"
    first = register(submission_id=key)
    assert register(submission_id=key) == first
    for other in (
        {"signed_on": day(-105)},
        {"parties": [(party, True, "") for party in reversed(table.parties)]},
    ):
        with pytest.raises(AlreadySaved):
            register(submission_id=key, **other)
    assert Agreement.objects.count() == 1


def test_it_is_typed_in_for_thirty_days_and_then_only_amended(register, table):
    agreement = register()
    made = timezone.now()
    rows = Agreement.objects.filter(pk=agreement.pk)
    rows.update(created_at=made - timedelta(days=30))
    retyped(table, rows.get(), title="Diketik ulang")
    rows.update(created_at=made - timedelta(days=31))
    closed(table, rows.get())


@pytest.mark.parametrize("state", ["draft", "signing", "merged"])
def test_its_first_amendment_ends_the_typing(register, table, state):
    agreement = register()
    merged_on = day(0) if state == "merged" else None
    AmendmentFactory(agreement=agreement, state=state, merged_on=merged_on)
    closed(table, agreement, "amendemen|adendum")


@pytest.mark.parametrize("state", ["withdrawn", "lapsed"])
def test_an_amendment_that_came_to_nothing_does_not_end_it(register, table, state):
    agreement = register()
    AmendmentFactory(agreement=agreement, state=state)
    retyped(table, agreement, subject="Diketik ulang.")


def test_afterwards_its_number_and_source_may_still_be_corrected(register, table):
    agreement = register()
    rows = Agreement.objects.filter(pk=agreement.pk)
    rows.update(created_at=timezone.now() - timedelta(days=90))
    retyped(table, rows.get(), number="9/PKS/2020", source_note="Berita daerah.")


def retyped(table, agreement, **said):
    fresh = verbs.edit_agreement(
        agreement=agreement, by=table.coordinator, version=agreement.version, **said
    )
    assert {name: getattr(fresh, name) for name in said} == said


def closed(table, agreement, words="sekarang diubah dengan adendum"):
    """Nothing that the parties agreed changes any more by typing."""
    place, by = agreement.parties.first(), table.coordinator
    clause = ClauseFactory(agreement=agreement)
    basis = AgreementLegalBasisFactory(agreement=agreement)
    owed = {"text": "Lain.", "is_obligation": True, "owed_by": place}
    for act in (
        lambda: retyped(table, agreement, title="Lain"),
        lambda: retyped(table, agreement, subject="Lain."),
        lambda: verbs.add_clause(agreement=agreement, by=by, **owed),
        lambda: verbs.edit_clause(clause=clause, by=by, version=clause.version, **owed),
        lambda: verbs.remove_clause(clause=clause, by=by),
        lambda: verbs.remove_legal_basis(basis=basis, by=by),
    ):
        refused_unchanged(agreement, act, words)


def test_a_clause_that_was_typed_in_by_mistake_goes_unless_an_amendment_speaks_of_it(
    register, table
):
    agreement = register()
    add = lambda text: verbs.add_clause(  # noqa: E731
        agreement=agreement, by=table.coordinator, text=text
    )
    kept, gone = add("Bertukar data."), add("Bertukar data dua kali.")
    verbs.remove_clause(clause=gone, by=table.coordinator)
    amendment = table.amendment(agreement, changes={})
    verbs.take_out_clause(amendment=amendment, by=table.coordinator, clause=kept)
    refused_unchanged(
        agreement,
        lambda: verbs.remove_clause(clause=kept, by=table.coordinator),
        "adendum yang belum selesai",
    )
    verbs.withdraw_amendment(amendment=amendment, by=table.coordinator, reason="Batal.")
    refused_unchanged(
        agreement,
        lambda: verbs.remove_clause(clause=kept, by=table.coordinator),
        "menyebut pasal ini",
    )
