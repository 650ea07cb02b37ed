"""Who gives a joint service: a party in its own word, or one that others named until it says so."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.capacity.models import ServiceGiver
from agreements.capacity.rules.services import gives, is_of_party, runs, speaks_for_party
from agreements.capacity.service_kinds import ServiceEvent, ServiceState
from agreements.capacity.transitions.service_steps import held, log, require_not_ended
from agreements.charter.transitions.locking import lock_row
from agreements.engagement.rules.discovery import is_of
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked

E = ServiceEvent


@transaction.atomic
def stand_by(*, giver, by, on=None):
    """The party that others named says itself that it gives the service."""
    service = held(giver.service)
    require_not_ended(service)
    fresh = lock_row(giver)
    fresh.service = service
    if not fresh.is_on_behalf:
        raise Refused(_("The party has said itself already that it gives the service."))
    if not speaks_for_party(by, fresh):
        raise Refused(_("Only who speaks for the party says that it gives the service."))
    fresh.is_on_behalf = False
    save_checked(fresh)
    log(service, E.GIVER_STOOD_BY, by=by, on=on, subject=str(fresh))
    return fresh


def give(service, party, *, by):
    """Own people say that their party gives it; whom others name waits for its own word."""
    is_on_behalf = not is_of(by, party)
    giver = ServiceGiver(service=service, party=party, is_on_behalf=is_on_behalf)
    giver.is_sample = service.is_sample
    return save_checked(giver)


def change_givers(service, givers, *, by):
    """Rows of those that stay are kept; a line of the history tells who came and who went."""
    wanted = {party.pk for party in givers}
    there = {row.party_id: row for row in service.givers.select_related("party__organization")}
    new = [party for party in givers if party.pk not in there]
    gone = [row for party_id, row in there.items() if party_id not in wanted]
    if new and not (gives(by, service) or runs(by, service)):
        raise _refusal(_("A party that gives the service, or a coordinator, adds another one."))
    for party in new:
        log(service, E.GIVER_ADDED, by=by, subject=str(give(service, party, by=by)))
    for row in gone:
        row.service = service
        if not (is_of_party(by, row) or runs(by, row)):
            raise _refusal(_("Only a party itself, or a coordinator, says that it gives no more."))
        log(service, E.GIVER_REMOVED, by=by, subject=str(row))
        row.delete()
    if service.state == ServiceState.RUNNING and not service.givers.in_their_own_word().exists():
        raise _refusal(_("What runs is given by at least one party that has said so itself."))


def _refusal(sentence):
    return ValidationError({"givers": [sentence]})
