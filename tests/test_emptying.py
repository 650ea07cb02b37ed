"""After a test that committed rows every table is empty and every rule stands again."""

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from actors.models import User
from tests.emptying import clear_dead_rows, filled
from tests.factories.action import CommitmentFactory
from tests.factories.actors import OrganizationFactory

SWITCHED_OFF = "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'O'"


@pytest.mark.django_db(transaction=True)
def test_nothing_is_left_and_no_trigger_stays_off():
    CommitmentFactory()
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    assert {"agreements_commitment", "agreements_commitmentevent"} <= set(filled(tables))
    call_command("flush", interactive=False, reset_sequences=False, inhibit_post_migrate=True)
    assert not filled(tables)
    assert not User.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute(SWITCHED_OFF)
        assert cursor.fetchone() == (0,)


def pages_of_organizations():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_relation_size('actors_organization') / 8192")
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_rows_that_were_taken_back_leave_no_pages():
    clear_dead_rows(pages=0)
    before = pages_of_organizations()
    with transaction.atomic():
        OrganizationFactory.create_batch(60)
        transaction.set_rollback(True)
    assert pages_of_organizations() > before + 1
    clear_dead_rows(pages=pages_of_organizations())
    assert pages_of_organizations() > before + 1
    clear_dead_rows(pages=1)
    assert pages_of_organizations() == before
