"""Put stakeholders on the map, edit them, take them off."""

from django.db import transaction

from agreements.charter.kinds import CharterEvent
from agreements.charter.stakeholders import Stakeholder
from agreements.charter.transitions.locking import lock_open, lock_row, log
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago


@transaction.atomic
def add_stakeholder(*, collaboration, by, is_sample=False, **fields):
    """`fields`: organization or group_name, interest, influence and what is known besides."""
    fresh = lock_open(collaboration.pk)
    said = {"collaboration": fresh, **fields}
    if twin := made_a_moment_ago(Stakeholder.objects, when="created_at", **said):
        return twin
    stakeholder = save_checked(Stakeholder(is_sample=is_sample, **said))
    log(fresh, CharterEvent.STAKEHOLDER_ADDED, by=by, subject=stakeholder)
    return stakeholder


@transaction.atomic
def edit_stakeholder(*, stakeholder, by, version, **fields):
    """Change what is said about a stakeholder; EditConflict when the form is older."""
    collaboration = lock_open(stakeholder.collaboration_id)
    fresh = lock_row(stakeholder)
    fresh.next_version(version)
    for name, value in fields.items():
        setattr(fresh, name, value)
    save_checked(fresh)
    log(collaboration, CharterEvent.STAKEHOLDER_EDITED, by=by, subject=fresh)
    return fresh


@transaction.atomic
def remove_stakeholder(*, stakeholder, by):
    """It does not belong on the map; the history keeps its name."""
    collaboration = lock_open(stakeholder.collaboration_id)
    fresh = lock_row(stakeholder)
    log(collaboration, CharterEvent.STAKEHOLDER_REMOVED, by=by, subject=fresh)
    fresh.delete()
    return collaboration
