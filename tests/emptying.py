"""How the tables are emptied after a test that committed what it wrote."""

from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations
from psycopg import sql

TRUNCATE = DatabaseOperations.sql_flush


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
