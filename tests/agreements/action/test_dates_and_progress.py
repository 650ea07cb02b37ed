"""A new due date keeps the first one; progress is a line with who and when."""

import pytest

from agreements.action import transitions
from agreements.action.states import CommitmentState
from agreements.models import DueDateChange, ProgressUpdate
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.action.people import today

S = CommitmentState
SETTLED = [S.DECLINED, S.CANCELLED, S.NOT_KEPT]


def move(people, commitment, **given):
    fields = {"new_due_on": today(60), "reason": "Data pusat terlambat.", "by": people.member}
    return transitions.change_due_date(commitment=commitment, **fields | given)


@pytest.mark.parametrize("state", [S.PROPOSED, S.ACCEPTED, S.UNDER_WAY])
def test_the_date_moves_and_the_first_one_stays(people, state):
    commitment = people.promise(state=state)
    first = commitment.due_on
    moved = move(people, commitment)
    again = move(people, commitment, new_due_on=today(90), reason="Masih terlambat.")
    assert (again.due_on, again.original_due_on) == (today(90), first)
    lines = DueDateChange.objects.filter(commitment=commitment).order_by("pk")
    assert [(line.old_due_on, line.new_due_on) for line in lines] == [
        (first, moved.due_on),
        (today(60), today(90)),
    ]
    assert lines[0].reason == "Data pusat terlambat."
    assert lines[0].made_by == people.member
    assert again.state == state


@pytest.mark.parametrize(
    "wrong",
    [{"reason": ""}, {"reason": "  "}, {"new_due_on": today(-1)}, {"new_due_on": today(30)}],
    ids=["no reason", "blank reason", "past day", "same day"],
)
def test_a_move_without_reason_or_sense_is_refused(people, wrong):
    commitment = people.promise()
    with pytest.raises(Refused):
        move(people, commitment, **wrong)
    commitment.refresh_from_db()
    assert commitment.due_on == today(30)
    assert not commitment.due_date_changes.exists()


@pytest.mark.parametrize("state", SETTLED)
def test_the_date_of_a_settled_promise_stays(people, state):
    with pytest.raises(IllegalMove):
        move(people, people.promise(state=state))


def test_the_date_of_a_reported_promise_stays(people):
    with pytest.raises(IllegalMove):
        move(people, people.promise(reported=True))


def test_an_earlier_date_is_a_move_too(people):
    assert move(people, people.promise(), new_due_on=today(3)).due_on == today(3)


def test_progress_is_noted(people):
    commitment = people.promise()
    transitions.update_progress(commitment=commitment, by=people.member, note=" Separuh. ")
    update = ProgressUpdate.objects.get(commitment=commitment)
    assert (update.note, update.needs_help, update.made_by) == ("Separuh.", False, people.member)


def test_asking_for_help_says_which(people):
    commitment = people.promise()
    with pytest.raises(Refused):
        transitions.update_progress(commitment=commitment, by=people.member, needs_help=True)
    update = transitions.update_progress(
        commitment=commitment, by=people.member, note="Butuh data.", needs_help=True
    )
    assert update.needs_help


@pytest.mark.parametrize("state", [S.PROPOSED, *SETTLED])
def test_progress_belongs_to_an_owed_promise(people, state):
    with pytest.raises(IllegalMove):
        transitions.update_progress(
            commitment=people.promise(state=state), by=people.member, note="Separuh."
        )


def test_progress_on_sample_data_is_sample_data(people):
    commitment = people.promise(is_sample=True)
    update = transitions.update_progress(commitment=commitment, by=people.member, note="Contoh.")
    assert update.is_sample


def test_every_change_counts_the_version_up(people):
    commitment = people.promise()
    assert move(people, commitment).version == 2
    assert transitions.start(commitment=commitment, by=people.member).version == 3
