"""State what an occasion cost and would have cost alone; the party confirms, nobody computes."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.capacity.models import JointServiceCost
from agreements.capacity.rules.services import (
    changes_costs,
    is_of_party,
    runs,
    speaks_for_party,
)
from agreements.capacity.service_kinds import ServiceEvent, ServiceState
from agreements.capacity.transitions.days import past_day
from agreements.capacity.transitions.service_steps import before_and_after, held, log
from agreements.charter.clock import today_in
from agreements.charter.transitions.locking import lock_row
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.seen import require_seen

E = ServiceEvent


@transaction.atomic
def state_cost(*, service, by, party, held_on, basis, explanation, is_sample=False, **figures):
    """The figures of one party for one occasion; sent twice, they are stated once.

    `figures`: together, alone, and the document they stand in. Who speaks for the party has
    confirmed them by stating them; what others state waits for the party.
    """
    fresh = held(service)
    _require_place(fresh, party, held_on, figures.get("document"))
    said = {"service": fresh, "party": party, "held_on": held_on, "basis": basis, **figures}
    said |= {"explanation": explanation.strip(), "stated_by": by}
    cost = JointServiceCost(is_sample=is_sample or fresh.is_sample, **said)
    _require_own(cost, by)
    if twin := made_a_moment_ago(JointServiceCost.objects, when="created_at", **said):
        return twin
    _confirm_own(cost, by)
    save_checked(cost)
    log(fresh, E.COST_STATED, by=by, subject=str(cost))
    return cost


@transaction.atomic
def edit_cost(*, cost, by, version, **fields):
    """Other figures or another source; what the party confirmed it confirms anew by changing it."""
    service, fresh = _held(cost)
    if not changes_costs(by, fresh):
        raise Refused(
            _("The party has confirmed these figures: only who speaks for it changes them.")
        )
    fresh.next_version(version)
    before = _told(fresh)
    for name in ("party", "held_on", "basis", "together", "alone", "document"):
        setattr(fresh, name, fields.get(name, getattr(fresh, name)))
    fresh.explanation = fields["explanation"].strip()
    fresh.stated_by, fresh.confirmed_on, fresh.confirmed_by = by, None, None
    _require_place(service, fresh.party, fresh.held_on, fresh.document)
    _require_own(fresh, by)
    _confirm_own(fresh, by)
    save_checked(fresh)
    note = before_and_after(*zip(before, _told(fresh), strict=True))
    log(service, E.COST_EDITED, by=by, subject=str(fresh), note=note)
    return fresh


@transaction.atomic
def confirm_cost(*, cost, by, seen=None, on=None):
    """The party says that the figures stated for it are so."""
    service, fresh = _held(cost)
    require_seen(fresh, seen)
    if not speaks_for_party(by, fresh):
        raise Refused(_("Only who speaks for the party confirms its figures."))
    if fresh.confirmed_on is not None:
        raise Refused(_("The party has confirmed these figures already."))
    fresh.confirmed_on, fresh.confirmed_by = on or today_in(service.collaboration), by
    fresh.version += 1
    save_checked(fresh)
    log(service, E.COST_CONFIRMED, by=by, on=on, subject=str(fresh))
    return fresh


@transaction.atomic
def remove_cost(*, cost, by):
    """Take out what was stated; of what the party has confirmed only its own word does that."""
    service, fresh = _held(cost)
    if not changes_costs(by, fresh):
        raise Refused(_("The party has confirmed these figures: it takes them out itself."))
    words = str(fresh)
    fresh.delete()
    log(service, E.COST_REMOVED, by=by, subject=words)
    return service


def _held(cost):
    service = held(cost.service)
    fresh = lock_row(cost)
    fresh.service = service
    return service, fresh


def _told(cost):
    """What a line of the history quotes of the figures."""
    return (str(cost), cost.get_basis_display(), cost.together_in_words, cost.alone_in_words)


def _confirm_own(cost, by):
    if speaks_for_party(by, cost):
        cost.confirmed_on, cost.confirmed_by = today_in(cost.service.collaboration), by


def _require_own(cost, by):
    if not (is_of_party(by, cost) or runs(by, cost)):
        raise ValidationError({"party": [_("You state the costs of your own party only.")]})


def _require_place(service, party, day, document):
    """A party of this service, an occasion that took place, a document of this collaboration."""
    if service.state == ServiceState.PLANNED:
        raise Refused(_("Nothing was held yet: costs are stated of what took place."))
    past_day(day, service.collaboration, field="held_on")
    if service.starts_on is None or day < service.starts_on:
        raise ValidationError({"held_on": [_("This day is before the service was first held.")]})
    if service.ended_on is not None and day > service.ended_on:
        raise ValidationError({"held_on": [_("This day is after the service ended.")]})
    gives = service.givers.filter(party=party).exists()
    if not (gives or service.purposes.filter(party=party).exists()):
        raise ValidationError({"party": [_("This party has no part in the service.")]})
    if document is not None and document.collaboration_id != service.collaboration_id:
        raise ValidationError({"document": [_("This belongs to another collaboration.")]})
    if document is not None and document.withdrawn_at is not None:
        raise ValidationError({"document": [_("This document was withdrawn.")]})
