"""The commands about one person where the site may not touch the audit trail: two roles."""

import io

import pytest
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.utils import load_backend

from actors.models import AccessEvent, AuditSeal, Person
from collabgov.kit.audit import events_of, of_command
from collabgov.roles.guard import grant, pin
from collabgov.roles.owner import OwnerNeeded
from tests.collabgov.roles.conftest import reach_site
from tests.factories.actors import PersonFactory

NAME = "Kenarikuning"


@pytest.fixture
def two_roles(transactional_db, settings):
    """Django asks as the site's role; what must be asked as the owner says so itself."""
    own = connections[DEFAULT_DB_ALIAS]
    reached = reach_site()
    pin()
    grant(reached["user"])
    entry = own.settings_dict | {name.upper(): value for name, value in reached.items()}
    entry["OPTIONS"] = {}
    settings.DATABASE_OWNER = dict(own.settings_dict)
    site = load_backend("django.db.backends.postgresql").DatabaseWrapper(entry)
    site.alias = DEFAULT_DB_ALIAS
    connections[DEFAULT_DB_ALIAS] = site
    yield reached["user"]
    connections[DEFAULT_DB_ALIAS] = own
    site.close()


def manage(*words):
    """A command as `manage.py` runs it: the system is behind what it changes."""
    out = io.StringIO()
    with of_command(["manage.py", *words]):
        call_command(*words, stdout=out)
    return out.getvalue()


def test_the_site_itself_is_kept_out(two_roles):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, has_table_privilege('actors_personevent', 'UPDATE')")
        assert cursor.fetchone() == (two_roles, False)


def test_somebody_is_exported_and_erased_and_the_trail_verifies(two_roles):
    person = PersonFactory(full_name=NAME, phone="0812-9999-8888", consent_note="Rapat")
    manage("seal_audit", "--today")
    head = AuditSeal.objects.last().digest
    assert NAME in manage("subject_export", str(person.pk))
    assert "Would change" in manage("subject_erase", str(person.pk), "--dry-run")
    assert {event.full_name for event in events_of(person)} == {NAME}
    assert "Erased" in manage("subject_erase", str(person.pk))
    person.refresh_from_db()
    assert person.full_name == f"Removed person {person.pk}"
    assert {event.full_name for event in events_of(person)} == {person.full_name}
    assert "as it was sealed" in manage("verify_audit", "--head", head)
    kinds = list(AccessEvent.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["subject_exported", "erased"]
    manage("seal_audit", "--today")
    assert "as it was sealed" in manage("verify_audit", "--head", head)


@pytest.mark.parametrize("command", ["seal_audit --today", "subject_erase {person}", "migrate"])
def test_without_the_owners_address_a_command_says_what_it_needs(command, two_roles, settings):
    person = PersonFactory(full_name=NAME)
    settings.DATABASE_OWNER = None
    with pytest.raises(OwnerNeeded, match="DATABASE_OWNER_URL"):
        manage(*command.format(person=person.pk).split())
    assert Person.objects.get(pk=person.pk).full_name == NAME
    assert not AuditSeal.objects.exists()


def test_who_changed_it_was_the_command(two_roles):
    person = PersonFactory(full_name=NAME)
    manage("subject_erase", str(person.pk))
    assert events_of(person).last().pgh_context["command"] == "subject_erase"
