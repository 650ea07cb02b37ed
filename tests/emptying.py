"""How the tables are emptied after a test that committed what it wrote, or took it back."""

from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations
from psycopg import sql

TRUNCATE = DatabaseOperations.sql_flush
LARGE = """
    SELECT relname FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema::regnamespace
        AND pg_relation_size(oid) > %s
"""


def delete_what_is_there(operations, style, tables, *, reset_sequences=False, allow_cascade=False):
    """What Django's `flush` sends, for `DatabaseOperations.sql_flush`.

    Django truncates hundreds of tables with all their indexes, for which PostgreSQL needs a second
    or more; a test fills a few dozen. These are emptied row by row: no trigger of ours refuses or
    records it, foreign keys are checked at the end.
    """
    if reset_sequences or allow_cascade:
        more = {"reset_sequences": reset_sequences, "allow_cascade": allow_cascade}
        return TRUNCATE(operations, style, tables, **more)
    names = [operations.quote_name(name) for name in filled(tables)]
    return [
        *(f"ALTER TABLE {name} DISABLE TRIGGER USER" for name in names),
        *(f"DELETE FROM {name}" for name in names),
        "SET CONSTRAINTS ALL IMMEDIATE",
        *(f"ALTER TABLE {name} ENABLE TRIGGER USER" for name in names),
    ]


def filled(tables):
    """Those of these tables that hold a row, by name."""
    question = sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})")
    parts = [question.format(name, sql.Identifier(name)) for name in sorted(tables)]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(" UNION ALL ").join(parts))
        return [name for (name,) in cursor.fetchall()]


def clear_dead_rows(*, pages=128):
    """Give back the space of tables of more than so many pages (of 8 KiB each).

    Every test leaves the rows that it took back in the tables. The server clears them away but
    keeps the pages while somebody reads the table, and writes down that they hold no rows; from
    then on it reads a thousand pages once for each row of another table, because it believes that
    there are none. A page of one record once took 15 seconds for that.
    """
    with connection.cursor() as cursor:
        cursor.execute(LARGE, [pages * 8192])
        for (name,) in cursor.fetchall():
            cursor.execute(sql.SQL("VACUUM {}").format(sql.Identifier(name)))
