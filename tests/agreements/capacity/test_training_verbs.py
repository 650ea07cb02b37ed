"""Planning, holding and cancelling a training, and the exchanges that come of it."""

import pytest
from django.core.exceptions import ValidationError

from agreements.capacity.arrangement_kinds import TrainingState
from agreements.capacity.exchanges import Esteve, ExchangeKind, exchanges_in
from agreements.capacity.transitions import trainings
from agreements.charter.states import CollaborationState
from agreements.models import Collaboration
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.agreements.capacity.scenes import ahead
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.documents import DocumentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
S = TrainingState


def line_of(training):
    return training.changes.order_by("pk").last()


def plan(scene, *, by=None, **fields):
    usual = {
        "collaboration": scene.collaboration,
        "giver": scene.giver.organization,
        "recipients": [scene.receiver.organization, scene.third.organization],
        "topic": "Pendataan di desa",
        "held_on": ahead(-1),
    }
    return trainings.plan_training(by=by or scene.giver, **{**usual, **fields})


def hold(scene, row, **fields):
    return trainings.hold_training(training=row, by=scene.giver, **{"participants": 32, **fields})


def receivers_of(row):
    return {each.organization for each in row.receivers.all()}


def test_a_party_plans_a_training_for_others(scene):
    row = plan(scene)
    assert row.state == S.PLANNED
    assert receivers_of(row) == {scene.receiver.organization, scene.third.organization}
    assert (line_of(row).from_state, line_of(row).to_state) == ("", S.PLANNED)
    assert plan(scene).pk == row.pk


def test_the_same_for_others_or_for_all_is_another_training(scene):
    one = scene.receiver.organization
    made = {plan(scene).pk, plan(scene, recipients=[one]).pk, plan(scene, recipients=[]).pk}
    assert len(made) == 3
    assert plan(scene, recipients=[one]).pk in made


def test_one_plans_for_the_own_organization_and_never_for_oneself(scene):
    with pytest.raises(ValidationError, match="your own organization"):
        plan(scene, by=scene.third)
    with pytest.raises(ValidationError, match="trains oneself"):
        plan(scene, recipients=[scene.giver.organization])
    with pytest.raises(ValidationError, match="takes part"):
        plan(scene, recipients=[OrganizationFactory()])
    assert plan(scene, by=scene.coordinator).pk


def test_it_is_held_with_how_many_came(scene):
    row = hold(scene, plan(scene))
    assert (row.state, row.participants, line_of(row).to_state) == (S.HELD, 32, S.HELD)
    with pytest.raises(IllegalMove):
        trainings.cancel_training(training=row, by=scene.giver, reason="x")
    with pytest.raises(IllegalMove):
        trainings.edit_training(training=row, by=scene.giver, version=row.version, topic="x")


def test_it_is_not_held_before_its_day_nor_without_anybody(scene):
    with pytest.raises(ValidationError, match="still to come"):
        hold(scene, plan(scene, held_on=ahead(3)))
    with pytest.raises(ValidationError, match="how many"):
        hold(scene, plan(scene), participants=0)
    with pytest.raises(ValidationError, match="another collaboration"):
        hold(scene, plan(scene), document=DocumentFactory())


def test_it_is_cancelled_with_a_reason(scene):
    row = plan(scene, held_on=ahead(3))
    with pytest.raises(ValidationError):
        trainings.cancel_training(training=row, by=scene.giver, reason="")
    gone = trainings.cancel_training(training=row, by=scene.giver, reason="Pelatih sakit.")
    assert (gone.state, line_of(row).note) == (S.CANCELLED, "Pelatih sakit.")
    with pytest.raises(IllegalMove):
        hold(scene, row)


def test_what_is_planned_may_change_also_who_gives_it(scene):
    row = plan(scene)
    edited = trainings.edit_training(
        training=row,
        by=scene.coordinator,
        version=row.version,
        giver=scene.receiver.organization,
        recipients=[scene.giver.organization],
    )
    assert edited.giver == scene.receiver.organization
    assert receivers_of(row) == {scene.giver.organization}
    with pytest.raises(EditConflict):
        trainings.edit_training(training=row, by=scene.coordinator, version=1, topic="Lain")


def test_a_closed_collaboration_takes_no_training(scene):
    Collaboration.objects.filter(pk=scene.collaboration.pk).update(
        state=CollaborationState.CLOSED, ends_on=ahead(0)
    )
    with pytest.raises(Refused, match="closed"):
        plan(scene)


def test_a_training_that_was_held_is_an_exchange_with_each_receiver(scene):
    place = [scene.collaboration]
    row = plan(scene)
    assert exchanges_in(place) == []
    hold(scene, row)
    found = exchanges_in(place)
    assert {each.kind for each in found} == {ExchangeKind.TRAINING}
    assert {each.receiver for each in found} == receivers_of(row)
    assert "several" in found[0].amount
    (mine,) = exchanges_in(place, organization=scene.receiver.organization)
    assert mine.seen_from(scene.receiver.organization) == Esteve.RECEIVE_TRAINING
    given = exchanges_in(place, organization=scene.giver.organization)
    assert {each.seen_from(scene.giver.organization) for each in given} == {Esteve.GIVE_TRAINING}
    assert len(given) == 2


def test_a_training_for_all_is_one_exchange(scene):
    hold(scene, plan(scene, recipients=[]), participants=1)
    (only,) = exchanges_in([scene.collaboration])
    assert (only.receiver, only.amount) == (None, "1 participant")


@pytest.mark.parametrize(
    ("who", "may"), [("giver", True), ("worker", True), ("third", False), ("coordinator", True)]
)
def test_who_may_keep_a_training(scene, who, may):
    row = plan(scene)
    assert getattr(scene, who).has_perm("agreements.keep_training", row) == may
    assert not UserFactory(auditor=True).has_perm("agreements.keep_training", row)
