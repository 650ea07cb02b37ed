"""Two records of one organization: what becomes of what both stated, found and proposed."""

import pytest
from django.utils import timezone

from actors.duplicates.transitions import merge
from actors.duplicates.undoing import undo
from agreements.models import Acknowledgement, FindingContribution, InterestStatement
from collabgov.kit.errors import Refused
from tests.agreements.goals.scenes import Scene
from tests.factories.actors import UserFactory
from tests.factories.discovery import (
    AcknowledgementFactory,
    InterestStatementFactory,
    JointFindingFactory,
    ProposalFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Scene()


@pytest.fixture
def admin():
    return UserFactory(admin=True)


@pytest.fixture
def merged(scene, admin):
    """Dinas PU turns out to be Dinas Kesehatan."""

    def merged():
        keep, away = scene.health.organization, scene.works.organization
        return merge(kind="organization", keep=keep.pk, away=away.pk, sides={}, by=admin)

    return merged


@pytest.mark.parametrize("which", [0, 1])
def test_what_one_understood_of_the_other_goes_and_an_undo_brings_it_back(
    scene, merged, admin, which
):
    parties = [scene.health, scene.works]
    statement = InterestStatementFactory(party=parties[which])
    said = AcknowledgementFactory(statement=statement, party=parties[1 - which])
    stays = AcknowledgementFactory(statement=statement, party=scene.asked)
    done = merged()
    assert InterestStatement.objects.get().party == scene.health
    assert list(Acknowledgement.objects.all()) == [stays]
    undo(merge=done, by=admin)
    back = Acknowledgement.objects.get(pk=said.pk)
    assert (back.statement.party, back.party) == (parties[which], parties[1 - which])


def test_what_both_understood_of_a_third_is_said_once(scene, merged):
    statement = InterestStatementFactory(party=scene.asked)
    AcknowledgementFactory(statement=statement, party=scene.health)
    AcknowledgementFactory(statement=statement, party=scene.works, note="Data per desa.")
    merged()
    row = Acknowledgement.objects.get()
    assert (row.party, row.note) == (scene.health, "Data per desa.")


def test_two_contributions_become_one_where_others_contributed_too(scene, merged):
    bappeda, _speaker = scene.joins("Bappeda")
    parties = [scene.health, scene.works, scene.asked, bappeda]
    finding = JointFindingFactory(collaboration=scene.collaboration, parties=parties)
    FindingContribution.objects.filter(party=scene.works).update(note="Daftar jalan.")
    merged()
    kept = {row.party: row.note for row in finding.contributions.all()}
    assert kept == {scene.health: "Daftar jalan.", scene.asked: "", bappeda: ""}


def test_a_finding_of_the_two_alone_stops_the_merge_with_a_sentence(scene, merged):
    parties = [scene.health, scene.works]
    finding = JointFindingFactory(collaboration=scene.collaboration, parties=parties)
    with pytest.raises(Refused):
        merged()
    assert finding.contributions.count() == 2


@pytest.mark.parametrize("which", [0, 1])
def test_a_proposal_between_the_two_is_addressed_to_all(scene, merged, admin, which):
    parties = [scene.health, scene.works]
    proposal = ProposalFactory(
        collaboration=scene.collaboration, from_party=parties[which], to_party=parties[1 - which]
    )
    done = merged()
    proposal.refresh_from_db()
    assert (proposal.from_party, proposal.to_party) == (scene.health, None)
    undo(merge=done, by=admin)
    proposal.refresh_from_db()
    assert (proposal.from_party, proposal.to_party) == (parties[which], parties[1 - which])


def test_an_answer_on_behalf_of_one_of_the_two_has_no_party_left_to_confirm_it(
    scene, merged, admin
):
    proposal = ProposalFactory(
        collaboration=scene.collaboration,
        from_party=scene.health,
        to_party=scene.works,
        state="accepted",
        answered_on=timezone.localdate(),
        is_on_behalf=True,
    )
    done = merged()
    proposal.refresh_from_db()
    assert (proposal.to_party, proposal.is_on_behalf) == (None, False)
    undo(merge=done, by=admin)
    proposal.refresh_from_db()
    assert (proposal.to_party, proposal.is_on_behalf) == (scene.works, True)
