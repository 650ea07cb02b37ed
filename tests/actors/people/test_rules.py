"""Who sees how to reach a person."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agreements.charter.states import PartyState
from tests.factories.actors import AppointmentFactory, PersonFactory, UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    PartyFactory,
    RepresentativeFactory,
    coordinator_of,
    member_of,
)

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - timedelta(days=1)


def may_see(user, person):
    return user.has_perm("actors.see_contacts", person)


def test_admins_and_the_person_themself_do():
    user = UserFactory()
    assert may_see(UserFactory(admin=True), PersonFactory())
    assert may_see(user, user.person)


def test_staff_auditors_and_accounts_without_a_person_do_not():
    person = PersonFactory()
    assert not may_see(UserFactory(), person)
    assert not may_see(UserFactory(auditor=True), person)
    assert not may_see(UserFactory(person=None), person)
    assert not may_see(UserFactory(admin=True, is_active=False), person)


def test_taking_an_organization_in_opens_nobodys_address_book():
    collaboration = CollaborationFactory()
    user = coordinator_of(collaboration)
    party = PartyFactory(collaboration=collaboration)
    post = AppointmentFactory(organization=party.organization)
    assert not may_see(user, post.person)
    assert not may_see(user, UserFactory(organization=party.organization).person)


def test_a_coordinator_reaches_representatives_and_other_coordinators():
    collaboration = CollaborationFactory()
    user = coordinator_of(collaboration)
    party = PartyFactory(collaboration=collaboration)
    assert may_see(user, RepresentativeFactory(party=party).person)
    assert may_see(user, CoordinatorFactory(collaboration=collaboration).person)


def test_a_coordinator_does_not_reach_those_of_other_collaborations():
    user = coordinator_of(CollaborationFactory())
    party = PartyFactory(collaboration=CollaborationFactory())
    assert not may_see(user, RepresentativeFactory(party=party).person)


def test_a_member_reaches_nobody():
    collaboration = CollaborationFactory()
    user = member_of(collaboration)
    party = PartyFactory(collaboration=collaboration)
    assert not may_see(user, AppointmentFactory(organization=party.organization).person)


def test_what_is_over_no_longer_counts():
    collaboration = CollaborationFactory()
    user = coordinator_of(collaboration)
    left = PartyFactory(collaboration=collaboration, left=True)
    here = PartyFactory(collaboration=collaboration)
    voice = RepresentativeFactory(party=here)
    former = RepresentativeFactory(party=here, starts_on=YESTERDAY, ends_on=YESTERDAY)
    assert may_see(user, voice.person)
    assert not may_see(user, RepresentativeFactory(party=left).person)
    assert not may_see(user, former.person)
    user.person.coordinates.update(ends_on=YESTERDAY)
    assert not may_see(user, voice.person)


@pytest.mark.parametrize("state", [s for s in PartyState if s != PartyState.ACTIVE])
def test_only_an_active_party_opens_contact_details(state):
    collaboration = CollaborationFactory()
    user = coordinator_of(collaboration)
    ends_on = YESTERDAY if state == PartyState.LEFT else None
    party = PartyFactory(collaboration=collaboration, state=state, ends_on=ends_on)
    assert not may_see(user, RepresentativeFactory(party=party).person)


def test_a_party_that_begins_tomorrow_opens_nothing_today():
    collaboration = CollaborationFactory()
    user = coordinator_of(collaboration)
    tomorrow = timezone.localdate() + timedelta(days=1)
    party = PartyFactory(collaboration=collaboration, starts_on=tomorrow)
    assert not may_see(user, RepresentativeFactory(party=party).person)
