"""Close days, so that their published values stay; open them again with a reason."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import last_day, lock_open, lock_row, require_reason
from agreements.goals.models import PeriodLock
from agreements.goals.periods import DASH
from agreements.goals.transitions.slots import LOCKED, UNLOCKED, tell_goals
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked


@transaction.atomic
def lock_period(*, collaboration, by, starts_on, ends_on, reason, is_sample=False):
    """From now on nothing is entered or changed that speaks of these days."""
    fresh = lock_open(collaboration.pk)
    why = require_reason(reason)
    last_day(ends_on)
    held = PeriodLock.objects.filter(collaboration=fresh).holding()
    if held.filter(starts_on__lte=starts_on, ends_on__gte=ends_on).exists():
        raise Refused(_("These days are locked already."))
    lock = save_checked(
        PeriodLock(
            collaboration=fresh,
            starts_on=starts_on,
            ends_on=ends_on,
            reason=why,
            made_by=by,
            is_sample=is_sample,
        )
    )
    tell_goals(fresh, LOCKED, by=by, subject=days(starts_on, ends_on), note=why)
    return lock


@transaction.atomic
def lift_lock(*, lock, by, reason):
    """The days are open again; the lock stays on record."""
    collaboration = lock_open(lock.collaboration_id)
    fresh = lock_row(lock)
    why = require_reason(reason)
    if fresh.lifted_on is not None:
        raise Refused(_("These days are open already."))
    fresh.lifted_on = timezone.localdate()
    fresh.lifted_reason = why
    fresh.lifted_by = by
    save_checked(fresh)
    tell_goals(
        collaboration,
        UNLOCKED,
        by=by,
        subject=days(fresh.starts_on, fresh.ends_on),
        note=why,
    )
    return fresh


def days(starts_on, ends_on):
    """Two days as both languages write them; a line of a history outlives its reader's language."""
    return f"{starts_on:%d/%m/%Y} {DASH} {ends_on:%d/%m/%Y}"
