"""A search reads each set of keys once, also where PostgreSQL takes a full table for empty."""

import json

import pytest
from django.db import connection, transaction

from actors.models import Appointment, Organization, Person
from actors.search.ranking import holds, resembles, tolerate_typos
from actors.search.words import terms_of
from tests.factories.actors import AppointmentFactory

pytestmark = pytest.mark.django_db
TABLES = (Appointment, Person, Organization)
READINGS = 3  # of one and the same set of rows


@pytest.fixture
def taken_for_empty():
    """An import was undone, its pages were counted as empty, and the next one has just come."""
    with transaction.atomic():
        AppointmentFactory.create_batch(40)
        transaction.set_rollback(True)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(model._meta.db_table for model in TABLES)}")
    AppointmentFactory.create_batch(60)


def nodes(plan):
    yield plan
    for below in plan.get("Plans", ()):
        yield from nodes(below)


@pytest.mark.parametrize("how", [holds, resembles])
@pytest.mark.parametrize("model", [Organization, Person])
def test_no_part_of_a_search_is_read_row_by_row(taken_for_empty, model, how):
    tolerate_typos()
    found = model.objects.asked(terms_of("dinas kesehatan kabupaten"), how).order_by()
    [told] = json.loads(found.explain(format="json", analyze=True))
    again = [node for node in nodes(told["Plan"]) if node["Actual Loops"] > READINGS]
    assert [(node["Node Type"], node.get("Alias"), node["Actual Loops"]) for node in again] == []
