"""What every verb of the charter begins with: lock the collaboration, then check.

All verbs take the collaboration's row first, so two people who act at the same moment act one
after the other, and always in the same order.
"""

from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.clock import now_in
from agreements.charter.models import Collaboration, CollaborationChange
from agreements.charter.states import CollaborationState
from collabgov.kit.errors import Refused


def lock(collaboration_id):
    """The collaboration as it is now, held until the end of the transaction."""
    # "no key": meetings that refer to the row may be saved meanwhile.
    return Collaboration.objects.select_for_update(no_key=True).get(pk=collaboration_id)


def lock_open(collaboration_id):
    """The same, refused when the collaboration is closed."""
    collaboration = lock(collaboration_id)
    if collaboration.state == CollaborationState.CLOSED:
        raise Refused(_("This collaboration is closed. Nothing can be added or changed."))
    return collaboration


def lock_row(record):
    """A row of the locked collaboration as it is now; refused when it is gone."""
    rows = type(record).objects.select_for_update(no_key=True, of=("self",))
    fresh = rows.filter(pk=record.pk).first()
    if fresh is None:
        raise Refused(_("Somebody else has removed this in the meantime."))
    return fresh


def locked(record, collaboration_id):
    """The record as it is now, its open collaboration held before it."""
    lock_open(collaboration_id)
    return lock_row(record)


def moment(on, together=None):
    """Now; or nine in the morning of a past day, for history that is entered later.

    Days are told by the reader's clock, or by that of the collaboration where it is given.
    """
    now = now_in(together) if together else timezone.localtime()
    if on is None or on >= now.date():
        return timezone.now()
    return datetime.combine(on, time(9), tzinfo=now.tzinfo)


def log(collaboration, event, *, by, subject="", note="", moved=None):
    """Write one line of the history; `moved` is (from, to) where a state changed."""
    from_state, to_state = moved or (collaboration.state, collaboration.state)
    return CollaborationChange.objects.create(
        collaboration=collaboration,
        event=event,
        subject=str(subject),
        note=note,
        from_state=from_state,
        to_state=to_state,
        made_by=by,
    )


def last_day(day, *, field="ends_on"):
    """The day on which something ended: today unless told, and never still to come."""
    today = timezone.localdate()
    if day is not None and day > today:
        raise ValidationError({field: _("This day is still to come.")})
    return day or today


def require_reason(reason, *, field="reason"):
    """The reason without blanks around it; refused when there is none."""
    words = (reason or "").strip()
    if not words:
        raise ValidationError({field: _("Say why, in a few words.")})
    return words
