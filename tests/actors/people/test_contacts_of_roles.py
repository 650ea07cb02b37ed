"""A member of a party reaches whoever has a role in the same collaboration, and only those."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agreements.charter.states import CollaborationState, PartyState
from tests.factories.actors import AppointmentFactory
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    PartyFactory,
    RepresentativeFactory,
    member_of,
)

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - timedelta(days=1)
TOMORROW = timezone.localdate() + timedelta(days=1)


class Scene:
    """A member of one party; another party's representative and the coordinator."""

    def __init__(self):
        self.collaboration = CollaborationFactory(state=CollaborationState.ACTIVE)
        self.member = member_of(self.collaboration)
        self.party = PartyFactory(collaboration=self.collaboration)
        self.voice = RepresentativeFactory(party=self.party)
        self.lead = CoordinatorFactory(collaboration=self.collaboration)
        self.colleague = AppointmentFactory(organization=self.party.organization).person

    def seen(self):
        roles = {"voice": self.voice.person, "lead": self.lead.person, "colleague": self.colleague}
        return {name for name, who in roles.items() if self.may_see(who)}

    def may_see(self, person):
        return self.member.has_perm("actors.see_contacts", person)

    def change(self, row, **values):
        type(row).objects.filter(pk=row.pk).update(**values)


@pytest.fixture
def scene():
    return Scene()


def test_they_reach_roles_and_not_the_colleagues_of_those(scene):
    assert scene.seen() == {"voice", "lead"}


def test_an_auditor_reaches_nobody_even_in_a_party(scene):
    scene.member.role = "auditor"
    assert scene.seen() == set()


def test_an_account_without_an_organization_reaches_nobody(scene):
    scene.member.organization = None
    assert scene.seen() == set()


def test_a_role_that_is_over_is_reached_no_more(scene):
    for row in (scene.voice, scene.lead):
        scene.change(row, starts_on=YESTERDAY, ends_on=YESTERDAY)
    assert scene.seen() == set()


def test_the_voice_of_a_paused_party_is_not_reached(scene):
    scene.change(scene.party, state=PartyState.PAUSED)
    assert scene.seen() == {"lead"}


def test_the_voice_of_a_party_that_begins_tomorrow_is_not_reached(scene):
    scene.change(scene.party, starts_on=TOMORROW)
    assert scene.seen() == {"lead"}


def test_a_paused_party_of_ones_own_reaches_nobody(scene):
    own = scene.collaboration.parties.get(organization=scene.member.organization)
    scene.change(own, state=PartyState.PAUSED)
    assert scene.seen() == set()


def test_a_party_of_ones_own_that_begins_tomorrow_reaches_nobody(scene):
    own = scene.collaboration.parties.get(organization=scene.member.organization)
    scene.change(own, starts_on=TOMORROW)
    assert scene.seen() == set()


def test_a_collaboration_that_is_not_active_opens_nothing(scene):
    scene.change(scene.collaboration, state=CollaborationState.DORMANT)
    assert scene.seen() == set()


def test_other_collaborations_stay_closed(scene):
    assert not scene.may_see(RepresentativeFactory().person)
    assert not scene.may_see(CoordinatorFactory().person)
