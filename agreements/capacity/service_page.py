"""What the page of a joint service shows: its standard, its requests, its costs, its story."""

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from agreements.capacity.service_kinds import (
    FEWEST_PURPOSES,
    RequestState,
    ServiceEvent,
    ServiceState,
)
from agreements.capacity.service_money import difference_in_words, totals_of
from agreements.charter.asking import asked_once
from agreements.charter.clock import today_in
from agreements.charter.history import Line

FEW = 8
NEWEST = 20  # lines of the history, and stated costs, of a page that does not show all
SHOWN_REQUESTS = 10
OF_STANDARDS = (
    ServiceEvent.DRAFTED,
    ServiceEvent.REVISED,
    ServiceEvent.DISCARDED,
    ServiceEvent.PUBLISHED,
)


def facts_of(service, user, *, is_whole=False):
    """What the page shows: the newest of what has no end, all of it when it was asked for."""
    most = None if is_whole else NEWEST
    changes = service.changes.for_list()
    lines = [_line(change) for change in (changes if is_whole else changes[: NEWEST + 1])]
    sums = list(service.costs.sums_of_bases())
    stated = sum(row["stated"] for row in sums)
    with asked_once():
        may = _may(service, user)
        costs = _costs_of(service, user, most)
        parts = _parts_of(service, user, lives=service.state != ServiceState.ENDED)
    return {
        "may": may,
        **parts,
        **_standards_of(service),
        **_requests_of(service),
        "costs": costs,
        "totals": totals_of(sums, costs),
        "stated": stated,
        "has_more_costs": stated > len(costs),
        "history": lines[:FEW],
        "older_history": lines[FEW:most],
        "has_more_history": len(lines[:most]) < len(lines),
    }


def _may(service, user):
    """What the page offers this reader, as rules and states let."""
    lives = service.state != ServiceState.ENDED
    keeps = user.has_perm("agreements.keep_service", service)
    runs = user.has_perm("agreements.run_service", service)
    is_held = service.starts_on is not None and service.state != ServiceState.PLANNED
    return {
        "keep": lives and keeps,
        "add_purpose": lives and user.has_perm("agreements.add_service_purpose", service),
        "end": lives and runs,
        "start": runs and service.state == ServiceState.PLANNED,
        "publish": lives and user.has_perm("agreements.publish_service_standard", service),
        "ask": service.state == ServiceState.RUNNING
        and user.has_perm("agreements.ask_for_service", service),
        "state": is_held and user.has_perm("agreements.state_service_costs", service),
    }


def _parts_of(service, user, *, lives):
    """Purposes and givers, each with what this reader may do about it."""
    purposes, givers = list(service.purposes.all()), list(service.givers.all())
    for row in purposes:
        row.may_change = lives and user.has_perm("agreements.keep_service_purpose", row)
        row.may_take_out = row.may_change and len(purposes) > FEWEST_PURPOSES
    for row in givers:
        speaks = row.is_on_behalf and user.has_perm("agreements.stand_by_service", row)
        row.may_stand_by = lives and speaks
    return {"purposes": purposes, "givers": givers}


def _standards_of(service):
    versions = list(service.standards.for_list())
    today = today_in(service.collaboration)
    held = [row for row in versions if row.is_published and row.published_from <= today]
    holding = max(held, key=lambda row: row.published_from, default=None)
    return {
        "standard": holding,
        "draft": next((row for row in versions if not row.is_published), None),
        "other_standards": [row for row in versions if row.is_published and row != holding],
    }


def _requests_of(service):
    rows = service.requests.select_related("organization").order_by("-number")
    shown = list(rows[: SHOWN_REQUESTS + 1])
    return {
        "requests": shown[:SHOWN_REQUESTS],
        "has_more_requests": len(shown) > SHOWN_REQUESTS,
        "tally": service.requests.tally(),
        "overdue": service.requests.overdue().count(),
    }


def _costs_of(service, user, most):
    """Each with what may be done, and what its two figures lie apart where both are stated."""
    costs = list(service.costs.for_page()[:most])
    for cost in costs:
        cost.service = service
        cost.apart = difference_in_words(cost.difference, cost.unit)
        cost.may_change = user.has_perm("agreements.state_service_costs", cost)
        speaks = user.has_perm("agreements.confirm_service_costs", cost)
        cost.may_confirm = cost.confirmed_on is None and speaks
    return costs


def _line(change):
    what = change.get_event_display()
    return Line(what, about_of(change), change.note, str(change.made_by), change.made_at)


def about_of(change):
    """What a line of a service's history is about: a version, a move, a purpose or a party."""
    if change.event in OF_STANDARDS:
        return _("Version %s") % change.subject
    if change.event == ServiceEvent.MOVED:
        return f"{ServiceState(change.from_state).label} → {ServiceState(change.to_state).label}"
    return change.subject


def progress_of(request, *, is_inside):
    """How a request got on, the newest first; outside the collaboration nobody is named for it."""
    givers = "" if is_inside else givers_of(request.service)
    place = request.service.collaboration
    return [
        Line(
            _what(change),
            _stated_day(change, place),
            change.note,
            givers or str(change.made_by),
            change.made_at,
        )
        for change in request.changes.for_list()
    ]


def givers_of(service):
    """The parties that say themselves that they give it, by the names they are called."""
    rows = service.givers.in_their_own_word().select_related("party__organization").order_by("pk")
    return ", ".join(row.party.organization.label for row in rows)


@dataclass(frozen=True)
class Step:
    """What the holder of a slip reads of one step: no hour, and nobody's name."""

    what: str
    on: dt.date
    about: str
    note: str


def steps_of(request):
    """The same for the holder of a slip, by the day that it was where the service is."""
    place = request.service.collaboration
    return [
        Step(
            _what(change),
            today_in(place, change.made_at),
            _stated_day(change, place),
            change.note,
        )
        for change in request.changes.order_by("-made_at", "-pk")
    ]


def _stated_day(change, place):
    """The day on which it was, where it was not recorded on it; else nothing."""
    if change.stated_on in (None, today_in(place, change.made_at)):
        return ""
    return _("stated day: %s") % date_format(change.stated_on, "SHORT_DATE_FORMAT")


def _what(change):
    if change.from_state == change.to_state:
        return pgettext("service request", "How it gets on")
    return str(RequestState(change.to_state).label)
