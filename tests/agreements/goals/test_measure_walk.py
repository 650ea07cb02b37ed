"""Random sequences of moves by anybody never reach what the rules forbid."""

from contextlib import suppress
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, F, Q
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.goals.states import RIVALS, MeasurementState, RivalryState
from agreements.goals.transitions import measurements, rivalries
from agreements.models import Measurement, Rivalry
from collabgov.kit.errors import Refused
from tests.agreements.goals.scene import entered, scene

S = MeasurementState
PEOPLE = ("member", "colleague", "representative", "other_member", "coordinator", "auditor")
MOVES = (
    "enter",
    "submit",
    "verify",
    "give_back",
    "dispute",
    "settle",
    "correct",
    "discard",
    "resolve",
)
WORDS = {"give_back": "note", "dispute": "reason", "settle": "resolution"}
steps = st.lists(
    st.tuples(st.sampled_from(MOVES), st.sampled_from(PEOPLE), st.booleans(), st.integers(1, 3)),
    min_size=4,
    max_size=25,
)


def step(at, move, who, is_other, number):
    """One attempt: on the newest value of one of the two parties."""
    by, party = getattr(at, who), at.other if is_other else at.own
    if move == "enter":
        return entered(at, by=by, party=party, value=number)
    if move == "resolve":
        rivalry = Rivalry.objects.filter(state=RivalryState.OPEN).first()
        kept = rivalry and Measurement.objects.figures_of(rivalry).first()
        return rivalry and rivalries.resolve(rivalry=rivalry, by=by, kept=kept, resolution="Cocok")
    value = Measurement.objects.filter(party=party).order_by("-pk").first()
    if value is None:
        return None
    words = {WORDS[move]: "Alasan"} if move in WORDS else {}
    if move == "correct":
        words = {"reason": "Salah", "value": Decimal(number)}
    return getattr(measurements, move)(measurement=value, by=by, **words)


def figures():
    reported = Measurement.objects.exclude(state=S.DRAFT)
    return dict(reported.values_list("pk", "value"))


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps)
def test_a_walk_never_reaches_what_the_rules_forbid(walk):
    with transaction.atomic():
        at = scene()
        before = {}
        for move in walk:
            with suppress(Refused, ValidationError):
                step(at, *move)
            after = figures()
            assert {pk: after[pk] for pk in before} == before, "a submitted figure was edited"
            before = after
            assert_allowed()
        transaction.set_rollback(True)


def assert_allowed():
    rows = Measurement.objects.all()
    own = Q(verified_by=F("submitted_by")) | Q(verified_by=F("entered_by"))
    assert not rows.filter(own, state=S.VERIFIED).exists()
    standing = rows.standing().order_by().values("party").annotate(number=Count("pk"))
    assert all(row["number"] == 1 for row in standing)
    rivals = rows.standing().filter(state__in=RIVALS)
    if len({row.value for row in rivals}) > 1:
        assert Rivalry.objects.unresolved().exists(), "two figures differ and nobody compares them"
        assert not rows.counted().exists()
