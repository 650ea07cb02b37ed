"""Keep the list of public holidays."""

from dataclasses import dataclass

from django.db import connection, transaction

from agreements.charter.transitions.locking import lock_row
from agreements.engagement.models import Holiday
from collabgov.kit.access import require_rule
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago

LOADING = 7_602_051  # an advisory lock: two servers that start at once load one after the other


@dataclass(frozen=True)
class Loaded:
    """What a loading did, in numbers of holidays."""

    added: int
    there: int


@transaction.atomic
def add_holiday(*, by, **fields):
    """A day off. Sent twice, it adds one."""
    require_rule(by, "agreements.manage_holidays")
    if twin := made_a_moment_ago(Holiday.objects, when="created_at", **fields):
        return twin
    return save_checked(Holiday(**fields))


@transaction.atomic
def edit_holiday(*, holiday, by, version, **fields):
    """Correct it or mark it verified; EditConflict when the form is older."""
    require_rule(by, "agreements.manage_holidays")
    fresh = lock_row(holiday)
    fresh.next_version(version)
    for name, value in fields.items():
        setattr(fresh, name, value)
    return save_checked(fresh)


@transaction.atomic
def remove_holiday(*, holiday, by):
    """It is no holiday; meetings that are planned stay where they are."""
    require_rule(by, "agreements.manage_holidays")
    lock_row(holiday).delete()


@transaction.atomic
def load_holidays(*, entries):
    """Add the supplied days that the list does not have; what is there is never changed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOADING])
    there = set(Holiday.objects.filter(region=None).values_list("day", flat=True))
    missing = [fields for fields in entries if fields["day"] not in there]
    for fields in missing:
        save_checked(Holiday(**fields))
    return Loaded(len(missing), len(entries) - len(missing))
