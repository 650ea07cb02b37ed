"""How a promise stands, in words: late, due, to go, done."""

import datetime as dt

import pytest
from django.utils import translation

from agreements.action.standing import days_after, standing_of
from agreements.action.states import CommitmentState
from agreements.models import Commitment

S = CommitmentState
DAY = dt.date(2026, 11, 21)


def standing(days, state=S.ACCEPTED, **fields):
    commitment = Commitment(due_on=DAY + dt.timedelta(days=days), state=state, **fields)
    return standing_of(commitment, today=DAY)


@pytest.mark.parametrize(
    ("days", "indonesian", "english", "tone"),
    [
        (-22, "Terlambat 22 hari", "22 days late", "bad"),
        (-1, "Terlambat 1 hari", "1 day late", "bad"),
        (0, "Jatuh tempo hari ini", "Due today", "warn"),
        (1, "Jatuh tempo besok", "Due tomorrow", "warn"),
        (7, "7 hari lagi", "7 days to go", "warn"),
        (14, "14 hari lagi", "14 days to go", "warn"),
        (15, "15 hari lagi", "15 days to go", "plain"),
        (59, "59 hari lagi", "59 days to go", "plain"),
        (75, "2 bulan lagi", "2 months to go", "plain"),
    ],
)
def test_an_owed_promise_counts_the_days(days, indonesian, english, tone):
    with translation.override("id"):
        assert standing(days).words == indonesian
    with translation.override("en"):
        assert standing(days).words == english
    assert standing(days).tone == tone


def test_a_proposed_promise_is_never_late():
    with translation.override("en"):
        assert standing(-3, S.PROPOSED).words == "Proposed date has passed"
        assert standing(3, S.PROPOSED).words == "3 days to go"
    assert standing(-3, S.PROPOSED).tone == "plain"


@pytest.mark.parametrize("state", [S.REPORTED_DONE, S.CONFIRMED])
def test_what_is_done_says_when(state):
    with translation.override("en"):
        assert standing(-3, state, reported_done_on=DAY).words == "Done 21 Nov 2026"
    with translation.override("id"):
        assert standing(-3, state, reported_done_on=DAY).words == "Selesai 21 Nov 2026"


@pytest.mark.parametrize("state", [S.DECLINED, S.CANCELLED, S.NOT_KEPT])
def test_what_is_settled_waits_for_nothing(state):
    assert standing(-3, state) is None


def test_punctuality_is_held_against_the_date_first_promised():
    with translation.override("en"):
        assert days_after(DAY, DAY) == "on time"
        assert days_after(DAY, DAY - dt.timedelta(days=1)) == "1 day after it was first due"
    with translation.override("id"):
        assert days_after(DAY, DAY - dt.timedelta(days=5)) == "5 hari setelah tenggat semula"
