"""What a day of one table of the audit trail comes to: how many rows, and one hash over all."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.apps import apps
from django.db import connection
from psycopg import sql

from collabgov.kit.audit import event_models
from collabgov.kit.statements import as_text

# One hash a row, one over the hashes in the order of the rows' numbers; times in UTC.
QUESTION = sql.SQL("""
    SELECT {name}, count(*), encode(sha256(coalesce(string_agg(
        sha256(convert_to(jsonb_build_array({columns})::text, 'UTF8')), ''::bytea ORDER BY {key}
    ), ''::bytea)), 'hex')
    FROM {table} WHERE {when} >= {since} AND {when} < {until}
""")
BEFORE = sql.SQL("SELECT {name}, count(*) FROM {table} WHERE {when} < {since}")


@dataclass(frozen=True)
class Trail:
    """A table that is sealed, and its column that says when a row came."""

    table: str
    key: str
    when: str
    columns: tuple[str, ...]


def trails():
    """Every table of the audit trail, found by itself: tables of events, and logs."""
    found = [(model, "pgh_created_at") for model in event_models()]
    logs = [model for model in apps.get_models() if getattr(model, "append_only_log", False)]
    found += [(model, model.append_only_log) for model in logs]
    return {model._meta.db_table: trail_of(model, when) for model, when in found}


def trail_of(model, when):
    columns = tuple(sorted(field.column for field in model._meta.concrete_fields))
    when = model._meta.get_field(when).column
    return Trail(model._meta.db_table, model._meta.pk.column, when, columns)


def day_begins(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def day_ends(day: date) -> datetime:
    return day_begins(day + timedelta(days=1))


def digests_of(since, until, columns=None):
    """Count and hash of every table's rows of that time, over the given columns of each table.

    Tables without a row of that time are left out.
    """
    known, columns = trails(), columns or {}
    held = {name: list(columns.get(name, trail.columns)) for name, trail in known.items()}
    parts = [
        QUESTION.format(
            columns=sql.SQL(", ").join(map(sql.Identifier, held[name])),
            **_names(trail, since=since, until=until),
        )
        for name, trail in sorted(known.items())
    ]
    return {
        name: {"rows": rows, "digest": digest, "columns": held[name]}
        for name, rows, digest in _ask(parts)
        if rows
    }


def rows_before(since):
    """How many rows each table has from before that time, for tables that have any."""
    parts = [BEFORE.format(**_names(trail, since=since)) for trail in trails().values()]
    return {name: rows for name, rows in _ask(parts) if rows}


def _names(trail, **times):
    return {
        "name": sql.Literal(trail.table),
        "table": sql.Identifier(trail.table),
        "key": sql.Identifier(trail.key),
        "when": sql.Identifier(trail.when),
        **{name: sql.Literal(time) for name, time in times.items()},
    }


def _ask(parts):
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('timezone', 'UTC', true)")
        cursor.execute(as_text(sql.SQL(" UNION ALL ").join(parts)))
        return cursor.fetchall()


def seal_digest(seal):
    """The hash of a seal itself, over everything it says and the seal before it."""
    said = {
        "day": seal.day.isoformat(),
        "until": seal.until.astimezone(UTC).isoformat(),
        "tables": seal.tables,
        "reason": seal.reason,
        "previous": seal.previous_digest,
        "made_at": seal.made_at.astimezone(UTC).isoformat(),
    }
    written = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(written.encode()).hexdigest()
