"""Describe what surrounds the collaboration, look at it again, correct it, take it away."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.context import ContextFactor
from agreements.charter.kinds import CharterEvent
from agreements.charter.transitions.locking import last_day, lock_open, lock_row, log
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago


@transaction.atomic
def add_context(*, collaboration, by, noted_on=None, is_sample=False, **fields):
    """`fields`: kind, description, declared_by, source_note. Sent twice, it adds one."""
    fresh = lock_open(collaboration.pk)
    said = {"collaboration": fresh, "noted_on": noted_on or timezone.localdate(), **fields}
    if twin := made_a_moment_ago(ContextFactor.objects, when="created_at", **said):
        return twin
    factor = _checked(ContextFactor(is_sample=is_sample, **said))
    log(fresh, CharterEvent.CONTEXT_ADDED, by=by, subject=factor)
    return factor


@transaction.atomic
def edit_context(*, factor, by, version, **fields):
    """Change what is said about a factor; EditConflict when the form is older."""
    collaboration = lock_open(factor.collaboration_id)
    fresh = lock_row(factor)
    fresh.next_version(version)
    for name, value in fields.items():
        setattr(fresh, name, value)
    _checked(fresh)
    log(collaboration, CharterEvent.CONTEXT_EDITED, by=by, subject=fresh)
    return fresh


@transaction.atomic
def review_context(*, factor, by, on=None):
    """Somebody looked again (today, unless told), and it is still so.

    A second time on one day changes nothing.
    """
    collaboration = lock_open(factor.collaboration_id)
    fresh, day = lock_row(factor), last_day(on, field="reviewed_on")
    if fresh.looked_at_on >= day:
        return fresh
    fresh.reviewed_on = day
    fresh.version += 1
    _checked(fresh)
    log(collaboration, CharterEvent.CONTEXT_REVIEWED, by=by, subject=fresh)
    return fresh


@transaction.atomic
def remove_context(*, factor, by):
    """It was recorded in error; the history keeps its words."""
    collaboration = lock_open(factor.collaboration_id)
    fresh = lock_row(factor)
    log(collaboration, CharterEvent.CONTEXT_REMOVED, by=by, subject=fresh)
    fresh.delete()
    return collaboration


def _checked(factor):
    party = factor.declared_by
    if party is not None and party.collaboration_id != factor.collaboration_id:
        raise Refused(_("Only a party of this collaboration can declare its context."))
    if factor.noted_on > timezone.localdate():
        raise ValidationError({"noted_on": _("This day is still to come.")})
    return save_checked(factor)
