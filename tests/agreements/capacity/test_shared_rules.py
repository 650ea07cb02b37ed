"""What all verbs of capacity ask and do alike: whose record it is, who stands for whom, texts."""

import pytest

from agreements.capacity.rules.standing import belongs_or_runs, collaboration_of, runs
from agreements.capacity.transitions.texts import one_line, tidied
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.arrangements import GuidelineFactory
from tests.factories.pledges import DeliveryFactory, PledgeFactory
from tests.factories.services import (
    JointServiceCostFactory,
    JointServiceFactory,
    ServiceRequestFactory,
    ServiceStandardFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("factory", "behind"),
    [
        (PledgeFactory, lambda row: row.collaboration),
        (DeliveryFactory, lambda row: row.pledge.collaboration),
        (JointServiceFactory, lambda row: row.collaboration),
        (ServiceStandardFactory, lambda row: row.service.collaboration),
        (ServiceRequestFactory, lambda row: row.service.collaboration),
        (JointServiceCostFactory, lambda row: row.service.collaboration),
        (GuidelineFactory, lambda row: row.collaboration),
    ],
)
def test_each_record_leads_to_its_collaboration(factory, behind):
    row = factory()
    assert collaboration_of(row) == behind(row)
    assert collaboration_of(behind(row)) == behind(row)


def test_one_belongs_by_ones_work_by_ones_word_or_runs_it_all(scene):
    place = scene.collaboration.pk
    own, other = scene.giver.organization_id, scene.receiver.organization_id
    colleague = UserFactory(organization=scene.giver.organization)
    for user in (scene.giver, colleague):
        assert belongs_or_runs(user, place, {own, other})
        assert not belongs_or_runs(user, place, {other})
        assert not runs(user, scene.collaboration)
    assert belongs_or_runs(scene.coordinator, place, {None})
    assert runs(scene.coordinator, scene.collaboration)


def test_an_auditor_and_an_account_out_of_use_belong_nowhere(scene):
    organization = scene.giver.organization
    gone = UserFactory(organization=organization, is_active=False)
    for user in (UserFactory(auditor=True, organization=organization), gone):
        assert not belongs_or_runs(user, scene.collaboration.pk, {organization.pk})
    stranger = UserFactory(organization=OrganizationFactory())
    assert not belongs_or_runs(stranger, scene.collaboration.pk, {stranger.organization_id})


def test_texts_are_kept_without_blanks_that_nobody_meant():
    assert one_line("  dua \n kata ") == "dua kata"
    assert one_line(None) == ""
    given = {"name": " a  b ", "about": " a\n  b ", "kind": " x ", "law": None}
    said = tidied(given, "name", "law", "absent", longer=("about", "missing"))
    assert said == {"name": "a b", "about": "a\n  b", "kind": " x ", "law": ""}
