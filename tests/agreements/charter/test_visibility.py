"""Who sees a collaboration: a fact, never a tick."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agreements.charter.states import PartyState
from agreements.models import Collaboration, Commitment, Meeting
from tests.factories.action import CommitmentFactory
from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    PartyFactory,
    RepresentativeFactory,
    coordinator_of,
    member_of,
    representative_in,
)
from tests.factories.engagement import MeetingFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("taking_part", [member_of, representative_in, coordinator_of])
def test_who_takes_part_sees_it_and_all_in_it(taking_part):
    collaboration = CollaborationFactory()
    meeting = MeetingFactory(collaboration=collaboration)
    commitment = CommitmentFactory(collaboration=collaboration)
    user = taking_part(collaboration)
    assert list(Collaboration.objects.visible_to(user)) == [collaboration]
    assert list(Meeting.objects.visible_to(user)) == [meeting]
    assert list(Commitment.objects.visible_to(user)) == [commitment]


@pytest.mark.parametrize("trait", ["admin", "auditor"])
def test_admin_and_auditor_see_every_collaboration(trait):
    CollaborationFactory()
    assert Collaboration.objects.visible_to(UserFactory(**{trait: True})).count() == 1


def test_an_outsider_sees_nothing():
    collaboration = CollaborationFactory()
    MeetingFactory(collaboration=collaboration)
    outsider = UserFactory()
    assert not Collaboration.objects.visible_to(outsider).exists()
    assert not Meeting.objects.visible_to(outsider).exists()


def test_an_account_without_organization_matches_no_collaboration_without_party():
    CollaborationFactory()
    nobody = UserFactory(organization=None, person=None)
    assert not Collaboration.objects.visible_to(nobody).exists()


def test_a_party_that_left_sees_it_no_more():
    party = PartyFactory(left=True)
    user = UserFactory(organization=party.organization)
    assert not Collaboration.objects.visible_to(user).exists()


def test_a_coordinator_whose_term_ended_sees_it_no_more():
    row = CoordinatorFactory(ends_on=timezone.localdate() - timedelta(days=1))
    user = UserFactory(person=row.person)
    assert not Collaboration.objects.visible_to(user).exists()


def test_a_deactivated_admin_sees_nothing():
    CollaborationFactory()
    assert not Collaboration.objects.visible_to(UserFactory(admin=True, is_active=False)).exists()


@pytest.mark.parametrize("state", [PartyState.PROSPECT, PartyState.INVITED, PartyState.PAUSED])
def test_who_speaks_for_a_party_that_is_not_active_does_not_see_it(state):
    party = PartyFactory()
    user = UserFactory(person=RepresentativeFactory(party=party).person)
    assert Collaboration.objects.visible_to(user).exists()
    party.state = state
    party.save()
    assert not Collaboration.objects.visible_to(user).exists()
