"""As what somebody did a thing: for the promiser, as coordinator, or for another party."""

from django.utils import translation

from agreements.action import transitions
from agreements.action.history import story_of
from tests.factories.action import ProgressUpdateFactory
from tests.factories.charter import CoordinatorFactory


def roles_of(commitment):
    with translation.override("en"):
        return [line.role for line in story_of(commitment)]


def coordinating(people, user):
    CoordinatorFactory(collaboration=people.collaboration, person=user.person)
    return user


def test_a_coordinator_who_speaks_for_another_party_answers_as_coordinator(people):
    both = coordinating(people, people.other)
    commitment = people.promise(proposed=True)
    transitions.accept(commitment=commitment, by=both)
    label = commitment.organization.label
    assert roles_of(commitment) == [f"coordinator, on behalf of {label}"]


def test_a_coordinator_who_speaks_for_another_party_confirms_as_coordinator(people):
    both = coordinating(people, people.other)
    commitment = people.promise(reported=True)
    transitions.confirm(commitment=commitment, by=both)
    assert roles_of(commitment) == ["coordinator"]


def test_who_only_speaks_for_another_party_confirms_for_it(people):
    commitment = people.promise(reported=True)
    transitions.confirm(commitment=commitment, by=people.other)
    assert roles_of(commitment) == [f"representative of {people.other.organization.label}"]


def test_a_coordinator_who_speaks_for_the_promiser_does_so(people):
    both = coordinating(people, people.representative)
    commitment = people.promise(proposed=True)
    transitions.accept(commitment=commitment, by=both)
    ProgressUpdateFactory(commitment=commitment, made_by=both)
    assert set(roles_of(commitment)) == {f"representative of {commitment.organization.label}"}
