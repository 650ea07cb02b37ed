"""Who plans a joint service, publishes its standard, works on its requests, states its costs."""

import rules
from django.db.models import prefetch_related_objects

from agreements.capacity.models import JointService, JointServiceCost
from agreements.capacity.rules.standing import acts_in_open, collaboration_of, runs
from agreements.charter.asking import kept
from agreements.charter.rules import (
    is_open,
    represented_organizations,
    takes_part,
)
from agreements.engagement.rules.discovery import own_organizations


def service_of(record):
    """The service behind any of its rows; a service is its own."""
    return record if isinstance(record, JointService) else record.service


@kept
def _givers_of(_user, service):
    """{organization: whether others only named it}; one question for all buttons of a page."""
    return dict(service.givers.values_list("party__organization", "is_on_behalf"))


def gives(user, service):
    """Whether the user belongs to, or speaks for, a party that says itself that it gives it."""
    own = own_organizations(user, service.collaboration_id)
    return any(not _givers_of(user, service).get(one, True) for one in own)


@kept
def takes_part_in(user, service):
    """The same, of all parties that are to give it and of those whose purpose it serves."""
    own = own_organizations(user, service.collaboration_id)
    if not own.isdisjoint(_givers_of(user, service)):
        return True
    return service.purposes.filter(party__organization__in=own).exists()


def is_of_party(user, row):
    """Of the party that a row of the service names: a giver, a purpose, a cost."""
    return row.party.organization_id in own_organizations(user, row.service.collaboration_id)


def speaks_for_party(user, row):
    spoken_for = represented_organizations(user, row.service.collaboration_id)
    return row.party.organization_id in spoken_for


def keeps_purpose(user, row):
    """A purpose is in the words of its party; a coordinator puts it right."""
    return is_of_party(user, row) or runs(user, row)


def speaks_for_a_giver(user, service):
    spoken_for = represented_organizations(user, service.collaboration_id)
    return any(not _givers_of(user, service).get(one, True) for one in spoken_for)


@rules.predicate
def keeps_service(user, record):
    """The parties that give it or that it serves, and the coordinators."""
    return takes_part_in(user, service_of(record)) or runs(user, record)


@rules.predicate
def may_publish(user, record):
    """A standard binds: who speaks for a party that gives the service, or a coordinator."""
    return speaks_for_a_giver(user, service_of(record)) or runs(user, record)


@rules.predicate
def may_ask(user, service):
    """Everybody who takes part records that somebody asked."""
    return takes_part.test(user, collaboration_of(service))


@rules.predicate
def works_on(user, record):
    """The people of the parties that give the service, and the coordinators."""
    return gives(user, service_of(record)) or runs(user, record)


def changes_costs(user, cost):
    """What the party confirmed only its own word changes; else its people and the coordinators."""
    if cost.confirmed_on is not None:
        return speaks_for_party(user, cost)
    return is_of_party(user, cost) or runs(user, cost)


@rules.predicate
def states_costs(user, record):
    """A party for itself, and the coordinators; of a service, whoever has a part in it."""
    if isinstance(record, JointServiceCost):
        return changes_costs(user, record)
    return takes_part_in(user, record) or runs(user, record)


@rules.predicate
def may_add_purpose(user, service):
    """A party of the service that has none there yet, and the coordinators for any party."""
    if runs(user, service):
        return True
    own = own_organizations(user, service.collaboration_id)
    prefetch_related_objects([service], "purposes__party")
    served = {row.party.organization_id for row in service.purposes.all()}
    return takes_part_in(user, service) and bool(own.difference(served))


@rules.predicate
def may_keep_purpose(user, row):
    return keeps_purpose(user, row)


@rules.predicate
def may_stand_by(user, giver):
    """Only the party itself says that it gives what others named it for."""
    return speaks_for_party(user, giver)


@rules.predicate
def may_confirm(user, cost):
    """Only the party itself says that what was stated for it is so."""
    return speaks_for_party(user, cost)


rules.add_perm("agreements.plan_service", takes_part & is_open)
rules.add_perm("agreements.keep_service", acts_in_open & keeps_service)
rules.add_perm("agreements.run_service", acts_in_open & works_on)
rules.add_perm("agreements.stand_by_service", acts_in_open & may_stand_by)
rules.add_perm("agreements.add_service_purpose", acts_in_open & may_add_purpose)
rules.add_perm("agreements.keep_service_purpose", acts_in_open & may_keep_purpose)
rules.add_perm("agreements.publish_service_standard", acts_in_open & may_publish)
rules.add_perm("agreements.ask_for_service", acts_in_open & may_ask)
rules.add_perm("agreements.work_on_service_request", acts_in_open & works_on)
rules.add_perm("agreements.state_service_costs", acts_in_open & states_costs)
rules.add_perm("agreements.confirm_service_costs", acts_in_open & may_confirm)
