"""Two records of one human being, both asked in the same pulse."""

import pytest

from actors.duplicates.transitions import merge
from actors.duplicates.undoing import ChangedSince, undo
from agreements.motivation import transitions
from collabgov.kit.errors import Refused
from tests.agreements.motivation.scene import let_answer, open_pulse, together
from tests.factories.actors import PersonFactory, UserFactory
from tests.factories.motivation import (
    PulseInvitationFactory,
    PulseWaveFactory,
    invite_up_to_five,
    open_for_its_people,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return UserFactory(admin=True)


def join(keep, away, by):
    return merge(kind="person", keep=keep.pk, away=away.pk, sides={}, by=by)


def test_while_the_pulse_is_open_they_stay_two(admin):
    wave, _runner = open_pulse()
    let_answer(wave, 4)
    first, second = (row.person for row in wave.invitations.order_by("pk")[:2])
    with pytest.raises(Refused, match=wave.title):
        join(first, second, admin)
    assert wave.invitations.filter(person__in=[first, second]).count() == 2


def test_before_and_after_they_are_asked_once_and_an_undo_brings_both_back(admin):
    wave = PulseWaveFactory(collaboration=together(parties=2))
    party = wave.collaboration.parties.first()
    first, second = PersonFactory(), PersonFactory()
    for person in (first, second):
        PulseInvitationFactory(wave=wave, party=party, person=person)
    done = join(first, second, admin)
    assert wave.invitations.get().person == first
    undo(merge=done, by=admin)
    assert wave.invitations.count() == 2


def test_what_the_merge_keeps_does_not_tell_who_answered(admin):
    wave, runner = open_pulse()
    let_answer(wave, 4, 4, 4, 4)
    first, second = (row.person for row in wave.invitations.order_by("pk")[:2])
    transitions.close_wave(wave=wave, by=runner)
    done = join(first, second, admin)
    assert "person" in str(done.steps)
    assert "turn" not in str(done.steps)
    assert "token" not in str(done.steps)
    assert wave.invitations.count() == 4


def test_an_undo_brings_nobody_into_a_pulse_that_has_opened_since(admin):
    wave = PulseWaveFactory(collaboration=together(parties=3))
    party = wave.collaboration.parties.first()
    first, second = PersonFactory(), PersonFactory()
    for person in (first, second):
        PulseInvitationFactory(wave=wave, party=party, person=person)
    done = join(first, second, admin)
    invite_up_to_five(wave)
    open_for_its_people(wave)
    with pytest.raises(ChangedSince):
        undo(merge=done, by=admin)
    undo(merge=done, by=admin, rest=True)
    assert wave.invitations.count() == 5
    assert not wave.invitations.filter(person=second).exists()
