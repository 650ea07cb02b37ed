"""What both sides agreed on stands until both open it again: one asks, the other agrees to it."""

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.capacity.assistance_kinds import AssistanceEvent
from agreements.capacity.assistance_money import SIDES, in_words, names_of_sides, parties_of
from agreements.capacity.transitions.assistance_costs import (
    locked_cost,
    log_cost,
    take_back,
)
from agreements.charter.clock import today_in
from agreements.engagement.rules.discovery import speaks_for
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.seen import require_seen


@transaction.atomic
def open_cost(*, cost, by, seen=""):
    """The first side asks for it, the second agrees: only then it may be changed or taken out."""
    request, fresh = locked_cost(cost)
    require_seen(fresh, seen)
    if not fresh.is_agreed:
        raise Refused(_("Only what both sides agreed on is opened again. This can be changed."))
    side = side_to_open(by, fresh)
    if side is None:
        raise Refused(_why_not(by, fresh))
    if fresh.opening_side:
        take_back(fresh)
        event = AssistanceEvent.COST_OPENED
    else:
        fresh.opening_side, fresh.opening_by = side, by
        fresh.opening_on = today_in(request.collaboration)
        event = AssistanceEvent.COST_OPENING
    return _save(request, fresh, event, side, by=by)


@transaction.atomic
def keep_cost(*, cost, by):
    """It stays as agreed: whoever asked no longer wants it open, or the other side does not."""
    request, fresh = locked_cost(cost)
    if not fresh.opening_side:
        raise Refused(_("Nobody asks to open this cost again."))
    side = next((each for each in SIDES if speaks_for(by, parties_of(request)[each])), None)
    if side is None:
        raise Refused(_why_not(by, fresh))
    fresh.opening_side, fresh.opening_on, fresh.opening_by = "", None, None
    return _save(request, fresh, AssistanceEvent.COST_KEPT, side, by=by)


def side_to_open(user, cost):
    """The side that has not asked yet and for which the user speaks, or None."""
    if not cost.is_agreed or cost.opening_by_id == user.pk:
        return None
    for side, party in parties_of(cost.request).items():
        if side != cost.opening_side and speaks_for(user, party):
            return side
    return None


def _why_not(by, cost):
    """What the user can do instead."""
    names, parties = names_of_sides(cost.request), parties_of(cost.request)
    if not any(speaks_for(by, party) for party in parties.values()):
        return _("This is for those who speak for %(requester)s or %(giver)s.") % names
    other = next(side for side in SIDES if side != cost.opening_side)
    return _("Your side has asked for it. Now somebody else has to agree for %s.") % names[other]


def _save(request, fresh, event, side, *, by):
    fresh.version += 1
    save_checked(fresh)
    note = f"{names_of_sides(request)[side]}: {in_words(fresh)}"
    log_cost(request, event, fresh, by=by, note=note)
    return fresh
