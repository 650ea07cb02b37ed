"""Holds the audit trail against its seals, and says which day of which table differs."""

from itertools import pairwise

from django.db import transaction

from actors.audit.digests import day_begins, digests_of, rows_before, seal_digest, trails
from actors.audit.models import AuditSeal

NOTHING = {"rows": 0}


@transaction.atomic
def differences(*, head=""):
    """Yield a sentence for each thing that is not as it was sealed.

    `head` is a digest that was kept elsewhere: without its seal in the chain, all seals may
    have been made anew.
    """
    seals = list(AuditSeal.objects.order_by("pk"))
    yield from chain_breaks(seals)
    if head and head not in {seal.digest for seal in seals}:
        yield f"No seal has the digest {head}: the chain was made anew, or cut off."
    latest = {seal.day: seal for seal in seals}
    for day in sorted(latest):
        yield from day_differences(latest[day])
    if latest:
        yield from dated_back(min(latest))


def chain_breaks(seals):
    """Seals that were changed themselves, or do not follow each other."""
    before = ""
    for seal in seals:
        if seal.previous_digest != before:
            yield f"The seal {seal.pk} of {seal.day} does not follow the one before it."
        if seal_digest(seal) != seal.digest:
            yield f"The seal {seal.pk} of {seal.day} was changed."
        before = seal.digest
    days = sorted({seal.day for seal in seals})
    for earlier, later in pairwise(days):
        if (later - earlier).days > 1:
            yield f"Between {earlier} and {later} days are not sealed."


def differing_days():
    """The sealed days of which any table is not as it was sealed."""
    latest = {seal.day: seal for seal in AuditSeal.objects.order_by("pk")}
    return {day for day, seal in latest.items() if any(day_differences(seal))}


def day_differences(seal):
    """Tables whose rows of that day are not those that were sealed."""
    known, sealed = trails(), seal.tables
    lost = {
        name
        for name, said in sealed.items()
        if name not in known or not set(said["columns"]) <= set(known[name].columns)
    }
    columns = {name: said["columns"] for name, said in sealed.items() if name not in lost}
    now = digests_of(day_begins(seal.day), seal.until, columns)
    for name in sorted(lost):
        yield f"{seal.day}: {name} has lost columns that were sealed, or is gone."
    for name in sorted((sealed.keys() | now.keys()) - lost):
        is_rows, was_rows = (side.get(name, NOTHING)["rows"] for side in (now, sealed))
        if is_rows != was_rows:
            yield f"{seal.day}: {name} has {is_rows} rows, sealed were {was_rows}."
        elif now[name]["digest"] != sealed[name]["digest"]:
            yield f"{seal.day}: {name} has other content than was sealed."


def dated_back(day):
    """Rows of a time before the first seal: somebody dated them back."""
    for name, rows in sorted(rows_before(day_begins(day)).items()):
        yield f"{name} has {rows} rows older than the first seal ({day})."
