"""Whatever people try in whatever order, theories, goals and targets stay what `domain.md` says."""

from collections import Counter
from itertools import combinations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, Q
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from agreements.charter.kinds import Voice
from agreements.charter.stances import Stance
from agreements.charter.states import VERSION_MOVES
from agreements.engagement.states import STANDING, DecisionState
from agreements.goals.kinds import Direction, ResultKind
from agreements.goals.states import GOAL_MOVES, GoalState, TheoryState
from agreements.models import (
    Baseline,
    Goal,
    GoalChange,
    GoalSupport,
    Indicator,
    Party,
    PlanAlignment,
    ReportingDuty,
    Result,
    ResultLink,
    Target,
    TheoryChange,
    TheoryConsent,
    TheoryOfChange,
)
from collabgov.kit.errors import Refused
from tests.agreements.goals.test_circles import ends_somewhere
from tests.agreements.goals.walking import STEPS, Walk
from tests.factories.actors import RegionFactory
from tests.factories.engagement import DecisionFactory

MODELS = (
    *(TheoryOfChange, Result, ResultLink, TheoryConsent, TheoryChange),
    *(Goal, GoalSupport, PlanAlignment, GoalChange, Indicator, Baseline, Target, ReportingDuty),
)
NUMBER = st.integers(0, 999)
# What a walk tries more often than the rest, by where it begins: else it is reached too rarely.
TEXT = ("add_result", "edit_result", "link", "link", "link", "unlink", "offer")
WORDS = ("state", "state", "state", "state", "confirm", "confirm", "agree", "agree")
LIFE = ("agree_goal", "close_goal", "reopen_goal", "reopen_goal", "add_support", "remove_support")
NUMBERS = ("baseline", "target", "drop_target", "duty", "edit_duty", "end_duty", "call_off")
OFTEN = {
    "empty": (*LIFE, *LIFE, "propose", "add_indicator", "draft"),
    "draft": (*TEXT, *TEXT, *WORDS),
    "offered": (*WORDS, *WORDS, *WORDS, "recall"),
    "said": (*WORDS, *WORDS, "recall", "pause_or_return"),
    "agreed": (*NUMBERS, *NUMBERS, *NUMBERS, *LIFE[:3], "revive", "agree_definition"),
}


def walks_from(begins):
    step = st.tuples(st.sampled_from((*OFTEN[begins], *STEPS)), NUMBER, NUMBER)
    return st.tuples(st.just(begins), st.lists(step, min_size=15, max_size=30))


BEGINS = st.sampled_from(("agreed", "said", "draft", "agreed", "offered", "empty"))
WALKS = BEGINS.flatmap(walks_from)


@pytest.fixture
def things(scene):
    """Decisions of every sort and a region, for every walk."""
    revoked = scene.decision(state=DecisionState.REVOKED)
    decisions = [scene.decision(), scene.decision(), scene.decision(), DecisionFactory(), revoked]
    return {"decisions": [*decisions, None], "region": RegionFactory()}


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(walked=WALKS)
def test_no_walk_reaches_what_is_forbidden(scene, things, walked):
    begins, steps = walked
    with transaction.atomic():
        walk = Walk(scene, begins=begins, **things)
        for step in steps:
            before = picture()
            if not carried_out(walk, step):
                assert picture() == before, "A refusal changes nothing."
                continue
            after = picture()
            what_was_agreed_stays(before, after)
            what_is_over_stays(before, after)
            targets_come_last(before, after)
            if step[0] == "agree":
                everybody_agreed()
            assert_possible()
        transaction.set_rollback(True)
    for party in walk.parties:
        party.refresh_from_db()


def carried_out(walk, step):
    try:
        with transaction.atomic():
            walk.take(*step)
    except (Refused, ValidationError, PermissionDenied, LookupError):
        return False
    event(step[0])
    return True


def picture():
    """Every row, by table and number."""
    return {
        model: {row["id"]: row for row in model.objects.order_by("pk").values()} for model in MODELS
    }


def ids_in(picture, model, states):
    return {pk for pk, row in picture[model].items() if row["state"] in states}


def parts_of(picture, model, parent, parents):
    return [row for row in picture[model].values() if row[parent] in parents]


def what_was_agreed_stays(before, after):
    """The text on which the parties are asked, or agreed, is not changed under their hands."""
    fixed = set(TheoryState.values) - {TheoryState.DRAFT}
    both = ids_in(before, TheoryOfChange, fixed) & ids_in(after, TheoryOfChange, fixed)
    for model in (Result, ResultLink):
        old, new = (parts_of(each, model, "theory_id", both) for each in (before, after))
        assert old == new
    for pk in both:
        assert before[TheoryOfChange][pk]["summary"] == after[TheoryOfChange][pk]["summary"]


def what_is_over_stays(before, after):
    """Nothing of a closed or dropped goal changes, but that a duty ends or is called off."""
    over = (GoalState.CLOSED, GoalState.DROPPED)
    both = ids_in(before, Goal, over) & ids_in(after, Goal, over)
    assert [before[Goal][pk] for pk in both] == [after[Goal][pk] for pk in both]
    for model in (GoalSupport, PlanAlignment, Indicator):
        old, new = (parts_of(each, model, "goal_id", both) for each in (before, after))
        assert old == new
    indicators = {row["id"] for row in parts_of(after, Indicator, "goal_id", both)}
    for model in (Baseline, Target):
        old, new = (parts_of(each, model, "indicator_id", indicators) for each in (before, after))
        assert old == new


def targets_come_last(before, after):
    """First the agreement on the theory, with nobody who objects, and on the definition."""
    if not after[Target].keys() - before[Target].keys():
        return
    new = after[Target].keys() - before[Target].keys()
    assert not Target.objects.filter(pk__in=new, indicator__definition_agreed_on=None).exists()
    theory = TheoryOfChange.objects.agreed().get()
    objecting = theory.consents.filter(stance=Stance.OBJECT).values("party")
    assert not deciding().filter(pk__in=objecting).exists()


def deciding():
    return Party.objects.current().filter(voice=Voice.DECIDES)


def assert_possible():
    theories_are_possible()
    goals_are_possible()
    numbers_are_possible()
    duties_are_possible()
    for model, key, moves in (
        (TheoryChange, "theory", VERSION_MOVES),
        (GoalChange, "goal", GOAL_MOVES),
    ):
        for line in model.objects.filter(event="moved"):
            assert line.to_state in moves[line.from_state]
        last = model.objects.order_by(f"{key}_id", "-pk").distinct(f"{key}_id").select_related(key)
        assert all(line.to_state == getattr(line, key).state for line in last)


def theories_are_possible():
    states = Counter(TheoryOfChange.objects.values_list("state", flat=True))
    assert states[TheoryState.AGREED] <= 1
    assert states[TheoryState.DRAFT] + states[TheoryState.FOR_CONSENT] <= 1
    order = list(ResultKind)
    links = ResultLink.objects.select_related("cause", "effect")
    assert ends_somewhere((link.cause_id, link.effect_id) for link in links)
    for link in links:
        assert link.cause.theory_id == link.effect.theory_id == link.theory_id
        assert order.index(link.cause.kind) <= order.index(link.effect.kind)
        assert link.assumption.strip()
    for move in TheoryChange.objects.filter(event="moved", to_state=TheoryState.AGREED):
        assert not {Stance.SUPPORT, Stance.ACCEPT}.isdisjoint(last_words_before(move).values())


def everybody_agreed():
    """At that moment: whoever decides has spoken, and the last word was no objection."""
    move = TheoryChange.objects.filter(event="moved", to_state=TheoryState.AGREED).latest("pk")
    words = last_words_before(move)
    here = {party.organization.label for party in deciding().for_list()}
    assert here <= words.keys()
    assert all(words[name] != Stance.OBJECT for name in here)


def last_words_before(move):
    """What each party said last of this text, by the history."""
    said = TheoryChange.objects.filter(
        theory=move.theory_id, event="position_stated", pk__lt=move.pk
    )
    recalled = said.model.objects.filter(
        theory=move.theory_id, event="moved", to_state=TheoryState.DRAFT, pk__lt=move.pk
    )
    if last := recalled.order_by("pk").last():
        said = said.filter(pk__gt=last.pk)
    return dict(said.order_by("pk").values_list("subject", "stance"))


def goals_are_possible():
    for goal in Goal.objects.filter(state__in=(GoalState.AGREED, GoalState.CLOSED)):
        assert goal.lead.collaboration_id == goal.collaboration_id
        assert goal.decision.meeting.collaboration_id == goal.collaboration_id
        assert goal.decision.state in STANDING
        assert goal.agreed_on >= goal.decision.meeting.held_on
    assert not GoalSupport.objects.filter(party=F("goal__lead")).exists()
    for indicator in Indicator.objects.exclude(definition_agreed_on=None):
        assert indicator.definition.strip()
        assert indicator.definition_decision.state in STANDING


def numbers_are_possible():
    own = F("indicator__goal__collaboration")
    for model in (Baseline, Target):
        rows = model.objects.all()
        assert not rows.exclude(decision__meeting__collaboration=own).exists()
        assert not rows.exclude(decision__state__in=STANDING).exists()
        shares = rows.filter(indicator__is_share=True).exclude(value=None)
        assert not shares.exclude(value__range=(0, 100)).exists()
    targets = Target.objects.current().select_related("indicator")
    assert not targets.filter(Q(indicator__definition="")).exists()
    for target in targets:
        assert (target.lower is not None) == (target.indicator.direction == Direction.RANGE)
        start = Baseline.objects.current().filter(indicator=target.indicator_id)
        start = start.filter(region=target.region_id).first()
        if start is not None:
            assert target.due_on > start.as_of
            goes_the_right_way(target, start)


def goes_the_right_way(target, start):
    if target.indicator.direction == Direction.UP:
        assert target.value >= start.value
    elif target.indicator.direction == Direction.DOWN:
        assert target.value <= start.value


def duties_are_possible():
    for one, other in combinations(ReportingDuty.objects.all(), 2):
        if (one.indicator_id, one.region_id) == (other.indicator_id, other.region_id):
            first, second = sorted((one, other), key=lambda duty: duty.starts_on)
            assert first.ends_on is not None
            assert first.ends_on < second.starts_on
