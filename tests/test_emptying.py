"""After a test that committed rows every table is empty and every rule stands again."""

import pytest
from django.core.management import call_command
from django.db import connection

from actors.models import User
from tests.emptying import filled
from tests.factories.action import CommitmentFactory

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
