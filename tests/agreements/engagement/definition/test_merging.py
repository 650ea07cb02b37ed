"""Two records of one organization: what becomes of the positions of both."""

from actors.duplicates.transitions import merge
from agreements.charter.stances import Stance
from tests.factories.actors import UserFactory


def test_of_two_positions_an_objection_stays(scene):
    definition = scene.asked_about()
    scene.says(definition, scene.health)
    scene.says(definition, scene.works, Stance.OBJECT, reason="Belum jelas.")
    keep, away = scene.health.organization, scene.works.organization
    admin = UserFactory(admin=True)
    merge(kind="organization", keep=keep.pk, away=away.pk, sides={}, by=admin)
    row = definition.consents.get()
    assert (row.party.organization, row.stance, row.reason) == (keep, "object", "Belum jelas.")
