"""Every constraint on commitments refuses what it should."""

import datetime as dt

import pytest
from django.db.models import F

from agreements.action.states import CommitmentState
from agreements.models import Commitment
from tests.constraints import assert_refused
from tests.factories.action import CommitmentFactory, DueDateChangeFactory, ProgressUpdateFactory
from tests.factories.actors import UserFactory

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 2)
EARLIER = dt.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("constraint", "factory", "fields"),
    [
        ("commitment_due_after_made", CommitmentFactory, {"made_on": DAY, "due_on": EARLIER}),
        ("commitment_says_what", CommitmentFactory, {"promise": ""}),
        ("commitment_state_is_known", CommitmentFactory, {"state": "asleep"}),
        ("commitment_done_has_a_date", CommitmentFactory, {"reported_done_on": DAY}),
        (
            "commitment_done_has_a_date",
            CommitmentFactory,
            {"state": CommitmentState.REPORTED_DONE},
        ),
        ("commitment_confirmed_by_somebody", CommitmentFactory, {"confirmed_on": DAY}),
        (
            "commitment_confirmed_by_somebody",
            CommitmentFactory,
            {"kept": True, "confirmed_by": None},
        ),
        ("due_date_change_has_a_reason", DueDateChangeFactory, {"reason": ""}),
        (
            "due_date_change_moves_the_date",
            DueDateChangeFactory,
            {"old_due_on": DAY, "new_due_on": DAY},
        ),
        (
            "progress_update_help_has_a_note",
            ProgressUpdateFactory,
            {"needs_help": True, "note": ""},
        ),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(constraint, factory, fields):
    assert_refused(constraint, lambda: factory(**fields))


def test_the_first_due_date_cannot_lie_before_the_promise():
    rows = Commitment.objects.filter(pk=CommitmentFactory().pk)
    earlier = F("made_on") - dt.timedelta(days=1)
    assert_refused("commitment_due_after_made", lambda: rows.update(original_due_on=earlier))


def test_confirmation_belongs_to_a_confirmed_promise_only():
    rows = Commitment.objects.filter(pk=CommitmentFactory(reported=True).pk)
    assert_refused(
        "commitment_confirmed_by_somebody", lambda: rows.update(confirmed_by=UserFactory())
    )
