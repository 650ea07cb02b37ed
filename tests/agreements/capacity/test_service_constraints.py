"""What the database refuses of joint services, whoever asks."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from agreements.capacity.service_kinds import RequestState, ServiceState
from agreements.models import JointService, ServiceRequest, ServiceStandard
from tests.constraints import assert_refused
from tests.factories.charter import PartyFactory
from tests.factories.documents import DocumentFactory
from tests.factories.services import (
    JointServiceChangeFactory,
    JointServiceCostFactory,
    JointServiceFactory,
    ServiceGiverFactory,
    ServicePurposeFactory,
    ServiceRequestChangeFactory,
    ServiceRequestFactory,
    ServiceStandardFactory,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("service_has_a_name", {"name": ""}),
        ("service_state_is_known", {"state": "lost"}),
        ("service_running_since_a_day", {"starts_on": None}),
        ("service_ended_on_a_day", {"state": ServiceState.ENDED}),
        ("service_ended_on_a_day", {"ended_on": TODAY()}),
    ],
)
def test_a_service_cannot_be_stored_like_this(constraint, fields):
    assert_refused(constraint, lambda: JointServiceFactory(**fields))


def test_a_service_does_not_end_before_it_was_held():
    early = {"starts_on": TODAY(), "ended_on": TODAY() - timedelta(days=1)}
    assert_refused(
        "service_ends_after_it_starts",
        lambda: JointServiceFactory(state=ServiceState.ENDED, **early),
    )


def test_what_has_ended_does_not_run_again():
    service = JointServiceFactory(ended=True)
    again = {"state": ServiceState.RUNNING, "ended_on": None}
    rows = JointService.objects.filter(pk=service.pk)
    assert_refused("service_moves_only", lambda: rows.update(**again))


def test_a_service_serves_purposes_of_two_parties():
    one = PartyFactory()
    assert_refused(
        "service_serves_two_parties",
        lambda: JointServiceFactory(collaboration=one.collaboration, parties=[one]),
    )
    service = JointServiceFactory()
    assert_refused("service_serves_two_parties", lambda: service.purposes.first().delete())


def test_a_service_has_a_giver():
    assert_refused("service_has_a_giver", lambda: JointServiceFactory(parties=False))
    service = JointServiceFactory()
    assert_refused("service_has_a_giver", lambda: service.givers.first().delete())


def test_a_party_has_one_purpose_in_a_service_and_gives_it_once():
    service = JointServiceFactory()
    mine = {"service": service, "party": service.purposes.first().party}
    assert_refused("service_purpose_once", lambda: ServicePurposeFactory(**mine))
    assert_refused("service_giver_once", lambda: ServiceGiverFactory(**mine))


@pytest.mark.parametrize("fields", [{"purpose": ""}, {"target_group": ""}])
def test_a_purpose_says_what_for_and_for_whom(fields):
    service = JointServiceFactory()
    assert_refused(
        "service_purpose_says_what_for_whom",
        lambda: ServicePurposeFactory(service=service, **fields),
    )


def test_all_of_a_service_belongs_to_one_collaboration():
    service, stranger = JointServiceFactory(), PartyFactory()
    assert_refused(
        "service_purpose_of_one_collaboration",
        lambda: ServicePurposeFactory(service=service, party=stranger),
    )
    assert_refused(
        "service_giver_of_one_collaboration",
        lambda: ServiceGiverFactory(service=service, party=stranger),
    )
    assert_refused(
        "service_cost_of_one_collaboration",
        lambda: JointServiceCostFactory(service=service, party=stranger),
    )
    assert_refused(
        "service_cost_of_one_collaboration",
        lambda: JointServiceCostFactory(service=service, document=DocumentFactory()),
    )


def test_a_line_of_the_history_says_what_happened():
    assert_refused("service_change_event_is_known", lambda: JointServiceChangeFactory(event="x"))


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("standard_says_how", {"requirements": ""}),
        ("standard_says_how", {"steps": ""}),
        ("standard_says_how", {"office": ""}),
        ("standard_says_how", {"complaints": ""}),
        ("standard_is_free_or_has_a_fee", {"fee": Decimal(1000)}),
        ("standard_is_free_or_has_a_fee", {"is_free": False}),
        ("standard_is_free_or_has_a_fee", {"is_free": False, "fee": Decimal(0)}),
        ("standard_takes_time", {"duration": 0}),
        ("standard_unit_is_known", {"unit": "weeks"}),
        ("standard_published_by_somebody", {"published_from": TODAY()}),
        ("standard_checked_against_a_rule", {"is_law_verified": True}),
    ],
)
def test_a_standard_cannot_be_stored_like_this(constraint, fields):
    assert_refused(constraint, lambda: ServiceStandardFactory(**fields))


def test_versions_of_a_standard_follow_each_other():
    first = ServiceStandardFactory(published=True)
    beside = {"service": first.service}
    assert_refused(
        "standard_number_once",
        lambda: ServiceStandardFactory(number=first.number, **beside),
    )
    assert_refused(
        "standard_one_from_a_day", lambda: ServiceStandardFactory(published=True, **beside)
    )
    ServiceStandardFactory(**beside)
    assert_refused("standard_one_draft", lambda: ServiceStandardFactory(**beside))


def test_a_published_standard_is_frozen():
    standard = ServiceStandardFactory(published=True)
    rows = ServiceStandard.objects.filter(pk=standard.pk)
    assert_refused("standard_frozen_once_published", lambda: rows.update(duration=1))
    assert_refused("standard_frozen_once_published", lambda: rows.update(published_from=TODAY()))
    assert_refused("standard_frozen_once_published", rows.delete)


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("service_request_has_one_requester", {"organization": None}),
        ("service_request_has_one_requester", {"reference": "LT-1"}),
        ("service_request_says_what", {"what": ""}),
        ("service_request_due_after_asked", {"due_on": TODAY() - timedelta(days=9)}),
        ("service_request_state_is_known", {"state": "lost"}),
        ("service_request_closed_on_a_day", {"state": RequestState.DONE}),
        ("service_request_closed_on_a_day", {"closed_on": TODAY()}),
    ],
)
def test_a_request_cannot_be_stored_like_this(constraint, fields):
    assert_refused(constraint, lambda: ServiceRequestFactory(**fields))


@pytest.mark.parametrize(
    "reference",
    ["Budi", "Ibu Siti 3", "7601234567890001", "081234567890", "a@b.id 1", "LT 12", "-1"],
)
def test_a_reference_names_nobody(reference):
    assert_refused(
        "service_request_reference_names_nobody",
        lambda: ServiceRequestFactory(organization=None, reference=reference),
    )


@pytest.mark.parametrize("reference", ["LT-2026/0012", "A1", "12", "001/LT/XI/2026"])
def test_a_slip_number_is_a_reference(reference):
    assert ServiceRequestFactory(organization=None, reference=reference).pk


def test_a_number_is_given_once():
    first = ServiceRequestFactory()
    same = {"service": first.service, "standard": first.standard, "number": first.number}
    assert_refused("service_request_number_once", lambda: ServiceRequestFactory(**same))


def test_a_request_is_measured_by_a_standard_of_its_service_that_held_then():
    name = "service_request_by_a_published_standard"
    other = ServiceStandardFactory(published=True)
    assert_refused(name, lambda: ServiceRequestFactory(standard=other))
    draft = ServiceStandardFactory()
    own = {"service": draft.service, "standard": draft}
    assert_refused(name, lambda: ServiceRequestFactory(**own))


def test_what_is_done_may_be_in_work_again_and_is_never_new():
    done = ServiceRequestFactory(done=True)
    back = {"state": RequestState.RECEIVED, "closed_on": None}
    rows = ServiceRequest.objects.filter(pk=done.pk)
    assert_refused("service_request_moves_only", lambda: rows.update(**back))
    assert rows.update(state=RequestState.IN_WORK, closed_on=None)


def test_a_step_says_something():
    same = {"from_state": RequestState.RECEIVED, "to_state": RequestState.RECEIVED}
    assert_refused(
        "service_request_step_says_something", lambda: ServiceRequestChangeFactory(**same)
    )


def test_what_is_opened_again_says_why():
    again = {"from_state": RequestState.DONE, "to_state": RequestState.IN_WORK}
    assert_refused(
        "service_request_reopened_for_a_reason", lambda: ServiceRequestChangeFactory(**again)
    )
    assert ServiceRequestChangeFactory(note="Keliru.", **again).pk


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("service_cost_basis_is_known", {"basis": "guess"}),
        ("service_cost_states_a_figure", {"together": None, "alone": None}),
        ("service_cost_not_below_zero", {"together": Decimal(-1)}),
        ("service_cost_not_below_zero", {"alone": Decimal(-1)}),
        ("service_cost_says_its_source", {"explanation": ""}),
        ("service_cost_confirmed_by_somebody", {"confirmed_on": TODAY()}),
    ],
)
def test_costs_cannot_be_stored_like_this(constraint, fields):
    assert_refused(constraint, lambda: JointServiceCostFactory(**fields))


def test_costs_of_an_occasion_are_stated_once_on_each_basis():
    first = JointServiceCostFactory()
    same = {"service": first.service, "party": first.party, "held_on": first.held_on}
    assert_refused("service_cost_once", lambda: JointServiceCostFactory(**same))
