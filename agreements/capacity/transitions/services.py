"""The only code that writes a joint service: planned, changed, run, ended; and its purposes."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.capacity.models import (
    JointService,
    JointServiceChange,
    ServicePurpose,
)
from agreements.capacity.rules.services import keeps_purpose, runs
from agreements.capacity.service_kinds import (
    FEWEST_PURPOSES,
    MOST_PURPOSES,
    OPEN_REQUESTS,
    SERVICE_MOVES,
    ServiceEvent,
    ServiceState,
)
from agreements.capacity.transitions.days import past_day
from agreements.capacity.transitions.service_givers import change_givers, give
from agreements.capacity.transitions.service_steps import (
    before_and_after,
    held,
    log,
    require_not_ended,
)
from agreements.capacity.transitions.texts import tidied
from agreements.charter.models import Party
from agreements.charter.transitions.locking import (
    lock_open,
    lock_row,
    require_reason,
)
from agreements.engagement.rules.discovery import is_of
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.states import require_move

S, E = ServiceState, ServiceEvent
ONE_LINE = ("name", "place", "rhythm", "purpose", "target_group")
LONGER = ("about",)


@transaction.atomic
def plan_service(*, collaboration, by, purposes, givers, is_sample=False, on=None, **fields):
    """Several parties plan to serve their purposes at once; sent twice, it is one service.

    `purposes`: (party, purpose, target group), of two parties at least; `givers`: parties, of
    which those that are not one's own have yet to say so themselves.
    `fields`: name, and if known about, region, place, starts_on, rhythm.
    """
    fresh = lock_open(collaboration.pk)
    said = {"collaboration": fresh, "recorded_by": by, **tidied(fields, *ONE_LINE, longer=LONGER)}
    _require_purposes(purposes)
    _require_parties(fresh, [party for party, *_rest in purposes], "purpose_1_party")
    _require_parties(fresh, givers, "givers")
    if twin := made_a_moment_ago(JointService.objects, when="created_at", **said):
        return twin
    service = save_checked(JointService(is_sample=is_sample, **said))
    for party, purpose, group in purposes:
        words = tidied({"purpose": purpose, "target_group": group}, *ONE_LINE)
        save_checked(ServicePurpose(service=service, party=party, is_sample=is_sample, **words))
    for party in givers:
        give(service, party, by=by)
    log(service, E.PLANNED, by=by, on=on, source="")
    return service


@transaction.atomic
def edit_service(*, service, by, version, givers, **fields):
    """Put right what is said of it, and who gives it."""
    fresh = held(service)
    require_not_ended(fresh)
    fresh.next_version(version)
    _require_parties(fresh.collaboration, givers, "givers", kept=fresh.givers.values("party"))
    before = _told(fresh)
    said = tidied(fields, *ONE_LINE, longer=LONGER)
    is_other = any(getattr(fresh, name) != value for name, value in said.items())
    for name, value in said.items():
        setattr(fresh, name, value)
    if fresh.state == S.RUNNING and fresh.starts_on is not None:
        past_day(fresh.starts_on, fresh.collaboration, field="starts_on")
    save_checked(fresh)
    change_givers(fresh, givers, by=by)
    if is_other:
        pairs = zip(before, _told(fresh), strict=True)
        log(fresh, E.EDITED, by=by, subject=before_and_after(*pairs))
    return fresh


@transaction.atomic
def start_service(*, service, by, on=None):
    """It is held for the first time, or since the day that was planned; sent twice, once."""
    fresh = held(service)
    if fresh.state == S.RUNNING and _started_a_moment_ago(fresh, by):
        return fresh
    if not fresh.givers.in_their_own_word().exists():
        raise Refused(_("No party has said itself yet that it gives this service."))
    day = past_day(on, fresh.collaboration)
    if on is None and fresh.starts_on is not None:
        day = min(fresh.starts_on, day)
    return _move(fresh, S.RUNNING, by=by, on=on, starts_on=day)


@transaction.atomic
def end_service(*, service, by, reason, on=None):
    """It is not held any more, with a reason; requests are closed before."""
    note = require_reason(reason)
    fresh = held(service)
    if number := fresh.requests.filter(state__in=OPEN_REQUESTS).count():
        words = _("%(number)d requests are still open. Close them first.")
        raise Refused(words % {"number": number})
    day = past_day(on, fresh.collaboration)
    if fresh.state == S.RUNNING and fresh.starts_on > day:
        raise ValidationError({"on": [_("A service cannot end before it was first held.")]})
    first = {} if fresh.state == S.RUNNING else {"starts_on": None}
    return _move(fresh, S.ENDED, by=by, on=on, note=note, ended_on=day, **first)


@transaction.atomic
def add_purpose(*, service, by, party, purpose, target_group):
    """Another party serves its purpose with it, in its own words; sent twice, it is one."""
    fresh = held(service)
    require_not_ended(fresh)
    _require_parties(fresh.collaboration, [party], "party")
    if not (is_of(by, party) or runs(by, fresh)):
        raise ValidationError({"party": [_("You add the purpose of your own party only.")]})
    if fresh.purposes.count() >= MOST_PURPOSES:
        raise Refused(_("A service serves at most %d purposes.") % MOST_PURPOSES)
    said = {"service": fresh, "party": party}
    said |= tidied({"purpose": purpose, "target_group": target_group}, *ONE_LINE)
    if twin := made_a_moment_ago(ServicePurpose.objects, when="created_at", **said):
        return twin
    made = save_checked(ServicePurpose(is_sample=fresh.is_sample, **said))
    log(fresh, E.PURPOSE_ADDED, by=by, subject=made.purpose)
    return made


@transaction.atomic
def edit_purpose(*, row, by, version, **fields):
    """The same purpose in other words; whose it is stays."""
    service = held(row.service)
    require_not_ended(service)
    fresh = lock_row(row)
    _require_own_purpose(fresh, by)
    fresh.next_version(version)
    before = (fresh.purpose, fresh.target_group)
    said = tidied(fields, *ONE_LINE, longer=LONGER)
    fresh.purpose, fresh.target_group = said["purpose"], said["target_group"]
    save_checked(fresh)
    pairs = zip(before, (fresh.purpose, fresh.target_group), strict=True)
    log(service, E.PURPOSE_EDITED, by=by, subject=before_and_after(*pairs) or fresh.purpose)
    return fresh


@transaction.atomic
def remove_purpose(*, row, by):
    """Take a purpose out; two stay, or it would be no joint service."""
    service = held(row.service)
    require_not_ended(service)
    fresh = lock_row(row)
    _require_own_purpose(fresh, by)
    if service.purposes.count() <= FEWEST_PURPOSES:
        raise Refused(_("A joint service serves the purposes of two parties at least."))
    words = fresh.purpose
    fresh.delete()
    log(service, E.PURPOSE_REMOVED, by=by, subject=words)
    return service


def _move(fresh, target, *, by, on, note="", **facts):
    source = S(fresh.state)
    require_move(SERVICE_MOVES, current=source, target=target)
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.state = target
    fresh.version += 1
    save_checked(fresh)
    log(fresh, E.MOVED, by=by, note=note, on=on, source=source)
    return fresh


def _started_a_moment_ago(service, by):
    line = {"service": service, "event": E.MOVED, "to_state": S.RUNNING, "made_by": by}
    return made_a_moment_ago(JointServiceChange.objects, when="made_at", **line)


def _told(service):
    """What a line of the history quotes; the text of the offer is too long for one."""
    day = service.starts_on and date_format(service.starts_on, "SHORT_DATE_FORMAT")
    region = service.region and service.region.name
    return (service.name, region, service.place, day, service.rhythm)


def _require_own_purpose(row, by):
    if not keeps_purpose(by, row):
        raise Refused(_("Only the party itself, or a coordinator, changes its purpose."))


def _require_purposes(purposes):
    parties = {party.pk for party, *_rest in purposes}
    if len(parties) < FEWEST_PURPOSES:
        sentence = _("A joint service serves the purposes of two parties at least.")
        raise ValidationError({"purpose_2_party": [sentence]})
    if len(parties) < len(purposes):
        sentence = _("This party has a purpose in the service already.")
        raise ValidationError({"purpose_2_party": [sentence]})


def _require_parties(collaboration, parties, field, *, kept=()):
    """Parties that take part in this collaboration today; who gave it before may stay."""
    if not parties:
        raise ValidationError({field: [_("Choose at least one party.")]})
    here = Party.objects.filter(collaboration=collaboration)
    allowed = set(here.current().values_list("pk", flat=True))
    if kept:
        allowed |= set(here.filter(pk__in=kept).values_list("pk", flat=True))
    if not {party.pk for party in parties} <= allowed:
        sentence = _("Choose a party that takes part in this collaboration today.")
        raise ValidationError({field: [sentence]})
