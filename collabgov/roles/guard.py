"""After each migrate: the site's role may change records, and cannot touch their audit trail.

Triggers write the events as the owner, so the site's role needs no right to; the library's
switch to ignore triggers is pinned to "never"; nobody else may use the triggers' functions,
or a table of one's own with such a trigger would forge events.
"""

from django.db import connection
from psycopg import sql

from collabgov.kit.statements import as_text
from collabgov.roles import tables

IGNORE = "_pgtrigger_should_ignore"
PIN = """
    CREATE OR REPLACE FUNCTION _pgtrigger_should_ignore(trigger_name name)
    RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT false'
"""
# Functions of triggers on the tables of the site, and what runs them as the owner.
DEFINE = """
    DO $guard$
    DECLARE each regprocedure;
    BEGIN
        FOR each IN
            SELECT oid FROM pg_proc
            WHERE pronamespace = current_schema()::regnamespace
              AND starts_with(proname, 'pgtrigger_') AND prorettype = 'trigger'::regtype
        LOOP
            EXECUTE 'ALTER FUNCTION ' || each || ' SECURITY DEFINER SET search_path = pg_catalog, '
                || quote_ident(current_schema()) || ', pg_temp';
            EXECUTE 'REVOKE ALL ON FUNCTION ' || each || ' FROM PUBLIC';
        END LOOP;
    END $guard$
"""


def pin():
    """What holds whichever role asks; also where there is one role only."""
    with connection.cursor() as cursor:
        cursor.execute(PIN)
        cursor.execute(DEFINE)


def grant(role):
    """Give the site's role what pages need of each table, and take the rest away."""
    with connection.cursor() as cursor:
        for statement in [*statements(_existing(cursor)), *cleaning()]:
            cursor.execute(as_text(sql.SQL(statement).format(role=sql.Identifier(role))))
        for table in tables.written_logs():
            _grant_lines(cursor, table, role)


def statements(schema):
    """The rights of the role, in the order in which they are given."""
    yield f"REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC"
    yield f"REVOKE ALL ON SCHEMA {schema} FROM {{role}}"
    yield f"GRANT USAGE ON SCHEMA {schema} TO {{role}}"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM PUBLIC, {{role}}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {{role}}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA {schema} FROM PUBLIC, {{role}}"
    yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {{role}}"
    closed = [*tables.row_events(), *tables.written_logs(), *tables.seals()]
    names = ", ".join(f'"{table}"' for table in closed)
    yield f"REVOKE ALL ON {names} FROM {{role}}"
    yield f"GRANT SELECT ON {names} TO {{role}}"
    kept = ", ".join(f'"{table}"' for table in tables.kept())
    yield f"REVOKE DELETE ON {kept} FROM {{role}}"


def cleaning():
    """The right to clean tables, where the server knows it apart from owning them."""
    if names := tables.cleaned() if connection.pg_version >= tables.MAINTAIN_SINCE else []:
        yield "GRANT MAINTAIN ON " + ", ".join(f'"{name}"' for name in names) + " TO {role}"


def _existing(cursor):
    cursor.execute("SELECT quote_ident(current_schema())")
    return cursor.fetchone()[0]


def _grant_lines(cursor, table, role):
    """A line is written without its number: the database counts, and its trigger says when."""
    cursor.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass"
        " AND attnum > 0 AND NOT attisdropped AND attname <> 'id'",
        [table],
    )
    columns = sql.SQL(", ").join(sql.Identifier(name) for (name,) in cursor.fetchall())
    names = {"table": sql.Identifier(table), "role": sql.Identifier(role), "columns": columns}
    words = sql.SQL("GRANT INSERT ({columns}) ON {table} TO {role}")
    cursor.execute(as_text(words.format(**names)))
