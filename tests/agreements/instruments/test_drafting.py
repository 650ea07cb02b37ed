"""Drafting, editing and renewing: what is written down, what is refused, what history says."""

import uuid
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from agreements.instruments import transitions as verbs
from agreements.instruments.models import Agreement
from agreements.instruments.transitions.drafting import as_long_after
from agreements.models import Collaboration
from collabgov.kit.errors import AlreadySaved, EditConflict, IllegalMove, Refused
from tests.agreements.instruments.scene import Table, day, last_line, same
from tests.factories.actors import UserFactory
from tests.factories.charter import PartyFactory
from tests.factories.instruments import AgreementTypeFactory


def test_a_draft_has_its_parties_in_their_order_and_a_first_line(table):
    agreement = table.draft(number="  120/ 7 ")
    places = list(agreement.parties.values_list("position", "party", "must_sign"))
    assert places == [(n, party.pk, True) for n, party in enumerate(table.parties, 1)]
    assert (agreement.state, agreement.stage.position, agreement.number) == ("draft", 1, "120/ 7")
    line = last_line(agreement)
    assert (line.event, line.from_state, line.to_state) == ("drafted", "", "draft")


def test_it_is_reviewed_so_many_days_before_its_last_as_its_kind_says(table):
    table.kind.review_days = 30
    table.kind.save()
    assert table.draft().review_on == day(335)
    assert table.draft(review_on=day(100)).review_on == day(100)
    assert table.draft(ends_on=day(10)).review_on == day(0)  # not before the first day


def test_the_day_of_review_moves_along_with_the_term_unless_somebody_chose_it(table):
    agreement = table.draft()
    edit = lambda **fields: verbs.edit_agreement(  # noqa: E731
        agreement=agreement, by=table.coordinator, version=same(agreement)["version"], **fields
    )
    old = agreement.review_on  # as the form sends it back
    assert edit(ends_on=day(200), review_on=old).review_on == day(110)
    assert edit(review_on=day(50)).review_on == day(50)
    assert edit(ends_on=day(300), review_on=day(50)).review_on == day(50)


def test_a_form_that_is_sent_twice_makes_one(table):
    key = uuid.uuid4()
    first, again = table.draft(submission_id=key), table.draft(submission_id=key)
    assert first.pk == again.pk
    assert Agreement.objects.count() == 1
    with pytest.raises(AlreadySaved) as refusal:
        table.draft(submission_id=key, title="Lain")
    assert refusal.value.record == first


def test_the_form_of_somebody_else_with_the_same_key_makes_another(table):
    key = uuid.uuid4()
    first = table.draft(submission_id=key)
    other = verbs.draft_agreement(
        collaboration=table.collaboration,
        by=UserFactory(),
        submission_id=key,
        type=table.kind,
        title="Lain",
    )
    assert first.pk != other.pk


def test_a_kind_out_of_use_a_foreign_party_and_a_closed_collaboration_are_refused(table):
    table.kind.is_active = False
    table.kind.save()
    with pytest.raises(ValidationError, match="tidak dipakai lagi"):
        table.draft()
    with pytest.raises(Refused, match="pihak dalam kolaborasi ini"):
        table.draft(type=AgreementTypeFactory(), parties=[(PartyFactory(), True, "")])
    gone = PartyFactory(collaboration=table.collaboration, left=True)
    with pytest.raises(Refused, match="sudah keluar"):
        table.draft(type=AgreementTypeFactory(), parties=[(gone, True, "")])
    Collaboration.objects.update(state="closed", ends_on=day(0))
    with pytest.raises(Refused, match="ditutup"):
        table.draft(type=AgreementTypeFactory())
    assert not Agreement.objects.exists()


def test_the_last_day_is_not_before_the_first(table):
    with pytest.raises(ValidationError, match="Hari terakhir") as refusal:
        table.draft(ends_on=day(-1), review_on=day(-1))
    assert "ends_on" in str(refusal.value.error_dict) or refusal.value.messages
    assert not Agreement.objects.exists()


def test_the_review_is_not_after_the_last_day(table):
    with pytest.raises(ValidationError, match="sesudah hari terakhir") as refusal:
        table.draft(review_on=day(366))
    assert "review_on" in refusal.value.error_dict


def test_state_cannot_be_handed_in_as_a_field(table):
    with pytest.raises(TypeError):
        table.draft(state="in_force")
    with pytest.raises(TypeError):
        verbs.edit_agreement(
            agreement=table.draft(), by=table.coordinator, version=1, state="in_force"
        )


def test_a_parent_is_of_the_same_collaboration_not_over_and_no_ring(table):
    foreign = Table().draft()
    with pytest.raises(ValidationError, match="kolaborasi lain"):
        table.draft(parent=foreign)
    given_up = table.draft(title="Lama")
    given_up = verbs.abandon(agreement=given_up, by=table.coordinator, reason="Batal.")
    with pytest.raises(ValidationError, match="induk sudah berakhir"):
        table.draft(parent=given_up)
    top = table.draft(title="Induk")
    child = table.draft(title="Anak", parent=top)
    for wrong in (child, top):
        with pytest.raises(ValidationError, match="induknya sendiri"):
            verbs.edit_agreement(
                agreement=top, by=table.coordinator, version=top.version, parent=wrong
            )


def test_while_it_is_written_everything_may_be_edited(table):
    agreement = table.draft()
    edited = verbs.edit_agreement(
        agreement=agreement,
        by=table.coordinator,
        version=agreement.version,
        title="Baru",
        scope="regions",
        is_mandatory=True,
    )
    assert (edited.title, edited.version) == ("Baru", agreement.version + 1)
    line = last_line(agreement)
    assert (line.event, line.subject) == ("edited", "title scope is_mandatory")


def test_saved_as_it_is_nothing_is_written_down(table):
    agreement = table.draft()
    before, lines = same(agreement), agreement.changes.count()
    verbs.edit_agreement(
        agreement=agreement, by=table.coordinator, version=1, title=f" {agreement.title} "
    )
    assert (same(agreement), agreement.changes.count()) == (before, lines)


def test_two_who_edit_at_once_the_second_reads_of_it(table):
    agreement = table.draft()
    old = agreement.version
    verbs.edit_agreement(agreement=agreement, by=table.coordinator, version=old, title="Satu")
    before = same(agreement)
    with pytest.raises(EditConflict):
        verbs.edit_agreement(agreement=agreement, by=table.coordinator, version=old, title="Dua")
    assert same(agreement) == before


def test_its_kind_changes_only_while_it_is_a_draft(table):
    agreement, other = table.draft(), AgreementTypeFactory()
    agreement = verbs.edit_agreement(
        agreement=agreement, by=table.coordinator, version=agreement.version, type=other
    )
    assert agreement.stage.type == other
    agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    with pytest.raises(IllegalMove, match="selama masih konsep"):
        verbs.edit_agreement(
            agreement=agreement, by=table.coordinator, version=agreement.version, type=table.kind
        )


@pytest.mark.parametrize("name", ["title", "subject", "ends_on", "legislature_needed"])
def test_once_it_is_ready_to_sign_its_words_stand(table, name):
    agreement = table.ready()
    value = {"ends_on": day(400), "legislature_needed": True}.get(name, "Lain")
    with pytest.raises(IllegalMove, match="tidak dapat diubah lagi"):
        verbs.edit_agreement(
            agreement=agreement, by=table.coordinator, version=agreement.version, **{name: value}
        )


def test_its_number_may_be_given_at_signing_and_its_review_while_in_force(table):
    agreement = table.ready()
    agreement = verbs.edit_agreement(
        agreement=agreement, by=table.coordinator, version=agreement.version, number="7/PKS/2026"
    )
    agreement = table.signed(agreement)
    agreement = verbs.edit_agreement(
        agreement=agreement, by=table.coordinator, version=agreement.version, review_on=day(50)
    )
    assert (agreement.number, agreement.review_on) == ("7/PKS/2026", day(50))
    with pytest.raises(IllegalMove):
        verbs.edit_agreement(
            agreement=agreement, by=table.coordinator, version=agreement.version, number="8"
        )


def test_the_same_number_twice_for_one_kind_is_refused(table):
    table.draft(number="7/PKS")
    with pytest.raises(ValidationError, match="nomor tersebut"):
        table.draft(number="7/pks")


def test_a_renewal_begins_the_day_after_with_parties_clauses_and_laws(table):
    agreement = table.draft()
    place = agreement.parties.first()
    verbs.add_clause(
        agreement=agreement,
        by=table.coordinator,
        number="Pasal 4",
        text="Mengirim data.",
        is_obligation=True,
        owed_by=place,
        due_on=day(30),
    )
    while agreement.state != "ready_to_sign":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    table.signed(agreement)
    renewal = verbs.renew(agreement=agreement, by=table.coordinator)
    assert (renewal.starts_on, renewal.renews, renewal.state) == (day(366), agreement, "draft")
    assert renewal.ends_on - renewal.starts_on == agreement.ends_on - agreement.starts_on
    clause = renewal.clauses.get()
    assert (clause.text, clause.owed_by.party, clause.due_on) == (
        "Mengirim data.",
        table.parties[0],
        None,
    )
    assert last_line(agreement).event == "renewed"
    assert last_line(renewal).event == "drafted"
    with pytest.raises(Refused, match="sudah memperbaruinya"):
        verbs.renew(agreement=agreement, by=table.coordinator)


def test_a_renewal_asks_the_legislature_again(table):
    agreement = table.in_force()
    type(agreement).objects.filter(pk=agreement.pk).update(
        legislature_needed=True, legislature_approved_on=day(-1)
    )
    renewal = verbs.renew(agreement=agreement, by=table.coordinator)
    assert (renewal.legislature_needed, renewal.legislature_approved_on) == (True, None)


def test_a_renewal_that_overlaps_what_it_renews_is_refused(table):
    renewal = verbs.renew(agreement=table.in_force(), by=table.coordinator)
    before = same(renewal)
    with pytest.raises(ValidationError, match="sebelum itu berakhir") as refusal:
        verbs.edit_agreement(
            agreement=renewal, by=table.coordinator, version=renewal.version, starts_on=day(365)
        )
    assert "starts_on" in refusal.value.error_dict
    assert same(renewal) == before


def test_what_was_never_in_force_or_has_no_end_is_not_renewed(table):
    with pytest.raises(IllegalMove):
        verbs.renew(agreement=table.draft(), by=table.coordinator)
    table.kind.may_be_open_ended = True
    table.kind.save()
    with pytest.raises(Refused, match="Tidak ada hari terakhirnya"):
        verbs.renew(agreement=table.in_force(ends_on=None), by=table.coordinator)


@pytest.mark.parametrize(
    ("first", "last", "start", "expected"),
    [
        (date(2024, 1, 1), date(2026, 12, 31), date(2027, 1, 1), date(2029, 12, 31)),
        (date(2026, 1, 1), date(2027, 12, 31), date(2028, 1, 1), date(2029, 12, 31)),
        (date(2026, 3, 1), date(2026, 3, 10), date(2026, 3, 11), date(2026, 3, 20)),
        (date(2024, 2, 29), date(2025, 2, 28), date(2025, 3, 1), date(2026, 3, 1)),
        (date(2023, 3, 1), date(2024, 2, 28), date(2024, 2, 29), date(2025, 2, 27)),
    ],
)
def test_a_term_of_the_same_length_keeps_whole_years(first, last, start, expected):
    assert as_long_after(first, last, start) == expected
