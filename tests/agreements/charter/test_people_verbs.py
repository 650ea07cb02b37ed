"""Who coordinates and who speaks for a party: dated, never nobody."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.charter import transitions
from agreements.charter.kinds import CharterEvent
from agreements.charter.states import CollaborationState
from agreements.models import Coordinator
from collabgov.kit.errors import Refused
from tests.factories.actors import AppointmentFactory, PersonFactory, UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    PartyFactory,
    RepresentativeFactory,
)

pytestmark = pytest.mark.django_db


def days_from_now(days):
    return timezone.localdate() + timedelta(days=days)


def somebody_of(party):
    return AppointmentFactory(organization=party.organization).person


def events(collaboration):
    return list(collaboration.changes.values_list("event", "subject"))


def test_a_coordinator_is_appointed():
    collaboration, person = CollaborationFactory(), PersonFactory()
    row = transitions.add_coordinator(
        collaboration=collaboration, person=person, by=UserFactory(), starts_on=days_from_now(-5)
    )
    assert row.starts_on == days_from_now(-5)
    assert events(collaboration) == [(CharterEvent.COORDINATOR_ADDED, str(person))]


def test_nobody_is_appointed_twice_for_the_same_days():
    row = CoordinatorFactory()
    with pytest.raises(ValidationError):
        transitions.add_coordinator(
            collaboration=row.collaboration, person=row.person, by=UserFactory()
        )


def test_a_closed_collaboration_may_get_a_keeper():
    closed = CollaborationFactory(state=CollaborationState.CLOSED, ends_on=days_from_now(0))
    transitions.add_coordinator(collaboration=closed, person=PersonFactory(), by=UserFactory())


def test_the_last_coordinator_stays():
    row = CoordinatorFactory()
    CoordinatorFactory(collaboration=row.collaboration, ends_on=days_from_now(0))
    with pytest.raises(Refused):
        transitions.end_coordinator(coordinator=row, by=UserFactory())
    assert not row.collaboration.changes.exists()


def test_a_coordinator_goes_when_somebody_follows_the_day_after():
    row = CoordinatorFactory()
    CoordinatorFactory(collaboration=row.collaboration, starts_on=days_from_now(1))
    fresh = transitions.end_coordinator(coordinator=row, by=UserFactory())
    assert fresh.ends_on == days_from_now(0)
    assert events(row.collaboration) == [(CharterEvent.COORDINATOR_ENDED, str(row.person))]


def test_a_successor_who_starts_too_late_is_no_successor():
    row = CoordinatorFactory()
    CoordinatorFactory(collaboration=row.collaboration, starts_on=days_from_now(2))
    with pytest.raises(Refused):
        transitions.end_coordinator(coordinator=row, by=UserFactory())


def test_an_end_that_lies_back_needs_somebody_today():
    row = CoordinatorFactory()
    CoordinatorFactory(collaboration=row.collaboration, starts_on=days_from_now(1))
    with pytest.raises(Refused):
        transitions.end_coordinator(coordinator=row, by=UserFactory(), on=days_from_now(-3))


def test_a_term_that_is_over_is_not_ended_again():
    row = CoordinatorFactory(ends_on=days_from_now(-1))
    CoordinatorFactory(collaboration=row.collaboration)
    with pytest.raises(Refused):
        transitions.end_coordinator(coordinator=row, by=UserFactory())


def test_a_term_does_not_end_before_it_began():
    row = CoordinatorFactory()
    CoordinatorFactory(collaboration=row.collaboration)
    with pytest.raises(ValidationError):
        transitions.end_coordinator(
            coordinator=row, by=UserFactory(), on=row.starts_on - timedelta(days=1)
        )
    assert Coordinator.objects.get(pk=row.pk).ends_on is None


def test_a_representative_is_named_and_ended():
    party = PartyFactory()
    person = somebody_of(party)
    row = transitions.add_representative(party=party, person=person, by=UserFactory())
    fresh = transitions.end_representative(
        representative=row, by=UserFactory(), on=days_from_now(7)
    )
    assert (fresh.starts_on, fresh.ends_on) == (days_from_now(0), days_from_now(7))
    assert [event for event, _subject in events(party.collaboration)] == [
        CharterEvent.REPRESENTATIVE_ADDED,
        CharterEvent.REPRESENTATIVE_ENDED,
    ]


def test_nobody_speaks_twice_for_the_same_party_at_once():
    row = RepresentativeFactory()
    AppointmentFactory(organization=row.party.organization, person=row.person)
    with pytest.raises(ValidationError):
        transitions.add_representative(party=row.party, person=row.person, by=UserFactory())


def test_nobody_speaks_for_a_party_that_left():
    party = PartyFactory(left=True)
    with pytest.raises(Refused):
        transitions.add_representative(party=party, person=somebody_of(party), by=UserFactory())


def test_an_account_of_the_organization_is_tie_enough():
    party = PartyFactory()
    user = UserFactory(organization=party.organization)
    row = transitions.add_representative(party=party, person=user.person, by=UserFactory())
    assert row.person == user.person


@pytest.mark.parametrize("tie", ["none", "former post", "closed account", "post elsewhere"])
def test_nobody_speaks_for_an_organization_that_is_not_theirs(tie):
    party, user = PartyFactory(), UserFactory()
    if tie == "former post":
        AppointmentFactory(
            organization=party.organization, person=user.person, ends_on=days_from_now(-1)
        )
    elif tie == "closed account":
        user.organization, user.is_active = party.organization, False
        user.save()
    elif tie == "post elsewhere":
        AppointmentFactory(person=user.person)
    with pytest.raises(ValidationError) as refusal:
        transitions.add_representative(party=party, person=user.person, by=user)
    assert list(refusal.value.error_dict) == ["person"]
    assert not party.representatives.exists()


def test_nobody_speaks_for_a_party_in_hindsight():
    party = PartyFactory()
    with pytest.raises(ValidationError) as refusal:
        transitions.add_representative(
            party=party, person=somebody_of(party), by=UserFactory(), starts_on=days_from_now(-1)
        )
    assert list(refusal.value.error_dict) == ["starts_on"]


def test_a_representative_whose_term_is_over_is_not_ended_again():
    row = RepresentativeFactory(ends_on=days_from_now(-1))
    with pytest.raises(Refused):
        transitions.end_representative(representative=row, by=UserFactory())
