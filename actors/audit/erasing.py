"""Takes somebody's data out of the audit trail, which nothing else ever changes."""

from contextlib import contextmanager
from datetime import UTC

from django.db import connection, transaction
from psycopg import sql

from actors.audit.digests import trails
from actors.audit.models import AuditSeal
from actors.audit.seals import latest_of, seal_day
from collabgov.roles.owner import as_owner


def rewrite_trail(rows, values, *, reason):
    """Overwrite columns of rows of the audit trail; returns the days that were sealed anew.

    For `subject_erase` and for nothing else. `rows` is a QuerySet of a table of events or of
    the event log; `values` are the fields to overwrite, as for `update()`. `reason` is shown
    in the new seals: say which request it follows, never whose data it was.

    Only the owner of the tables can do this: it connects as the owner by itself, and outside
    of tests it must not be called inside a transaction of the site's role. To erase all or
    nothing, wrap everything in `with as_owner(), transaction.atomic():` (`collabgov.roles.owner`).
    The old seals stay in the chain; each touched day gets a new one, so the trail verifies
    again, and everybody sees that, when and why it was changed.
    """
    with as_owner(), transaction.atomic():
        trail = trails()[rows.model._meta.db_table]
        stamps = rows.values_list(trail.when, flat=True)
        days = sorted({when.astimezone(UTC).date() for when in stamps})
        with _changeable(trail.table):
            rows.update(**values)
        return [day for day in days if _sealed_anew(day, reason)]


def _sealed_anew(day, reason):
    """A day that is not sealed yet needs no new seal."""
    seal = latest_of(day)
    return bool(seal and seal_day(day, until=seal.until, reason=reason))


def is_erasure(seal):
    """Whether a seal replaces one that was complete already: something was taken out."""
    earlier = AuditSeal.objects.filter(day=seal.day, pk__lt=seal.pk, until__gte=seal.until)
    return earlier.exists()


@contextmanager
def _changeable(table):
    """The table's guard against changes is off for this transaction's own statements."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass"
            " AND starts_with(tgname, 'pgtrigger_append_only')",
            [table],
        )
        (trigger,) = cursor.fetchone()
        words = sql.SQL("ALTER TABLE {} {} TRIGGER {}")
        names = sql.Identifier(table), sql.Identifier(trigger)
        cursor.execute(words.format(names[0], sql.SQL("DISABLE"), names[1]))
        yield
        cursor.execute(words.format(names[0], sql.SQL("ENABLE"), names[1]))
