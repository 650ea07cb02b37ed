"""An admin gives others rights in a collaboration, never themself."""

from datetime import timedelta

import pytest
from django.utils import timezone

from actors.accounts.transitions import link
from actors.models import User
from actors.people.transitions import move
from agreements.charter import transitions
from agreements.charter.rules import takes_part
from agreements.charter.states import PartyState
from collabgov.kit.errors import Refused
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    PartyFactory,
    RepresentativeFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
SENTENCE = "admin lain"
LAST_YEAR = {"starts_on": "2024-01-01", "ends_on": "2024-12-31"}


@pytest.fixture
def newcomer():
    """A first admin, whose account is of nobody yet."""
    return UserFactory(admin=True, person=None, organization=None)


@pytest.fixture
def admin():
    return UserFactory(admin=True)


def test_a_first_admin_does_not_become_a_coordinator(newcomer):
    row = CoordinatorFactory()
    with pytest.raises(Refused, match=SENTENCE):
        link(user=newcomer, person=row.person, organization=None, by=newcomer)
    assert not takes_part(User.objects.get(pk=newcomer.pk), row.collaboration)


def test_nor_a_representative_nor_a_member(newcomer):
    for person, organization in (
        (RepresentativeFactory().person, None),
        (PersonFactory(), PartyFactory(state=PartyState.PROSPECT).organization),
    ):
        with pytest.raises(Refused, match=SENTENCE):
            link(user=newcomer, person=person, organization=organization, by=newcomer)


def test_a_first_admin_may_be_whom_nothing_names_any_more(newcomer):
    former = CoordinatorFactory(**LAST_YEAR).person
    left = PartyFactory(state=PartyState.LEFT, **LAST_YEAR).organization
    linked = link(user=newcomer, person=former, organization=left, by=newcomer)
    assert (linked.person, linked.organization) == (former, left)


def test_another_admin_links_them(newcomer, admin):
    row, party = CoordinatorFactory(), PartyFactory()
    link(user=newcomer, person=row.person, organization=party.organization, by=admin)
    assert takes_part(User.objects.get(pk=newcomer.pk), row.collaboration)


def move_to(organization, user, by):
    post = AppointmentFactory(person=user.person, organization=user.organization)
    return move(
        appointment=post,
        by=by,
        version=post.version,
        organization=organization,
        post="Sekretaris",
        starts_on=timezone.localdate(),
    )


def test_nobody_moves_their_own_account_into_a_party(admin):
    party = PartyFactory()
    with pytest.raises(Refused, match=SENTENCE):
        move_to(party.organization, admin, by=admin)
    assert not takes_part(User.objects.get(pk=admin.pk), party.collaboration)


def test_another_admin_moves_them_and_elsewhere_they_move_themself(admin):
    elsewhere, party = OrganizationFactory(), PartyFactory()
    move_to(elsewhere, admin, by=admin)
    admin.refresh_from_db()
    assert admin.organization == elsewhere
    move_to(party.organization, admin, by=UserFactory(admin=True))
    assert takes_part(User.objects.get(pk=admin.pk), party.collaboration)


def test_an_admin_appoints_another_where_nobody_coordinates(admin):
    orphan = CollaborationFactory()
    with pytest.raises(Refused, match=SENTENCE):
        transitions.add_coordinator(collaboration=orphan, person=admin.person, by=admin)
    assert not takes_part(admin, orphan)
    transitions.add_coordinator(collaboration=orphan, person=PersonFactory(), by=admin)


def test_a_coordinator_may_prolong_their_own_term():
    where = CollaborationFactory()
    user = coordinator_of(where)
    where.coordinators.update(ends_on=timezone.localdate())
    row = transitions.add_coordinator(
        collaboration=where,
        person=user.person,
        by=user,
        starts_on=timezone.localdate() + timedelta(days=1),
    )
    assert row.person == user.person
