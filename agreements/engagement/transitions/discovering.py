"""What every verb of discovery begins and ends with: lock, check, write the history."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.models import Party
from agreements.charter.rules import is_coordinator_of
from agreements.charter.transitions.locking import lock_open, lock_row
from agreements.engagement.models import AssessmentEntry, DiscoveryChange
from agreements.engagement.rules.discovery import is_of
from collabgov.kit.errors import Refused

LONGEST_SUBJECT = 300


def locked(record, collaboration_id):
    """The record as it is now, its open collaboration held before it."""
    lock_open(collaboration_id)
    return lock_row(record)


def log(collaboration_id, event, *, by, subject="", note="", moved=("", "")):
    """Write one line of the history of discovery; `moved` is (from, to) where a state changed."""
    return DiscoveryChange.objects.create(
        collaboration_id=collaboration_id,
        event=event,
        subject=str(subject)[:LONGEST_SUBJECT],
        note=note,
        from_state=moved[0],
        to_state=moved[1],
        made_by=by,
    )


def past_day(day, *, field):
    """A day that is not still to come; today unless told."""
    today = timezone.localdate()
    if day is not None and day > today:
        raise ValidationError({field: [_("This day is still to come.")]})
    return day or today


def require_party(party, collaboration_id, *, field="party"):
    """A party that takes part in this collaboration today."""
    mine = Party.objects.current().filter(collaboration=collaboration_id)
    if party is None or not mine.filter(pk=party.pk).exists():
        sentence = _("Choose a party that takes part in this collaboration today.")
        raise ValidationError({field: [sentence]})


def require_meeting(meeting, collaboration_id):
    if meeting is not None and meeting.collaboration_id != collaboration_id:
        raise ValidationError({"meeting": [_("This meeting belongs to another collaboration.")]})


def require_may_write(user, party, *, meeting=None, rule):
    """Members for their own party; for others the coordinators, and whoever logged the meeting.

    Returns whether it is written on behalf of the party.
    """
    if is_of(user, party):
        return False
    logged_it = meeting is not None and meeting.logged_by_id == user.pk
    if not logged_it and not is_coordinator_of(user, party.collaboration_id):
        raise PermissionDenied(rule)
    return True


def free_entry(entry, collaboration_id, *, said_by=None):
    """The entry of an assessment that is about to become a record, locked; None stays None.

    What one party said does not become what another one states or proposes: `said_by`.
    """
    if entry is None:
        return None
    rows = AssessmentEntry.objects.select_for_update(no_key=True, of=("self",))
    fresh = rows.filter(pk=entry.pk, assessment__collaboration=collaboration_id).first()
    if fresh is None:
        raise Refused(_("Somebody else has removed this in the meantime."))
    if fresh.became is not None:
        raise Refused(_("This entry has become a record already."))
    if said_by is not None and fresh.party_id not in (None, said_by.pk):
        raise Refused(_("Another party said this. Record it for that party."))
    return fresh
