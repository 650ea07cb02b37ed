"""One link, two browsers, the same moment: one answer counts."""

import threading

import pytest
from django.db import connection

from agreements.motivation import transitions
from agreements.motivation.transitions import answering
from collabgov.kit.errors import Refused
from tests.agreements.motivation.scene import let_answer, open_pulse, steps, tokens_of, waiting
from tests.together import beside

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 20


def both(wave, token):
    """Two threads that begin together; what each was refused with."""
    start = threading.Barrier(2, timeout=10)

    def answer():
        connection.ensure_connection()
        start.wait()
        transitions.answer(token=token, said=steps(wave, 4))

    threads = [beside(answer) for _ in range(2)]
    for thread, _raised in threads:
        thread.join()
    return [error for _thread, raised in threads for error in raised]


def test_a_link_used_twice_at_once_counts_once():
    wave, _runner = open_pulse(parties=7, each=3)
    for number, token in enumerate(tokens_of(wave)[:ROUNDS], start=1):
        (refusal,) = both(wave, token)
        assert isinstance(refusal, Refused)
        assert waiting(wave) == number


class Unguarded(type(answering.PulseTurn.objects.all())):
    """Whether the link was used is read first and written later."""

    def delete(self):
        found = self.count()
        MEET.wait()
        super().delete()
        return found, {}


MEET = threading.Barrier(2, timeout=10)


def test_without_the_guard_both_would_count(monkeypatch):
    wave, _runner = open_pulse()
    manager = answering.PulseTurn.objects
    monkeypatch.setattr(manager, "_queryset_class", Unguarded)
    assert both(wave, tokens_of(wave)[0]) == []
    assert waiting(wave) == 2


def test_an_answer_and_the_close_at_once_end_one_after_the_other():
    wave, runner = open_pulse(parties=7, each=3)
    let_answer(wave, 4, 4, 4, 4, 4)
    token = tokens_of(wave)[5]
    start = threading.Barrier(2, timeout=10)

    def close():
        start.wait()
        transitions.close_wave(wave=wave, by=runner)

    def answer():
        start.wait()
        transitions.answer(token=token, said=steps(wave, 2))

    (closing, failed), (answering_, refused) = beside(close), beside(answer)
    closing.join()
    answering_.join()
    wave.refresh_from_db()
    assert failed == []
    assert waiting(wave) == 0
    assert wave.answered == (5 if refused else 6)
    assert all(isinstance(error, Refused) for error in refused)
