"""Takes somebody's data out of the audit trail, which nothing else ever changes."""

from contextlib import contextmanager

from django.db import connection, transaction
from psycopg import sql

from actors.audit.models import AuditSeal
from actors.audit.seals import latest_of, seal_day
from actors.audit.verifying import differing_days
from collabgov.kit.statements import as_text
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
        with sealed_anew(reason=reason) as days, _changeable(rows.model._meta.db_table):
            rows.update(**values)
        return days


@contextmanager
def sealed_anew(*, reason):
    """Every sealed day that differs after this block is sealed again; yields the list of them.

    As the owner, in a transaction. A day that differed before is not sealed anew: an erasure
    must not hide what somebody else did to it.
    """
    broken, days = differing_days(), []
    yield days
    for day in sorted(differing_days() - broken):
        seal_day(day, until=latest_of(day).until, reason=reason)
        days.append(day)


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
        cursor.execute(as_text(words.format(names[0], sql.SQL("DISABLE"), names[1])))
        yield
        cursor.execute(as_text(words.format(names[0], sql.SQL("ENABLE"), names[1])))
