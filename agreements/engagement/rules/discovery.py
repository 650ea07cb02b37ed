"""Who may do what in discovery: members for their own organization, coordinators beside them."""

import rules

from agreements.charter.models import Collaboration, Party
from agreements.charter.rules import (
    is_coordinator_of,
    is_member_of,
    is_open,
    represented_organizations,
    takes_part,
)
from agreements.engagement.querysets.discovery import spoken_for

BEHIND = ("assessment", "party", "statement", "finding", "proposal")  # an entry may name no party


def collaboration_of(record):
    """The collaboration behind any record of discovery; a collaboration is its own."""
    while not (isinstance(record, Collaboration) or hasattr(record, "collaboration_id")):
        name = next(name for name in BEHIND if hasattr(record, f"{name}_id"))
        record = getattr(record, name)
    return record if isinstance(record, Collaboration) else record.collaboration


def own_organizations(user, collaboration_id):
    """Organizations for which the user may write: the own one, and those they speak for."""
    found = set(represented_organizations(user, collaboration_id))
    if is_member_of(user, collaboration_id):
        found.add(user.organization_id)
    return found


def own_parties(user, collaboration_id):
    """Parties that take part today for which the user may write."""
    current = Party.objects.current().filter(collaboration=collaboration_id)
    return current.filter(organization__in=own_organizations(user, collaboration_id))


def is_of(user, party):
    """Whether the user is a member of the party, or speaks for it."""
    return party.organization_id in own_organizations(user, party.collaboration_id)


def speaks_for(user, party):
    return party.organization_id in represented_organizations(user, party.collaboration_id)


def coordinates(user, record):
    return is_coordinator_of(user, collaboration_of(record).pk)


@rules.predicate
def records(user, record):
    """Everybody who takes part in the open collaboration."""
    collaboration = collaboration_of(record)
    return is_open(user, collaboration) and takes_part.test(user, collaboration)


@rules.predicate
def runs(user, record):
    return coordinates(user, record)


@rules.predicate
def belongs_to_a_party(user, record):
    """Also the collaboration itself is asked: whether the user may write for any party there."""
    return bool(own_organizations(user, collaboration_of(record).pk))


@rules.predicate
def made_the_statement(user, statement):
    """The party itself; while it has not confirmed, also whoever recorded it or coordinates."""
    if is_of(user, statement.party):
        return True
    is_recorder = statement.recorded_by_id == user.pk and takes_part.test(
        user, statement.party.collaboration
    )
    return statement.is_on_behalf and (is_recorder or coordinates(user, statement))


@rules.predicate
def is_of_the_stating_party(user, statement):
    return is_of(user, statement.party)


@rules.predicate
def is_of_another_party(user, statement):
    others = own_organizations(user, statement.party.collaboration_id)
    return bool(others - {statement.party.organization_id})


@rules.predicate
def raised_the_question(user, question):
    return is_of(user, question.raised_by) or coordinates(user, question)


@rules.predicate
def keeps_the_finding(user, finding):
    """Whoever contributed, and the coordinators."""
    if coordinates(user, finding):
        return True
    mine = own_organizations(user, finding.collaboration_id)
    return finding.contributions.filter(party__organization__in=mine).exists()


@rules.predicate
def keeps_the_contribution(user, contribution):
    return keeps_the_finding(user, contribution.finding)


@rules.predicate
def made_the_proposal(user, proposal):
    return is_of(user, proposal.from_party)


@rules.predicate
def answers_the_proposal(user, proposal):
    """Who speaks for the party it is addressed to; the coordinators where that is all.

    Also on behalf of a party that nobody speaks for, until it says so itself.
    """
    if is_the_partys_own_word(user, proposal):
        return True
    is_spoken_for = spoken_for().filter(pk=proposal.to_party_id).exists()
    return not is_spoken_for and coordinates(user, proposal)


def takes_part_today(party):
    """A party that pauses or has left is answered for, and confirms once it is back."""
    return Party.objects.current().filter(pk=party.pk).exists()


def is_the_partys_own_word(user, proposal):
    """Whether the user speaks for the party addressed; of one to all nobody does."""
    party = proposal.to_party
    return party is not None and speaks_for(user, party) and takes_part_today(party)


def may_put_right(user, proposal):
    """Whether it was answered by somebody else on behalf of the party this user speaks for."""
    is_lent = proposal.is_on_behalf and proposal.answered_by_id != user.pk
    return is_lent and is_the_partys_own_word(user, proposal)


@rules.predicate
def wrote_the_entry(user, entry):
    if coordinates(user, entry):
        return True
    together = entry.assessment.collaboration
    return entry.recorded_by_id == user.pk and takes_part.test(user, together)


rules.add_perm("agreements.record_discovery", records)
rules.add_perm("agreements.run_discovery", runs)
rules.add_perm("agreements.correct_statement", made_the_statement)
rules.add_perm("agreements.confirm_statement", is_of_the_stating_party)
rules.add_perm("agreements.acknowledge_statement", is_of_another_party)
rules.add_perm("agreements.settle_question", raised_the_question)
rules.add_perm("agreements.edit_finding", keeps_the_finding)
rules.add_perm("agreements.remove_contribution", keeps_the_contribution)
rules.add_perm("agreements.make_proposal", belongs_to_a_party & records)
rules.add_perm("agreements.rework_proposal", made_the_proposal)
rules.add_perm("agreements.answer_proposal", answers_the_proposal)
rules.add_perm("agreements.edit_assessment_entry", wrote_the_entry)
