"""Who brings a decision on its way: the parties propose, the coordinator runs it, each speaks."""

import rules

from agreements.charter.rules import (
    is_coordinator_of,
    is_member_of,
    is_open,
    represented_organizations,
    speaks_for_one_that_decides,
    takes_part,
)
from agreements.engagement.rules.discovery import own_organizations

BEHIND = ("position", "decision", "agenda_item", "meeting")


def collaboration_behind(record):
    """The collaboration behind a meeting, topic, decision, option or position."""
    while not hasattr(record, "collaboration_id"):
        name = next((name for name in BEHIND if hasattr(record, f"{name}_id")), None)
        if name is None:
            return record  # it is one
        record = getattr(record, name)
    return record.collaboration


def may_put_forward(user, collaboration):
    """Whether the reader is offered to propose something here."""
    return is_open(user, collaboration) and takes_part.test(user, collaboration)


def answering_party(user, collaboration):
    """The party for which the user answers: the one they speak for, else their organization's."""
    rows = collaboration.parties.current()
    mine = represented_organizations(user, collaboration)
    found = rows.filter(organization__in=mine).order_by("pk").first()
    if found is None and is_member_of(user, collaboration):
        found = rows.filter(organization=user.organization_id).first()
    return found


@rules.predicate
def belongs_to_it(user, record):
    return takes_part.test(user, collaboration_behind(record))


@rules.predicate
def runs_it(user, record):
    return is_coordinator_of(user, collaboration_behind(record))


@rules.predicate
def proposed_it(user, option):
    """Of the party that proposed the option: nobody else changes what it said."""
    party = option.proposed_by
    return party is not None and party.organization_id in own_organizations(
        user, party.collaboration_id
    )


def mark_changeable(options, user, collaboration):
    """Tell each option whether the reader may change it, as `change_option` says of one."""
    may_some = bool(options) and is_open(user, collaboration)
    may_all = may_some and is_coordinator_of(user, collaboration)
    mine = own_organizations(user, collaboration.pk) if may_some and not may_all else ()
    for option in options:
        party = option.proposed_by
        option.may_change = may_all or (party is not None and party.organization_id in mine)


@rules.predicate
def speaks_in_it(user, record):
    return speaks_for_one_that_decides(user, collaboration_behind(record))


rules.add_perm("agreements.put_forward_decision", belongs_to_it)
rules.add_perm("agreements.run_decision", runs_it)
rules.add_perm("agreements.change_option", runs_it | proposed_it)
rules.add_perm("agreements.state_decision_position", runs_it | speaks_in_it)
rules.add_perm("agreements.answer_objection", belongs_to_it)
