"""As what somebody did a thing: for the promiser, as coordinator, or for another party."""

from datetime import timedelta

from django.utils import timezone, translation

from actors.accounts.past import Homes
from agreements.action import transitions
from agreements.action.history import story_of
from tests.factories.action import ProgressUpdateFactory
from tests.factories.actors import OrganizationFactory, UserFactory
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


def move_to(organization, user):
    user.organization = organization
    user.save()


def test_whoever_moved_on_acted_for_the_organization_of_then(people):
    writer, before = people.member, people.member.organization
    commitment = people.promise()
    transitions.update_progress(commitment=commitment, by=writer, note="Separuh.")
    move_to(OrganizationFactory(name="Dinas Sosial"), writer)
    assert before.label in roles_of(commitment)
    assert "Dinas Sosial" not in roles_of(commitment)


def test_facts_name_the_organizations_of_then(people, client, sign_in):
    commitment = people.promise(reported=True, recorded_by=people.member)
    transitions.confirm(commitment=commitment, by=people.other)
    judge_home = people.other.organization
    later = OrganizationFactory(name="Dinas Baru")
    for user in (people.member, people.other):
        move_to(later, user)
    sign_in(people.admin)
    page = client.get(commitment.get_absolute_url())
    assert "Dinas Baru" not in page.content.decode()
    assert page.context["recorded_for"] == commitment.organization
    assert page.context["judged_for"] == judge_home


def test_what_was_written_before_the_trail_began_is_of_its_first_organization(people):
    homes, long_ago = Homes([people.member]), timezone.now() - timedelta(days=900)
    assert homes.at(people.member, long_ago) == people.member.organization
    stranger = UserFactory(organization=None)
    assert Homes([stranger]).at(stranger, timezone.now()) is None
