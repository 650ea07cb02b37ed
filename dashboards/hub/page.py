"""The page of a collaboration: what presses, whose turn it is, and the way to all its parts."""

from dataclasses import replace
from typing import Any

from actors.models import User
from agreements.charter.asking import asked_once
from agreements.charter.page import state_of
from agreements.charter.states import CollaborationState
from agreements.models import Collaboration, Coordinator
from dashboards.board import FIRST
from dashboards.hub.counts import counts_of
from dashboards.hub.rows import Desk, groups_of
from dashboards.hub.turn import your_turn
from dashboards.panels.attention import Attention, needs_attention
from dashboards.panels.mine import next_meetings
from dashboards.sight import Sight

MEETINGS = 2


def hub_of(user: User, collaboration: Collaboration) -> dict[str, Any]:
    sight = Sight.of(user, [collaboration])
    verbs = verbs_of(user, collaboration)
    desk = Desk(
        collaboration,
        counts_of(collaboration, today=sight.today),
        _coordinators(sight, collaboration),
        verbs,
    )
    return {
        "sight": sight,
        "turn": your_turn(sight),
        "attention": _first(needs_attention(sight), collaboration),
        "next_meetings": next_meetings(sight)[:MEETINGS],
        "groups": groups_of(desk),
        **verbs,
        **state_of(collaboration, may_edit=verbs["may_edit"]),
    }


def verbs_of(user: User, collaboration: Collaboration) -> dict[str, bool]:
    """What this reader may do here, as plain yes and no."""
    is_open = collaboration.state != CollaborationState.CLOSED
    rules = {
        "may_edit": "agreements.edit_charter",
        "may_log": "agreements.log_meeting",
        "may_promise": "agreements.propose_commitment",
        "may_draft": "agreements.draft_agreement",
        "may_add_document": "agreements.add_document",
    }
    with asked_once():
        verbs = {
            verb: is_open and user.has_perm(rule, collaboration) for verb, rule in rules.items()
        }
        may_appoint = user.has_perm("agreements.appoint_coordinator", collaboration)
    return verbs | {"may_appoint": may_appoint}


def _coordinators(sight: Sight, collaboration: Collaboration) -> tuple[str, ...]:
    rows = Coordinator.objects.current(today=sight.today).filter(collaboration=collaboration)
    return tuple(str(row.person) for row in rows.for_list())


def _first(attention: Attention, collaboration: Collaboration) -> Attention:
    """The first few; what the whole collaboration is marked as is not said at each."""
    rows = attention.first(FIRST).rows
    if collaboration.is_sample:
        rows = tuple(replace(row, is_sample=False) for row in rows)
    return replace(attention, rows=rows)
