"""Two records of one organization: what becomes of the positions of both."""

from actors.duplicates.transitions import merge
from agreements.charter.stances import Stance
from tests.factories.actors import UserFactory
from tests.factories.discovery import InterestStatementFactory, ProposalFactory


def test_of_two_positions_an_objection_stays(scene):
    definition = scene.asked_about()
    scene.says(definition, scene.health)
    scene.says(definition, scene.works, Stance.OBJECT, reason="Belum jelas.")
    keep, away = scene.health.organization, scene.works.organization
    admin = UserFactory(admin=True)
    merge(kind="organization", keep=keep.pk, away=away.pk, sides={}, by=admin)
    row = definition.consents.get()
    assert (row.party.organization, row.stance, row.reason) == (keep, "object", "Belum jelas.")


def test_of_two_objections_both_reasons_stay(scene):
    definition = scene.asked_about()
    scene.says(definition, scene.health, Stance.OBJECT, reason="Terlalu luas.")
    scene.says(definition, scene.works, Stance.OBJECT, reason="Belum jelas.")
    keep, away = scene.health.organization, scene.works.organization
    merge(kind="organization", keep=keep.pk, away=away.pk, sides={}, by=UserFactory(admin=True))
    row = definition.consents.get()
    assert (row.stance, row.reason) == ("object", "Terlalu luas.\n\nBelum jelas.")


def test_what_both_stated_and_proposed_is_said_by_the_one_party(scene):
    said = [InterestStatementFactory(party=party) for party in (scene.health, scene.works)]
    ProposalFactory(collaboration=scene.collaboration, from_party=scene.works)
    keep, away = scene.health.organization, scene.works.organization
    merge(kind="organization", keep=keep.pk, away=away.pk, sides={}, by=UserFactory(admin=True))
    assert set(scene.health.statements.all()) == set(said)
    assert scene.health.proposals_made.count() == 1
