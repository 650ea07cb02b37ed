"""What must hold on the day a pulse opens, whose hands its links go through, and a lost key."""

import datetime as dt

import pytest
from django.utils import timezone

from agreements.models import (
    PulseResponse,
    PulseResult,
)
from agreements.motivation import transitions
from agreements.motivation.kinds import PulseEvent
from agreements.motivation.states import WaveState
from collabgov.kit.errors import Refused
from tests.agreements.motivation.scene import (
    ask,
    let_answer,
    open_pulse,
    reachable,
    steps,
    together,
    tokens_of,
    waiting,
)
from tests.factories.actors import AppointmentFactory
from tests.factories.charter import coordinator_of
from tests.factories.motivation import PulseWaveFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def collaboration():
    return together()


@pytest.fixture
def runner(collaboration):
    return coordinator_of(collaboration)


@pytest.fixture
def draft(collaboration, runner):
    return transitions.draft_wave(
        collaboration=collaboration,
        by=runner,
        title="Denyut pertama",
        opens_on=TODAY(),
        closes_on=TODAY() + dt.timedelta(days=14),
    )


def told(wave):
    return list(wave.changes.values_list("event", flat=True))


# --- what must hold on the day it opens ----------


def test_people_of_two_parties_are_not_asked():
    collaboration = together(parties=2)
    runner = coordinator_of(collaboration)
    wave = ask(PulseWaveFactory(collaboration=collaboration), runner, each=3)
    with pytest.raises(Refused, match=r"tiga pihak|three parties"):
        transitions.open_wave(wave=wave, by=runner)


def test_whoever_can_be_reached_on_paper_alone_does_not_make_a_wave(draft, runner):
    ask(draft, runner, each=3, on_paper=True)
    with pytest.raises(Refused, match=r"surel|mail"):
        transitions.open_wave(wave=draft, by=runner)


def test_after_a_wave_people_are_left_alone_for_three_months(collaboration, runner):
    first = ask(PulseWaveFactory(collaboration=collaboration), runner, each=3)
    first = transitions.open_wave(wave=first, by=runner)
    let_answer(first, *[4] * 10)
    last = transitions.close_wave(wave=first, by=runner).closes_on
    second = PulseWaveFactory(
        collaboration=collaboration,
        opens_on=last + dt.timedelta(days=80),
        closes_on=last + dt.timedelta(days=95),
    )
    ask(second, runner)
    with pytest.raises(Refused, match=r"tiga bulan|three months"):
        transitions.open_wave(wave=second, by=runner, today=last + dt.timedelta(days=89))
    opened = transitions.open_wave(wave=second, by=runner, today=last + dt.timedelta(days=90))
    assert opened.state == WaveState.OPEN


def test_who_left_since_the_choice_is_not_asked(draft, runner):
    ask(draft, runner)
    gone = draft.invitations.first().person
    gone.is_active = False
    gone.save()
    with pytest.raises(Refused, match=gone.full_name):
        transitions.open_wave(wave=draft, by=runner)


def test_a_party_that_left_since_the_choice_is_not_asked(draft, runner):
    ask(draft, runner)
    party = draft.invitations.first().party
    type(party).objects.filter(pk=party.pk).update(state="left", ends_on=TODAY())
    with pytest.raises(Refused, match=r"[Pp]ilih|Choose"):
        transitions.open_wave(wave=draft, by=runner)


# --- links on paper, and answers by hands that hold many ----------


def test_four_links_on_paper_in_one_hand_do_not_lay_the_fifth_answer_open():
    collaboration = together(parties=5)
    runner = coordinator_of(collaboration)
    wave = PulseWaveFactory(collaboration=collaboration)
    chosen = {party: ([reachable(party)], 1) for party in collaboration.parties.order_by("pk")}
    transitions.choose_invited(wave=wave, by=runner, chosen=chosen)
    wave = transitions.open_wave(wave=wave, by=runner)
    on_paper, by_mail = [], []
    for row, token in zip(wave.invitations.order_by("pk"), tokens_of(wave), strict=True):
        (by_mail if row.person_id else on_paper).append(token)
    for token in on_paper + by_mail[:4]:
        transitions.answer(token=token, said=steps(wave, 3))
    closed = transitions.close_wave(wave=wave, by=runner)
    assert closed.answered == 9
    assert set(PulseResult.objects.filter(wave=wave).values_list("suppressed", flat=True)) == {True}
    assert not PulseResponse.objects.exists()


def test_links_on_paper_are_those_no_mail_can_carry_and_each_look_is_told():
    collaboration = together(parties=5)
    runner = coordinator_of(collaboration)
    wave = PulseWaveFactory(collaboration=collaboration)
    first, *others = collaboration.parties.order_by("pk")
    unreachable = AppointmentFactory(organization=first.organization).person
    chosen = {party: ([reachable(party)], 0) for party in others}
    chosen[first] = ([reachable(first), unreachable], 1)
    transitions.choose_invited(wave=wave, by=runner, chosen=chosen)
    wave = transitions.open_wave(wave=wave, by=runner)
    links = transitions.show_on_paper(wave=wave, by=runner)
    assert {link.invitation.person for link in links} == {unreachable, None}
    assert all(link.path for link in links)
    assert told(wave)[-1] == PulseEvent.PRINTED


# --- when the key is lost ----------


def test_answers_that_nobody_can_open_are_thrown_away_and_others_are_not(settings):
    wave, runner = open_pulse()
    let_answer(wave, 4, 4, 4, 3, 3)
    with pytest.raises(Refused, match=r"dapat dibuka|can be opened"):
        transitions.throw_away(wave=wave, by=runner)
    settings.SECRET_KEY = "another-secret-of-this-site-that-is-long-enough-to-be-one"
    closed = transitions.throw_away(wave=wave, by=runner)
    assert (closed.state, closed.answered) == (WaveState.CLOSED, 0)
    assert waiting(wave) == 0
    assert not PulseResult.objects.filter(wave=wave, suppressed=False).exists()
    assert told(closed)[-1] == PulseEvent.THROWN_AWAY
