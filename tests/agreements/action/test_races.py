"""Two people at the same moment: one wins, the other is told, nothing is counted twice."""

import threading
import uuid

import pytest
from django.db import connection

from agreements.action import transitions
from agreements.action.states import CommitmentState
from agreements.models import Commitment, CommitmentChange, CommitmentSequence
from collabgov.kit.errors import IllegalMove
from tests.agreements.action.people import make_people, today

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*jobs):
    """Run the jobs in threads that start together; return their answers or errors, in order."""
    gate = threading.Barrier(len(jobs))
    answers = [None] * len(jobs)

    def run(place, job):
        try:
            gate.wait(timeout=10)
            answers[place] = job()
        except Exception as error:
            answers[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return answers


def test_a_promise_is_confirmed_once():
    people = make_people()
    commitment = transitions.report_done(commitment=people.promise(), by=people.member)
    answers = at_once(
        lambda: transitions.confirm(commitment=commitment, by=people.other),
        lambda: transitions.confirm(commitment=commitment, by=people.coordinator),
    )
    assert sorted(type(answer) for answer in answers if isinstance(answer, Exception)) == [
        IllegalMove
    ]
    assert Commitment.objects.get().state == CommitmentState.CONFIRMED
    assert CommitmentChange.objects.filter(to_state=CommitmentState.CONFIRMED).count() == 1


def test_a_report_taken_back_while_it_is_confirmed_ends_in_one_of_both():
    people = make_people()
    commitment = transitions.report_done(commitment=people.promise(), by=people.member)
    answers = at_once(
        lambda: transitions.confirm(commitment=commitment, by=people.other),
        lambda: transitions.take_back(commitment=commitment, by=people.member),
    )
    assert sum(isinstance(answer, IllegalMove) for answer in answers) == 1
    assert Commitment.objects.get().changes.count() == 2


def test_codes_are_given_out_once_and_without_a_gap():
    people = make_people()

    def record(promise):
        return transitions.record(
            collaboration=people.collaboration,
            organization=people.representative.organization,
            promise=promise,
            due_on=today(7),
            by=people.member,
        ).code

    codes = at_once(*(lambda text=f"Janji {n}": record(text) for n in range(8)))
    year = today().year
    assert sorted(codes) == [f"KMT-{year}-{n:04d}" for n in range(1, 9)]
    assert CommitmentSequence.objects.get(year=year).last == 8


def test_a_form_tapped_twice_makes_one_promise():
    people = make_people()
    submission_id = uuid.uuid4()

    def record():
        return transitions.record(
            collaboration=people.collaboration,
            organization=people.representative.organization,
            promise="Sekali saja",
            due_on=today(7),
            by=people.member,
            submission_id=submission_id,
        ).pk

    first, second = at_once(record, record)
    assert first == second
    assert Commitment.objects.count() == 1
    assert CommitmentSequence.objects.get().last == 1
