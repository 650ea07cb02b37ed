"""No column that names a mergeable record is forgotten, in no app, now or later."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from actors.duplicates import registry
from actors.duplicates.references import Reference, references_to
from actors.models import Organization, Person
from agreements.models import Party


def joined_models():
    """Organization, Person, and every table whose rows a rule joins: their columns count too."""
    found, waiting = [], [Organization, Person]
    while waiting:
        model = waiting.pop()
        found.append(model)
        for reference in references_to(model):
            rule = registry.RULES.get(reference.key)
            is_new = reference.model not in (*found, *waiting)
            if isinstance(rule, registry.Join) and is_new:
                waiting.append(reference.model)
    return found


REFERENCES = [each for model in joined_models() for each in references_to(model)]


def test_the_walk_reaches_what_hangs_on_joined_rows():
    keys = {reference.key for reference in REFERENCES}
    assert {"agreements.party.organization", "agreements.representative.party"} <= keys
    assert {"agreements.meeting.facilitator", "actors.user.person"} <= keys


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda reference: reference.key)
def test_every_column_is_moved_plainly_or_by_a_rule(reference):
    assert registry.rule_for(reference)


NAMING = [each for model in (Organization, Person) for each in references_to(model)]


@pytest.mark.django_db
@pytest.mark.parametrize("reference", NAMING, ids=lambda reference: reference.key)
def test_the_database_sends_every_column_on_to_the_kept_record(reference):
    table, column = reference.model._meta.db_table, reference.field.column
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgargs FROM pg_trigger"
            " WHERE tgrelid = %s::regclass AND tgname LIKE 'follow_merge_%%' AND tgenabled = 'O'",
            [table],
        )
        found = dict(cursor.fetchall())
    to = reference.field.related_model._meta.db_table
    for name in (f"follow_merge_{column}", f"follow_merge_{column}_new"):
        assert bytes(found.get(name, b"")) == f"{column}\0{to}\0".encode(), (
            "Add it: migrations/*_merges_are_followed."
        )


@pytest.mark.parametrize(
    "key",
    [
        "agreements.party.organization",  # a range rule
        "agreements.attendance.person",  # a unique rule
        "actors.user.person",  # a unique column
        "actors.organization.parent",  # a check
        "actors.invitation.person",  # a unique rule with a condition
        "agreements.stakeholder.organization",  # a unique rule of expressions
    ],
)
def test_a_bound_column_without_a_rule_stops_everything(key, monkeypatch):
    reference = next(each for each in REFERENCES if each.key == key)
    monkeypatch.delitem(registry.RULES, key)
    with pytest.raises(ImproperlyConfigured, match=key):
        registry.rule_for(reference)


def test_every_registered_rule_is_about_a_column_that_exists():
    assert set(registry.RULES) <= {reference.key for reference in REFERENCES}


def test_a_column_without_promises_needs_no_rule():
    field = Party._meta.get_field("organization")
    assert Reference(Party, field).is_bound
    facilitator = next(each for each in REFERENCES if each.key == "agreements.meeting.facilitator")
    assert not facilitator.is_bound
    assert isinstance(registry.rule_for(facilitator), registry.Plain)
