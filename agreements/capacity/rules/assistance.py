"""Who asks for assistance, answers, gives it, judges it and shares its cost."""

import rules
from django.db.models import Exists

from agreements.capacity.models import AssistanceRequest
from agreements.capacity.querysets.assistance import neutral_coordinators
from agreements.capacity.rules.standing import acts_in_open, runs
from agreements.charter.rules import takes_part
from agreements.engagement.querysets.discovery import spoken_for
from agreements.engagement.rules.discovery import (
    is_of,
    own_organizations,
    speaks_for,
)


def request_of(record):
    """The request behind a cost or an escalation; a request is its own."""
    return record if isinstance(record, AssistanceRequest) else record.request


def is_requester(user, record):
    return is_of(user, request_of(record).from_party)


def is_giver(user, record):
    return is_of(user, request_of(record).to_party)


def speaks_for_giver(user, record):
    return speaks_for(user, request_of(record).to_party)


@rules.predicate
def may_ask(user, collaboration):
    """Members and representatives ask for their own party; nobody asks for another."""
    is_part = takes_part.test(user, collaboration)
    return is_part and bool(own_organizations(user, collaboration.pk))


@rules.predicate
def asked_it(user, record):
    return is_requester(user, record)


def has_a_voice(party, *, today=None):
    """Whether somebody speaks for the party, takes part today and can answer here."""
    return spoken_for(today=today).filter(pk=party.pk).exists()


def runs_for_the_other(user, record):
    """A coordinator who is not of the party that asked."""
    return runs(user, record) and not is_requester(user, record)


@rules.predicate
def may_answer(user, record):
    """Who speaks for the party asked; where nobody does, a coordinator on its behalf.

    Marked so, and never a coordinator of the party that asked.
    """
    if speaks_for_giver(user, record):
        return True
    return runs_for_the_other(user, record) and not has_a_voice(request_of(record).to_party)


@rules.predicate
def may_settle(user, record):
    """The party itself stands by an answer or corrects it, never whoever gave it."""
    answer = request_of(record).answer
    is_own = answer is not None and answer.given_by_id == user.pk
    return speaks_for_giver(user, record) and not is_own


@rules.predicate
def may_give(user, record):
    """The giver; a coordinator in its place, but not of an answer that still waits for it."""
    if is_giver(user, record):
        return True
    answer = request_of(record).answer
    is_lent = answer is not None and answer.is_on_behalf
    return runs_for_the_other(user, record) and not is_lent


@rules.predicate
def gave_it(user, record):
    """The giver says of itself that it gave; no coordinator says so in its place."""
    return is_giver(user, record)


@rules.predicate
def may_judge(user, record):
    """The requester says how it ended; a coordinator does unless of the giving party."""
    if is_requester(user, record):
        return True
    return runs(user, record) and not is_giver(user, record)


@rules.predicate
def may_record_superior(user, record):
    """A coordinator of neither side; one of a side only where there is no other."""
    if not runs(user, record):
        return False
    if not is_requester(user, record) and not is_giver(user, record):
        return True
    rows = AssistanceRequest.objects.filter(pk=request_of(record).pk)
    return not rows.filter(Exists(neutral_coordinators())).exists()


@rules.predicate
def shares_costs(user, record):
    return is_requester(user, record) or is_giver(user, record) or runs(user, record)


@rules.predicate
def speaks_for_a_side(user, record):
    asked = request_of(record)
    return speaks_for(user, asked.from_party) or speaks_for(user, asked.to_party)


@rules.predicate
def keeps_lists(user, record=None):
    return user.is_admin


rules.add_perm("agreements.request_assistance", acts_in_open & may_ask)
rules.add_perm("agreements.edit_assistance", acts_in_open & asked_it)
rules.add_perm("agreements.answer_assistance", acts_in_open & may_answer)
rules.add_perm("agreements.settle_assistance", acts_in_open & may_settle)
rules.add_perm("agreements.give_assistance", acts_in_open & may_give)
rules.add_perm("agreements.say_assistance_was_given", acts_in_open & gave_it)
rules.add_perm("agreements.judge_assistance", acts_in_open & may_judge)
rules.add_perm("agreements.record_superior", acts_in_open & may_record_superior)
rules.add_perm("agreements.share_assistance_costs", acts_in_open & shares_costs)
rules.add_perm("agreements.agree_assistance_cost", acts_in_open & speaks_for_a_side)
rules.add_perm("agreements.manage_assistance_lists", keeps_lists)
