"""The way to signing: forward, next stage, back, the legislature, given up."""

import pytest

from agreements.instruments import transitions as verbs
from agreements.instruments.guards import missing_next
from agreements.instruments.path import earlier, following, states_of
from tests.agreements.instruments.scene import a_file, day, last_line, refused_unchanged
from tests.factories.charter import PartyFactory
from tests.factories.instruments import (
    AgreementStageFactory,
    AgreementTypeFactory,
    RequiredDocumentFactory,
)


def forward(table, agreement):
    return verbs.forward(agreement=agreement, by=table.coordinator)


def test_it_goes_state_by_state_as_its_kind_has_stages(table):
    agreement = table.draft()
    seen = [agreement.state]
    while following(agreement):
        agreement = forward(table, agreement)
        seen.append(agreement.state)
    assert seen == ["draft", "review", "negotiation", "ready_to_sign"] == states_of(agreement)
    assert agreement.stage.state == "ready_to_sign"
    line = last_line(agreement)
    assert (line.event, line.from_state, line.to_state) == ("moved", "negotiation", "ready_to_sign")
    refused_unchanged(agreement, lambda: forward(table, agreement), "hanya tanda tangan")


def test_a_kind_without_these_stages_leaves_states_out(table):
    table.kind = AgreementTypeFactory(stages=("draft",))
    assert forward(table, table.draft()).state == "ready_to_sign"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"subject": ""}, "pokok kesepakatan"),
        ({"starts_on": None}, "sejak tanggal berapa"),
        ({"ends_on": None}, "hari terakhirnya"),
        ({"starts_on": day(-9), "ends_on": day(-1)}, "Hari terakhirnya sudah lewat"),
        ({"parties": []}, "sedikitnya dua"),
    ],
)
def test_without_words_term_or_parties_nothing_is_signed(table, fields, words):
    table.kind = AgreementTypeFactory(stages=("draft",))
    agreement = table.draft(**fields)
    assert missing_next(agreement)
    refused_unchanged(agreement, lambda: forward(table, agreement), words)


def test_one_that_signs_is_enough_for_a_decree_only(table):
    table.kind = AgreementTypeFactory(stages=("draft",))
    parties = [(table.parties[0], True, ""), (table.parties[1], False, "")]
    agreement = table.draft(parties=parties)
    refused_unchanged(agreement, lambda: forward(table, agreement), "sedikitnya dua")
    table.kind.is_one_sided = table.kind.may_be_open_ended = True
    table.kind.save()
    decree = table.draft(parties=parties, ends_on=None, title="SK")
    assert forward(table, decree).state == "ready_to_sign"


def test_a_party_that_left_meanwhile_signs_nothing(table):
    table.kind = AgreementTypeFactory(stages=("draft",))
    agreement = table.draft()
    type(table.parties[0]).objects.filter(pk=table.parties[0].pk).update(
        state="left", ends_on=day(0)
    )
    refused_unchanged(agreement, lambda: forward(table, agreement), "sudah keluar")


def test_a_mandatory_document_is_asked_for_and_one_that_is_not_stops_nothing(table):
    table.kind = AgreementTypeFactory(stages=("draft",))
    needed = RequiredDocumentFactory(type=table.kind, role="text", needed_for="review")
    RequiredDocumentFactory(type=table.kind, role="letter", is_mandatory=False)
    RequiredDocumentFactory(type=table.kind, role="signed_copy", needed_for="in_force")
    agreement = table.draft()
    refused_unchanged(agreement, lambda: forward(table, agreement), needed.name)
    letter = table.letter()
    verbs.attach_document(agreement=agreement, by=table.coordinator, role="text", document=letter)
    type(letter).objects.filter(pk=letter.pk).update(
        withdrawn_at=letter.created_at, withdrawn_by=table.coordinator, withdrawal_reason="Salah."
    )
    refused_unchanged(agreement, lambda: forward(table, agreement), needed.name)
    verbs.attach_document(agreement=agreement, by=table.coordinator, role="text", file=a_file())
    assert forward(table, agreement).state == "ready_to_sign"


def test_what_only_the_legislature_asks_for_is_needed_only_with_it(table):
    table.kind = AgreementTypeFactory(stages=("draft",))
    RequiredDocumentFactory(type=table.kind, role="legislature", needed_for="ready_to_sign")
    assert forward(table, table.draft()).state == "ready_to_sign"


def test_where_the_legislature_is_needed_it_approves_before_anybody_signs(table):
    table.kind = AgreementTypeFactory(stages=("draft",), asks_legislature=True)
    agreement = forward(table, table.draft(legislature_needed=True))
    assert agreement.state == "legislature"
    refused_unchanged(agreement, lambda: forward(table, agreement), "DPRD belum menyetujui")
    approve = lambda on: verbs.approve_by_legislature(  # noqa: E731
        agreement=agreement, by=table.coordinator, on=on, file=a_file()
    )
    refused_unchanged(agreement, lambda: approve(day(1)), "belum tiba")
    agreement = approve(day(-1))
    assert last_line(agreement).event == "legislature_approved"
    agreement = forward(table, agreement)
    assert agreement.state == "ready_to_sign"
    back = verbs.send_back(
        agreement=agreement, by=table.coordinator, to="negotiation", reason="Ubah."
    )
    assert back.legislature_approved_on is None  # it approved another text


def test_the_legislature_approves_only_what_lies_with_it(table):
    agreement = table.draft(legislature_needed=True)
    refused_unchanged(
        agreement,
        lambda: verbs.approve_by_legislature(agreement=agreement, by=table.coordinator, on=day(0)),
        "tidak mungkin",
    )


def test_when_it_is_no_longer_needed_its_approval_goes_too(table):
    table.kind = AgreementTypeFactory(stages=("draft", "negotiation"))
    agreement = table.draft(legislature_needed=True)
    type(agreement).objects.filter(pk=agreement.pk).update(legislature_approved_on=day(-1))
    edited = verbs.edit_agreement(
        agreement=agreement,
        by=table.coordinator,
        version=agreement.version,
        legislature_needed=False,
    )
    assert edited.legislature_approved_on is None


def test_a_kind_that_needs_a_parent_waits_until_it_is_signed(table):
    child_kind = AgreementTypeFactory(stages=("draft",), needs_parent=True)
    orphan = table.draft(type=child_kind)
    refused_unchanged(orphan, lambda: forward(table, orphan), "memerlukan kesepakatan induk")
    parent = table.ready(title="Induk")
    child = table.draft(type=child_kind, parent=parent, title="Anak")
    refused_unchanged(child, lambda: forward(table, child), "Induk lebih dahulu")
    table.sign(parent, 0)
    child.refresh_from_db()
    refused_unchanged(child, lambda: forward(table, child), "Induk lebih dahulu")
    table.sign(parent, 1)
    assert forward(table, child).state == "ready_to_sign"


def test_its_next_stage_inside_the_same_state(table):
    AgreementStageFactory(type=table.kind, position=20, state="draft", name="Penawaran")
    agreement = table.draft()
    moved = verbs.next_stage(agreement=agreement, by=table.coordinator)
    assert (moved.stage.name, moved.state, last_line(moved).event) == (
        "Penawaran",
        "draft",
        "stage",
    )
    refused_unchanged(
        agreement, lambda: verbs.next_stage(agreement=agreement, by=table.coordinator), "terakhir"
    )


def test_it_goes_back_with_a_reason_only_where_it_came_from(table):
    agreement = forward(table, forward(table, table.draft()))
    assert earlier(agreement) == ["draft", "review"]
    back = lambda to, reason="Belum jelas.": verbs.send_back(  # noqa: E731
        agreement=agreement, by=table.coordinator, to=to, reason=reason
    )
    for wrong in ("negotiation", "in_force", "ready_to_sign", "nonsense"):
        refused_unchanged(agreement, lambda to=wrong: back(to), "tidak dapat kembali")
    refused_unchanged(agreement, lambda: back("draft", "  "), "")
    moved = back("draft")
    line = last_line(moved)
    assert (moved.state, line.note, line.from_state) == ("draft", "Belum jelas.", "negotiation")


def test_given_up_with_a_reason_and_never_again_moved(table):
    agreement = table.draft()
    refused_unchanged(
        agreement,
        lambda: verbs.abandon(agreement=agreement, by=table.coordinator, reason=" "),
        "",
    )
    given_up = verbs.abandon(agreement=agreement, by=table.coordinator, reason="Batal.")
    assert (given_up.state, given_up.over_on) == ("abandoned", day(0))
    assert last_line(given_up).note == "Batal."
    for act in (
        lambda: forward(table, agreement),
        lambda: verbs.abandon(agreement=agreement, by=table.coordinator, reason="Lagi."),
        lambda: verbs.send_back(
            agreement=agreement, by=table.coordinator, to="draft", reason="Ulang."
        ),
    ):
        refused_unchanged(agreement, act, "")


def test_signed_by_all_it_is_not_simply_given_up(table):
    agreement = table.signed(table.ready(starts_on=day(5)))
    assert agreement.state == "partly_signed"
    refused_unchanged(
        agreement,
        lambda: verbs.abandon(agreement=agreement, by=table.coordinator, reason="Batal."),
        "Tarik satu tanda tangan",
    )


def test_a_party_of_elsewhere_is_no_party_here(table):
    agreement = table.draft()
    refused_unchanged(
        agreement,
        lambda: verbs.add_party(agreement=agreement, by=table.coordinator, party=PartyFactory()),
        "pihak dalam kolaborasi ini",
    )


def test_in_a_closed_collaboration_nothing_moves(table):
    agreement = table.draft()
    type(table.collaboration).objects.update(state="closed", ends_on=day(0))
    refused_unchanged(agreement, lambda: forward(table, agreement), "ditutup")
