"""The table of moves: what is settled stays settled, and everything can be reached."""

from agreements.action.states import (
    CLOSED,
    CORRECTIONS,
    COUNTED,
    MOVES,
    OPEN,
    OWED,
    CommitmentState,
)

S = CommitmentState


def test_what_is_settled_moves_no_more():
    assert set(S) - set(MOVES) == set(CLOSED)


def test_every_state_can_be_reached_from_a_proposal():
    reached, frontier = {S.PROPOSED}, {S.PROPOSED}
    while frontier:
        frontier = {target for state in frontier for target in MOVES.get(state, ())} - reached
        reached |= frontier
    assert reached == set(S)


def test_only_a_report_leads_to_kept():
    assert [state for state, targets in MOVES.items() if S.CONFIRMED in targets] == [
        S.REPORTED_DONE
    ]


def test_a_correction_undoes_an_answer_and_nothing_later():
    assert set(CORRECTIONS) == {S.ACCEPTED, S.UNDER_WAY, S.DECLINED}
    targets = frozenset().union(*CORRECTIONS.values())
    assert targets == {S.PROPOSED, S.ACCEPTED, S.DECLINED}


def test_declined_and_cancelled_count_nowhere():
    assert set(S) - set(COUNTED) == {S.PROPOSED, S.DECLINED, S.CANCELLED}
    assert set(OWED) < set(OPEN)
