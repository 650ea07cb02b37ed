"""What the page of a request for assistance shows, read in a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from agreements.capacity.assistance_clock import clock_of, clock_of_escalation
from agreements.capacity.assistance_kinds import (
    OPEN,
    SHARED,
    AssistanceEvent,
    AssistanceState,
)
from agreements.capacity.assistance_money import names_of_sides
from agreements.capacity.assistance_steps import buttons_for, waits_for
from agreements.capacity.models import AssistanceCost
from agreements.capacity.transitions.assistance_costs import side_of
from agreements.capacity.transitions.assistance_openings import side_to_open
from agreements.charter.asking import asked_once
from agreements.charter.clock import today_in
from agreements.charter.history import moved

NEWEST = 20  # lines of the history of a page that does not show all


@dataclass(frozen=True)
class Line:
    """One line of the history."""

    what: str
    note: str
    made_by: str
    made_at: datetime
    is_on_behalf: bool


@dataclass(frozen=True)
class CostLine:
    """One cost, and what the reader may do with it."""

    cost: AssistanceCost
    may_agree: bool
    may_open: bool
    may_keep: bool
    may_change: bool

    @property
    def asks_to_open(self):
        """The name of the side that asks to open it again, or nothing."""
        return names_of_sides(self.cost.request).get(self.cost.opening_side, "")


class RequestPage:
    """One request with all that belongs to it, each read once."""

    def __init__(self, request, user):
        self.request, self.user = request, user
        self.answer = request.answer

    @cached_property
    def escalations(self):
        rows = self.request.escalations.select_related(
            "superior", "escalated_by__person", "answered_by__person"
        )
        today = today_in(self.request.collaboration)
        return [(row, clock_of_escalation(row, today=today)) for row in rows]

    @cached_property
    def open_escalation(self):
        return next((row for row, _clock in self.escalations if row.is_open), None)

    @cached_property
    def asked_again(self):
        """The request that followed this one and still stands, or None; of drafts only its own
        party learns.
        """
        rows = self.request.asked_again.filter(state__in=(AssistanceState.DRAFT, *OPEN))
        rows = rows.visible_to(self.user)
        return rows.order_by("-pk").first()

    @cached_property
    def costs(self):
        return list(
            self.request.costs.select_related(
                "requester_agreed_by__person", "giver_agreed_by__person", "line_owner"
            )
        )

    @cached_property
    def grounds(self):
        return [row.kind for row in self.request.grounds.select_related("kind")]

    def lines(self, *, is_whole):
        """The newest first, one more than a page shows: all of them when they were asked for."""
        rows = self.request.changes.select_related("made_by__person").order_by("-made_at", "-pk")
        return [
            Line(_what(row), row.note, author_of(row), row.made_at, row.is_on_behalf)
            for row in (rows if is_whole else rows[: NEWEST + 1])
        ]


def _what(row):
    if row.event == AssistanceEvent.MOVED:
        return moved(AssistanceState, row)
    if row.from_state != row.to_state:
        return f"{row.get_event_display()}: {moved(AssistanceState, row)}"
    return row.get_event_display()


def author_of(row):
    """Who did it; what the calendar did, nobody did."""
    return str(row.made_by) if row.made_by else _("by the calendar")


def facts_of(request, user, *, is_whole=False):
    """What the page shows; of its history the newest lines, or all that happened."""
    page, clock = RequestPage(request, user), clock_of(request)
    lines = page.lines(is_whole=is_whole)
    shown = lines if is_whole else lines[:NEWEST]
    with asked_once():
        return {
            "collaboration": request.collaboration,
            "page": page,
            "answer": page.answer,
            "buttons": buttons_for(user, page),
            "waits_for": waits_for(page),
            "clock": clock,
            "waits_until": _waits_until(page, clock),
            "lines": shown,
            "has_more_lines": len(shown) < len(lines),
            **_costs(page, user),
        }


def _waits_until(page, clock):
    """The day that belongs to the sentence on who has to move, or None."""
    if page.open_escalation is not None:
        return page.open_escalation.due_on
    return clock.day if clock else None


def _costs(page, user):
    request = page.request
    may_share = request.state in SHARED and user.has_perm(
        "agreements.share_assistance_costs", request
    )
    may_agree = may_share and user.has_perm("agreements.agree_assistance_cost", request)
    rows = []
    for cost in page.costs:
        cost.request = request
        rows.append(
            CostLine(
                cost,
                may_agree=may_agree and side_of(user, cost) is not None,
                may_open=may_agree and side_to_open(user, cost) is not None,
                may_keep=may_agree and bool(cost.opening_side),
                may_change=may_share and not cost.is_agreed,
            )
        )
    to_pay = [cost for cost in page.costs if not cost.is_dropped]
    totals = {
        name: sum((getattr(cost, name) for cost in to_pay), Decimal())
        for name in ("amount", "requester_share", "giver_share")
    }
    to_agree = sum(row.may_agree for row in rows)
    return {"costs": rows, "totals": totals, "may_share": may_share, "to_agree": to_agree}
