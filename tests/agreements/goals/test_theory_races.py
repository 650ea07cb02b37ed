"""Two at the same moment: an agreement and a position, two drafts."""

import pytest
from django.db import transaction

from agreements.charter.stances import Stance
from agreements.goals import transitions
from agreements.goals.states import TheoryState
from agreements.models import TheoryOfChange
from collabgov.kit.errors import Refused
from tests.agreements.goals.scenes import Scene
from tests.together import beside, wait_for_a_lock

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_objection_that_comes_first_stops_the_agreement_that_waits():
    scene = Scene()
    theory = scene.offered()
    scene.states(theory, scene.health)
    scene.states(theory, scene.works)
    with transaction.atomic():
        scene.states(theory, scene.works, Stance.OBJECT, reason="Belum.")
        thread, raised = beside(lambda: transitions.agree(theory=theory, by=scene.coordinator))
        wait_for_a_lock()
    thread.join()
    assert [type(error) for error in raised] == [Refused]
    theory.refresh_from_db()
    assert theory.state == TheoryState.FOR_CONSENT


def test_a_position_that_comes_after_the_agreement_is_told_so():
    scene = Scene()
    theory = scene.offered()
    scene.states(theory, scene.health)
    scene.states(theory, scene.works)
    with transaction.atomic():
        transitions.agree(theory=theory, by=scene.coordinator)
        thread, raised = beside(
            lambda: scene.states(theory, scene.works, Stance.OBJECT, reason="Belum.")
        )
        wait_for_a_lock()
    thread.join()
    assert [type(error) for error in raised] == [Refused]
    assert theory.consents.get(party=scene.works).stance == Stance.SUPPORT


def test_two_who_begin_a_draft_make_one():
    scene = Scene()

    def draft():
        return transitions.draft_theory(
            collaboration=scene.collaboration, by=scene.coordinator, summary="Bila, maka."
        )

    with transaction.atomic():
        draft()
        thread, raised = beside(draft)
        wait_for_a_lock()
    thread.join()
    assert [type(error) for error in raised] == [Refused]
    assert TheoryOfChange.objects.count() == 1
