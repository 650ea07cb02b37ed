"""State what is needed, put it right, close it when it is met or no longer there."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.capacity.models import NeedChange, ResourceNeed
from agreements.capacity.states import NEED_MOVES, NeedState
from agreements.capacity.transitions.texts import tidied
from agreements.charter.models import Party
from agreements.charter.rules import is_coordinator_of
from agreements.charter.transitions.locking import lock_open, locked, moment, require_reason
from agreements.engagement.rules.discovery import own_organizations
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.states import require_move

PLAIN = ("what", "unit")


@transaction.atomic
def state_need(*, collaboration, by, is_sample=False, on=None, **fields):
    """Say what is missing; sent twice, it makes one need.

    `fields`: what, kind, quantity, unit, and if known organization, goal, needed_by.
    """
    fresh = lock_open(collaboration.pk)
    said = {"collaboration": fresh, **tidied(fields, *PLAIN)}
    need = ResourceNeed(is_sample=is_sample, **said)
    _require_own(need, by)
    _require_place(need)
    if twin := made_a_moment_ago(ResourceNeed.objects, when="created_at", **said):
        return twin
    save_checked(need)
    _log(need, "", by=by, on=on)
    return need


@transaction.atomic
def edit_need(*, need, by, version, **fields):
    """Put right what is said; whose it is, its kind and unit stay once pledges meet it."""
    fresh = locked(need, need.collaboration_id)
    fresh.next_version(version)
    whose = fresh.organization_id
    for name, value in tidied(fields, *PLAIN).items():
        setattr(fresh, name, value)
    _require_own(fresh, by)
    _require_place(fresh)
    _require_same_kind(fresh)
    _require_same_party(fresh, whose)
    save_checked(fresh)
    _log(fresh, fresh.state, by=by)
    return fresh


@transaction.atomic
def close_need(*, need, by, reason):
    """It is met, or nobody needs it any more; the reason says which."""
    return _move(need, NeedState.CLOSED, by=by, note=require_reason(reason))


@transaction.atomic
def reopen_need(*, need, by):
    """It is needed after all."""
    return _move(need, NeedState.OPEN, by=by, note="")


def _move(need, target, *, by, note):
    fresh = locked(need, need.collaboration_id)
    source = NeedState(fresh.state)
    require_move(NEED_MOVES, current=source, target=target)
    fresh.state = target
    fresh.version += 1
    save_checked(fresh)
    _log(fresh, source, by=by, note=note)
    return fresh


def _require_own(need, by):
    """A need is stated by the party that has it; for another, and for all, by anybody who runs."""
    runs = is_coordinator_of(by, need.collaboration_id)
    if need.organization_id is None or runs:
        return
    if need.organization_id not in own_organizations(by, need.collaboration_id):
        sentence = _("You state needs of your own organization, or of the collaboration.")
        raise ValidationError({"organization": [sentence]})


def _require_place(need):
    """Its party takes part here, its goal is one of these."""
    if need.organization_id is not None:
        require_party(need.organization, need.collaboration_id, field="organization")
    if need.goal is not None and need.goal.collaboration_id != need.collaboration_id:
        raise ValidationError({"goal": [_("The goal belongs to another collaboration.")]})


def require_party(organization, collaboration_id, *, field):
    """An organization that takes part in this collaboration today."""
    parties = Party.objects.current().filter(collaboration=collaboration_id)
    if not parties.filter(organization=organization).exists():
        sentence = _("Choose a party that takes part in this collaboration today.")
        raise ValidationError({field: [sentence]})


def _require_same_kind(need):
    pledges = need.pledges.all()
    if pledges.exists() and not pledges.counted_as(need.kind, need.unit).exists():
        raise Refused(_("Pledges meet this need already: its kind and its unit stay as they are."))


def _require_same_party(need, whose):
    if need.organization_id != whose and need.pledges.exists():
        raise Refused(_("Pledges meet this need already: it stays clear whose need it is."))


def _log(need, source, *, by, note="", on=None):
    NeedChange.objects.create(
        need=need,
        from_state=source,
        to_state=need.state,
        note=note,
        made_by=by,
        made_at=moment(on, need.collaboration),
    )
