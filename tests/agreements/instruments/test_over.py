"""Suspended, resumed, reviewed, ended, terminated: with what is in force under it."""

import pytest

from agreements.instruments import transitions as verbs
from collabgov.kit.errors import IllegalMove
from tests.agreements.instruments.scene import a_file, day, last_line, refused_unchanged
from tests.factories.instruments import AgreementTypeFactory


@pytest.fixture
def family(table):
    """An agreement in force, a child and the child's child, all in force."""
    top = table.in_force(title="Induk")
    child = table.in_force(title="Anak", parent=top)
    return top, child, table.in_force(title="Cucu", parent=child)


def suspend(table, agreement, **fields):
    return verbs.suspend(agreement=agreement, by=table.coordinator, reason="Jeda.", **fields)


def end(table, agreement, **fields):
    return verbs.end(agreement=agreement, by=table.coordinator, reason="Sepakat.", **fields)


def terminate(table, agreement, **fields):
    said = {"reason": "Tidak dijalankan.", "effective_on": day(0), "file": a_file()}
    return verbs.terminate(agreement=agreement, by=table.coordinator, **said | fields)


def states(*agreements):
    for agreement in agreements:
        agreement.refresh_from_db()
    return [agreement.state for agreement in agreements]


def all_along(*agreements):
    return {agreement.pk: "along" for agreement in agreements}


def test_suspended_with_a_reason_and_resumed(table):
    agreement = table.in_force()
    refused_unchanged(
        agreement,
        lambda: verbs.suspend(agreement=agreement, by=table.coordinator, reason=" "),
        "",
    )
    suspend(table, agreement)
    line = last_line(agreement)
    assert (line.from_state, line.to_state, line.note) == ("in_force", "suspended", "Jeda.")
    refused_unchanged(agreement, lambda: suspend(table, agreement), "tidak mungkin")
    verbs.resume(agreement=agreement, by=table.coordinator)
    assert states(agreement) == ["in_force"]
    refused_unchanged(
        agreement, lambda: verbs.resume(agreement=agreement, by=table.coordinator), "tidak mungkin"
    )


@pytest.mark.parametrize("offset", [1, -9])
def test_not_suspended_on_a_day_to_come_nor_before_it_began(table, offset):
    agreement = table.in_force()
    refused_unchanged(agreement, lambda: suspend(table, agreement, on=day(offset)), "")


def test_children_are_named_until_something_is_said_of_each(table, family):
    top, child, _below = family
    for verb in (suspend, end, terminate):
        refused_unchanged(top, lambda verb=verb: verb(table, top), "“Anak”")
        refused_unchanged(
            top, lambda verb=verb: verb(table, top, children=all_along(child)), "“Cucu”"
        )
    assert states(*family) == ["in_force"] * 3


def test_those_that_go_along_are_suspended_and_resumed_with_it(table, family):
    top, child, below = family
    own = table.in_force(title="Sendiri", parent=top)
    suspend(table, own)
    suspend(table, top, children=all_along(child, below))
    assert states(*family, own) == ["suspended"] * 4
    child.refresh_from_db()
    assert (child.carried_by, own.carried_by) == (top, None)
    refused_unchanged(
        child, lambda: verbs.resume(agreement=child, by=table.coordinator), "induknya"
    )
    verbs.resume(agreement=top, by=table.coordinator)
    assert states(*family, own) == ["in_force", "in_force", "in_force", "suspended"]


def test_one_that_stays_holds_on_and_its_parent_is_still_known(table, family):
    top, child, below = family
    end(table, top, children={child.pk: "stays_alone"})
    assert states(*family) == ["ended", "in_force", "in_force"]
    child.refresh_from_db()
    assert (child.stands_alone, child.parent) == (True, top)
    assert last_line(child).event == "stands_alone"
    suspend(table, child, children=all_along(below))
    verbs.resume(agreement=child, by=table.coordinator)
    assert states(child, below) == ["in_force", "in_force"]


def test_one_whose_kind_needs_a_parent_cannot_stay(table):
    top = table.in_force(title="Induk")
    kind = AgreementTypeFactory(needs_parent=True)
    child = table.in_force(title="Anak", parent=top, type=kind)
    for verb in (suspend, end, terminate):
        refused_unchanged(
            top,
            lambda verb=verb: verb(table, top, children={child.pk: "stays_alone"}),
            "tidak dapat berdiri sendiri",
        )
    end(table, top, children=all_along(child))
    assert states(top, child) == ["ended", "ended"]


def test_those_that_go_along_end_on_the_same_day(table, family):
    top, child, below = family
    suspend(table, below)
    end(table, top, children=all_along(child, below))
    assert states(*family) == ["ended"] * 3
    child.refresh_from_db()
    assert (child.over_on, child.carried_by) == (day(0), top)
    refused_unchanged(child, lambda: end(table, child), "tidak mungkin")


def test_terminated_with_letter_reason_and_day_and_so_is_what_goes_along(table, family):
    top, child, below = family
    terminate(table, top, children=all_along(child, below))
    for agreement in family:
        agreement.refresh_from_db()
        facts = (agreement.state, agreement.termination_reason, agreement.termination_on)
        assert facts == ("terminated", "Tidak dijalankan.", day(0))
        assert agreement.papers.filter(role="termination").count() == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"file": None}, "Lampirkan surat pengakhiran"),
        ({"reason": ""}, ""),
        ({"effective_on": None}, "sejak tanggal berapa"),
        ({"effective_on": day(-1)}, "sebelum kesepakatan berlaku"),
        ({"effective_on": day(366)}, "berakhir dengan sendirinya"),
    ],
)
def test_termination_without_letter_reason_or_a_day_that_can_be_is_refused(table, fields, words):
    agreement = table.in_force()
    refused_unchanged(agreement, lambda: terminate(table, agreement, **fields), words)


def test_decided_for_a_later_day_it_holds_until_then(table, family):
    top, child, below = family
    terminate(table, top, effective_on=day(5), children=all_along(child, below))
    assert states(*family) == ["in_force"] * 3
    assert last_line(top).event == "termination_decided"
    refused_unchanged(top, lambda: terminate(table, top), "sudah diputuskan")
    refused_unchanged(top, lambda: table.amendment(top), "Batalkan dahulu")
    paper = top.papers.get(role="termination")
    refused_unchanged(
        top,
        lambda: verbs.detach_document(paper=paper, by=table.coordinator, reason="Salah."),
        "didasarkan",
    )
    assert list(verbs.advance(today=day(4))) == []
    assert len(list(verbs.advance(today=day(5)))) == 3
    assert states(*family) == ["terminated"] * 3
    assert list(verbs.advance(today=day(5))) == []


def test_a_decision_that_is_dropped_leaves_everything_as_it_was(table, family):
    top, child, _below = family
    terminate(table, top, effective_on=day(5), children={child.pk: "stays_alone"})
    refused_unchanged(
        top,
        lambda: verbs.drop_termination(agreement=top, by=table.speakers[0]),
        "hanya koordinator",
    )
    verbs.drop_termination(agreement=top, by=table.coordinator, reason="Damai.")
    top.refresh_from_db()
    child.refresh_from_db()
    assert (top.termination_on, top.termination_reason, child.stands_alone) == (None, "", False)
    assert list(verbs.advance(today=day(5))) == []


def test_a_party_asks_to_terminate_and_drops_it_again(table):
    agreement = table.in_force()
    ask = lambda **fields: verbs.request_termination(  # noqa: E731
        agreement=agreement, by=table.speakers[0], **{"reason": "Beban.", **fields}
    )
    refused_unchanged(agreement, lambda: ask(effective_on=day(400)), "dengan sendirinya")
    refused_unchanged(agreement, lambda: ask(effective_on=day(9), reason=" "), "")
    refused_unchanged(agreement, lambda: ask(effective_on=day(9), on=day(1)), "")
    asked = ask(effective_on=day(9))
    assert (asked.termination_asked_on, asked.termination_on) == (day(0), day(9))
    assert last_line(agreement).event == "termination_requested"
    refused_unchanged(agreement, lambda: ask(effective_on=day(9)), "sudah diminta")
    assert list(verbs.advance(today=day(9))) == []  # asked for is not decided
    verbs.drop_termination(agreement=agreement, by=table.speakers[0])
    assert last_line(agreement).event == "termination_dropped"
    refused_unchanged(
        agreement,
        lambda: verbs.drop_termination(agreement=agreement, by=table.speakers[0]),
        "Tidak ada yang meminta",
    )


def test_what_is_not_binding_is_neither_ended_nor_terminated_nor_asked_about(table):
    agreement = table.ready()
    for act in (
        lambda: end(table, agreement),
        lambda: terminate(table, agreement),
        lambda: suspend(table, agreement),
        lambda: verbs.mark_reviewed(agreement=agreement, by=table.coordinator, note="Baik."),
        lambda: verbs.request_termination(
            agreement=agreement, by=table.coordinator, reason="X", effective_on=day(3)
        ),
        lambda: verbs.drop_termination(agreement=agreement, by=table.coordinator),
    ):
        refused_unchanged(agreement, act, "tidak mungkin")


def test_past_its_last_day_only_the_calendar_moves_it(table):
    agreement = table.in_force()
    type(agreement).objects.filter(pk=agreement.pk).update(
        starts_on=day(-9), ends_on=day(-1), review_on=None
    )
    for act in (
        lambda: end(table, agreement),
        lambda: terminate(table, agreement, effective_on=day(-1)),
        lambda: suspend(table, agreement),
        lambda: table.amendment(agreement),
    ):
        refused_unchanged(agreement, act, "sudah lewat")


def test_ended_not_on_a_day_to_come_nor_before_it_began(table):
    agreement = table.in_force()
    refused_unchanged(agreement, lambda: end(table, agreement, on=day(1)), "")
    refused_unchanged(agreement, lambda: end(table, agreement, on=day(-1)), "sebelum kesepakatan")


def test_reviewed_with_a_note_and_the_next_time(table):
    agreement = table.in_force()
    review = lambda **fields: verbs.mark_reviewed(  # noqa: E731
        agreement=agreement, by=table.coordinator, **{"note": "Berguna.", **fields}
    )
    refused_unchanged(agreement, lambda: review(note=""), "")
    refused_unchanged(agreement, lambda: review(next_review_on=day(0)), "akan datang")
    refused_unchanged(agreement, lambda: review(next_review_on=day(366)), "sesudah hari terakhir")
    reviewed = review(next_review_on=day(100))
    assert reviewed.review_on == day(100)
    assert (last_line(agreement).event, last_line(agreement).note) == ("reviewed", "Berguna.")


def test_a_resumed_child_waits_for_its_parent(table, family):
    top, child, below = family
    suspend(table, child, children=all_along(below))
    suspend(table, top)
    refused_unchanged(
        child, lambda: verbs.resume(agreement=child, by=table.coordinator), "induknya"
    )


def test_an_illegal_move_says_the_state(table):
    agreement = table.draft()
    with pytest.raises(IllegalMove, match="Konsep"):
        end(table, agreement)
