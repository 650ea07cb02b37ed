"""A promise on its way: begun, reported done, confirmed by somebody else, or not kept."""

import pytest

from agreements.action import transitions
from agreements.action.kinds import Progress
from agreements.action.states import CommitmentState
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.action.people import last_change, today
from tests.factories.charter import coordinator_of

S = CommitmentState


def test_work_begins(people):
    commitment = transitions.start(commitment=people.promise(), by=people.member)
    assert commitment.state == S.UNDER_WAY
    assert last_change(commitment)[:3] == ("accepted", "under_way", people.member)


@pytest.mark.parametrize("state", [S.PROPOSED, S.UNDER_WAY, S.DECLINED, S.CANCELLED])
def test_only_an_accepted_promise_begins(people, state):
    with pytest.raises(IllegalMove):
        transitions.start(commitment=people.promise(state=state), by=people.member)


def test_beginning_is_no_way_to_undo_a_report(people):
    with pytest.raises(IllegalMove):
        transitions.start(commitment=people.promise(reported=True), by=people.member)


@pytest.mark.parametrize("state", [S.ACCEPTED, S.UNDER_WAY])
def test_the_promiser_reports_it_done(people, state):
    commitment = transitions.report_done(
        commitment=people.promise(state=state), by=people.member, note="Terkirim."
    )
    assert (commitment.state, commitment.reported_done_on) == (S.REPORTED_DONE, today())
    assert last_change(commitment) == (state, "reported_done", people.member, "Terkirim.", False)


def test_a_promise_nobody_accepted_is_not_done(people):
    with pytest.raises(IllegalMove):
        transitions.report_done(commitment=people.promise(proposed=True), by=people.member)


@pytest.fixture
def reported(people):
    return transitions.report_done(commitment=people.promise(), by=people.member)


def test_the_report_is_taken_back(people, reported):
    commitment = transitions.take_back(commitment=reported, by=people.member)
    assert (commitment.state, commitment.reported_done_on) == (S.UNDER_WAY, None)
    assert last_change(commitment)[:4] == ("reported_done", "under_way", people.member, "")


def test_another_party_sends_it_back_with_a_reason(people, reported):
    commitment = transitions.send_back(
        commitment=reported, by=people.other, reason="Data dua desa kurang."
    )
    assert (commitment.state, commitment.reported_done_on) == (S.UNDER_WAY, None)
    assert last_change(commitment)[3] == "Data dua desa kurang."
    with pytest.raises(IllegalMove):
        transitions.send_back(commitment=commitment, by=people.other, reason="Lagi.")


def test_sending_back_needs_a_reason(people, reported):
    with pytest.raises(Refused):
        transitions.send_back(commitment=reported, by=people.other, reason=" ")


@pytest.mark.parametrize("who", ["other", "coordinator"])
def test_a_different_party_confirms(people, reported, who):
    user = getattr(people, who)
    commitment = transitions.confirm(commitment=reported, by=user)
    assert (commitment.state, commitment.confirmed_by) == (S.CONFIRMED, user)
    assert (commitment.confirmed_on, commitment.reported_done_on) == (today(), today())
    assert last_change(commitment)[:3] == ("reported_done", "confirmed", user)


@pytest.mark.parametrize("who", ["representative", "member"])
def test_nobody_of_the_promiser_confirms(people, reported, who):
    with pytest.raises(Refused):
        transitions.confirm(commitment=reported, by=getattr(people, who))
    reported.refresh_from_db()
    assert reported.state == S.REPORTED_DONE


def test_a_coordinator_from_the_promising_organization_does_not_confirm(people, reported):
    ours = coordinator_of(people.collaboration, organization=reported.organization)
    with pytest.raises(Refused):
        transitions.confirm(commitment=reported, by=ours)


def test_who_reported_it_can_never_confirm_it(people):
    """Not even when somebody else reported it again later."""
    commitment = people.promise()
    transitions.report_done(commitment=commitment, by=people.coordinator)
    transitions.take_back(commitment=commitment, by=people.member)
    transitions.report_done(commitment=commitment, by=people.member)
    with pytest.raises(Refused):
        transitions.confirm(commitment=commitment, by=people.coordinator)
    assert transitions.confirm(commitment=commitment, by=people.other).state == S.CONFIRMED


@pytest.mark.parametrize("state", [S.PROPOSED, S.ACCEPTED, S.UNDER_WAY, S.NOT_KEPT])
def test_only_what_was_reported_is_confirmed(people, state):
    with pytest.raises(IllegalMove):
        transitions.confirm(commitment=people.promise(state=state), by=people.other)


def test_a_late_promise_is_marked_as_not_kept(people):
    commitment = transitions.mark_not_kept(
        commitment=people.promise(overdue=True), by=people.coordinator, reason="Tanpa kabar."
    )
    assert commitment.state == S.NOT_KEPT
    assert last_change(commitment)[1:4] == ("not_kept", people.coordinator, "Tanpa kabar.")


def test_not_kept_needs_a_passed_date_and_a_reason(people):
    with pytest.raises(Refused):
        transitions.mark_not_kept(
            commitment=people.promise(due_on=today()), by=people.coordinator, reason="Malas."
        )
    with pytest.raises(Refused):
        transitions.mark_not_kept(
            commitment=people.promise(overdue=True), by=people.coordinator, reason=""
        )
    with pytest.raises(IllegalMove):
        transitions.mark_not_kept(
            commitment=people.promise(reported=True), by=people.coordinator, reason="Tidak."
        )


@pytest.mark.parametrize("state", [S.PROPOSED, S.ACCEPTED, S.UNDER_WAY])
def test_an_open_promise_is_cancelled_with_a_reason(people, state):
    commitment = transitions.cancel(
        commitment=people.promise(state=state), by=people.coordinator, reason="Program berhenti."
    )
    assert commitment.state == S.CANCELLED
    assert last_change(commitment)[:2] == (state, "cancelled")


def test_what_is_done_is_not_cancelled_and_no_cancel_lacks_a_reason(people, reported):
    with pytest.raises(IllegalMove):
        transitions.cancel(commitment=reported, by=people.coordinator, reason="Batal.")
    with pytest.raises(Refused):
        transitions.cancel(commitment=people.promise(), by=people.coordinator, reason="")


def test_one_word_on_progress_begins_the_work(people):
    commitment = transitions.note_progress(
        commitment=people.promise(), by=people.member, progress=Progress.UNDER_WAY, note="Mulai."
    )
    assert commitment.state == S.UNDER_WAY
    assert commitment.updates.get().note == "Mulai."


def test_one_word_on_progress_reports_it_done(people):
    commitment = transitions.note_progress(
        commitment=people.promise(), by=people.member, progress=Progress.DONE, note="Beres."
    )
    assert commitment.state == S.REPORTED_DONE
    assert last_change(commitment)[3] == "Beres."
    assert not commitment.updates.exists()


def test_one_word_on_progress_asks_for_help_and_moves_nothing(people):
    commitment = transitions.note_progress(
        commitment=people.promise(), by=people.member, progress=Progress.HELP, note="Butuh data."
    )
    assert commitment.state == S.ACCEPTED
    assert commitment.updates.get().needs_help
