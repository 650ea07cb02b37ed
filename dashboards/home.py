"""Which home page a person gets, by facts: coordinator, overseer (admin, auditor) or staff."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actors.models import User
from agreements.models import Collaboration
from dashboards.board import FIRST, board_of
from dashboards.panels import mine
from dashboards.panels.agreements import waits_for_my_signature
from dashboards.panels.arrangements import arrangements_for_me
from dashboards.panels.assistance import assistance_for_me
from dashboards.panels.checklist import first_steps
from dashboards.panels.decisions import decisions_for_my_position
from dashboards.panels.departed import left_behind
from dashboards.panels.minutes import waits_for_my_answer
from dashboards.panels.overview import (
    all_collaborations,
    checks_of,
    register_figures,
    waiting_figures,
)
from dashboards.panels.owed import what_we_owe, who_is_late
from dashboards.panels.pledges import pledges_for_me
from dashboards.panels.positions import waits_for_my_position
from dashboards.panels.proposals import proposals_for_my_answer
from dashboards.panels.pulses import pulses_for_my_answer
from dashboards.panels.services import services_for_me
from dashboards.sight import Sight

MEETINGS = 2
Page = tuple[str, dict[str, Any]]


def home_of(user: User, params: Mapping[str, str]) -> Page:
    """The template and what it shows."""
    coordinated = tuple(Collaboration.objects.coordinated_by(user).for_list())
    if coordinated:
        return _coordinator(user, coordinated, params)
    if user.is_admin or user.is_auditor:
        return _overseer(user, params)
    return _staff(user)


def _staff(user: User) -> Page:
    seen = Collaboration.objects.visible_to(user)
    sight = Sight.of(user, seen.for_list(), is_whole=True)
    context = {
        "sight": sight,
        "mine": mine.what_is_mine(sight),
        "owed": what_we_owe(sight),
        "to_sign": waits_for_my_signature(sight),
        "positions": (*waits_for_my_position(sight), *decisions_for_my_position(sight)),
        "minutes_waiting": waits_for_my_answer(sight),
        "proposed": proposals_for_my_answer(sight),
        "helping": assistance_for_me(sight),
        "pulses": pulses_for_my_answer(sight),
        "pledges": pledges_for_me(sight),
        "served": services_for_me(sight),
        "arranged": arrangements_for_me(sight),
        "checklist": first_steps(user, Collaboration.objects.filter(pk__in=sight.ids)),
    }
    return "dashboards/home_staff.html", context


def _overseer(user: User, params: Mapping[str, str]) -> Page:
    seen = Collaboration.objects.visible_to(user)
    context = {
        "register": register_figures(user),
        "waiting": waiting_figures(user),
        "checks": checks_of(user),
        "page_obj": all_collaborations(seen, params.get("page")),
        "checklist": first_steps(user, seen),
        "may_found": user.has_perm("agreements.create_collaboration"),
    }
    return "dashboards/home_overseer.html", context


def _coordinator(
    user: User, coordinated: tuple[Collaboration, ...], params: Mapping[str, str]
) -> Page:
    """All theirs, or the one in the address; an address that names another shows all."""
    wanted = params.get("collaboration", "")
    chosen = [one for one in coordinated if str(one.pk) == wanted]
    sight = Sight.of(user, chosen or coordinated)
    board = board_of(sight).folded()
    context = {
        "board": replace(board, wheel=board.wheel and board.wheel.folded()),
        "next_meetings": mine.next_meetings(sight)[:MEETINGS],
        "sight": sight,
        "coordinated": coordinated,
        "drafts": mine.my_drafts(sight),
        "to_answer": mine.waits_for_me(sight, most=FIRST),
        "to_sign": waits_for_my_signature(sight),
        "positions": (*waits_for_my_position(sight), *decisions_for_my_position(sight)),
        "minutes_waiting": waits_for_my_answer(sight),
        "proposed": proposals_for_my_answer(sight),
        "helping": assistance_for_me(sight),
        "pulses": pulses_for_my_answer(sight),
        "pledges": pledges_for_me(sight),
        "served": services_for_me(sight),
        "arranged": arrangements_for_me(sight),
        "departed": left_behind(sight),
        "owed": who_is_late(sight),
        "checklist": first_steps(user, Collaboration.objects.filter(pk__in=sight.ids)),
    }
    return "dashboards/home_coordinator.html", context
