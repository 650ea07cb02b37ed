"""Who may do what with needs, pledges and deliveries, by facts about giver and receiver."""

import rules

from agreements.capacity.rules.standing import belongs_or_runs
from agreements.charter.rules import (
    is_coordinator_of,
    is_open,
    represented_organizations,
    takes_part,
)
from agreements.engagement.rules.discovery import own_organizations


def speaks_for_giver(user, pledge):
    return pledge.giver_id in represented_organizations(user, pledge.collaboration_id)


def belongs_to_giver(user, pledge):
    """Of the organization that gives, or speaking for it."""
    is_own = user.organization_id is not None and user.organization_id == pledge.giver_id
    return is_own or speaks_for_giver(user, pledge)


def speaks_for_receiver(user, pledge):
    """Speaks for the receiver; for any other party than the giver where it is for all."""
    spoken_for = represented_organizations(user, pledge.collaboration_id)
    if pledge.receiver_id is None:
        return bool(spoken_for)
    return pledge.receiver_id in spoken_for


def receives(user, pledge):
    """Whether the user judges what the giver offers and brings; never one of the giver's own."""
    if not user.is_active or user.is_auditor or belongs_to_giver(user, pledge):
        return False
    runs = is_coordinator_of(user, pledge.collaboration_id)
    return runs or speaks_for_receiver(user, pledge)


def is_receiver(user, pledge):
    """The same in its own right, not as a coordinator in its place."""
    return receives(user, pledge) and speaks_for_receiver(user, pledge)


def declines(user, pledge):
    """What is for all, no single party declines for the others."""
    if pledge.receiver_id is None:
        return receives(user, pledge) and is_coordinator_of(user, pledge.collaboration_id)
    return receives(user, pledge)


def disputes(user, pledge):
    """Nobody says in the receiver's place that it did not arrive, and no party for all."""
    if pledge.receiver_id is None:
        return declines(user, pledge)
    return is_receiver(user, pledge)


def gives(user, pledge):
    """Members of the giver, whoever speaks for it, and the coordinators."""
    return belongs_or_runs(user, pledge.collaboration_id, {pledge.giver_id})


def changes_promise(user, pledge):
    """The same, without coordinators who belong to the receiver: the word is the giver's."""
    if belongs_to_giver(user, pledge):
        return gives(user, pledge)
    own = own_organizations(user, pledge.collaboration_id)
    return gives(user, pledge) and pledge.receiver_id not in own


def takes_back(user, pledge):
    """Who speaks for the giver, and coordinators who do not belong to the receiver."""
    runs = is_coordinator_of(user, pledge.collaboration_id)
    return (runs or speaks_for_giver(user, pledge)) and changes_promise(user, pledge)


@rules.predicate
def keeps_need(user, need):
    """The coordinators, and the party whose need it is."""
    return belongs_or_runs(user, need.collaboration_id, {need.organization_id})


@rules.predicate
def may_accept(user, pledge):
    return receives(user, pledge)


@rules.predicate
def may_decline(user, pledge):
    return declines(user, pledge)


@rules.predicate
def may_deliver(user, pledge):
    return gives(user, pledge)


@rules.predicate
def may_move(user, pledge):
    return changes_promise(user, pledge)


@rules.predicate
def may_withdraw(user, pledge):
    return takes_back(user, pledge)


@rules.predicate
def may_stand_by(user, pledge):
    """Only the giver says that what was recorded for it is its word."""
    return not user.is_auditor and speaks_for_giver(user, pledge)


@rules.predicate
def may_report(user, delivery):
    return gives(user, delivery.pledge)


@rules.predicate
def may_confirm(user, delivery):
    """Who receives it, and did not report it."""
    return delivery.reported_by_id != user.pk and receives(user, delivery.pledge)


@rules.predicate
def may_dispute(user, delivery):
    return disputes(user, delivery.pledge)


rules.add_perm("agreements.state_need", takes_part & is_open)
rules.add_perm("agreements.keep_need", keeps_need)
rules.add_perm("agreements.propose_pledge", takes_part & is_open)
rules.add_perm("agreements.accept_pledge", may_accept)
rules.add_perm("agreements.decline_pledge", may_decline)
rules.add_perm("agreements.move_pledge", may_move)
rules.add_perm("agreements.stand_by_pledge", may_stand_by)
rules.add_perm("agreements.withdraw_pledge", may_withdraw)
rules.add_perm("agreements.deliver_pledge", may_deliver)
rules.add_perm("agreements.report_delivery", may_report)
rules.add_perm("agreements.confirm_delivery", may_confirm)
rules.add_perm("agreements.dispute_delivery", may_dispute)
