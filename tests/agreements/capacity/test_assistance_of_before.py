"""Costs that were entered before budget lines had an owner."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from agreements.capacity.assistance_kinds import AssistanceState
from agreements.models import AssistanceRequest
from tests.factories.actors import UserFactory
from tests.factories.assistance import AssistanceCostFactory

pytestmark = pytest.mark.django_db
HELD = "0068_lines_held_by_agreeing"
WHOSE = "0052_whose_budget_line_it_is"


@pytest.fixture
def as_before():
    """A line may be nobody's, as it was."""
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE agreements_assistancecost"
            " DROP CONSTRAINT assistance_budget_line_is_somebodys"
        )


def test_a_line_of_before_is_of_the_requester_unless_only_the_giver_pays(as_before):
    both = AssistanceCostFactory(line_owner=None)
    given = AssistanceCostFactory(line_owner=None, requester_share=0, giver_share=3_000_000)
    without = AssistanceCostFactory(budget_line="")
    import_module(f"agreements.migrations.{WHOSE}").say_whose(apps, None)
    for cost, owner in (
        (both, both.request.from_party.organization),
        (given, given.request.to_party.organization),
        (without, None),
    ):
        cost.refresh_from_db()
        assert cost.line_owner == owner


def test_costs_of_help_that_did_not_come_are_dropped():
    cost, other = AssistanceCostFactory(), AssistanceCostFactory()
    AssistanceRequest.objects.filter(pk=cost.request_id).update(state=AssistanceState.WITHDRAWN)
    import_module(f"agreements.migrations.{WHOSE}").say_whose(apps, None)
    connection.check_constraints()
    cost.refresh_from_db()
    other.refresh_from_db()
    assert (cost.is_dropped, other.is_dropped) == (True, False)


def test_a_line_is_held_from_the_day_on_which_its_owner_agreed():
    agreed = {"requester_agreed_on": timezone.localdate(), "requester_agreed_by": UserFactory()}
    held, loose = AssistanceCostFactory(**agreed), AssistanceCostFactory()
    asked = AssistanceCostFactory()
    theirs = AssistanceCostFactory(line_owner=asked.request.to_party.organization, **agreed)
    without = AssistanceCostFactory(budget_line="", **agreed)
    import_module(f"agreements.migrations.{HELD}").hold_lines(apps, None)
    for cost in (held, loose, theirs, without):
        cost.refresh_from_db()
        assert cost.holds_line is (cost == held)
