"""Random sequences of moves by anybody never reach what the rules forbid."""

from collections import defaultdict
from contextlib import suppress
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.goals.states import MEASUREMENT_MOVES, RIVALS, MeasurementState, RivalryState
from agreements.goals.transitions import locks, measurements, rivalries
from agreements.models import Measurement, MeasurementChange, PeriodLock, Rivalry
from collabgov.kit.errors import Refused
from tests.agreements.goals.scene import entered, months, scene, told

S = MeasurementState
PEOPLE = ("coordinator", "member", "auditor", "other_member")  # few: they meet each other again
VERBS = {
    (S.DRAFT, S.SUBMITTED): ("submit",),
    (S.SUBMITTED, S.VERIFIED): ("verify",),
    (S.SUBMITTED, S.RETURNED): ("give_back",),
    (S.SUBMITTED, S.DISPUTED): ("dispute", "resolve", "resolve_none"),
    (S.VERIFIED, S.DISPUTED): ("dispute", "resolve", "resolve_none"),
    (S.DISPUTED, S.SUBMITTED): ("settle",),
}
REASONS = {"give_back": "note", "dispute": "reason", "settle": "resolution"}
OF_A_VALUE = ("submit", "verify", "give_back", "dispute", "settle", "correct", "discard")
MOVES = ("enter", "note", "enter_old", *OF_A_VALUE, "raise", "resolve", "resolve_none", "lock")
steps = st.lists(
    st.tuples(
        # What leads on is drawn more often: else most walks end before anything is verified.
        st.sampled_from((*MOVES, "enter", "submit", "submit", "verify", "correct", "lift", "lift")),
        st.sampled_from(PEOPLE),
        st.booleans(),
        st.integers(1, 3),
    ),
    min_size=8,
    max_size=24,
)


def given_by(who):
    return ("enter", who, False, 1), ("submit", who, False, 1)


OTHER = (("enter", "other_member", True, 2), ("submit", "other_member", True, 2))
# Walks begin where something can go wrong: from nothing few would ever get there.
STARTS = (
    (),
    given_by("member"),
    given_by("coordinator"),
    (*given_by("coordinator"), ("verify", "auditor", False, 1)),
    (*given_by("member"), ("dispute", "auditor", False, 1)),
    (*given_by("coordinator"), *OTHER),
    (*given_by("member"), ("lock", "coordinator", False, 1)),
)
walks = st.builds(lambda start, rest: [*start, *rest], st.sampled_from(STARTS), steps)


class Walk:
    """The scene with what an onlooker notes: who gave which figure of which party."""

    def __init__(self):
        self.at = scene()
        self.period = months(1)[0]
        self.givers = defaultdict(set)  # (party, value) → who gave it
        self.writers = defaultdict(set)  # value's number → who wrote in it while a draft

    def step(self, move, who, is_other, number):
        """One attempt: on the newest value of one of the two parties, or any before it."""
        by, party = getattr(self.at, who), self.at.other if is_other else self.at.own
        if move in ("enter", "note", "enter_old"):
            self.enter(move, by, party, number)
        elif move in ("resolve", "resolve_none", "lock", "lift"):
            getattr(self, move)(by)
        else:
            rows = Measurement.objects.filter(party=party).order_by("-pk")
            is_old = number == 3 and move in OF_A_VALUE
            value = rows[1:2].first() if is_old else rows.first()
            if value is not None:
                self.act(move, value, by, number)

    def enter(self, move, by, party, number):
        note = f"Catatan {number}" if move == "note" else ""
        standing = Measurement.objects.standing().filter(party=party).first()
        if move == "note" and standing is not None:
            number = standing.value
        version = number if move == "enter_old" else None
        row = entered(self.at, by=by, party=party, value=number, note=note, version=version)
        self.note_giver(row, by)

    def act(self, move, value, by, number):
        if move == "raise":
            told(self.at, value, by=by, number=number)
            return
        words = {REASONS[move]: "Alasan"} if move in REASONS else {}
        if move == "correct":
            words = {"reason": "Salah", "value": Decimal(number)}
        row = getattr(measurements, move)(measurement=value, by=by, **words)
        if move in ("submit", "correct"):
            self.note_giver(row, by)

    def note_giver(self, row, by):
        self.writers[row.pk].add(by.pk)
        for writer in self.writers[row.pk]:
            self.givers[row.party_id, row.value].add(writer)

    def resolve(self, by, *, is_kept=True):
        rivalry = Rivalry.objects.filter(state=RivalryState.OPEN).first()
        if rivalry is not None:
            kept = Measurement.objects.figures_of(rivalry).first() if is_kept else None
            rivalries.resolve(rivalry=rivalry, by=by, kept=kept, resolution="Cocok")

    def resolve_none(self, by):
        self.resolve(by, is_kept=False)

    def lock(self, by):
        days = {"starts_on": self.period.starts_on, "ends_on": self.period.ends_on}
        locks.lock_period(collaboration=self.at.collaboration, by=by, reason="Terbit", **days)

    def lift(self, by):
        held = PeriodLock.objects.holding().first()
        if held is not None:
            locks.lift_lock(lock=held, by=by, reason="Koreksi")


def seen():
    """Everything that is recorded of the values now."""
    names = ("pk", "value", "state", "superseded_by", "submitted_by", "entered_by", "note")
    return {row[0]: row[1:] for row in Measurement.objects.values_list(*names)}


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(walks)
def test_a_walk_never_reaches_what_the_rules_forbid(moves):
    with transaction.atomic():
        walk, before = Walk(), {}
        for move in moves:
            was_locked = PeriodLock.objects.holding().exists()
            lines = MeasurementChange.objects.count()
            with suppress(Refused, ValidationError):
                walk.step(*move)
            after = seen()
            if was_locked:
                assert after == before, "something moved in a locked period"
            assert_lawful(before, after, move[0])
            assert after == before or MeasurementChange.objects.count() != lines, "no line of it"
            before = after
            assert_allowed(walk)
        transaction.set_rollback(True)


def assert_lawful(before, after, move):
    """Every step of a value's life is one of those that are drawn; the past stands still."""
    for pk, (value, state, replaced, submitted_by, *_rest) in before.items():
        if pk not in after:
            assert state == S.DRAFT, "something that was submitted is gone"
            continue
        new_value, new_state, new_replaced, new_submitter, *_more = after[pk]
        if new_state != state:
            assert new_state in MEASUREMENT_MOVES[S(state)]
            assert move in VERBS[state, new_state], "a step by another verb than its own"
        if state != S.DRAFT:
            assert new_value == value, "a submitted figure was edited"
            assert new_submitter == submitted_by, "somebody else submitted it afterwards"
        if replaced:
            assert after[pk] == before[pk], "a value that was replaced changed"
        if new_replaced and not replaced:
            assert state != S.DRAFT
            assert move == "correct" or state == S.RETURNED, "replaced without being corrected"


def assert_allowed(walk):
    rows = Measurement.objects.all()
    for row in rows.filter(state=S.VERIFIED):
        assert row.verified_by_id not in walk.givers[row.party_id, row.value], "verified their own"
    for row in rows:
        own = walk.at.own if row.party_id == walk.at.own.pk else walk.at.other
        allowed = {own.organization_id}
        for giver in {row.entered_by, row.submitted_by} - {None, walk.at.coordinator}:
            assert giver.organization_id in allowed, "a stranger reported"
        last = row.changes.order_by("pk").last()
        assert last is not None
        assert last.to_state == row.state, "the history ends elsewhere"
    standing = rows.standing().order_by().values("party").annotate(number=Count("pk"))
    assert all(row["number"] == 1 for row in standing)
    rivals = rows.standing().filter(state__in=RIVALS)
    if len({row.value for row in rivals}) > 1:
        assert Rivalry.objects.unresolved().exists(), "two figures differ and nobody compares them"
    if Rivalry.objects.unresolved().exists():
        assert not rows.counted().exists()
    assert set(rows.counted()) <= set(rows.filter(state=S.VERIFIED, superseded_by=None))
    assert Rivalry.objects.unresolved().count() <= 1
