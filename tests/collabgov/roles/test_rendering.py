"""What quick migrations made is what the models say, and nothing of them stays behind."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import CharField, ForeignKey, Index, IntegerField

from collabgov.roles.rendering import QUICK, quick_rendering

TABLES = [model for model in apps.get_models() if model._meta.managed and not model._meta.proxy]
COLUMNS = """
    SELECT attname, format_type(atttypid, atttypmod), NOT attnotnull FROM pg_attribute
    WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped
"""
NAMES = """
    SELECT conname FROM pg_constraint WHERE conrelid = %(table)s::regclass
    UNION SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = %(table)s::regclass
"""
ALIASES = {
    "varchar": "character varying",
    "time": "time without time zone",
}


def type_of(field):
    said = field.db_type(connection)
    name, paren, length = said.partition("(")
    return ALIASES.get(name, name) + paren + length.replace(" ", "")


@pytest.mark.django_db
@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.label)
def test_the_table_is_what_the_model_says(model):
    table = f'"{model._meta.db_table}"'
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS, [table])
        columns = {name: (kind, null) for name, kind, null in cursor.fetchall()}
        cursor.execute(NAMES, {"table": table})
        names = {row[0].strip('"') for row in cursor.fetchall()}
    said = {
        field.column: (type_of(field), field.null)
        for field in model._meta.local_concrete_fields
        if not field.generated
    }
    assert said.items() <= columns.items()
    ruled = [*model._meta.constraints, *model._meta.indexes]
    assert {each.name for each in ruled} <= names


def test_afterwards_the_library_is_as_it_was():
    before = [getattr(*place) for place in QUICK], MigrationExecutor._migrate_all_forwards
    with quick_rendering():
        assert MigrationExecutor._migrate_all_forwards is not before[1]
    assert ([getattr(*place) for place in QUICK], MigrationExecutor._migrate_all_forwards) == before


@pytest.fixture
def state(monkeypatch):
    """A state with two tables whose models are made, changed in the quick way from here on."""
    monkeypatch.setattr(ProjectState, "reload_model", ProjectState.reload_model)
    for (where, name), function in QUICK.items():
        monkeypatch.setattr(where, name, function)
    state = ProjectState()
    for name in ("agency", "promise"):
        key = IntegerField(primary_key=True)
        state.add_model(ModelState("works", name, [("id", key), ("title", CharField())]))
    assert state.apps.get_model("works", "promise")
    return state


def test_a_column_changes_one_model_and_points_at_the_other(state):
    agency = state.apps.get_model("works", "agency")
    link = ForeignKey("works.agency", on_delete=lambda: None)
    state.add_field("works", "promise", "agency", link, preserve_default=True)
    promise = state.apps.get_model("works", "promise")
    assert state.apps.get_model("works", "agency") is agency
    assert promise._meta.get_field("agency").remote_field.model is agency


def test_a_changed_column_leaves_the_model_before_as_it_was(state):
    before = state.clone()
    state.alter_field("works", "promise", "title", CharField(max_length=9), preserve_default=True)
    lengths = [
        each.apps.get_model("works", "promise")._meta.get_field("title").max_length
        for each in (before, state)
    ]
    assert lengths == [None, 9]


def test_a_key_that_others_point_at_makes_all_models_anew(state):
    agency = state.apps.get_model("works", "agency")
    wide = CharField(primary_key=True)
    state.alter_field("works", "promise", "id", wide, preserve_default=True)
    assert state.apps.get_model("works", "agency") is not agency


def test_an_index_is_added_and_taken_away_in_place(state):
    promise = state.apps.get_model("works", "promise")
    state.add_index("works", "promise", Index(fields=["title"], name="promise_title"))
    assert [each.name for each in promise._meta.indexes] == ["promise_title"]
    state.remove_index("works", "promise", "promise_title")
    assert promise._meta.indexes == []
    assert state.apps.get_model("works", "promise") is promise
