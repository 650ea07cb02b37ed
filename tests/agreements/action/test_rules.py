"""Who may do what: the table of the domain, row by row, for everybody around a promise."""

import pytest

from agreements.action import transitions
from agreements.action.states import CommitmentState
from tests.agreements.action.people import today
from tests.factories.actors import UserFactory
from tests.factories.charter import RepresentativeFactory, coordinator_of

S = CommitmentState
WHO_MAY = {
    "update_progress": ({}, {"representative", "member", "coordinator"}),
    "change_due_date": ({}, {"representative", "member", "coordinator"}),
    "answer_commitment": ({"proposed": True}, {"representative", "coordinator"}),
    "settle_answer": ({"is_answered_on_behalf": True}, {"representative"}),
    "take_back_report": ({"reported": True}, {"representative", "member"}),
    "confirm_commitment": ({"reported": True}, {"other", "coordinator"}),
    "send_back_commitment": ({"reported": True}, {"other", "coordinator"}),
    "mark_not_kept": ({"overdue": True}, {"representative", "coordinator"}),
    "cancel_commitment": ({}, {"coordinator"}),
}


@pytest.mark.parametrize("verb", WHO_MAY)
def test_the_table_of_verbs(people, verb):
    fields, allowed = WHO_MAY[verb]
    commitment = people.promise(**fields)
    may = {
        name
        for name, user in people.everybody().items()
        if user.has_perm(f"agreements.{verb}", commitment)
    }
    assert may == allowed


@pytest.mark.parametrize("verb", WHO_MAY)
@pytest.mark.parametrize("who", ["representative", "coordinator", "other"])
def test_a_deactivated_account_may_nothing(people, verb, who):
    user = getattr(people, who)
    user.is_active = False
    user.save()
    commitment = people.promise(**WHO_MAY[verb][0])
    assert not user.has_perm(f"agreements.{verb}", commitment)


def test_an_auditor_of_the_promising_organization_only_reads(people):
    commitment = people.promise(reported=True)
    auditor = UserFactory(auditor=True, organization=commitment.organization)
    RepresentativeFactory(
        party=commitment.organization.parties.get(collaboration=people.collaboration),
        person=auditor.person,
    )
    assert not any(auditor.has_perm(f"agreements.{verb}", commitment) for verb in WHO_MAY)


def test_an_admin_acts_only_as_what_facts_make_them(people):
    commitment = people.promise()
    admin = UserFactory(admin=True, organization=commitment.organization)
    assert admin.has_perm("agreements.update_progress", commitment)
    assert not admin.has_perm("agreements.cancel_commitment", commitment)


def test_a_coordinator_of_the_promising_organization_does_not_confirm(people):
    commitment = people.promise(reported=True)
    ours = coordinator_of(people.collaboration, organization=commitment.organization)
    assert not ours.has_perm("agreements.confirm_commitment", commitment)
    assert not ours.has_perm("agreements.send_back_commitment", commitment)


def test_who_reported_it_may_not_confirm_it_but_may_take_it_back(people):
    commitment = transitions.report_done(commitment=people.promise(), by=people.coordinator)
    assert not people.coordinator.has_perm("agreements.confirm_commitment", commitment)
    assert people.coordinator.has_perm("agreements.take_back_report", commitment)


def test_who_wrote_it_down_cancels_it_while_nobody_answered(people):
    commitment = people.promise(proposed=True, recorded_by=people.other_member)
    assert people.other_member.has_perm("agreements.cancel_commitment", commitment)
    assert not people.member.has_perm("agreements.cancel_commitment", commitment)
    accepted = transitions.accept(commitment=commitment, by=people.representative)
    assert not people.other_member.has_perm("agreements.cancel_commitment", accepted)


def test_who_wrote_it_down_and_became_an_auditor_cancels_nothing(people):
    commitment = people.promise(proposed=True, recorded_by=people.auditor)
    assert not people.auditor.has_perm("agreements.cancel_commitment", commitment)


def test_a_representative_whose_term_ended_speaks_no_more(people):
    commitment = people.promise(proposed=True)
    yesterday = today(-1)
    people.representative.person.represents.update(ends_on=yesterday)
    assert not people.representative.has_perm("agreements.answer_commitment", commitment)


def test_a_representative_from_elsewhere_speaks_for_the_party_all_the_same(people):
    """Who speaks is a dated row, not the organization of the account."""
    commitment = people.promise(proposed=True)
    party = commitment.organization.parties.get(collaboration=people.collaboration)
    voice = UserFactory()
    RepresentativeFactory(party=party, person=voice.person)
    assert voice.has_perm("agreements.answer_commitment", commitment)
    assert voice.has_perm("agreements.update_progress", commitment)
    reported = transitions.report_done(
        commitment=transitions.accept(commitment=commitment, by=voice), by=people.member
    )
    assert not voice.has_perm("agreements.confirm_commitment", reported)


def test_a_representative_of_another_collaboration_says_nothing_here(people):
    elsewhere = RepresentativeFactory(party__organization=people.representative.organization)
    voice = UserFactory(person=elsewhere.person)
    assert not voice.has_perm("agreements.answer_commitment", people.promise(proposed=True))
