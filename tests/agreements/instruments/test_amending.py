"""Amendments and extensions: drafted, offered, signed, merged; nothing else moves meanwhile."""

from functools import partial
from io import StringIO

import pytest
from django.core.management import call_command

from agreements.documents.transitions import withdraw
from agreements.instruments import transitions as verbs
from agreements.models import Agreement
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.agreements.instruments.scene import (
    Table,
    a_file,
    day,
    last_line,
    refused_unchanged,
)
from tests.agreements.instruments.test_over import end, suspend, terminate
from tests.factories.documents import DocumentFactory


def review(table, agreement):
    verbs.mark_reviewed(agreement=agreement, by=table.coordinator, note="Baik.")


def edit(table, agreement, **fields):
    version = Agreement.objects.get(pk=agreement.pk).version
    verbs.edit_agreement(agreement=agreement, by=table.coordinator, version=version, **fields)


def ask_to_terminate(table, agreement):
    verbs.request_termination(
        agreement=agreement, by=table.coordinator, reason="Beban.", effective_on=day(30)
    )


def renumber(table, agreement):
    verbs.edit_party(place=agreement.parties.first(), by=table.coordinator, own_number="7")


def sign_all(table, agreement, amendment):
    for number in range(2):
        table.sign(agreement, number, amendment=amendment)
    agreement.refresh_from_db()
    amendment.refresh_from_db()


@pytest.fixture
def with_clause(table):
    agreement = table.draft()
    verbs.add_clause(
        agreement=agreement, by=table.coordinator, number="Pasal 1", text="Data tiap tahun."
    )
    while agreement.state != "ready_to_sign":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    return table.signed(agreement)


def test_signed_by_all_it_becomes_the_agreement(table):
    agreement = table.in_force()
    amendment = table.offered(agreement)
    table.sign(agreement, 0, amendment=amendment)
    agreement.refresh_from_db()
    assert agreement.subject != "Baru."
    sign_one_more = table.sign(agreement, 1, amendment=amendment)
    agreement.refresh_from_db()
    amendment.refresh_from_db()
    assert (agreement.subject, agreement.state) == ("Baru.", "in_force")
    assert (amendment.state, amendment.merged_on) == ("merged", day(0))
    assert sign_one_more.amendment == amendment
    events = list(agreement.changes.order_by("pk").values_list("event", flat=True))
    assert events[-5:] == [
        "amendment_drafted",
        "amendment_moved",
        "amendment_signed",
        "amendment_signed",
        "amendment_moved",
    ]


def test_clauses_change_come_and_go_and_one_taken_out_stays_on_record(table, with_clause):
    agreement, clause = with_clause, with_clause.clauses.get()
    amendment = table.amendment(agreement, changes={})
    by = {"amendment": amendment, "by": table.coordinator}
    verbs.change_clause(**by, clause=clause, text="Data tiap bulan.")
    place = agreement.parties.first()
    added = {"text": "Rapat tiap bulan.", "is_obligation": True, "owed_by": place}
    first = verbs.new_clause(**by, **added, due_on=day(9))
    assert verbs.new_clause(**by, **added, due_on=day(9)) == first  # sent twice
    sign_all(table, agreement, verbs.offer_amendment(**by))
    texts = list(agreement.clauses.order_by("position").values_list("text", "owed_by", "due_on"))
    assert texts == [
        ("Data tiap bulan.", None, None),
        ("Rapat tiap bulan.", place.pk, day(9)),
    ]
    second = table.amendment(agreement, changes={})
    verbs.take_out_clause(amendment=second, by=table.coordinator, clause=clause)
    sign_all(table, agreement, verbs.offer_amendment(amendment=second, by=table.coordinator))
    clause.refresh_from_db()
    assert clause.is_removed is True


def test_a_clause_told_as_it_is_and_a_line_dropped_change_nothing(table, with_clause):
    agreement, clause = with_clause, with_clause.clauses.get()
    amendment = table.amendment(agreement, changes={})
    by = {"amendment": amendment, "by": table.coordinator}
    verbs.change_clause(**by, clause=clause, text="Lain.")
    verbs.change_clause(**by, clause=clause, text="Data tiap tahun.")
    assert not amendment.changes.exists()
    verbs.drop_change(change=verbs.take_out_clause(**by, clause=clause), by=table.coordinator)
    refused_unchanged(agreement, lambda: verbs.offer_amendment(**by), "belum mengubah apa pun")


def test_foreign_clauses_and_parties_are_refused(table, with_clause):
    other = Table()
    foreign = verbs.add_clause(agreement=other.draft(), by=other.coordinator, text="Asing.")
    amendment = table.amendment(with_clause, changes={})
    by = {"amendment": amendment, "by": table.coordinator}
    for act in (
        lambda: verbs.change_clause(**by, clause=foreign, text="X"),
        lambda: verbs.take_out_clause(**by, clause=foreign),
        lambda: verbs.new_clause(
            **by, text="X", is_obligation=True, owed_by=foreign.agreement.parties.first()
        ),
        lambda: verbs.new_clause(**by, text=""),
    ):
        refused_unchanged(with_clause, act, "")


def test_the_one_who_promised_under_a_clause_owes_still_when_it_is_taken_out(table):
    agreement = table.draft()
    clause = verbs.add_clause(
        agreement=agreement,
        by=table.coordinator,
        text="Kirim data.",
        is_obligation=True,
        owed_by=agreement.parties.first(),
    )
    while agreement.state != "ready_to_sign":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    table.signed(agreement)
    promise = verbs.promise_obligation(clause=clause, by=table.coordinator, due_on=day(9))
    amendment = table.amendment(agreement, changes={})
    verbs.take_out_clause(amendment=amendment, by=table.coordinator, clause=clause)
    sign_all(table, agreement, verbs.offer_amendment(amendment=amendment, by=table.coordinator))
    promise.refresh_from_db()
    assert (promise.clause, promise.state) == (clause, "accepted")
    with pytest.raises(Refused, match="Tidak ada kewajiban"):
        verbs.promise_obligation(clause=clause, by=table.coordinator, due_on=day(9))


def test_its_text_is_not_offered_once_that_was_withdrawn(table):
    agreement = table.in_force()
    amendment = table.amendment(agreement)
    text = DocumentFactory(collaboration=agreement.collaboration)
    type(amendment).objects.update(document=text)
    withdraw(document=text, by=table.coordinator, reason="Salah")
    offered = {"amendment": amendment, "by": table.coordinator}
    refused_unchanged(agreement, lambda: verbs.offer_amendment(**offered), "ditarik")


def test_while_one_is_open_nothing_else_moves(table):
    agreement = table.in_force()
    ask_to_terminate(table, agreement)
    paper_free = agreement.papers.count()
    for amendment in (table.amendment(agreement), table.offered):
        if callable(amendment):
            open_one = agreement.amendments.get()
            verbs.offer_amendment(amendment=open_one, by=table.coordinator)
        for act in (
            lambda: suspend(table, agreement),
            lambda: end(table, agreement),
            lambda: terminate(table, agreement),
            lambda: table.amendment(agreement),
            lambda: verbs.next_stage(agreement=agreement, by=table.coordinator),
            lambda: review(table, agreement),
            lambda: edit(table, agreement, review_on=day(9)),
            lambda: ask_to_terminate(table, agreement),
            lambda: verbs.drop_termination(agreement=agreement, by=table.coordinator),
            lambda: renumber(table, agreement),
        ):
            refused_unchanged(agreement, act, "adendum yang belum selesai")
    assert agreement.papers.count() == paper_free


@pytest.mark.parametrize("what", ["detail", "clause"])
def test_nobody_signs_a_difference_that_no_longer_begins_where_it_says(table, with_clause, what):
    agreement, clause = with_clause, with_clause.clauses.get()
    amendment = table.amendment(agreement, changes={"review_on": day(20)})
    verbs.change_clause(amendment=amendment, by=table.coordinator, clause=clause, text="Lain.")
    verbs.offer_amendment(amendment=amendment, by=table.coordinator)
    table.sign(agreement, 0, amendment=amendment)
    rows = Agreement.objects.filter(pk=agreement.pk)
    if what == "detail":
        rows.update(review_on=day(15))
    else:
        agreement.clauses.filter(pk=clause.pk).update(text="Sudah diganti.")
    last = partial(table.sign, agreement, 1, amendment=amendment)
    refused_unchanged(rows.get(), last, "tidak lagi seperti .* Tarik dahulu adendumnya")
    verbs.recall_amendment(amendment=amendment, by=table.coordinator)
    offer = partial(verbs.offer_amendment, amendment=amendment, by=table.coordinator)
    way = {"detail": "Simpan ulang adendumnya", "clause": "Hapus baris itu"}[what]
    refused_unchanged(rows.get(), offer, f"tidak lagi seperti [^.]*[.] {way}")


def test_the_calendar_merges_no_difference_that_no_longer_begins_where_it_says(table):
    agreement = table.in_force()
    amendment = table.amendment(agreement, effective_on=day(5))
    sign_all(table, agreement, verbs.offer_amendment(amendment=amendment, by=table.coordinator))
    Agreement.objects.filter(pk=agreement.pk).update(subject="Sudah diganti.")
    assert list(verbs.advance(today=day(5))) == []
    said = StringIO()
    for offset in (4, 5):
        command = {"today": day(offset).isoformat(), "verbosity": 0, "stderr": said}
        call_command("advance_agreements", **command)
    assert said.getvalue().count("Waits: ") == 1
    assert f"{agreement} ({table.collaboration}), {amendment}" in said.getvalue()
    amendment.refresh_from_db()
    assert amendment.state == "signing"


def test_a_parent_does_not_take_along_what_has_an_open_amendment(table):
    top = table.in_force(title="Induk")
    child = table.in_force(title="Anak", parent=top)
    table.amendment(child)
    for verb in (suspend, end, terminate):
        refused_unchanged(
            top, lambda verb=verb: verb(table, top, children={child.pk: "along"}), "“Anak”"
        )


def test_an_extension_moves_the_last_day_and_the_review_with_it(table):
    agreement = table.in_force()
    amendment = table.offered(agreement, kind="extension", changes={"ends_on": day(730)})
    sign_all(table, agreement, amendment)
    assert (agreement.ends_on, agreement.review_on) == (day(730), day(730 - 90))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": "extension", "changes": {"ends_on": day(365)}}, None),
        ({"kind": "extension", "changes": {"ends_on": day(364)}}, "lebih jauh"),
        ({"kind": "extension", "changes": {"ends_on": None}}, "lebih jauh"),
        ({"kind": "extension", "changes": {"subject": "Lain."}}, "hanya mengubah hari terakhir"),
        ({"changes": {"ends_on": day(400)}}, "gunakan perpanjangan"),
        ({"changes": {"ends_on": None}}, "tidak dapat dihapus"),
        ({"changes": {"ends_on": day(-1)}}, "sudah lewat"),
        ({"changes": {"title": ""}}, ""),
        ({"changes": {"scope": "nonsense"}}, ""),
        ({"reason": " "}, ""),
        ({"effective_on": day(-1)}, "sebelum kesepakatan berlaku"),
        ({"effective_on": day(366)}, "sesudah hari terakhir"),
    ],
)
def test_an_amendment_that_cannot_be_is_refused(table, fields, words):
    agreement = table.in_force()
    if words is None:  # the same last day is no change: it is refused when it is offered
        amendment = table.amendment(agreement, **fields)
        refused_unchanged(
            agreement,
            lambda: verbs.offer_amendment(amendment=amendment, by=table.coordinator),
            "belum mengubah",
        )
        return
    refused_unchanged(agreement, lambda: table.amendment(agreement, **fields), words)


def test_what_would_be_no_possible_agreement_is_not_offered(table):
    agreement = table.in_force(scope="regions", is_mandatory=True)
    amendment = table.amendment(agreement, changes={"scope": "foreign"})
    refused_unchanged(
        agreement,
        lambda: verbs.offer_amendment(amendment=amendment, by=table.coordinator),
        "antardaerah",
    )


def test_an_extension_without_a_new_last_day_is_not_offered(table):
    agreement = table.in_force()
    amendment = table.amendment(agreement, kind="extension", changes={"review_on": day(9)})
    refused_unchanged(
        agreement,
        lambda: verbs.offer_amendment(amendment=amendment, by=table.coordinator),
        "hari terakhir yang baru",
    )


def test_an_extension_comes_before_the_last_day(table):
    agreement = table.in_force(ends_on=day(0))
    refused_unchanged(
        agreement,
        lambda: table.amendment(agreement, kind="extension", changes={"ends_on": day(9)}),
        "sebelum hari terakhir",
    )


def test_an_extension_does_not_reach_into_its_renewal(table):
    agreement = table.in_force()
    verbs.renew(agreement=agreement, by=table.coordinator)
    amendment = table.amendment(agreement, kind="extension", changes={"ends_on": day(400)})
    refused_unchanged(
        agreement,
        lambda: verbs.offer_amendment(amendment=amendment, by=table.coordinator),
        "sebelum hari terakhir yang baru",
    )


def test_only_what_is_in_force_is_amended(table):
    for agreement in (table.draft(), suspend(table, table.in_force(title="Jeda"))):
        refused_unchanged(
            agreement, lambda agreement=agreement: table.amendment(agreement), "tidak mungkin"
        )


def test_a_draft_is_edited_one_that_is_offered_is_not(table):
    agreement = table.in_force()
    amendment = table.amendment(agreement)
    edit = lambda **fields: verbs.edit_amendment(  # noqa: E731
        amendment=amendment, by=table.coordinator, **fields
    )
    edited = edit(version=1, reason="Lain.", changes={"title": "Judul baru"}, file=a_file())
    assert [row.field for row in edited.changes.all()] == ["title"]
    assert (edited.reason, edited.document.kind) == ("Lain.", "agreement")
    assert last_line(agreement).event == "amendment_edited"
    with pytest.raises(EditConflict):
        edit(version=1, reason="Dua.")
    verbs.offer_amendment(amendment=amendment, by=table.coordinator)
    refused_unchanged(agreement, lambda: edit(version=3, reason="Tiga."), "tidak dapat diubah")


def test_recalled_its_signatures_are_void_and_withdrawn_it_is_given_up(table):
    agreement = table.in_force()
    amendment = table.offered(agreement)
    signature = table.sign(agreement, 0, amendment=amendment)
    verbs.recall_amendment(amendment=amendment, by=table.coordinator, reason="Ubah.")
    signature.refresh_from_db()
    assert (signature.withdrawn_on, signature.withdrawn_reason) == (day(0), "Ubah.")
    with pytest.raises(IllegalMove):
        verbs.recall_amendment(amendment=amendment, by=table.coordinator)
    refused_unchanged(
        agreement,
        lambda: verbs.withdraw_amendment(amendment=amendment, by=table.coordinator, reason=""),
        "",
    )
    verbs.withdraw_amendment(amendment=amendment, by=table.coordinator, reason="Batal.")
    assert last_line(agreement).note == "Batal."
    assert suspend(table, agreement).state == "suspended"


def test_nobody_signs_a_draft_nor_what_was_merged(table):
    agreement = table.in_force()
    amendment = table.amendment(agreement)
    refused_unchanged(
        agreement,
        lambda: table.sign(agreement, 0, amendment=amendment),
        "tidak sedang ditandatangani",
    )
    sign_all(table, agreement, verbs.offer_amendment(amendment=amendment, by=table.coordinator))
    refused_unchanged(
        agreement,
        lambda: table.sign(agreement, 0, amendment=amendment),
        "tidak sedang ditandatangani",
    )


def test_an_amendment_is_not_signed_before_its_agreement_was(table):
    agreement = table.in_force()
    amendment = table.offered(agreement)
    refused_unchanged(
        agreement,
        lambda: table.sign(agreement, 0, amendment=amendment, signed_on=day(-1)),
        "sesudah tanggal itu",
    )


def test_a_signature_under_an_amendment_is_taken_back_while_it_is_signed(table):
    agreement = table.in_force()
    amendment = table.offered(agreement, effective_on=day(5))
    sign_all(table, agreement, amendment)
    assert amendment.state == "signing"
    signature = amendment.signatures.first()
    verbs.take_back_signature(signature=signature, by=table.coordinator, reason="Salah.")
    assert list(verbs.advance(today=day(5))) == []
    table.sign(agreement, table.parties.index(signature.place.party), amendment=amendment)
    assert [each.what for each in verbs.advance(today=day(5))] == ["amended"]
    with pytest.raises(IllegalMove):
        verbs.take_back_signature(
            signature=amendment.signatures.last(), by=table.coordinator, reason="Terlambat."
        )
