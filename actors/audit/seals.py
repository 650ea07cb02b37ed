"""Seals one day of the audit trail after the other, each chained to the one before."""

from datetime import UTC, timedelta

from django.db import connection, transaction
from django.utils import timezone
from psycopg import sql

from actors.audit.digests import day_begins, day_ends, digests_of, seal_digest, trails
from actors.audit.models import AuditSeal
from collabgov.kit.statements import as_text

ONE_AT_A_TIME = 7_602_005


@transaction.atomic
def seal_days(*, now=None, with_today=False):
    """Seal every day that is over and not sealed; returns the new seals. Days are UTC's."""
    now = now or timezone.now()
    _alone()
    today = now.astimezone(UTC).date()
    last = today if with_today else today - timedelta(days=1)
    made = []
    day = first_open_day()
    while day is not None and day <= last:
        until = min(day_ends(day), now)
        latest = latest_of(day)
        if latest is None or latest.until < until:
            reason = "the day went on" if latest else ""
            made.append(seal_day(day, until=until, reason=reason))
        day += timedelta(days=1)
    return made


def seal_day(day, *, until=None, reason=""):
    """Make the next seal of the chain, for this day."""
    until = until or day_ends(day)
    since = day_begins(day)
    before = AuditSeal.objects.last()
    seal = AuditSeal(
        day=day,
        until=until,
        tables=digests_of(since, until),
        reason=reason,
        previous_digest=before.digest if before else "",
    )
    seal.digest = seal_digest(seal)
    seal.full_clean()
    AuditSeal.objects.bulk_create([seal])
    return seal


def latest_of(day):
    """The seal that counts for a day: the last one made for it."""
    return AuditSeal.objects.filter(day=day).last()


def first_open_day():
    """The first day that is not sealed to its end; without any seal, the day of the first event."""
    seals = {seal.day: seal.until for seal in AuditSeal.objects.defer("tables").order_by("pk")}
    if seals:
        day = min(seals)
        while day in seals and seals[day] >= day_ends(day):
            day += timedelta(days=1)
        return day
    return first_day_of_all()


def first_day_of_all():
    """The day of the oldest row in the whole trail, or None."""
    oldest = []
    with connection.cursor() as cursor:
        for trail in trails().values():
            words = sql.SQL("SELECT min({}) FROM {}")
            names = sql.Identifier(trail.when), sql.Identifier(trail.table)
            cursor.execute(as_text(words.format(*names)))
            oldest += [when for (when,) in cursor.fetchall() if when]
    return min(oldest).astimezone(UTC).date() if oldest else None


def _alone():
    """One seal at a time; and whoever writes events now has finished when this returns.

    Events carry the moment of their write, so no row of a day that is over can come later.
    """
    tables = sql.SQL(", ").join(map(sql.Identifier, sorted(trails())))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        cursor.execute(as_text(sql.SQL("LOCK TABLE {} IN SHARE MODE").format(tables)))
