"""Clicks at the same moment on the same button make one record."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone

from actors.models import Person
from actors.people import transitions as people
from agreements.action import transitions as action
from agreements.charter import transitions as charter
from agreements.models import Driver, ProgressUpdate
from tests.factories.action import CommitmentFactory
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory

pytestmark = pytest.mark.django_db(transaction=True)
CLICKS = 6


def a_person():
    fields = {"full_name": "Sartika Ningsih", "title_before": "dr."}
    return Person, lambda by: people.register(by=by, **fields)


def a_driver():
    collaboration = CollaborationFactory(drivers=False)
    said = {"kind": "leadership", "description": "Gubernur memprakarsai."}
    return Driver, lambda by: charter.add_driver(collaboration=collaboration, by=by, **said)


def a_word_on_progress():
    commitment = CommitmentFactory()
    return ProgressUpdate, lambda by: action.update_progress(
        commitment=commitment, by=by, note="Setengah jalan."
    )


THINGS = pytest.mark.parametrize("thing", [a_person, a_driver, a_word_on_progress])


def clicked_together(verb):
    """What each of many clicks at the same moment returned."""
    user, start, made = UserFactory(admin=True), Barrier(CLICKS), []

    def click():
        try:
            start.wait(timeout=10)
            made.append(verb(user))
        finally:
            connection.close()

    threads = [Thread(target=click) for _ in range(CLICKS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return made


@THINGS
def test_many_clicks_at_once_make_one_record(thing):
    model, verb = thing()
    before = model.objects.count()
    made = clicked_together(verb)
    assert len(made) == CLICKS
    assert len({row.pk for row in made}) == 1
    # The account that clicks has a person of its own.
    assert model.objects.count() == before + 1 + (model is Person)


@THINGS
def test_the_same_words_a_while_later_are_meant(thing):
    model, verb = thing()
    user = UserFactory(admin=True)
    first = verb(user)
    when = "made_at" if model is ProgressUpdate else "created_at"
    earlier = timezone.now() - timedelta(minutes=2)
    model.objects.filter(pk=first.pk).update(**{when: earlier})
    assert verb(user).pk != first.pk
