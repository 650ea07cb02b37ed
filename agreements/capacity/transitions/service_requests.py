"""The only code that writes a service request: received, worked on, closed, and opened again."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from agreements.capacity.models import ServiceRequest, ServiceRequestChange
from agreements.capacity.rules.services import runs, works_on
from agreements.capacity.service_clock import due_on
from agreements.capacity.service_kinds import (
    REOPENED,
    REQUEST_MOVES,
    TAKES_REQUESTS,
    RequestState,
    ServiceState,
)
from agreements.capacity.transitions.days import past_day
from agreements.capacity.transitions.service_steps import held
from agreements.capacity.transitions.texts import one_line
from agreements.charter.transitions.locking import lock_row, moment, require_reason
from agreements.engagement.rules.discovery import own_organizations
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.states import require_move

S = RequestState


@transaction.atomic
def receive_request(
    *,
    service,
    by,
    what,
    asked_on=None,
    organization=None,
    reference="",
    is_sample=False,
    planted_on=None,
):
    """Somebody asks: it gets a number, and the day that the standard promises.

    Sent twice, it is one request. An organization of the register asks, or somebody who stays
    nameless and is known by the reference of a slip. Every step is told twice: when it was
    recorded, which nobody states but what the site plants (`planted_on`), and on which day it was.
    """
    fresh = held(service)
    day = past_day(asked_on, fresh.collaboration, field="asked_on")
    standard = _require_standard(fresh, day)
    said = {
        "service": fresh,
        "organization": organization,
        "reference": reference.strip(),
        "what": one_line(what),
        "asked_on": day,
        "recorded_by": by,
    }
    _require_own(fresh, organization, by)
    if twin := made_a_moment_ago(ServiceRequest.objects, when="created_at", **said):
        return twin
    last = fresh.requests.aggregate(last=Max("number"))["last"] or 0
    due = due_on(standard, asked_on=day, collaboration=fresh.collaboration)
    request = ServiceRequest(standard=standard, number=last + 1, due_on=due, **said)
    request.is_sample = is_sample or fresh.is_sample
    save_checked(request)
    _log(request, "", by=by, on=day, planted_on=planted_on)
    return request


@transaction.atomic
def take_up(*, request, by, on=None, note="", planted_on=None):
    """Somebody works on it."""
    return _move(request, S.IN_WORK, by=by, on=on, note=note.strip(), planted_on=planted_on)


@transaction.atomic
def note_progress(*, request, by, note, on=None, planted_on=None):
    """Tell the requester how it gets on; the state stays."""
    words = require_reason(note, field="note")
    fresh = _held(request)
    if not fresh.is_open:
        raise IllegalMove(_("This request is closed: “%s”.") % S(fresh.state).label)
    day = _require_day(fresh, on)
    fresh.version += 1
    save_checked(fresh)
    _log(fresh, fresh.state, by=by, on=day, note=words, planted_on=planted_on)
    return fresh


@transaction.atomic
def finish(*, request, by, on=None, note="", planted_on=None):
    """The requester has what was asked."""
    return _move(request, S.DONE, by=by, on=on, note=note.strip(), planted_on=planted_on)


@transaction.atomic
def turn_down(*, request, by, reason, on=None, planted_on=None):
    """It is not given, and the requester reads why."""
    why = require_reason(reason)
    return _move(request, S.TURNED_DOWN, by=by, on=on, note=why, planted_on=planted_on)


@transaction.atomic
def reopen(*, request, by, reason):
    """It was closed by mistake: it is in work again, and everybody who sees it reads why."""
    why = require_reason(reason)
    return _move(request, S.IN_WORK, by=by, note=why, moves=REOPENED)


def _held(request):
    service = held(request.service)
    fresh = lock_row(request)
    fresh.service = service
    return fresh


def _move(request, target, *, by, note, on=None, planted_on=None, moves=REQUEST_MOVES):
    fresh = _held(request)
    source = S(fresh.state)
    require_move(moves, current=source, target=target)
    day = _require_day(fresh, on)
    fresh.state = target
    fresh.closed_on = fresh.closed_at = None
    if not fresh.is_open:
        at = moment(planted_on, fresh.service.collaboration)
        fresh.closed_on, fresh.closed_at = day, at
    fresh.version += 1
    save_checked(fresh)
    _log(fresh, source, by=by, on=day, note=note, planted_on=planted_on)
    return fresh


def _log(request, source, *, by, on, note="", planted_on=None):
    return ServiceRequestChange.objects.create(
        request=request,
        from_state=source,
        to_state=request.state,
        note=note,
        made_by=by,
        stated_on=on,
        made_at=moment(planted_on, request.service.collaboration),
    )


def _require_standard(service, day):
    """The version that held on that day, of a service that runs."""
    if service.state not in TAKES_REQUESTS:
        raise Refused(_not_running(service))
    standard = service.standards.holding(on=day).first()
    if standard is None:
        words = _("No standard held on that day: publish one first, it says until when it is due.")
        raise ValidationError({"asked_on": [words]})
    return standard


def _not_running(service):
    if service.state == ServiceState.PLANNED:
        return _(
            "This service does not run yet. A party that gives it, or a coordinator, starts it on"
            " its page with “It is running”; then it takes requests."
        )
    return _("This service has ended: it takes no more requests.")


def _require_own(service, organization, by):
    """Who gives the service writes down who asked; others ask for their own organization."""
    if works_on(by, service) or runs(by, service):
        return
    own = own_organizations(by, service.collaboration_id)
    if organization is None or organization.pk not in own:
        sentence = _("You ask for your own organization only.")
        raise ValidationError({"organization": [sentence]})


def _require_day(request, day):
    day = past_day(day, request.service.collaboration)
    if day < request.asked_on:
        raise ValidationError({"on": [_("This day is before it was asked.")]})
    return day
