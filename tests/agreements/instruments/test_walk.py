"""Whatever people try in whatever order, no agreement gets where `domain.md` forbids it to be."""

from datetime import timedelta
from unittest import mock

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from agreements.instruments import transitions as verbs
from agreements.instruments.family import ancestors, last_day_of
from agreements.instruments.states import BINDING, MOVES, OVER, SIGNING, AgreementState
from agreements.models import Agreement, Signature
from collabgov.kit.errors import Refused
from tests.agreements.instruments.walking import STEPS, Clock, Walk, today
from tests.factories.actors import AppointmentFactory
from tests.factories.charter import representative_in
from tests.factories.instruments import AgreementTypeFactory

S = AgreementState
A_STEP = st.tuples(
    st.one_of(st.none(), st.none(), st.sampled_from(STEPS)),
    st.sampled_from([0, 0, 1, 1, 2, 2, 3, 9]),
    st.integers(0, 5000),
)
OF_AMENDED = ("title", "subject", "ends_on", "review_on", "termination_asked_on")
BEGINS = st.sampled_from(
    [
        ("draft", "draft", "draft"),
        ("waiting", "ready", "draft"),
        ("in_force", "ready", "draft"),
        ("in_force", "in_force", "ready"),
        ("in_force", "in_force", "in_force"),
        ("in_force", "in_force", "amended"),
        ("amended", "amended", "amended"),
    ]
)


@pytest.fixture
def clock():
    clock = Clock(timezone.now)
    with mock.patch("django.utils.timezone.now", clock):
        yield clock


@pytest.fixture
def things(table):
    """At hand: a third party, a kind with few stages, two letters, a post that is over."""
    table.kind = AgreementTypeFactory(stages=("draft", "draft"))
    speaker = representative_in(table.collaboration)
    table.speakers.append(speaker)
    table.parties.append(table.collaboration.parties.get(organization=speaker.organization))
    table.posts.append(
        AppointmentFactory(person=speaker.person, organization=speaker.organization, post="Kepala")
    )
    post = AppointmentFactory(
        person=table.speakers[0].person,
        organization=table.speakers[0].organization,
        post="Dulu",
        starts_on=today() - timedelta(days=9),
        ends_on=today() - timedelta(days=2),
    )
    return {"letters": [table.letter(), table.letter()], "ended_post": post}


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(begins=BEGINS, steps=st.lists(A_STEP, min_size=10, max_size=16))
def test_no_walk_reaches_a_forbidden_state(table, clock, things, begins, steps):
    clock.days = 0
    with transaction.atomic():
        walk = Walk(table, clock, begins=begins, **things)
        for step in steps:
            before = picture(walk)
            if not carried_out(walk, step):
                assert picture(walk) == before, "A refusal changes nothing."
                continue
            if walk.tried != "advance":
                nothing_moved_while_amended(before, picture(walk))
                nothing_begins_after_its_end(walk, before)
            for agreement in walk.all():
                is_possible(walk, agreement)
        the_calendar_is_applied_once(walk)
        transaction.set_rollback(True)


def picture(walk):
    """How each agreement stands: its state, its version, its history, its open amendment."""
    rows = Agreement.objects.filter(collaboration=walk.table.collaboration).with_open_amendment()
    rows = rows.annotate(lines=Count("changes")).order_by("pk")
    names = ("state", *OF_AMENDED, "version", "lines", "is_being_amended")
    return list(rows.values_list("pk", *names))


def carried_out(walk, step):
    try:
        walk.take(*step)
    except (Refused, ValidationError):
        return False
    event(walk.tried)
    return True


def nothing_moved_while_amended(before, after):
    now = {row[0]: row for row in after}
    for row in before:
        if row[-1] and now[row[0]][-1]:  # open before and after
            assert now[row[0]][:-3] == row[:-3], "An amendment was open."
        elif row[-1]:
            assert now[row[0]][1] == row[1], "An amendment was open."


def nothing_begins_after_its_end(walk, before):
    held = {pk for pk, state, *_rest in before if state == S.IN_FORCE}
    for agreement in walk.all():
        if agreement.state == S.IN_FORCE and agreement.pk not in held:
            assert agreement.ends_on >= today(), "It was over already."


def is_possible(walk, agreement):
    history_is_legal(agreement)
    if agreement.state in (*BINDING, S.ENDED, S.TERMINATED):
        assert is_signed(agreement)
        assert agreement.starts_on is not None
        assert agreement.ends_on is not None
        assert agreement.signed_on <= agreement.ends_on
        if not agreement.is_registered:
            assert agreement.signed_on == max(row.signed_on for row in standing(agreement))
    if agreement.state == S.PARTLY_SIGNED:
        assert bool(agreement.signed_on) == is_signed(agreement)
    if agreement.legislature_needed and agreement.state in (*SIGNING, *BINDING):
        assert agreement.legislature_approved_on is not None or agreement.is_registered
    if agreement.review_on is not None and agreement.state not in OVER:
        assert agreement.review_on <= agreement.ends_on
    if agreement.state in BINDING:
        assert agreement.starts_on <= today()
    if agreement.state == S.TERMINATED:
        assert agreement.termination_reason
        assert agreement.termination_on == agreement.over_on
        assert agreement.papers.filter(role="termination").exists()
    signatures_are_in_their_terms(agreement)
    amendments_are_possible(agreement)
    family_is_possible(walk, agreement)


def history_is_legal(agreement):
    for line in agreement.changes.filter(event="moved"):
        assert line.to_state in MOVES[S(line.from_state)]
    assert agreement.changes.order_by("pk").last().to_state == agreement.state


def standing(agreement, amendment=None):
    return Signature.objects.standing().filter(place__agreement=agreement, amendment=amendment)


def signed_by_all(agreement, amendment=None):
    signed = set(standing(agreement, amendment).values_list("place", flat=True))
    needed = set(agreement.parties.filter(must_sign=True).values_list("pk", flat=True))
    return len(needed) >= 2 and needed <= signed


def is_signed(agreement):
    """By all that have to, or elsewhere with the paper here."""
    if agreement.is_registered:
        return agreement.papers.filter(role="signed_copy").exists()
    return signed_by_all(agreement)


def signatures_are_in_their_terms(agreement):
    rows = Signature.objects.filter(place__agreement=agreement)
    for row in rows.select_related("appointment", "place__party"):
        post = row.appointment
        assert post.starts_on <= row.signed_on <= (post.ends_on or today())
        is_own = post.organization_id == row.place.party.organization_id
        assert is_own or row.power_id is not None


def amendments_are_possible(agreement):
    assert agreement.amendments.open().count() <= (agreement.state == S.IN_FORCE)
    for amendment in agreement.amendments.filter(state="merged"):
        assert signed_by_all(agreement, amendment)
        assert all(row.signed_on >= agreement.signed_on for row in standing(agreement, amendment))


def family_is_possible(walk, agreement):
    parent = agreement.parent
    if parent is not None:
        if standing(agreement).exists() and agreement.state != S.ABANDONED:
            assert is_signed(parent)
            assert all(row.signed_on >= parent.signed_on for row in standing(agreement))
        if agreement.state == S.IN_FORCE and parent.state != S.IN_FORCE:
            stays = agreement.stands_alone or agreement.pk in walk.said_to_stay
            assert stays, "A child holds and nobody said that it stays."
        if agreement.state in BINDING and parent.state in OVER:
            assert agreement.stands_alone
        if agreement.stands_alone and parent.state in BINDING:
            above = [row for row in ancestors(agreement) if row.state in BINDING]
            assert any(row.termination_decided_on for row in above)
    if agreement.renews_id and agreement.state not in ("draft", "negotiation", "abandoned"):
        assert agreement.starts_on > last_day_of(agreement.renews)


def the_calendar_is_applied_once(walk):
    list(verbs.advance())
    assert list(verbs.advance()) == []
    for agreement in walk.all():
        is_possible(walk, agreement)
        if agreement.state in BINDING:
            assert agreement.ends_on >= today()
            decided = agreement.termination_decided_on and agreement.termination_on <= today()
            assert not decided
