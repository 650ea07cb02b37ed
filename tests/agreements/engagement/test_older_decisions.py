"""Decisions of before, which had no day, get that of their meeting."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from agreements.models import Decision
from tests.factories.charter import days_ago
from tests.factories.deliberation import PutForwardFactory
from tests.factories.engagement import DecisionFactory

pytestmark = pytest.mark.django_db
migration = import_module("agreements.migrations.0027_days_of_decisions")


@pytest.fixture
def without_a_day():
    """The rows as they were when the step was written: the promise came with the next one."""

    def forget(*decisions):
        connection.check_constraints()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(
                "ALTER TABLE agreements_decision DROP CONSTRAINT decision_decided_has_a_day"
            )
        rows = Decision.objects.filter(pk__in=[decision.pk for decision in decisions])
        rows.update(decided_on=None)

    return forget


def test_what_was_taken_is_decided_on_the_day_of_its_meeting(without_a_day):
    states = ("decided", "in_effect", "amended", "revoked")
    taken = [DecisionFactory(state=state) for state in states]
    without_a_day(*taken)
    for _twice in range(2):
        migration.fill_days(apps, None)
    for decision in taken:
        decision.refresh_from_db()
        assert decision.decided_on == decision.meeting.held_on


def test_a_day_that_is_known_stays_and_what_is_open_has_none(without_a_day):
    known = DecisionFactory(decided_on=days_ago(2).function())
    day = known.decided_on
    open_ = PutForwardFactory()
    without_a_day(open_)
    migration.fill_days(apps, None)
    known.refresh_from_db()
    open_.refresh_from_db()
    assert (known.decided_on, open_.decided_on) == (day, None)
