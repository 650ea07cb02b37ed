"""What the database refuses of discovery, whoever asks."""

import pytest
from django.db import transaction
from django.utils import timezone

from agreements.engagement.discovery_kinds import ProposalState, QuestionState
from agreements.models import FindingContribution, InterestStatement, JointFinding
from tests.constraints import assert_refused
from tests.factories.charter import CollaborationFactory, PartyFactory
from tests.factories.discovery import (
    AcknowledgementFactory,
    AssessmentEntryFactory,
    AssessmentFactory,
    DiscoveryChangeFactory,
    FindingContributionFactory,
    InterestStatementFactory,
    JointFindingFactory,
    ProposalFactory,
    QuestionFactory,
)
from tests.factories.engagement import DecisionFactory, MeetingFactory
from tests.together import beside, wait_for_a_lock

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.mark.parametrize(
    ("constraint", "factory", "fields"),
    [
        ("statement_kind_is_known", InterestStatementFactory, {"kind": "x"}),
        ("statement_says_something", InterestStatementFactory, {"text": ""}),
        (
            "statement_confirmed_is_its_own",
            InterestStatementFactory,
            {"on_behalf": True, "confirmed_on": TODAY},
        ),
        ("question_state_is_known", QuestionFactory, {"state": "x", "closed_on": TODAY}),
        ("question_asks_something", QuestionFactory, {"text": ""}),
        ("question_closed_has_a_date", QuestionFactory, {"state": QuestionState.CLOSED}),
        ("question_closed_has_a_date", QuestionFactory, {"closed_on": TODAY}),
        ("question_dropped_has_a_reason", QuestionFactory, {"dropped": True, "drop_reason": ""}),
        ("question_dropped_has_a_reason", QuestionFactory, {"drop_reason": "Tidak perlu."}),
        ("finding_says_something", JointFindingFactory, {"text": ""}),
        ("discovery_change_event_is_known", DiscoveryChangeFactory, {"event": "x"}),
        ("proposal_kind_is_known", ProposalFactory, {"kind": "x"}),
        ("proposal_state_is_known", ProposalFactory, {"state": "x"}),
        ("proposal_answered_has_a_date", ProposalFactory, {"state": ProposalState.ACCEPTED}),
        ("proposal_answered_has_a_date", ProposalFactory, {"answered_on": TODAY}),
        ("proposal_answered_has_a_date", ProposalFactory, {"answer": "Baik."}),
        ("proposal_returned_has_a_reason", ProposalFactory, {"returned": True, "answer": ""}),
        ("assessment_state_is_known", AssessmentFactory, {"state": "x"}),
        ("entry_section_is_known", AssessmentEntryFactory, {"section": "x"}),
        ("entry_says_something", AssessmentEntryFactory, {"text": ""}),
    ],
)
def test_the_database_refuses(constraint, factory, fields):
    assert_refused(constraint, lambda: factory(**fields))


def test_a_party_acknowledges_a_statement_once():
    said = AcknowledgementFactory()
    again = {"statement": said.statement, "party": said.party}
    assert_refused("acknowledgement_once", lambda: AcknowledgementFactory(**again))


def test_nobody_acknowledges_their_own_statement():
    statement = InterestStatementFactory()
    own = {"statement": statement, "party": statement.party}
    name = "acknowledgement_by_another_party"
    assert_refused(name, lambda: AcknowledgementFactory(**own))


def test_an_acknowledgement_does_not_become_one_of_oneself():
    said = AcknowledgementFactory()
    own = said.statement.party_id
    rows = type(said).objects.filter(pk=said.pk)
    assert_refused("acknowledgement_by_another_party", lambda: rows.update(party=own))


def test_a_statement_does_not_become_that_of_who_acknowledged_it():
    said = AcknowledgementFactory()
    rows = InterestStatement.objects.filter(pk=said.statement_id)
    name = "statement_not_of_who_acknowledged_it"
    assert_refused(name, lambda: rows.update(party=said.party_id))


def test_a_party_contributes_to_a_finding_once():
    there = FindingContributionFactory()
    again = {"finding": there.finding, "party": there.party}
    assert_refused("finding_contribution_once", lambda: FindingContributionFactory(**again))


@pytest.mark.parametrize("number", [0, 1])
def test_a_finding_of_fewer_than_two_parties_is_none(number):
    together = CollaborationFactory()

    def write():
        finding = JointFinding.objects.create(
            collaboration=together, text="Angka berbeda.", found_on=TODAY
        )
        for party in PartyFactory.create_batch(number, collaboration=together):
            FindingContribution.objects.create(finding=finding, party=party)

    assert_refused("finding_has_two_contributors", write)


def test_of_two_contributions_neither_goes():
    finding = JointFindingFactory()
    assert_refused("finding_has_two_contributors", finding.contributions.first().delete)


def test_a_contribution_does_not_move_from_a_finding_of_two():
    finding, other = JointFindingFactory(), JointFindingFactory()
    rows = FindingContribution.objects.filter(pk=finding.contributions.first().pk)
    name = "contribution_of_one_collaboration"
    assert_refused(name, lambda: rows.update(finding=other))
    beside_it = JointFindingFactory(collaboration=finding.collaboration)
    name = "finding_has_two_contributors"
    assert_refused(name, lambda: rows.update(finding=beside_it))


def test_of_three_contributions_one_may_go():
    row = FindingContributionFactory()
    with transaction.atomic():
        row.delete()
    assert row.finding.contributions.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_who_take_one_away_each_do_not_leave_one():
    finding = FindingContributionFactory().finding
    one, other, _third = finding.contributions.all()
    with transaction.atomic():
        one.delete()
        with transaction.get_connection().cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        thread, raised = beside(other.delete)
        wait_for_a_lock()
    thread.join()
    assert len(raised) == 1
    assert '"finding_has_two_contributors"' in str(raised[0])
    assert finding.contributions.count() == 2


def test_a_proposal_is_not_addressed_to_who_makes_it():
    party = PartyFactory()
    own = {"collaboration": party.collaboration, "from_party": party, "to_party": party}
    assert_refused("proposal_to_another_party", lambda: ProposalFactory(**own))


def test_only_an_accepted_proposal_came_to_a_decision():
    together = CollaborationFactory()
    decision = DecisionFactory(meeting__collaboration=together)
    fields = {"collaboration": together, "decision": decision}
    assert_refused("proposal_decided_is_accepted", lambda: ProposalFactory(**fields))


def test_an_entry_becomes_one_thing():
    entry = AssessmentEntryFactory()
    together = entry.assessment.collaboration
    both = {
        "question": QuestionFactory(collaboration=together),
        "proposal": ProposalFactory(collaboration=together),
    }
    rows = type(entry).objects.filter(pk=entry.pk)
    assert_refused("entry_became_one_thing", lambda: rows.update(**both))


def _foreign_rows():
    """Each table with something that belongs to another collaboration."""
    return [
        ("statement", InterestStatementFactory, {"meeting": MeetingFactory}),
        ("acknowledgement", AcknowledgementFactory, {"party": PartyFactory}),
        ("question", QuestionFactory, {"raised_by": PartyFactory}),
        ("question", QuestionFactory, {"meeting": MeetingFactory}),
        ("finding", JointFindingFactory, {"question": QuestionFactory}),
        ("finding", JointFindingFactory, {"meeting": MeetingFactory}),
        ("contribution", FindingContributionFactory, {"party": PartyFactory}),
        ("proposal", ProposalFactory, {"from_party": PartyFactory}),
        ("proposal", ProposalFactory, {"to_party": PartyFactory}),
        ("assessment", AssessmentFactory, {"meeting": MeetingFactory}),
        ("entry", AssessmentEntryFactory, {"party": PartyFactory}),
        ("entry", AssessmentEntryFactory, {"statement": InterestStatementFactory}),
        ("entry", AssessmentEntryFactory, {"question": QuestionFactory}),
        ("entry", AssessmentEntryFactory, {"proposal": ProposalFactory}),
    ]


@pytest.mark.parametrize(("name", "factory", "foreign"), _foreign_rows())
def test_what_a_row_names_belongs_to_its_collaboration(name, factory, foreign):
    fields = {field: make() for field, make in foreign.items()}
    assert_refused(f"{name}_of_one_collaboration", lambda: factory(**fields))


def test_the_decision_of_a_proposal_belongs_to_its_collaboration():
    proposal = ProposalFactory(state=ProposalState.ACCEPTED, answered_on=TODAY)
    decision = DecisionFactory()
    rows = type(proposal).objects.filter(pk=proposal.pk)
    assert_refused("proposal_of_one_collaboration", lambda: rows.update(decision=decision))
