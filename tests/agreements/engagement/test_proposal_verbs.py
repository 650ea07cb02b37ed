"""Proposals are answered by whom they are put before; entries of an assessment become records."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone, translation

from agreements.charter.states import CollaborationState
from agreements.engagement.discovery_kinds import (
    AssessmentSection,
    AssessmentState,
    DiscoveryEvent,
    ProposalKind,
    ProposalState,
    StatementKind,
)
from agreements.engagement.states import DecisionState
from agreements.engagement.transitions import assessments, proposals, questions, statements
from agreements.models import Collaboration, DiscoveryChange, Party
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.agreements.goals.scenes import Scene
from tests.factories.actors import UserFactory
from tests.factories.engagement import DecisionFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def scene():
    with translation.override("en"):
        yield Scene()


def submits(scene, **fields):
    said = {
        "from_party": scene.health,
        "to_party": scene.works,
        "by": scene.health_speaker,
        "kind": ProposalKind.PLANNING_CONCEPT,
        "title": "Konsep perencanaan",
        "text": "Satu wilayah, satu rencana.",
    }
    return proposals.submit_proposal(**{**said, **fields})


def moves(proposal):
    rows = proposal.changes.order_by("pk")
    return [(row.from_state, row.to_state, row.note) for row in rows]


def test_a_member_submits_for_the_own_party(scene):
    member = UserFactory(organization=scene.health.organization)
    proposal = submits(scene, by=member)
    assert (proposal.state, proposal.submitted_on) == (ProposalState.SUBMITTED, TODAY)
    assert moves(proposal) == [("", "submitted", "")]
    assert submits(scene, by=member) == proposal


def test_nobody_proposes_for_another_party_also_no_coordinator(scene):
    for by in (scene.works_speaker, scene.coordinator):
        with pytest.raises(PermissionDenied):
            submits(scene, by=by)


def test_nobody_proposes_to_themselves(scene):
    with pytest.raises(ValidationError, match="another party"):
        submits(scene, to_party=scene.health)


def test_it_is_accepted(scene):
    proposal = proposals.accept_proposal(
        proposal=submits(scene), by=scene.works_speaker, answer="Baik."
    )
    assert (proposal.state, proposal.answered_by) == (ProposalState.ACCEPTED, scene.works_speaker)
    assert (proposal.answer, proposal.answered_on) == ("Baik.", TODAY)
    assert moves(proposal)[-1] == ("submitted", "accepted", "Baik.")
    with pytest.raises(IllegalMove):
        proposals.return_proposal(proposal=proposal, by=scene.works_speaker, reason="Tidak.")


def test_it_is_returned_with_a_reason_written_anew_and_submitted_again(scene):
    proposal = submits(scene)
    with pytest.raises(ValidationError):
        proposals.return_proposal(proposal=proposal, by=scene.works_speaker, reason="")
    proposal = proposals.return_proposal(
        proposal=proposal, by=scene.works_speaker, reason="Sebut biayanya."
    )
    assert (proposal.state, proposal.answer) == (ProposalState.RETURNED, "Sebut biayanya.")
    said = {"title": "Konsep", "text": "Dengan biaya.", "kind": ProposalKind.IDEA}
    again = proposals.rework_proposal(
        proposal=proposal, by=scene.health_speaker, version=proposal.version, **said
    )
    assert (again.state, again.text, again.answer) == (
        ProposalState.SUBMITTED,
        "Dengan biaya.",
        "",
    )
    assert moves(again)[1:] == [
        ("submitted", "returned", "Sebut biayanya."),
        ("returned", "submitted", ""),
    ]
    texts = list(again.changes.order_by("pk").values_list("text", flat=True))
    assert texts == ["Satu wilayah, satu rencana."] * 2 + ["Dengan biaya."]
    with pytest.raises(EditConflict):
        proposals.rework_proposal(
            proposal=again, by=scene.health_speaker, version=proposal.version - 1, **said
        )


def test_a_settled_proposal_is_not_written_anew(scene):
    proposal = proposals.withdraw_proposal(proposal=submits(scene), by=scene.health_speaker)
    assert moves(proposal)[-1][:2] == ("submitted", "withdrawn")
    said = {"title": "Konsep", "text": "Lain.", "kind": ProposalKind.IDEA}
    with pytest.raises(Refused, match="settled"):
        proposals.rework_proposal(proposal=proposal, by=scene.health_speaker, version=2, **said)
    with pytest.raises(IllegalMove):
        proposals.accept_proposal(proposal=proposal, by=scene.works_speaker)


def test_who_answers(scene):
    to_works, to_all = submits(scene), submits(scene, to_party=None)
    may = "agreements.answer_proposal"
    assert scene.works_speaker.has_perm(may, to_works)
    member = UserFactory(organization=scene.works.organization)
    for other in (member, scene.coordinator, scene.health_speaker):
        assert not other.has_perm(may, to_works)
    assert scene.coordinator.has_perm(may, to_all)
    assert not scene.works_speaker.has_perm(may, to_all)
    Party.objects.filter(pk=scene.works.pk).update(state="left", ends_on=TODAY)
    assert scene.coordinator.has_perm(may, to_works)
    assert not scene.works_speaker.has_perm(may, to_works)


def test_an_accepted_proposal_names_its_decision(scene):
    proposal, decision = submits(scene), scene.decision()
    facts = {"by": scene.coordinator, "decision": decision}
    with pytest.raises(Refused, match="accepted"):
        proposals.link_decision(proposal=proposal, **facts)
    proposal = proposals.accept_proposal(proposal=proposal, by=scene.works_speaker)
    for wrong in (DecisionFactory(), scene.decision(state=DecisionState.REVOKED)):
        with pytest.raises(ValidationError):
            proposals.link_decision(proposal=proposal, **{**facts, "decision": wrong})
    assert proposals.link_decision(proposal=proposal, **facts).decision == decision
    assert moves(proposal)[-1] == ("accepted", "accepted", decision.text)


def begun(scene):
    return assessments.begin_assessment(
        collaboration=scene.collaboration, by=scene.health_speaker, title="Penilaian awal"
    )


def adds(scene, assessment, **fields):
    said = {"section": AssessmentSection.PROBLEMS, "text": "Data tersebar.", "party": scene.health}
    return assessments.add_entry(
        assessment=assessment, **{"by": scene.health_speaker, **said, **fields}
    )


def test_members_add_entries_while_it_is_open(scene):
    assessment = begun(scene)
    adds(scene, assessment)
    adds(scene, assessment, party=None, text="Bersama.")
    with pytest.raises(PermissionDenied):
        adds(scene, assessment, by=scene.works_speaker)
    assert adds(scene, assessment, by=scene.coordinator, text="Dari koordinator.")
    closed = assessments.close_assessment(assessment=assessment, by=scene.coordinator)
    assert closed.state == AssessmentState.CLOSED
    with pytest.raises(Refused, match="closed"):
        adds(scene, assessment, text="Terlambat.")
    assessments.reopen_assessment(assessment=assessment, by=scene.coordinator)
    with pytest.raises(Refused, match="open already"):
        assessments.reopen_assessment(assessment=assessment, by=scene.coordinator)
    assert adds(scene, assessment, text="Masih sempat.")


def test_an_entry_is_edited_and_removed(scene):
    entry = adds(scene, begun(scene))
    said = {"entry": entry, "by": scene.health_speaker}
    assert assessments.edit_entry(version=1, text="Lain.", **said).text == "Lain."
    with pytest.raises(EditConflict):
        assessments.edit_entry(version=1, text="Lagi.", **said)
    assessment = assessments.remove_entry(**said)
    assert not assessment.entries.exists()
    assert DiscoveryChange.objects.order_by("pk").last().event == DiscoveryEvent.ENTRY_REMOVED


def test_an_entry_becomes_one_record_and_then_stays(scene):
    entry = adds(scene, begun(scene))
    said = {"by": scene.health_speaker, "entry": entry}
    statement = statements.record_statement(
        party=scene.health, kind=StatementKind.CONCERN, text=entry.text, **said
    )
    entry.refresh_from_db()
    assert entry.became == statement
    assert statement.entry == entry
    with pytest.raises(Refused, match="already"):
        questions.raise_question(party=scene.health, text="Mengapa?", **said)
    with pytest.raises(Refused, match="already"):
        assessments.edit_entry(entry=entry, by=scene.health_speaker, version=2, text="Lain.")
    with pytest.raises(Refused, match="already"):
        assessments.remove_entry(entry=entry, by=scene.health_speaker)


def test_entries_become_questions_and_proposals(scene):
    assessment = begun(scene)
    one, other = adds(scene, assessment), adds(scene, assessment, text="Kanal bersama.")
    question = questions.raise_question(
        party=scene.health, by=scene.health_speaker, text="Mengapa?", entry=one
    )
    proposal = submits(scene, entry=other)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.became, other.became) == (question, proposal)
    assert DiscoveryChange.objects.filter(event=DiscoveryEvent.ENTRY_TURNED).count() == 2


def test_a_closed_collaboration_refuses_every_verb(scene):
    proposal, assessment = submits(scene), begun(scene)
    entry = adds(scene, assessment)
    Collaboration.objects.filter(pk=scene.collaboration.pk).update(
        state=CollaborationState.CLOSED, ends_on=TODAY
    )
    by = scene.health_speaker
    said = {"title": "Konsep", "text": "Lain.", "kind": ProposalKind.IDEA}
    verbs = [
        lambda: submits(scene, text="Lagi."),
        lambda: proposals.rework_proposal(proposal=proposal, by=by, version=1, **said),
        lambda: proposals.accept_proposal(proposal=proposal, by=scene.works_speaker),
        lambda: proposals.return_proposal(proposal=proposal, by=by, reason="Tidak."),
        lambda: proposals.withdraw_proposal(proposal=proposal, by=by),
        lambda: proposals.link_decision(proposal=proposal, by=by, decision=scene.decision()),
        lambda: begun(scene),
        lambda: adds(scene, assessment, text="Lagi."),
        lambda: assessments.edit_entry(entry=entry, by=by, version=1, text="Lain."),
        lambda: assessments.remove_entry(entry=entry, by=by),
        lambda: assessments.close_assessment(assessment=assessment, by=by),
        lambda: assessments.reopen_assessment(assessment=assessment, by=by),
    ]
    for verb in verbs:
        with pytest.raises(Refused, match="closed"):
            verb()
