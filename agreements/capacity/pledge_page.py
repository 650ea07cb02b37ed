"""What the page of a pledge shows: who moves next, its deliveries, what happened to it."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.capacity.rules.pledges import (
    changes_promise,
    declines,
    disputes,
    gives,
    is_receiver,
    receives,
    speaks_for_giver,
    takes_back,
)
from agreements.capacity.states import (
    OUTSTANDING,
    PROMISED,
    DeliveryState,
    PledgeState,
)
from agreements.charter.asking import asked_once
from agreements.charter.history import Line
from agreements.charter.states import CollaborationState
from collabgov.kit.seen import mark_of

S, D = PledgeState, DeliveryState
FEW = 8


@dataclass(frozen=True)
class Step:
    """One verb: `asks` opens a page, else it is a button."""

    label: str
    url_name: str
    icon: str
    asks: bool = False
    style: str = "secondary"


ACCEPT = Step(gettext_lazy("Accept"), "pledge-accept", "check-lg", style="primary")
ACCEPT_TOO = Step(
    gettext_lazy("Confirm that we accepted"), "pledge-accept", "check-lg", style="primary"
)
DECLINE = Step(gettext_lazy("Decline"), "pledge-decline", "x-lg", asks=True)
STAND_BY = Step(
    gettext_lazy("Stand by what was recorded"), "pledge-stand-by", "check-lg", style="primary"
)
DELIVER = Step(
    gettext_lazy("Report a delivery"), "delivery-create", "check2-square", True, "primary"
)
SCHEDULE = Step(gettext_lazy("Schedule a delivery"), "delivery-schedule", "calendar-event", True)
DUE_DATE = Step(gettext_lazy("Move the due date"), "pledge-due-date", "clock", asks=True)
WITHDRAW = Step(gettext_lazy("Withdraw the pledge"), "pledge-withdraw", "x-circle", True, "danger")
REPORT = Step(gettext_lazy("Report it as delivered"), "delivery-report", "check2-square", asks=True)
CONFIRM = Step(gettext_lazy("Confirm that it arrived"), "delivery-confirm", "check-lg")
TAKE_BACK = Step(
    gettext_lazy("Take the confirmation back"), "delivery-take-back", "arrow-repeat", asks=True
)
DISPUTE = Step(gettext_lazy("It did not arrive"), "delivery-dispute", "x-lg", asks=True)
CANCEL = Step(gettext_lazy("Cancel the delivery"), "delivery-cancel", "slash-circle", asks=True)


def facts_of(pledge, user):
    pledge.mark = mark_of(pledge)
    with asked_once():
        reader = _Reader(pledge, user)
        rows = list(pledge.deliveries.for_page())
        for row in rows:
            row.pledge = pledge
            row.steps = reader.steps_of(row)
        steps = reader.steps()
    lines = [_line(change) for change in pledge.changes.for_page()]
    return {
        "deliveries": rows,
        "steps": steps,
        "waits_for": waits_for(pledge, rows),
        "history": lines[:FEW],
        "older_history": lines[FEW:],
    }


class _Reader:
    """What this user may do with the pledge and each of its deliveries."""

    def __init__(self, pledge, user):
        self.pledge, self.user = pledge, user
        is_open = pledge.collaboration.state != CollaborationState.CLOSED
        self.gives = is_open and gives(user, pledge)
        self.moves = is_open and changes_promise(user, pledge)
        self.takes_back = is_open and takes_back(user, pledge)
        self.receives = is_open and receives(user, pledge)
        self.declines = is_open and declines(user, pledge)
        self.disputes = is_open and disputes(user, pledge)
        self.is_receiver = is_open and is_receiver(user, pledge)
        self.speaks = is_open and not user.is_auditor and speaks_for_giver(user, pledge)

    def steps(self):
        state = self.pledge.state
        is_living = state in (S.OFFERED, *PROMISED)
        puts_right = self.is_receiver and self.pledge.accepted_on_behalf
        offered = (
            (ACCEPT, self.receives and state == S.OFFERED),
            (DECLINE, self.declines and state == S.OFFERED),
            (ACCEPT_TOO, puts_right and state in PROMISED),
            (DECLINE, puts_right and state == S.ACCEPTED),
            (STAND_BY, self.speaks and self.pledge.is_on_behalf and is_living),
            (DELIVER, self.gives and state in PROMISED),
            (SCHEDULE, self.gives and state in OUTSTANDING),
            (DUE_DATE, self.moves and state in (S.OFFERED, *OUTSTANDING)),
            (WITHDRAW, self.takes_back and state in (S.OFFERED, *OUTSTANDING)),
        )
        return [step for step, may in offered if may]

    def steps_of(self, row):
        is_new = row.state == D.DELIVERED
        confirms = self.receives and row.reported_by_id != self.user.pk
        for_us = row.is_on_behalf and self.is_receiver
        is_promised = self.pledge.state in PROMISED
        offered = (
            (CONFIRM, confirms and is_new),
            (CONFIRM, for_us),
            (TAKE_BACK, confirms and row.state == D.CONFIRMED),
            (DISPUTE, self.disputes and (is_new or row.is_on_behalf)),
            (REPORT, self.gives and is_promised and row.state == D.SCHEDULED),
            (CANCEL, self.gives and row.state in (D.SCHEDULED, D.DELIVERED)),
        )
        return [step for step, may in offered if may]


def waits_for(pledge, deliveries):
    """The sentence that says who has to move next, or nothing."""
    receiver = pledge.receiver.label if pledge.receiver else _("Another party")
    who = {"giver": pledge.giver.label, "receiver": receiver}
    if pledge.state == S.OFFERED:
        return _("%(receiver)s has to answer: does it take this?") % who
    if pledge.accepted_on_behalf and pledge.state in PROMISED:
        return _("%(receiver)s has not confirmed yet that it accepted this.") % who
    if any(row.state == D.DELIVERED for row in deliveries):
        return _("%(receiver)s confirms what arrived.") % who
    if pledge.state in OUTSTANDING:
        return _("%(giver)s delivers and says so here.") % who
    if pledge.is_on_behalf and pledge.state == S.DELIVERED:
        return _("%(giver)s has not confirmed yet that this is its word.") % who
    return ""


def _line(change):
    return Line(title_of(change), _about(change), change.note, str(change.made_by), change.made_at)


def _about(change):
    if change.new_due_on:
        days = {
            "old": date_format(change.old_due_on, "SHORT_DATE_FORMAT"),
            "new": date_format(change.new_due_on, "SHORT_DATE_FORMAT"),
        }
        return _("from %(old)s to %(new)s") % days
    if change.delivery is None:
        return ""
    if change.to_state == D.DELIVERED:
        day = date_format(change.delivery.delivered_on, "SHORT_DATE_FORMAT")
        facts = {"amount": change.delivery.amount, "day": day}
        return _("%(amount)s, delivered on %(day)s") % facts
    return change.delivery.amount


def title_of(change):
    """What happened, and whether somebody else did it in the party's place."""
    words = _move(change)
    if change.is_on_behalf:
        return _("%s, on behalf of the party") % words
    return words


def _move(change):
    if change.new_due_on:
        return _("Due date moved")
    if change.from_state == change.to_state and change.delivery is None:
        return _("The giver stands by it")
    if change.from_state == change.to_state:
        return _("Confirmed by the receiver itself")
    if change.delivery and (change.from_state, change.to_state) == (D.CONFIRMED, D.DELIVERED):
        return _("Confirmation taken back")
    states = D if change.delivery else S
    return str(states(change.to_state).label)
