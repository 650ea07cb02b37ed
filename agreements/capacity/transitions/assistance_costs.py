"""What help costs, item by item: who pays how much; both sides agree, a change is agreed anew."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.capacity.assistance_kinds import SHARED, AssistanceEvent
from agreements.capacity.assistance_money import (
    GIVER,
    REQUESTER,
    SIDES,
    in_words,
    names_of_sides,
    parties_of,
    side_of_line,
)
from agreements.capacity.models import AssistanceCost, AssistanceRequest
from agreements.capacity.transitions.assistance import locked_request, log
from agreements.charter.clock import today_in
from agreements.charter.transitions.locking import lock_row
from agreements.engagement.rules.discovery import speaks_for
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.seen import require_seen

FIELDS = ("item", "amount", "requester_share", "giver_share", "budget_line", "line_owner")
UNAGREED = {
    "requester_agreed_on": None,
    "requester_agreed_by": None,
    "giver_agreed_on": None,
    "giver_agreed_by": None,
    "holds_line": False,
    "opening_side": "",
    "opening_on": None,
    "opening_by": None,
}


@transaction.atomic
def add_cost(
    *, request, by, item, amount, requester_share, giver_share, budget_line="", line_of="", on=None
):
    """One item, and who pays which share of it; `line_of` is the side whose budget line it is."""
    fresh = locked_request(request)
    _require_shared(fresh)
    shares = {REQUESTER: requester_share, GIVER: giver_share}
    said = {
        "request": fresh,
        "item": " ".join(item.split()),
        "amount": amount,
        "requester_share": requester_share,
        "giver_share": giver_share,
        "budget_line": _code(budget_line),
        "line_owner": _owner(fresh, _code(budget_line), line_of, shares),
    }
    if twin := made_a_moment_ago(AssistanceCost.objects, when="created_at", **said):
        return twin
    cost = save_checked(
        AssistanceCost(collaboration=fresh.collaboration, is_sample=fresh.is_sample, **said)
    )
    log_cost(fresh, AssistanceEvent.COST_ADDED, cost, by=by, on=on)
    return cost


@transaction.atomic
def edit_cost(*, cost, by, version, **fields):
    """Another item or sum; what one side agreed before is taken back, what both did stands."""
    request, fresh = locked_cost(cost)
    _require_open(fresh)
    fresh.next_version(version)
    before = in_words(fresh)
    said = fields | {"item": " ".join(fields["item"].split())}
    said["budget_line"] = _code(fields.get("budget_line", ""))
    shares = {side: fields[f"{side}_share"] for side in SIDES}
    said["line_owner"] = _owner(request, said["budget_line"], fields.get("line_of", ""), shares)
    is_other = any(getattr(fresh, name) != said[name] for name in FIELDS)
    for name in FIELDS:
        setattr(fresh, name, said[name])
    if is_other:
        take_back(fresh)
    save_checked(fresh)
    note = f"{before} → {in_words(fresh)}" if is_other else ""
    log_cost(request, AssistanceEvent.COST_EDITED, fresh, by=by, note=note)
    return fresh


@transaction.atomic
def agree_cost(*, cost, by, seen="", on=None):
    """The side for which the user speaks agrees to this item at these shares."""
    request, fresh = locked_cost(cost)
    require_seen(fresh, seen)
    side = side_of(by, fresh)
    if side is None:
        raise Refused(_why_not(by, fresh))
    if side == side_of_line(fresh):
        _require_free_line(fresh, by)
        fresh.holds_line = True
    setattr(fresh, f"{side}_agreed_on", on or today_in(request.collaboration))
    setattr(fresh, f"{side}_agreed_by", by)
    fresh.version += 1
    save_checked(fresh)
    note = f"{names_of_sides(request)[side]}: {in_words(fresh)}"
    log_cost(request, AssistanceEvent.COST_AGREED, fresh, by=by, on=on, note=note)
    return fresh


@transaction.atomic
def remove_cost(*, cost, by):
    """An item that is not paid after all; one that both agreed on is opened by both first."""
    request, fresh = locked_cost(cost)
    _require_open(fresh)
    log_cost(request, AssistanceEvent.COST_REMOVED, fresh, by=by)
    fresh.delete()
    return request


def side_of(user, cost):
    """The side that has not agreed yet and for which the user speaks, or None."""
    agreed = {cost.requester_agreed_by_id, cost.giver_agreed_by_id}
    if user.pk in agreed:
        return None
    for side, party in parties_of(cost.request).items():
        if getattr(cost, f"{side}_agreed_on") is None and speaks_for(user, party):
            return side
    return None


def take_back(cost):
    """Nobody has agreed to it any more, and it holds no budget line."""
    for name, value in UNAGREED.items():
        setattr(cost, name, value)


def _require_open(cost):
    if cost.is_agreed:
        raise Refused(
            _("Both sides agreed on it, so it stands. Ask the other side to open it again first.")
        )


def _why_not(by, cost):
    """Who has to agree now, where it is not this user."""
    names, parties = names_of_sides(cost.request), parties_of(cost.request)
    own = [side for side in SIDES if speaks_for(by, parties[side])]
    left = [side for side in SIDES if getattr(cost, f"{side}_agreed_on") is None]
    if not own:
        return _("This is for those who speak for %(requester)s or %(giver)s.") % names
    if not left:
        return _("Both sides have agreed to it already.")
    if left[0] in own:
        words = _("You have agreed for one side. Another representative has to agree for %s.")
        return words % names[left[0]]
    return _("Your side has agreed already. Now %s has to agree.") % names[left[0]]


def _require_free_line(cost, by):
    """Told to whoever speaks for the owner of the line, and to nobody else."""
    other = AssistanceCost.objects.paid_like(cost).select_related("request__collaboration").first()
    if other is None:
        return
    if AssistanceRequest.objects.visible_to(by).filter(pk=other.request_id).exists():
        words = _(
            "This budget line pays for this item already, in “%(subject)s” (%(place)s). Change the"
            " item or the line here, or open that cost again there."
        )
        told = {"subject": other.request.subject, "place": other.request.collaboration}
        raise ValidationError(words % told)
    raise ValidationError(
        _(
            "This budget line pays for this item already, in a collaboration in which you do not"
            " take part. Change the item or the line here, or ask your own organization."
        )
    )


def _owner(request, line, side, shares):
    """Whose budget line it is: of whoever pays, and said where both do."""
    if not line:
        return None
    pay = [each for each in SIDES if shares[each]]
    if not side and len(pay) == 1:
        side = pay[0]
    if pay and side not in pay:  # a cost that nobody pays is refused for that
        words = _("Say whose budget line it is: of a side that pays a share.")
        raise ValidationError({"budget_line": [words]})
    return parties_of(request)[side or REQUESTER].organization


def locked_cost(cost):
    request = locked_request(cost.request)
    _require_shared(request)
    return request, lock_row(cost)


def _require_shared(request):
    if request.state not in SHARED:
        raise Refused(_("Costs are shared once help is promised, and after it was given."))


def _code(text):
    return " ".join(text.split())


def log_cost(request, event, cost, *, by, on=None, note=""):
    note = note or in_words(cost)
    log(request, by=by, came_from=request.state, event=event, note=note, on=on)
