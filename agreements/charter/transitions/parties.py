"""Add, invite, activate, pause and end the parties of a collaboration."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.kinds import Basis, CharterEvent, Voice
from agreements.charter.models import Party, PartyChange, Representative
from agreements.charter.states import PARTY_MOVES, CollaborationState, PartyState
from agreements.charter.transitions.locking import (
    last_day,
    lock,
    lock_open,
    lock_row,
    log,
    require_reason,
)
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move

BEFORE_IT_WORKS = (CollaborationState.EXPLORING, CollaborationState.CONVENING)
FIRST_STATES = (PartyState.PROSPECT, PartyState.INVITED, PartyState.ACTIVE)


@transaction.atomic
def add_party(
    *,
    collaboration,
    organization,
    by,
    basis=Basis.VOLUNTARY,
    voice=Voice.DECIDES,
    starts_on=None,
    state=PartyState.ACTIVE,
    is_sample=False,
):
    """An organization joins, is invited or is thought of; it may have left before."""
    fresh = lock_open(collaboration.pk)
    if state not in FIRST_STATES:
        raise Refused(_("A new party is a prospect, invited or active."))
    if not organization.is_active:
        raise Refused(_("This organization is no longer active in the register."))
    party = Party(
        collaboration=fresh,
        organization=organization,
        basis=basis,
        voice=voice,
        starts_on=starts_on or usual_start(fresh),
        state=state,
        is_sample=is_sample,
    )
    save_checked(party)
    PartyChange.objects.create(party=party, to_state=state, made_by=by)
    return party


def usual_start(collaboration):
    """Since when a new party takes part: from the beginning, or from today once it works."""
    if collaboration.state in BEFORE_IT_WORKS:
        return collaboration.starts_on
    return timezone.localdate()


@transaction.atomic
def edit_party(*, party, by, version, basis, voice, starts_on):
    """Correct on what basis an organization takes part, with which voice and since when."""
    collaboration = lock_open(party.collaboration_id)
    fresh = lock_row(party)
    fresh.next_version(version)
    fresh.basis, fresh.voice, fresh.starts_on = basis, voice, starts_on
    save_checked(fresh)
    log(collaboration, CharterEvent.PARTY_EDITED, by=by, subject=fresh.organization)
    return fresh


def invite_party(*, party, by, note=""):
    return _move(party, PartyState.INVITED, by=by, note=note)


def activate_party(*, party, by, note=""):
    return _move(party, PartyState.ACTIVE, by=by, note=note)


def pause_party(*, party, by, reason):
    """It takes no part for a while; its people see the collaboration no more until then."""
    return _move(party, PartyState.PAUSED, by=by, note=require_reason(reason))


@transaction.atomic
def end_party(*, party, by, reason, on=None):
    """The organization leaves, and with it the people who speak for it."""
    reason, day = require_reason(reason), last_day(on)
    fresh = _move(party, PartyState.LEFT, by=by, note=reason, ends_on=day)
    speaking = Representative.objects.filter(Q(ends_on=None) | Q(ends_on__gt=day), party=fresh)
    speaking.filter(starts_on__gt=day).delete()  # they never began
    speaking.update(ends_on=day)
    return fresh


@transaction.atomic
def _move(party, target, *, by, note, **facts):
    # Whoever leaves a closed collaboration is still written down.
    (lock if target == PartyState.LEFT else lock_open)(party.collaboration_id)
    fresh = lock_row(party)
    source = PartyState(fresh.state)
    require_move(PARTY_MOVES, current=source, target=target)
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.state = target
    fresh.version += 1
    save_checked(fresh)
    PartyChange.objects.create(
        party=fresh, from_state=source, to_state=target, note=note, made_by=by
    )
    return fresh
