"""Found, edit, convene, activate, rest and close a collaboration."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.kinds import CharterEvent
from agreements.charter.models import Collaboration, Coordinator, Driver, Party
from agreements.charter.states import COLLABORATION_MOVES, CollaborationState
from agreements.charter.transitions.locking import (
    last_day,
    lock,
    lock_open,
    log,
    require_reason,
)
from agreements.charter.transitions.parties import add_party
from collabgov.kit.errors import AlreadySaved, Refused
from collabgov.kit.forms import own_submission
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move

EDITABLE = (
    *("title", "purpose", "focus", "formality", "initiator"),
    *("starts_on", "time_zone", "source_note"),
)


@transaction.atomic
def found(*, by, coordinator=None, submission_id=None, is_sample=False, **fields):
    """Start a collaboration in `exploring`, with its first coordinator and its first party.

    Without a `coordinator` it is the person behind the account; the party is the initiator,
    which takes part from the first day on. Its clock is that of whoever founds it, unless
    `time_zone` says another. A form that is sent twice (the same `submission_id`) founds one
    collaboration.
    """
    person = coordinator or by.person
    if person is None:
        raise Refused(_("Say who coordinates: this account stands for no person."))
    fields.setdefault("time_zone", by.time_zone)
    collaboration = Collaboration(is_sample=is_sample, **fields)
    if submission_id is not None:
        collaboration.submission_id = submission_id
    if twin := _insert(collaboration, by=by):
        return _same_as(collaboration, person, twin)
    _begin(collaboration, person, by=by)
    return collaboration


def _begin(collaboration, person, *, by):
    """Its first line of history, who runs it, and the initiator as its first party."""
    row = Coordinator(
        collaboration=collaboration,
        person=person,
        starts_on=collaboration.starts_on,
        is_sample=collaboration.is_sample,
    )
    save_checked(row)
    log(collaboration, CharterEvent.FOUNDED, by=by, subject=person)
    add_party(
        collaboration=collaboration,
        organization=collaboration.initiator,
        by=by,
        starts_on=collaboration.starts_on,
        is_sample=collaboration.is_sample,
    )


def _insert(collaboration, *, by):
    """Save it; return the one that the same form of the same person made before, if any."""
    try:
        # A savepoint: the transaction stays usable when the same form arrived a moment ago.
        with transaction.atomic():
            collaboration.full_clean(validate_unique=False)
            collaboration.save()
    except IntegrityError:
        used = Collaboration.objects.filter(submission_id=collaboration.submission_id)
        if not used.exists():
            raise
        own = used.filter(changes__event=CharterEvent.FOUNDED, changes__made_by=by)
        if twin := own.first():
            return twin
        collaboration.submission_id = own_submission(collaboration.submission_id, by)
        return _insert(collaboration, by=by)
    return None


def _same_as(collaboration, person, twin):
    """A double click founds one; another text from the same form is not lost in it."""
    is_same = all(getattr(collaboration, name) == getattr(twin, name) for name in EDITABLE)
    if is_same and twin.coordinators.filter(person=person).exists():
        return twin
    raise AlreadySaved(
        _("This form has founded “%s” already. Found it again to make another collaboration.")
        % twin,
        twin,
    )


@transaction.atomic
def edit(*, collaboration, by, version, **fields):
    """Change what the charter says; EditConflict when the form is older than what is saved."""
    fresh = lock_open(collaboration.pk)
    fresh.next_version(version)
    changed = [name for name in EDITABLE if name in fields and getattr(fresh, name) != fields[name]]
    for name in changed:
        setattr(fresh, name, fields[name])
    save_checked(fresh)
    # Names of fields, not their labels: the history is read in more than one language.
    log(fresh, CharterEvent.EDITED, by=by, subject=" ".join(changed))
    return fresh


def convene(*, collaboration, by, note=""):
    """The parties are being brought together."""
    return _move(collaboration, CollaborationState.CONVENING, by=by, note=note)


def activate(*, collaboration, by, note=""):
    """It works from now on, or works again: it has a driver and at least two parties."""
    return _move(collaboration, CollaborationState.ACTIVE, by=by, note=note)


def rest(*, collaboration, by, reason):
    """Nothing happens for a while, on purpose."""
    return _move(collaboration, CollaborationState.DORMANT, by=by, note=require_reason(reason))


def close(*, collaboration, by, reason, on=None):
    """It has ended, for good; what was recorded stays readable."""
    reason = require_reason(reason)
    return _move(collaboration, CollaborationState.CLOSED, by=by, note=reason, ends_on=last_day(on))


@transaction.atomic
def _move(collaboration, target, *, by, note, **facts):
    fresh = lock(collaboration.pk)
    source = CollaborationState(fresh.state)
    require_move(COLLABORATION_MOVES, current=source, target=target)
    if target == CollaborationState.ACTIVE:
        _require_life(fresh)
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.state = target
    fresh.version += 1
    save_checked(fresh)
    log(fresh, CharterEvent.MOVED, by=by, note=note, moved=(source, target))
    return fresh


def _require_life(collaboration):
    """Emerson 2012, proposition 1: without a driver nothing begins; and nobody works alone."""
    if not Driver.objects.filter(collaboration=collaboration).exists():
        raise Refused(_("First record at least one driver: the reason to work together."))
    today = timezone.localdate()
    if Party.objects.current(today=today).filter(collaboration=collaboration).count() < 2:
        raise Refused(_("First add at least two parties that are active today."))
