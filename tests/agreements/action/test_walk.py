"""Whatever people try in whatever order, a promise never ends where it may not be."""

import itertools

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.action import transitions
from agreements.action.kinds import Progress
from agreements.action.rules import belongs_to_promiser
from agreements.action.states import CORRECTIONS, MOVES, CommitmentState
from agreements.models import Commitment, CommitmentChange
from collabgov.kit.errors import Refused
from tests.agreements.action.people import today

S = CommitmentState
WHO = st.sampled_from(["representative", "member", "other", "coordinator"])
PLAIN = ["accept", "confirm_answer", "start", "report_done", "take_back", "confirm"]
WITH_REASON = ["decline", "send_back", "mark_not_kept", "cancel"]
REASON = st.sampled_from(["", "Karena."])
STEPS = st.one_of(
    st.tuples(st.sampled_from(PLAIN), WHO, st.just({})),
    st.tuples(st.sampled_from(WITH_REASON), WHO, st.fixed_dictionaries({"reason": REASON})),
    st.tuples(
        st.just("correct_answer"),
        WHO,
        st.fixed_dictionaries({"to": st.sampled_from(S.values), "reason": REASON}),
    ),
    st.tuples(
        st.just("change_due_date"),
        WHO,
        st.fixed_dictionaries(
            {"new_due_on": st.integers(-40, 40).map(today), "reason": st.just("Karena.")}
        ),
    ),
    st.tuples(
        st.just("note_progress"),
        WHO,
        st.fixed_dictionaries({"progress": st.sampled_from(Progress.values), "note": REASON}),
    ),
)


@pytest.mark.django_db
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(STEPS, min_size=1, max_size=12), is_late=st.booleans())
def test_no_walk_reaches_a_forbidden_state(people, steps, is_late):
    with transaction.atomic():
        made = {"made_on": today(-60), "due_on": today(-1)} if is_late else {}
        commitment = people.promise(state=S.PROPOSED, **made)
        first_due = commitment.due_on
        for verb, who, given_facts in steps:
            before = Commitment.objects.get(pk=commitment.pk)
            lines = CommitmentChange.objects.filter(commitment=commitment).count()
            try:
                getattr(transitions, verb)(
                    commitment=commitment, by=getattr(people, who), **given_facts
                )
            except Refused:
                is_refused = True
            else:
                is_refused = False
            after = Commitment.objects.get(pk=commitment.pk)
            check_step(before, after, is_refused=is_refused, lines=lines)
            assert after.original_due_on == first_due
        transaction.set_rollback(True)


def check_step(before, after, *, is_refused, lines):
    written = list(CommitmentChange.objects.filter(commitment=after).order_by("pk")[lines:])
    if is_refused:
        assert (after.state, after.version) == (before.state, before.version)
        assert not written
    states = [before.state, *(line.to_state for line in written)]
    assert states[-1] == after.state, "The history ends where the promise is."
    for source, target in itertools.pairwise(states):
        is_correction = before.is_answered_on_behalf and target in CORRECTIONS.get(source, ())
        is_settled = source == target and before.is_answered_on_behalf
        assert target in MOVES.get(S(source), ()) or is_correction or is_settled
    if after.state == S.CONFIRMED:
        assert not belongs_to_promiser(after.confirmed_by, after)
        reports = after.changes.filter(to_state=S.REPORTED_DONE)
        assert not reports.filter(made_by=after.confirmed_by).exists()
