"""As the site's own role nothing gets at the audit trail, and every write still leaves an event."""

from contextlib import suppress

import psycopg
import pytest
from django.db import ProgrammingError, connection, transaction

from actors.models import Region
from collabgov.kit.audit import event_model, event_models, events_of
from collabgov.roles.weak import weaknesses
from tests.factories.actors import AccessEventFactory, RegionFactory

EVENTS = event_model(Region)._meta.db_table
UNPIN = (
    "CREATE OR REPLACE FUNCTION _pgtrigger_should_ignore(trigger_name name)"
    " RETURNS boolean LANGUAGE sql AS 'SELECT true'"
)
ATTACKS = {
    "change an event": f"UPDATE {EVENTS} SET name = 'forged'",
    "remove an event": f"DELETE FROM {EVENTS}",
    "empty the events": f"TRUNCATE {EVENTS}",
    "forge an event": f"INSERT INTO {EVENTS} SELECT * FROM {EVENTS}",
    "add a column": f"ALTER TABLE {EVENTS} ADD COLUMN forged int",
    "rename the table": f"ALTER TABLE {EVENTS} RENAME TO elsewhere",
    "drop the table": f"DROP TABLE {EVENTS} CASCADE",
    "trigger of one's own": f"CREATE TRIGGER t BEFORE INSERT ON {EVENTS} FOR EACH ROW EXECUTE"
    " FUNCTION suppress_redundant_updates_trigger()",
    "a rule instead": f"CREATE RULE r AS ON INSERT TO {EVENTS} DO INSTEAD NOTHING",
    "switch all triggers off": "ALTER TABLE actors_region DISABLE TRIGGER ALL",
    "switch triggers off for the session": "SET session_replication_role = replica",
    "another pin": UNPIN,
    "drop the pin": "DROP FUNCTION _pgtrigger_should_ignore(name) CASCADE",
    "a table of one's own": "CREATE TABLE public.mine (id int)",
    "be the owner": f"SET ROLE {{owner}} -- {EVENTS}",
    "take the table": f"ALTER TABLE {EVENTS} OWNER TO CURRENT_USER",
    "lock everybody out": f"LOCK TABLE {EVENTS} IN ACCESS EXCLUSIVE MODE",
    "change the log": "UPDATE actors_accessevent SET kind = 'forged'",
    "remove from the log": "DELETE FROM actors_accessevent",
    "empty the log": "TRUNCATE actors_accessevent",
    "choose a line's number": "INSERT INTO actors_accessevent (id, kind) VALUES (1, 'forged')",
    "unapply a migration": "DELETE FROM django_migrations",
    "remove whoever did it": "DELETE FROM actors_user",
}


def names(site):
    owner = "SELECT tableowner FROM pg_tables WHERE tablename = 'actors_region'"
    return {"owner": site.execute(owner).fetchone()[0], "site": site.info.user}


def functions(site):
    found = site.execute(
        "SELECT p.proname, c.relname, t.tgname FROM pg_trigger t JOIN pg_proc p ON p.oid = tgfoid"
        " JOIN pg_class c ON c.oid = tgrelid WHERE c.relname = 'actors_region'"
        " AND tgname LIKE 'pgtrigger_%'"
    )
    return found.fetchall()


def test_nothing_that_the_site_can_say_gets_at_the_trail(site):
    region = RegionFactory(name="Majene")
    AccessEventFactory()
    worked = []
    attacks = dict(ATTACKS)
    for function, table, trigger in functions(site):
        attacks[f"switch {trigger} off"] = f"ALTER TABLE {table} DISABLE TRIGGER {trigger}"
        attacks[f"drop {trigger}"] = f"DROP TRIGGER {trigger} ON {table}"
        attacks[f"drop {function}"] = f"DROP FUNCTION {function}() CASCADE"
        attacks[f"unmask {function}"] = f"ALTER FUNCTION {function}() SECURITY INVOKER"
    site.execute(f"GRANT ALL ON {EVENTS} TO {site.info.user}")  # a warning, and no right
    for attack, statement in attacks.items():
        try:
            with site.transaction():
                site.execute(statement.format(**names(site)))
        except psycopg.errors.InsufficientPrivilege:
            continue
        worked.append(attack)
    assert worked == []
    assert weaknesses(site.info.user) == []
    assert len(attacks) == len(ATTACKS) + 9
    site.execute("UPDATE actors_region SET name = 'Mamuju'")
    assert [event.name for event in events_of(region)] == ["Majene", "Mamuju"]


def test_the_library_s_own_switch_is_dead(site):
    region = RegionFactory()
    ignored = ",".join(trigger for _, _, trigger in functions(site))
    site.execute("SELECT set_config('pgtrigger.ignore', %s, false)", [f"{{{ignored}}}"])
    site.execute("UPDATE actors_region SET name = 'Mamuju'")
    site.execute("DELETE FROM actors_region")
    assert [event.pgh_label for event in events_of(region)] == ["insert", "update", "delete"]


def test_a_trigger_s_function_forges_nothing_from_a_table_of_one_s_own(site):
    site.execute("CREATE TEMP TABLE mine (LIKE actors_region)")
    for function, _, _ in functions(site):
        statement = (
            f"CREATE TRIGGER t AFTER INSERT ON mine FOR EACH ROW EXECUTE FUNCTION {function}()"
        )
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            site.execute(statement)


def test_a_table_in_the_way_of_the_trigger_catches_no_event(site):
    region = RegionFactory()
    site.execute(f"CREATE TEMP TABLE {EVENTS} (LIKE public.{EVENTS})")
    site.execute("UPDATE actors_region SET name = 'Mamuju'")
    assert [event.pgh_label for event in events_of(region)] == ["insert", "update"]


def test_a_line_of_the_log_says_itself_when_it_came(site):
    columns = "kind, outcome, at, user_label, user_email, user_role, organization_label, path,"
    columns += " request_id, about_model, about_pk, about_label, details"
    values = "'sign_in', 'done', '1999-01-01', '', '', '', '', '', '', '', '', '', '{}'"
    written = f"INSERT INTO actors_accessevent ({columns}) VALUES ({values}) RETURNING at, now()"
    stamped, now = site.execute(written).fetchone()
    assert abs((stamped - now).total_seconds()) < 60


def test_every_way_to_write_leaves_one_event_as_the_site_s_role_too(site):
    site.execute("SELECT set_config('pghistory.context_metadata', '{\"user\": 7}', false)")
    site.execute(
        "INSERT INTO actors_region (code, name, aliases, level, source_note)"
        " VALUES ('1', 'a', '', 'province', ''), ('2', 'b', '', 'province', '')"
    )
    site.execute("UPDATE actors_region SET name = name || '!'")
    site.execute("DELETE FROM actors_region")
    events = event_model(Region).objects.order_by("pgh_id")
    assert [event.pgh_label for event in events] == ["insert"] * 2 + ["update"] * 2 + ["delete"] * 2
    assert {event.pgh_context["user"] for event in events} == {7}


def test_the_site_s_role_reads_every_event(site):
    for model in event_models():
        site.execute(f"SELECT count(*) FROM {model._meta.db_table}")


HOLES = [
    ("GRANT UPDATE ON {events} TO {site}", "may change"),
    ("GRANT UPDATE (name) ON {events} TO {site}", "may change"),
    ("GRANT INSERT ON {events} TO {site}", "may change"),
    ("GRANT TRUNCATE ON {events} TO {site}", "may change"),
    ("GRANT {owner} TO {site}", "owns the audit tables"),
    ("GRANT CREATE ON SCHEMA public TO {site}", "may make tables"),
    ("ALTER TABLE actors_region DISABLE TRIGGER {trigger}", "is switched off"),
    ("ALTER FUNCTION {function}() SECURITY INVOKER", "does not run as the owner"),
    ("GRANT EXECUTE ON FUNCTION {function}() TO {site}", "may use"),
    ("REVOKE UPDATE ON actors_region FROM {site}", "cannot write actors_region"),
    ("GRANT DELETE ON actors_user TO {site}", "may remove from actors_user"),
    ("REVOKE UPDATE ON actors_user FROM {site}", "cannot write actors_user"),
    (UNPIN, "triggers can be ignored"),
]


def test_each_hole_is_named(site):
    function, _, trigger = functions(site)[0]
    assert weaknesses(site.info.user) == []
    for harm, words in HOLES:
        filled = harm.format(**names(site), events=EVENTS, trigger=trigger, function=function)
        with suppress(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            found = [words]  # where this PostgreSQL does not even let its owner open the hole
            cursor.execute(filled)
            found = weaknesses(site.info.user)
            transaction.set_rollback(True)
        assert any(words in sentence for sentence in found), (filled, found)
