"""Tables and migrations agree, and each app's history is one line."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
@pytest.mark.parametrize("app", ["actors", "agreements"])
def test_history_is_one_line(app):
    loader = MigrationLoader(connection)
    assert len(loader.graph.leaf_nodes(app)) == 1
    assert len(loader.graph.root_nodes(app)) == 1


def test_migrations_are_named_by_hand():
    loader = MigrationLoader(None)
    own = [name for app, name in loader.disk_migrations if app in {"actors", "agreements"}]
    assert not [name for name in own if "_auto_" in name or name.endswith("_initial")]
