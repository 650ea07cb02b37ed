"""Draft a standard, publish it from a day; a published one is followed, never changed."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.capacity.models import ServiceStandard
from agreements.capacity.service_kinds import ServiceEvent
from agreements.capacity.transitions.service_steps import held, log, require_not_ended
from agreements.capacity.transitions.texts import tidied
from agreements.charter.clock import today_in
from agreements.charter.transitions.locking import lock_row
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.seen import require_seen

E = ServiceEvent
ONE_LINE = ("office", "complaints", "law")
LONGER = ("requirements", "steps")


@transaction.atomic
def draft_standard(*, service, by, is_sample=False, on=None, **fields):
    """The next version of the standard, as a draft; sent twice, it is one.

    `fields`: requirements, steps, is_free, fee, duration, unit, office, complaints, and if known
    law and is_law_verified.
    """
    fresh = held(service)
    require_not_ended(fresh)
    said = {"service": fresh, **_tidy(fields)}
    if twin := made_a_moment_ago(ServiceStandard.objects, when="created_at", **said):
        return twin
    if fresh.standards.filter(published_from=None).exists():
        raise Refused(_("There is a draft of the standard already: edit that."))
    last = fresh.standards.aggregate(last=Max("number"))["last"] or 0
    marked = is_sample or fresh.is_sample
    standard = save_checked(ServiceStandard(number=last + 1, is_sample=marked, **said))
    log(fresh, E.DRAFTED, by=by, on=on, subject=_name(standard))
    return standard


@transaction.atomic
def edit_standard(*, standard, by, version, **fields):
    """Put the draft right."""
    service, fresh = _draft(standard)
    fresh.next_version(version)
    for name, value in _tidy(fields).items():
        setattr(fresh, name, value)
    save_checked(fresh)
    log(service, E.REVISED, by=by, subject=_name(fresh))
    return fresh


@transaction.atomic
def discard_standard(*, standard, by):
    """The draft is not needed; what was published stays."""
    service, fresh = _draft(standard)
    words = _name(fresh)
    fresh.delete()
    log(service, E.DISCARDED, by=by, subject=words)
    return service


@transaction.atomic
def publish_standard(*, standard, by, holds_from, seen=None, on=None):
    """From that day on it holds; from now on nobody changes it."""
    service, fresh = _draft(standard)
    require_seen(fresh, seen)
    before = service.standards.published().order_by("-published_from").first()
    if before is not None and holds_from <= before.published_from:
        words = _("The version before holds from %s: this one can only follow it.")
        day = date_format(before.published_from, "SHORT_DATE_FORMAT")
        raise ValidationError({"holds_from": [words % day]})
    if before is not None and holds_from < today_in(service.collaboration) and on is None:
        words = _("Requests were promised the version before: this one holds from today or later.")
        raise ValidationError({"holds_from": [words]})
    fresh.published_from, fresh.published_by = holds_from, by
    fresh.version += 1
    save_checked(fresh)
    log(service, E.PUBLISHED, by=by, on=on, subject=_name(fresh))
    return fresh


def _draft(standard):
    service = held(standard.service)
    require_not_ended(service)
    fresh = lock_row(standard)
    fresh.service = service
    if fresh.is_published:
        words = _("A published standard stays as it is. Write the next version.")
        raise Refused(words)
    return service, fresh


def _tidy(fields):
    said = tidied(fields, *ONE_LINE, longer=LONGER)
    return said | {"fee": said.get("fee") or None}  # of nothing is none


def _name(standard):
    """Stored as a number, so that every reader reads the words in their own language."""
    return str(standard.number)
