"""The only code that writes a delivery; how much has arrived moves the pledge on."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from agreements.capacity.models import Delivery
from agreements.capacity.rules.pledges import belongs_to_giver, disputes, speaks_for_receiver
from agreements.capacity.states import (
    DELIVERY_MOVES,
    OUTSTANDING,
    PROMISED,
    TAKEN_BACK,
    DeliveryState,
    PledgeState,
)
from agreements.capacity.transitions.days import past_day
from agreements.capacity.transitions.pledge_steps import for_giver, held, keep, log
from agreements.charter.clock import today_in
from agreements.charter.rules import represented_organizations
from agreements.charter.transitions.locking import lock_row, require_reason
from agreements.documents.holding import require_standing
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.states import require_move

S = DeliveryState


@transaction.atomic
def schedule(*, pledge, by, quantity, planned_on, note=""):
    """Say how much will come on which day; sent twice, it is one."""
    fresh = _accepted(pledge, OUTSTANDING)
    if planned_on < fresh.made_on:
        raise ValidationError({"planned_on": [_("This day is before the pledge was made.")]})
    said = {"quantity": quantity, "planned_on": planned_on, "note": note.strip()}
    return _make(fresh, S.SCHEDULED, by=by, on=None, **said)


@transaction.atomic
def deliver(
    *, pledge, by, quantity, delivered_on, note="", evidence=None, is_sample=False, on=None
):
    """Say what was brought; more than was pledged is recorded too, and shown as such.

    The history tells when this was entered: the day that is stated stands in its words.
    """
    fresh = _accepted(pledge, PROMISED)
    _require_day(fresh, delivered_on)
    _require_evidence(fresh, evidence)
    said = {"quantity": quantity, "delivered_on": delivered_on, "note": note.strip()}
    said |= {"evidence": evidence, "reported_by": by}
    return _make(fresh, S.DELIVERED, by=by, on=on, is_sample=is_sample, **said)


@transaction.atomic
def report(*, delivery, by, quantity, delivered_on, note="", evidence=None):
    """What was scheduled has been brought, as much as is told now."""
    pledge, fresh = _held(delivery)
    _require_accepted(pledge, PROMISED)
    require_move(DELIVERY_MOVES, current=S(fresh.state), target=S.DELIVERED)
    _require_day(pledge, delivered_on)
    _require_evidence(pledge, evidence)
    fresh.quantity, fresh.delivered_on, fresh.reported_by = quantity, delivered_on, by
    fresh.note, fresh.evidence = note.strip() or fresh.note, evidence
    return _move(pledge, fresh, S.DELIVERED, by=by, is_on_behalf=for_giver(by, pledge))


@transaction.atomic
def confirm(*, delivery, by, on=None, note=""):
    """The receiver says that it arrived; what a coordinator said for it, it says itself."""
    pledge, fresh = _held(delivery)
    _require_confirmer(by, fresh)
    is_own = speaks_for_receiver(by, pledge)
    if not (fresh.state == S.CONFIRMED and fresh.is_on_behalf and is_own):
        require_move(DELIVERY_MOVES, current=S(fresh.state), target=S.CONFIRMED)
    fresh.confirmed_on, fresh.confirmed_by = on or today_in(pledge.collaboration), by
    fresh.confirmed_for_id = _confirms_for(by, pledge)
    fresh.is_on_behalf = not is_own
    said = {"note": note.strip(), "is_on_behalf": not is_own}
    return _move(pledge, fresh, S.CONFIRMED, by=by, on=on, **said)


@transaction.atomic
def take_back_confirmation(*, delivery, by, reason):
    """It was confirmed by mistake: it waits again, to be confirmed, disputed or cancelled."""
    words = require_reason(reason)
    pledge, fresh = _held(delivery)
    _require_confirmer(by, fresh)
    require_move(TAKEN_BACK, current=S(fresh.state), target=S.DELIVERED)
    _unconfirm(fresh)
    is_on_behalf = not speaks_for_receiver(by, pledge)
    return _move(pledge, fresh, S.DELIVERED, by=by, note=words, is_on_behalf=is_on_behalf)


@transaction.atomic
def dispute(*, delivery, by, reason, on=None):
    """The receiver says that it did not arrive, for all a coordinator: it no longer counts."""
    words = require_reason(reason)
    pledge, fresh = _held(delivery)
    require_move(DELIVERY_MOVES, current=S(fresh.state), target=S.DISPUTED)
    _require_disputant(by, pledge)
    if fresh.state == S.CONFIRMED and not fresh.is_on_behalf:
        raise IllegalMove(_("The receiver itself has confirmed this."))
    _unconfirm(fresh)
    return _move(pledge, fresh, S.DISPUTED, by=by, on=on, note=words)


@transaction.atomic
def cancel(*, delivery, by, reason):
    """It will not come on that day, or was reported by mistake; never once it is confirmed."""
    words = require_reason(reason)
    pledge, fresh = _held(delivery)
    require_move(DELIVERY_MOVES, current=S(fresh.state), target=S.CANCELLED)
    return _move(pledge, fresh, S.CANCELLED, by=by, note=words, is_on_behalf=for_giver(by, pledge))


def cancel_scheduled(pledge, *, by, note):
    """What was planned of a pledge that is over does not come; its row is held already."""
    rows = pledge.deliveries.select_for_update(no_key=True).filter(state=S.SCHEDULED)
    for row in rows.order_by("pk"):
        row.pledge = pledge
        _move(pledge, row, S.CANCELLED, by=by, note=note, is_on_behalf=for_giver(by, pledge))


def _require_confirmer(by, delivery):
    """Nobody of the giver, and not who reported it; the rule asks for the rest."""
    if belongs_to_giver(by, delivery.pledge):
        raise Refused(_("The receiver confirms what arrived, never the giver."))
    if delivery.reported_by_id == by.pk:
        raise Refused(_("Whoever reported a delivery does not confirm it."))


def _unconfirm(delivery):
    delivery.confirmed_on = delivery.confirmed_by = delivery.confirmed_for = None
    delivery.is_on_behalf = False


def _require_disputant(by, pledge):
    if disputes(by, pledge):
        return
    if pledge.receiver_id is None:
        raise Refused(_("What is for all is disputed by a coordinator, not by one party for all."))
    raise Refused(_("The receiver says whether something arrived."))


def _accepted(pledge, states):
    fresh = held(pledge)
    _require_accepted(fresh, states)
    return fresh


def _require_accepted(pledge, states):
    if pledge.state not in states:
        words = _("Nothing is delivered of a pledge that is “%s”.")
        raise IllegalMove(words % PledgeState(pledge.state).label)


def _held(delivery):
    pledge = held(delivery.pledge)
    fresh = lock_row(delivery)
    fresh.pledge = pledge
    return pledge, fresh


def _make(pledge, state, *, by, on, is_sample=False, **said):
    told = {"pledge": pledge, "state": state, **said}
    if twin := made_a_moment_ago(Delivery.objects, when="created_at", **told):
        return twin
    delivery = Delivery(is_sample=is_sample or pledge.is_sample, **told)
    save_checked(delivery)
    _log(pledge, delivery, "", by=by, on=on, is_on_behalf=for_giver(by, pledge))
    _follow(pledge)
    return delivery


def _move(pledge, fresh, target, *, by, on=None, note="", is_on_behalf=False):
    source, fresh.state = S(fresh.state), target
    save_checked(fresh)
    _log(pledge, fresh, source, by=by, on=on, note=note, is_on_behalf=is_on_behalf)
    _follow(pledge)
    return fresh


def _log(pledge, delivery, source, *, by, **facts):
    log(pledge, source, by=by, delivery=delivery, to_state=delivery.state, **facts)


def _follow(pledge):
    """The pledge stands where what has arrived puts it; its deliveries tell why."""
    if pledge.state not in PROMISED:
        return
    total = pledge.deliveries.arrived().aggregate(all=Sum("quantity"))["all"] or 0
    target = PledgeState.PARTLY if total else PledgeState.ACCEPTED
    if total >= pledge.quantity:
        target = PledgeState.DELIVERED
    if target != pledge.state:
        pledge.state = target
        keep(pledge)


def _confirms_for(by, pledge):
    """The receiver; of what is for all, the one party for which somebody speaks, if it is one."""
    if pledge.receiver_id is not None:
        return pledge.receiver_id
    spoken_for = represented_organizations(by, pledge.collaboration_id)
    if by.organization_id in spoken_for:
        return by.organization_id
    return next(iter(spoken_for)) if len(spoken_for) == 1 else None


def _require_day(pledge, day):
    past_day(day, pledge.collaboration, field="delivered_on")
    if day < pledge.made_on:
        sentence = _("This day is before the pledge was made.")
        raise ValidationError({"delivered_on": [sentence]})


def _require_evidence(pledge, evidence):
    if evidence is None:
        return
    if evidence.collaboration_id != pledge.collaboration_id:
        raise ValidationError({"evidence": [_("This belongs to another collaboration.")]})
    if evidence.withdrawn_at is not None:
        raise ValidationError({"evidence": [_("This document was withdrawn.")]})
    require_standing(evidence)
