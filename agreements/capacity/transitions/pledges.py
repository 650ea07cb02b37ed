"""The only code that writes a pledge: offered, answered, moved to another day, withdrawn."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.capacity.models import Pledge
from agreements.capacity.rules.pledges import (
    changes_promise,
    declines,
    is_receiver,
    speaks_for_giver,
    speaks_for_receiver,
    takes_back,
)
from agreements.capacity.states import OUTSTANDING, PROMISED, PledgeState
from agreements.capacity.transitions.days import past_day
from agreements.capacity.transitions.deliveries import cancel_scheduled
from agreements.capacity.transitions.needs import require_party
from agreements.capacity.transitions.pledge_steps import for_giver, held, keep, log, move
from agreements.capacity.transitions.texts import tidied
from agreements.charter.clock import today_in
from agreements.charter.rules import is_coordinator_of
from agreements.charter.transitions.locking import lock_open, lock_row, require_reason
from agreements.engagement.rules.discovery import own_organizations
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.seen import require_seen
from collabgov.kit.states import require_move

S = PledgeState
PLAIN = ("what", "unit")


@transaction.atomic
def offer(*, collaboration, giver, by, due_on, made_on=None, is_sample=False, on=None, **fields):
    """An organization pledges something to another party or to all; sent twice, it is one pledge.

    Recorded by somebody else than its own people it waits for the giver's word, wherever it was
    heard: otherwise one coordinator could give the word of both sides.

    `fields`: what, kind, quantity, unit, and if known receiver, need, meeting, decision, clause.
    """
    fresh = lock_open(collaboration.pk)
    said = {"collaboration": fresh, "giver": giver, "due_on": due_on, **tidied(fields, *PLAIN)}
    day = past_day(made_on, fresh, field="made_on")
    pledge = Pledge(made_on=day, original_due_on=due_on, recorded_by=by, **said)
    pledge.is_sample = is_sample
    _meet(pledge)
    _require_place(pledge)
    pledge.is_on_behalf = _is_on_behalf(pledge, by)
    said = said | {"receiver": pledge.receiver, "recorded_by": by}
    if twin := made_a_moment_ago(Pledge.objects, when="created_at", **said):
        return twin
    save_checked(pledge)
    log(pledge, "", by=by, on=on, is_on_behalf=pledge.is_on_behalf)
    return pledge


@transaction.atomic
def accept(*, pledge, by, on=None, seen=None):
    """The receiver takes the offer, or confirms that it did; a coordinator says it in its place."""
    fresh = held(pledge)
    require_seen(fresh, seen)
    if fresh.state not in PROMISED:
        return _answer(fresh, S.ACCEPTED, by=by, on=on)
    if not _puts_right(by, fresh):  # only a delivery that did not arrive leads back to accepted
        require_move({}, current=S(fresh.state), target=S.ACCEPTED)
    fresh.accepted_on_behalf = False
    keep(fresh)
    log(fresh, S.OFFERED, by=by, on=on, to_state=S.ACCEPTED)  # as if it had answered then
    return fresh


@transaction.atomic
def decline(*, pledge, by, reason, on=None, seen=None):
    """The receiver does not take the offer, or never did, and says why."""
    note = require_reason(reason)
    fresh = held(pledge)
    require_seen(fresh, seen)
    if fresh.receiver_id is None and not declines(by, fresh):
        raise Refused(_("What is for all is declined by a coordinator, not by one party for all."))
    if fresh.state == S.ACCEPTED and not _puts_right(by, fresh):
        raise IllegalMove(_("This has been accepted; the giver may withdraw it."))
    gone = _answer(fresh, S.DECLINED, by=by, on=on, note=note)
    cancel_scheduled(gone, by=by, note=note)
    return gone


@transaction.atomic
def stand_by(*, pledge, by, seen=None):
    """The giver confirms what others recorded as its word."""
    fresh = held(pledge)
    require_seen(fresh, seen)
    if not fresh.is_on_behalf:
        raise Refused(_("The giver itself has pledged this."))
    if not speaks_for_giver(by, fresh):
        raise Refused(_("Only who speaks for the giver can confirm its word."))
    fresh.is_on_behalf = False
    keep(fresh)
    log(fresh, fresh.state, by=by)
    return fresh


@transaction.atomic
def withdraw(*, pledge, by, reason, on=None):
    """The giver takes it back, with a reason: what was delivered stays, what was planned goes."""
    note = require_reason(reason)
    fresh = held(pledge)
    if not takes_back(by, fresh):
        raise Refused(_("Only who speaks for the giver, or a coordinator, takes its word back."))
    gone = move(fresh, S.WITHDRAWN, by=by, note=note, on=on, is_on_behalf=for_giver(by, fresh))
    cancel_scheduled(gone, by=by, note=note)
    return gone


@transaction.atomic
def move_due_date(*, pledge, by, new_due_on, reason):
    """Another day, with a reason; the first one stays on record."""
    note = require_reason(reason)
    fresh = held(pledge)
    if not changes_promise(by, fresh):
        raise Refused(_("The giver moves its own due date, not the party that receives."))
    if fresh.state not in (S.OFFERED, *OUTSTANDING):
        raise IllegalMove(_("The due date can no longer move: “%s”.") % S(fresh.state).label)
    if new_due_on < today_in(fresh.collaboration):
        raise ValidationError({"new_due_on": [_("The new due date is already past.")]})
    if new_due_on == fresh.due_on:
        raise ValidationError({"new_due_on": [_("This is already the due date.")]})
    old, fresh.due_on = fresh.due_on, new_due_on
    keep(fresh)
    days = {"days": (old, new_due_on), "is_on_behalf": for_giver(by, fresh)}
    log(fresh, fresh.state, by=by, note=note, **days)
    return fresh


def _answer(fresh, target, *, by, on, note=""):
    """A coordinator answers in the receiver's place; of what is for all, in nobody's."""
    in_its_place = fresh.receiver_id is not None and not speaks_for_receiver(by, fresh)
    fresh.accepted_on_behalf = in_its_place and target == S.ACCEPTED
    return move(fresh, target, by=by, note=note, on=on, is_on_behalf=in_its_place)


def _puts_right(by, pledge):
    """Of the receiver, about what a coordinator accepted in its place."""
    return pledge.accepted_on_behalf and is_receiver(by, pledge)


def _meet(pledge):
    """A pledge that meets a party's need is for that party, in its kind and unit."""
    if pledge.need is None:
        return
    need = pledge.need = lock_row(pledge.need)
    if need.organization_id and pledge.receiver_id not in (None, need.organization_id):
        sentence = _("This need is that of %s: choose it as the receiver.")
        raise ValidationError({"receiver": [sentence % need.organization.label]})
    pledge.receiver = pledge.receiver or need.organization
    if (need.kind, need.unit.lower()) != (pledge.kind, pledge.unit.lower()):
        sentence = _("This need is counted otherwise: %(kind)s, %(amount)s.")
        facts = {"kind": need.get_kind_display(), "amount": need.amount}
        raise ValidationError({"need": [sentence % facts]})
    if not need.is_open:
        raise ValidationError({"need": [_("This need is closed.")]})


def _require_place(pledge):
    """Everything that it names belongs to its collaboration."""
    home = pledge.collaboration_id
    require_party(pledge.giver, home, field="giver")
    if pledge.receiver_id is not None:
        require_party(pledge.receiver, home, field="receiver")
    homes = {
        "need": pledge.need and pledge.need.collaboration_id,
        "meeting": pledge.meeting and pledge.meeting.collaboration_id,
        "decision": pledge.decision and pledge.decision.meeting.collaboration_id,
        "clause": pledge.clause and pledge.clause.agreement.collaboration_id,
    }
    for field, place in homes.items():
        if place not in (None, home):
            raise ValidationError({field: [_("This belongs to another collaboration.")]})


def _is_on_behalf(pledge, by):
    """Own people give their word; others record it, which only coordinators do."""
    if pledge.giver_id in own_organizations(by, pledge.collaboration_id):
        return False
    if not is_coordinator_of(by, pledge.collaboration_id):
        raise ValidationError({"giver": [_("You pledge for your own organization only.")]})
    return True
