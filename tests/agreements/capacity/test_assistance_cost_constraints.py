"""What the database refuses of the costs of help, whoever asks."""

from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.utils import timezone

from agreements.capacity.assistance_kinds import AssistanceState
from agreements.models import AssistanceCost, AssistanceRequest
from tests.constraints import assert_refused
from tests.factories.actors import UserFactory
from tests.factories.assistance import (
    AssistanceCostFactory,
    AssistanceRequestFactory,
    AssistanceResponseFactory,
)
from tests.factories.charter import PartyFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
S = AssistanceState
F4 = Decimal(4_000_000)


def test_a_budget_line_of_an_organization_pays_an_item_once_in_whatever_collaboration():
    agreed = {"requester_agreed_on": TODAY, "requester_agreed_by": UserFactory()}
    held = {"holds_line": True, **agreed}
    cost = AssistanceCostFactory(item="Bahan bakar", budget_line="5.1.02.A", **held)
    party = PartyFactory(organization=cost.line_owner)
    facts = {"collaboration": party.collaboration, "from_party": party}
    other = AssistanceResponseFactory(request=AssistanceRequestFactory(**facts)).request
    twice = {"request": other, "item": "bahan BAKAR", "budget_line": "5.1.02.a"}
    AssistanceCostFactory(**twice, line_owner=other.to_party.organization)
    AssistanceCostFactory(**twice)
    name = "assistance_budget_line_pays_an_item_once"
    assert_refused(name, lambda: AssistanceCostFactory(**twice, **held))
    spaced = {"item": " Bahan\tbakar", "budget_line": "5.1. 02.A "}
    assert_refused(name, lambda: AssistanceCostFactory(**{**twice, **spaced}, **held))
    AssistanceCostFactory(**{**twice, "budget_line": ""})
    AssistanceCostFactory(**{**twice, "budget_line": ""})


def test_a_budget_line_is_somebodys():
    name = "assistance_budget_line_is_somebodys"
    assert_refused(name, lambda: AssistanceCostFactory(line_owner=None))
    owner = PartyFactory().organization
    assert_refused(name, lambda: AssistanceCostFactory(budget_line="", line_owner=owner))


def test_costs_are_dropped_with_the_help_and_only_then():
    cost = AssistanceCostFactory()
    connection.check_constraints()
    name = "assistance_costs_go_with_the_help"
    rows = AssistanceCost.objects.filter(pk=cost.pk)
    assert_refused(name, lambda: rows.update(is_dropped=True))
    requests = AssistanceRequest.objects.filter(pk=cost.request_id)
    assert_refused(name, lambda: requests.update(state=S.WITHDRAWN))
    refused = AssistanceResponseFactory(refused=True).request
    assert_refused(name, lambda: AssistanceCostFactory(request=refused))
    AssistanceCostFactory(request=refused, is_dropped=True)
    connection.check_constraints()


def test_nobody_agrees_for_both_sides():
    user = UserFactory()
    said = {
        f"{side}_agreed_{what}": value
        for side in ("requester", "giver")
        for what, value in (("on", TODAY), ("by", user))
    }
    assert_refused("assistance_cost_agreed_by_two_people", lambda: AssistanceCostFactory(**said))


def test_a_changed_cost_is_agreed_anew():
    cost = AssistanceCostFactory(requester_agreed_on=TODAY, requester_agreed_by=UserFactory())
    rows = AssistanceCost.objects.filter(pk=cost.pk)
    change = lambda: rows.update(amount=F4, requester_share=F4 - 1, giver_share=1)  # noqa: E731
    assert_refused("assistance_cost_changed_is_agreed_anew", change)
    rows.update(requester_agreed_on=None, requester_agreed_by=None, item="Lain")


def test_what_costs_both_agreed_on_is_not_withdrawn():
    cost = agreed_by_both()
    rows = AssistanceRequest.objects.filter(pk=cost.request_id)
    name = "assistance_withdrawn_owes_nothing"
    assert_refused(name, lambda: rows.update(state=S.WITHDRAWN))
    assert_refused(name, lambda: rows.update(state=S.REFUSED))


def test_costs_of_help_that_the_giver_says_it_gave_stand():
    cost = AssistanceCostFactory()
    ended = {"state": S.UNFULFILLED, "ended_on": TODAY, "result": "Tidak datang."}
    with transaction.atomic():
        AssistanceRequest.objects.filter(pk=cost.request_id).update(**ended)
        AssistanceCost.objects.update(is_dropped=True)
        connection.check_constraints()
    said = {"giver_says": "Datang.", "given_on": TODAY}
    rows = AssistanceRequest.objects.filter(pk=cost.request_id)
    assert_refused("assistance_costs_go_with_the_help", lambda: rows.update(**said))


def agreed_by_both(**more):
    said = {f"{side}_agreed_on": TODAY for side in ("requester", "giver")}
    people = {f"{side}_agreed_by": UserFactory() for side in ("requester", "giver")}
    return AssistanceCostFactory(**said, **people, **more)


def test_what_both_agreed_on_stands():
    name, cost = "assistance_cost_agreed_stands", agreed_by_both()
    rows = AssistanceCost.objects.filter(pk=cost.pk)
    nobody = {
        f"{side}_agreed_{what}": None for side in ("requester", "giver") for what in ("on", "by")
    }
    assert_refused(name, lambda: rows.update(**nobody))
    assert_refused(name, lambda: rows.update(**nobody, item="Lain"))
    assert_refused(name, cost.delete)
    opening = {"opening_side": "giver", "opening_on": TODAY, "opening_by": UserFactory()}
    rows.update(**opening)
    assert_refused(name, cost.delete)
    assert_refused(name, lambda: rows.update(item="Lain"))
    rows.update(opening_side="", opening_on=None, opening_by=None, **nobody)
    rows.update(item="Lain")
    name = "assistance_cost_opening_is_of_what_is_agreed"
    assert_refused(name, lambda: rows.update(**opening))
    assert_refused(name, lambda: agreed_by_both(**{**opening, "opening_side": "x"}))
    assert_refused(name, lambda: agreed_by_both(**{**opening, "opening_by": None}))


def test_a_line_is_held_by_agreeing_only():
    name = "assistance_cost_line_is_held_by_agreeing"
    assert_refused(name, lambda: AssistanceCostFactory(holds_line=True))
    assert_refused(name, lambda: agreed_by_both(budget_line="", holds_line=True))
