"""Who may do what with agreements: the coordinator runs them, a representative signs their own."""

import rules

from agreements.charter.rules import (
    coordinates,
    is_coordinator_of,
    is_open,
    represented_organizations,
)
from agreements.instruments.kinds import AgreementEvent


def coordinates_it(user, agreement):
    """Whether the user runs the collaboration of this agreement today."""
    return is_coordinator_of(user, agreement.collaboration_id)


def speaks_for_place(user, place):
    """Whether the user speaks today for this party to an agreement."""
    spoken_for = represented_organizations(user, place.agreement.collaboration_id)
    return place.party.organization_id in spoken_for


def agreement_of(record):
    """The agreement behind a party's place, a clause, a signature, a paper, a line of amendment."""
    owner = getattr(record, "place", None) or getattr(record, "amendment", record)
    return getattr(owner, "agreement", owner)


@rules.predicate
def runs_it(user, record):
    return coordinates_it(user, agreement_of(record))


@rules.predicate
def speaks_for_it(user, place):
    return speaks_for_place(user, place)


@rules.predicate
def speaks_for_signer(user, signature):
    return speaks_for_place(user, signature.place)


@rules.predicate
def recorded_it(user, signature):
    return signature.recorded_by_id == user.pk


@rules.predicate
def speaks_for_a_party_to_it(user, agreement):
    spoken_for = represented_organizations(user, agreement.collaboration_id)
    return agreement.parties.filter(party__organization__in=spoken_for).exists()


@rules.predicate
def asked_to_terminate_it(user, agreement):
    """Whether they asked for it, or speak for the organization of whoever did."""
    asked = agreement.changes.filter(event=AgreementEvent.TERMINATION_REQUESTED)
    line = asked.select_related("made_by__person").order_by("-pk").first()
    if line is None:
        return False
    spoken_for = represented_organizations(user, agreement.collaboration_id)
    return line.made_by_id == user.pk or line.made_by.organization_id in spoken_for


@rules.predicate
def is_decided(_user, agreement):
    """Whether its termination is decided: who asked for it no longer has it in hand."""
    return agreement.termination_decided_on is not None


@rules.predicate
def speaks_for_ower(user, clause):
    return clause.owed_by is not None and speaks_for_place(user, clause.owed_by)


@rules.predicate
def is_admin(user, record=None):
    return user.is_active and user.is_admin


rules.add_perm("agreements.draft_agreement", coordinates & is_open)
rules.add_perm("agreements.edit_agreement", runs_it)
rules.add_perm("agreements.sign_agreement", speaks_for_it | runs_it)
rules.add_perm("agreements.confirm_signature", speaks_for_signer & ~recorded_it)
rules.add_perm("agreements.take_back_signature", speaks_for_signer | runs_it)
rules.add_perm("agreements.request_termination", speaks_for_a_party_to_it | runs_it)
rules.add_perm(
    "agreements.drop_termination",
    speaks_for_a_party_to_it & asked_to_terminate_it & ~is_decided | runs_it,
)
rules.add_perm("agreements.promise_obligation", speaks_for_ower | runs_it)
rules.add_perm("agreements.manage_agreement_types", is_admin)
