"""Two records of one organization that both took a position on the same decision."""

import pytest

from actors.duplicates.transitions import merge
from actors.duplicates.undoing import undo
from agreements.charter.stances import Stance
from agreements.models import ObjectionAnswer, Position, PositionChange
from collabgov.kit.errors import Refused
from tests.agreements.engagement.deciding import Scene
from tests.factories.actors import UserFactory

pytestmark = [pytest.mark.django_db(transaction=True)]  # deferred promises count at the end


@pytest.fixture
def scene():
    return Scene()


@pytest.fixture
def admin(scene):
    return UserFactory(admin=True)


@pytest.fixture
def merged(scene, admin):
    """Dinas PU turns out to be Dinas Kesehatan; the other way round where asked."""

    def merged(*, back=False):
        pair = [scene.health.organization, scene.works.organization]
        keep, away = reversed(pair) if back else pair
        return merge(kind="organization", keep=keep.pk, away=away.pk, sides={}, by=admin)

    return merged


@pytest.mark.parametrize("back", [False, True])
def test_the_objection_stays_and_still_stops_a_consensus(scene, merged, back):
    decision, _row = scene.objected()
    merged(back=back)
    row = decision.positions.get()
    assert (row.stance, row.reason) == (Stance.OBJECT, "Belum dianggarkan.")
    assert PositionChange.objects.filter(position=row).count() == 2
    with pytest.raises(Refused):
        scene.decide(decision)


@pytest.mark.parametrize("back", [False, True])
def test_an_answered_objection_that_was_decided_over_keeps_its_answer(scene, merged, admin, back):
    decision, row = scene.objected()
    answer = scene.answer(row)
    decision = scene.decide(decision)
    done = merged(back=back)
    left = decision.positions.get()
    assert left.stance == Stance.OBJECT
    assert ObjectionAnswer.objects.get().position == left
    undo(merge=done, by=admin)
    assert {each.stance for each in decision.positions.all()} == {"support", "object"}
    answer.refresh_from_db()
    assert (answer.position_id, answer.position.party) == (row.pk, scene.works)


def test_of_two_objections_the_one_without_an_answer_remains(scene, merged):
    decision, row = scene.objected()
    first = scene.says(decision, scene.health, Stance.OBJECT, reason="Datanya lama.")
    scene.answer(first, by=scene.works_speaker)
    merged()
    left = decision.positions.get()
    assert (left.pk, left.reason) == (first.pk, row.reason)
    assert list(decision.positions.unanswered()) == [left]


def test_two_objections_without_an_answer_are_both_kept(scene, merged):
    decision, _row = scene.objected()
    scene.says(decision, scene.health, Stance.OBJECT, reason="Datanya lama.")
    merged()
    assert decision.positions.get().reason == "Datanya lama.\n\nBelum dianggarkan."


def test_of_two_answered_objections_none_is_asked_again(scene, merged):
    decision, row = scene.objected()
    scene.answer(row)
    first = scene.says(decision, scene.health, Stance.OBJECT, reason="Datanya lama.")
    scene.answer(first, by=scene.works_speaker)
    decision = scene.decide(decision)
    merged()
    assert decision.positions.get().reason == "Datanya lama."
    assert not decision.positions.unanswered()


def test_the_silent_one_takes_over_what_the_other_said_for_it(scene, merged):
    decision = scene.deliberated()
    scene.says(decision, scene.works, by=scene.coordinator)
    merged()
    row = decision.positions.get()
    assert (row.party, row.stance, row.is_on_behalf) == (scene.health, Stance.SUPPORT, True)


def test_an_objection_after_the_decision_is_answered_before_the_two_become_one(scene, merged):
    decision = scene.deliberated()
    scene.says(decision, scene.health)
    scene.says(decision, scene.works, by=scene.coordinator)
    decision = scene.decide(decision)
    row = scene.says(decision, scene.works, Stance.OBJECT, reason="Tidak ditanya.")
    with pytest.raises(Refused):
        merged()
    assert Position.objects.count() == 2
    scene.answer(row)
    merged()
    assert decision.positions.get().stance == Stance.OBJECT
