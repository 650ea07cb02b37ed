"""Record, edit and remove the reasons to work together."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.kinds import CharterEvent
from agreements.charter.models import Driver
from agreements.charter.states import CollaborationState
from agreements.charter.transitions.locking import lock_open, lock_row, log
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago


@transaction.atomic
def add_driver(*, collaboration, by, noted_on=None, is_sample=False, **fields):
    """`fields`: kind, origin, description, declared_by, source_note. Sent twice, it adds one."""
    fresh = lock_open(collaboration.pk)
    said = {"collaboration": fresh, "noted_on": noted_on or timezone.localdate(), **fields}
    if twin := made_a_moment_ago(Driver.objects, when="created_at", **said):
        return twin
    driver = Driver(is_sample=is_sample, **said)
    _require_own_party(driver)
    save_checked(driver)
    log(fresh, CharterEvent.DRIVER_ADDED, by=by, subject=driver)
    return driver


@transaction.atomic
def edit_driver(*, driver, by, version, **fields):
    """Change what is said about a driver; EditConflict when the form is older."""
    collaboration = lock_open(driver.collaboration_id)
    fresh = lock_row(driver)
    fresh.next_version(version)
    for name, value in fields.items():
        setattr(fresh, name, value)
    _require_own_party(fresh)
    save_checked(fresh)
    log(collaboration, CharterEvent.DRIVER_EDITED, by=by, subject=fresh)
    return fresh


@transaction.atomic
def remove_driver(*, driver, by):
    """It was recorded in error; the history keeps its words. An active one keeps its last."""
    collaboration = lock_open(driver.collaboration_id)
    fresh = lock_row(driver)
    others = Driver.objects.filter(collaboration=collaboration).exclude(pk=fresh.pk)
    if collaboration.state == CollaborationState.ACTIVE and not others.exists():
        raise Refused(
            _("An active collaboration keeps at least one driver. Record another one first.")
        )
    log(collaboration, CharterEvent.DRIVER_REMOVED, by=by, subject=fresh)
    fresh.delete()
    return collaboration


def _require_own_party(driver):
    party = driver.declared_by
    if party is not None and party.collaboration_id != driver.collaboration_id:
        raise Refused(_("Only a party of this collaboration can declare its driver."))
