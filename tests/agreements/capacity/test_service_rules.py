"""Who may do what with a joint service: each rule with somebody it lets and somebody it refuses."""

import pytest

from agreements.capacity.transitions import service_costs
from agreements.charter.states import CollaborationState
from agreements.models import Collaboration
from tests.agreements.capacity.service_scene import ahead
from tests.factories.actors import UserFactory

pytestmark = pytest.mark.django_db
EVERYBODY = ("giver", "served", "third", "coordinator", "worker")


def those_who_may(serving, rule, record):
    return {who for who in EVERYBODY if getattr(serving, who).has_perm(rule, record)}


@pytest.mark.parametrize(
    ("rule", "may"),
    [
        ("keep_service", {"giver", "served", "coordinator", "worker"}),
        ("run_service", {"giver", "coordinator", "worker"}),
        ("add_service_purpose", {"coordinator"}),
        ("publish_service_standard", {"giver", "coordinator"}),
        ("ask_for_service", set(EVERYBODY)),
        ("state_service_costs", {"giver", "served", "coordinator", "worker"}),
    ],
)
def test_a_service_is_kept_by_its_parties(serving, rule, may):
    assert those_who_may(serving, f"agreements.{rule}", serving.running()) == may


def test_a_purpose_is_kept_by_its_party(serving):
    service = serving.running()
    purpose = service.purposes.get(party=serving.party(serving.served))
    may = those_who_may(serving, "agreements.keep_service_purpose", purpose)
    assert may == {"served", "coordinator"}


def test_only_the_party_itself_stands_by_what_others_named_it_for(serving):
    giver = serving.plan(by=serving.coordinator).givers.get()
    assert those_who_may(serving, "agreements.stand_by_service", giver) == {"giver"}


def test_everybody_who_takes_part_plans_one(serving):
    may = those_who_may(serving, "agreements.plan_service", serving.collaboration)
    assert may == set(EVERYBODY)
    assert not UserFactory().has_perm("agreements.plan_service", serving.collaboration)


def test_requests_are_worked_on_by_who_gives_the_service(serving):
    asked = serving.ask(serving.ready())
    may = those_who_may(serving, "agreements.work_on_service_request", asked)
    assert may == {"giver", "coordinator", "worker"}


def test_figures_are_changed_by_the_party_and_confirmed_by_who_speaks_for_it(serving):
    cost = serving.state(serving.running(), by=serving.coordinator)
    may = those_who_may(serving, "agreements.state_service_costs", cost)
    assert may == {"giver", "coordinator", "worker"}
    assert those_who_may(serving, "agreements.confirm_service_costs", cost) == {"giver"}
    confirmed = service_costs.confirm_cost(cost=cost, by=serving.giver)
    assert those_who_may(serving, "agreements.state_service_costs", confirmed) == {"giver"}


def test_in_a_closed_collaboration_nobody_does_anything(serving):
    service = serving.running()
    rows = Collaboration.objects.filter(pk=serving.collaboration.pk)
    rows.update(state=CollaborationState.CLOSED, ends_on=ahead(0))
    service.collaboration.refresh_from_db()
    assert those_who_may(serving, "agreements.keep_service", service) == set()
    assert those_who_may(serving, "agreements.plan_service", service.collaboration) == set()


def test_an_auditor_does_nothing(serving):
    service = serving.running()
    auditor = UserFactory(auditor=True, organization=serving.giver.organization)
    assert not auditor.has_perm("agreements.keep_service", service)
    assert not auditor.has_perm("agreements.ask_for_service", service)
