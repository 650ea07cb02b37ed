"""Every form and button of a charter: outsiders find nothing, others are refused, one may."""

import pytest
from django.urls import reverse

from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    CycleFactory,
    PartyFactory,
    RepresentativeFactory,
    StakeholderFactory,
    member_of,
    representative_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    """One of everything."""
    collaboration = CollaborationFactory()
    party = PartyFactory(collaboration=collaboration)
    RepresentativeFactory(party=party)
    CycleFactory(collaboration=collaboration)
    CoordinatorFactory(collaboration=collaboration)
    StakeholderFactory(collaboration=collaboration)
    return collaboration


def itself(collaboration):
    return collaboration


def party_of(collaboration):
    return collaboration.parties.get()


FORMS = {
    "collaboration-edit": itself,
    "collaboration-rest": itself,
    "collaboration-close": itself,
    "party-create": itself,
    "coordinator-create": itself,
    "driver-create": itself,
    "cycle-create": itself,
    "party-edit": party_of,
    "party-pause": party_of,
    "party-end": party_of,
    "representative-create": party_of,
    "representative-end": lambda collaboration: party_of(collaboration).representatives.get(),
    "coordinator-end": lambda collaboration: collaboration.coordinators.get(),
    "driver-edit": lambda collaboration: collaboration.drivers.get(),
    "driver-remove": lambda collaboration: collaboration.drivers.get(),
    "cycle-edit": lambda collaboration: collaboration.cycles.get(),
    "stakeholder-create": itself,
    "stakeholder-edit": lambda collaboration: collaboration.stakeholders.get(),
    "stakeholder-remove": lambda collaboration: collaboration.stakeholders.get(),
}
BUTTONS = {
    "collaboration-move": (itself, "convene"),
    "party-move": (party_of, "invite"),
    "cycle-move": (lambda collaboration: collaboration.cycles.get(), "running"),
}


def the_coordinator_of(collaboration):
    return UserFactory(person=collaboration.coordinators.get().person, organization=None)


def those_who_only_look(collaboration):
    return (
        member_of(collaboration),
        representative_in(collaboration),
        UserFactory(admin=True),
        UserFactory(auditor=True),
    )


@pytest.mark.parametrize("name", FORMS)
def test_a_form_opens_for_the_coordinator_alone(client, sign_in, collaboration, name):
    address = reverse(f"agreements:{name}", args=[FORMS[name](collaboration).pk])
    sign_in(UserFactory())
    assert client.get(address).status_code == client.post(address).status_code == 404
    for user in those_who_only_look(collaboration):
        sign_in(user)
        assert client.get(address).status_code == client.post(address).status_code == 403
    sign_in(the_coordinator_of(collaboration))
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("name", BUTTONS)
def test_a_button_works_for_the_coordinator_alone(client, sign_in, collaboration, name):
    record, verb = BUTTONS[name]
    pk = record(collaboration).pk
    address = reverse(f"agreements:{name}", args=[pk, verb])
    sign_in(UserFactory())
    assert client.post(address).status_code == 404
    for user in those_who_only_look(collaboration):
        sign_in(user)
        assert client.post(address).status_code == 403
    sign_in(the_coordinator_of(collaboration))
    assert client.get(address).status_code == 405
    assert client.post(reverse(f"agreements:{name}", args=[pk, "nonsense"])).status_code == 404
    assert client.post(address).status_code == 302


def test_admins_and_coordinators_found_collaborations_others_do_not(client, sign_in, collaboration):
    address = reverse("agreements:collaboration-create")
    for user in (member_of(collaboration), UserFactory(auditor=True), UserFactory()):
        sign_in(user)
        assert client.get(address).status_code == client.post(address).status_code == 403
    for user in (UserFactory(admin=True), the_coordinator_of(collaboration)):
        sign_in(user)
        assert client.get(address).status_code == 200


def test_an_auditor_who_once_coordinated_founds_nothing(sign_in, collaboration):
    auditor = UserFactory(auditor=True, person=collaboration.coordinators.get().person)
    assert not auditor.has_perm("agreements.create_collaboration")
    assert not auditor.has_perm("agreements.edit_charter", collaboration)


def test_an_admin_appoints_a_coordinator_only_where_there_is_none(client, sign_in, collaboration):
    orphan = CollaborationFactory()
    sign_in(UserFactory(admin=True))
    address = reverse("agreements:coordinator-create", args=[orphan.pk])
    assert client.get(address).status_code == 200
    taken = reverse("agreements:coordinator-create", args=[collaboration.pk])
    assert client.get(taken).status_code == 403
