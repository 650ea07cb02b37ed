"""The page of discovery and its forms: what is shown to whom, and how few queries it costs."""

import pytest
from django.urls import reverse

from agreements.engagement.discovery_kinds import (
    AssessmentSection,
    ProposalState,
    QuestionState,
    StatementKind,
)
from agreements.engagement.kinds import MeetingKind
from agreements.models import (
    Assessment,
    AssessmentEntry,
    InterestStatement,
    JointFinding,
    Proposal,
    Question,
)
from tests.agreements.goals.scenes import Scene
from tests.factories.actors import UserFactory
from tests.factories.charter import PartyFactory
from tests.factories.discovery import (
    AcknowledgementFactory,
    AssessmentEntryFactory,
    AssessmentFactory,
    FindingContributionFactory,
    InterestStatementFactory,
    JointFindingFactory,
    ProposalFactory,
    QuestionFactory,
)
from tests.factories.engagement import MeetingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Scene()


def page(scene):
    return reverse("agreements:collaboration-discovery", args=[scene.collaboration.pk])


def at(name, record, query=""):
    return reverse(f"agreements:{name}", args=[record.pk]) + query


def fill(together):
    """One of everything."""
    AcknowledgementFactory(statement=InterestStatementFactory(party__collaboration=together))
    InterestStatementFactory(party__collaboration=together, on_behalf=True)
    QuestionFactory(collaboration=together)
    QuestionFactory(collaboration=together, dropped=True)
    FindingContributionFactory(finding__collaboration=together)
    ProposalFactory(collaboration=together, to_party=PartyFactory(collaboration=together))
    ProposalFactory(collaboration=together, returned=True)
    AssessmentFactory(collaboration=together)


def test_an_empty_page_says_what_it_is_good_for(client, scene, sign_in):
    sign_in(scene.health_speaker)
    answer = client.get(page(scene))
    assert answer.context["is_empty"]
    assert at("statement-create", scene.collaboration) in answer.content.decode()


def test_who_has_stated_nothing_is_shown_as_silent(client, scene, sign_in):
    InterestStatementFactory(party=scene.health)
    sign_in(scene.works_speaker)
    context = client.get(page(scene)).context
    assert [group["party"] for group in context["stated"]] == [scene.health]
    assert context["silent"] == [scene.works, scene.asked]
    assert [party.may_state for party in context["silent"]] == [True, False]


def test_what_was_taken_back_no_longer_counts_as_said(client, scene, sign_in):
    InterestStatementFactory(party=scene.health, withdrawn_on="2026-01-01")
    sign_in(scene.coordinator)
    context = client.get(page(scene)).context
    assert scene.health in context["silent"]


def test_a_word_on_behalf_is_marked_until_the_party_confirms(client, scene, sign_in):
    statement = InterestStatementFactory(party=scene.health, on_behalf=True)
    sign_in(scene.health_speaker)
    shown = client.get(page(scene)).content.decode()
    assert at("statement-confirm", statement) in shown
    assert "belum dikonfirmasi oleh pihaknya" in shown
    client.post(at("statement-confirm", statement))
    shown = client.get(page(scene)).content.decode()
    assert at("statement-confirm", statement) not in shown
    assert "belum dikonfirmasi oleh pihaknya" not in shown


def test_the_page_costs_the_same_however_much_was_said(scene, sign_in, assert_flat_queries):
    fill(scene.collaboration)
    sign_in(scene.coordinator)
    assert_flat_queries(page(scene), grow=lambda: fill(scene.collaboration), ceiling=40)


def test_a_representative_sees_which_proposals_wait_for_an_answer(client, scene, sign_in):
    mine = ProposalFactory(
        collaboration=scene.collaboration, from_party=scene.health, to_party=scene.works
    )
    ProposalFactory(collaboration=scene.collaboration, from_party=scene.health)
    sign_in(scene.works_speaker)
    rows = client.get(page(scene)).context["waiting_proposals"]
    assert [row for row in rows if row.waits_for_me] == [mine]
    sign_in(scene.coordinator)
    rows = client.get(page(scene)).context["waiting_proposals"]
    assert [row.to_party for row in rows if row.waits_for_me] == [None]


def test_from_a_visit_readiness_is_recorded_in_a_box_and_a_button(client, scene, sign_in):
    visit = MeetingFactory(
        collaboration=scene.collaboration, kind=MeetingKind.VISIT, logged_by=scene.works_speaker
    )
    sign_in(scene.works_speaker)
    link = at("statement-create", scene.collaboration, f"?meeting={visit.pk}&kind=readiness")
    assert link.replace("&", "&amp;") in client.get(visit.get_absolute_url()).content.decode()
    form = client.get(link).context["form"]
    assert form.initial["kind"] == StatementKind.READINESS
    client.post(link, {"party": scene.health.pk, "kind": "readiness", "text": "Kami siap."})
    statement = InterestStatement.objects.get()
    assert (statement.meeting, statement.stated_on) == (visit, visit.held_on)
    assert statement.is_on_behalf


def test_an_ordinary_meeting_asks_for_no_readiness(client, scene, sign_in):
    meeting = MeetingFactory(collaboration=scene.collaboration)
    sign_in(scene.works_speaker)
    assert "kind=readiness" not in client.get(meeting.get_absolute_url()).content.decode()


def test_a_member_is_offered_the_own_party_only(client, scene, sign_in):
    sign_in(UserFactory(organization=scene.health.organization))
    link = at("statement-create", scene.collaboration)
    field = client.get(link).context["form"].fields["party"]
    assert list(field.queryset) == [scene.health]
    said = {"party": scene.works.pk, "kind": "limit", "text": "Bukan milik kami."}
    assert client.post(link, said).context["form"].errors["party"]
    assert not InterestStatement.objects.exists()


def test_a_question_is_closed_by_a_finding_from_the_form(client, scene, sign_in):
    question = QuestionFactory(collaboration=scene.collaboration)
    sign_in(scene.health_speaker)
    link = at("finding-create", scene.collaboration, f"?question={question.pk}")
    form = client.get(link).context["form"]
    assert form.initial == {"question": question.pk, "contributors": [scene.health.pk]}
    said = {"question": question.pk, "text": "Data berbeda.", "contributors": [scene.health.pk]}
    assert client.post(link, said).context["form"].errors["contributors"]
    both = [scene.health.pk, scene.works.pk]
    assert client.post(link, {**said, "contributors": both}).status_code == 302
    question.refresh_from_db()
    assert question.state == QuestionState.CLOSED
    assert JointFinding.objects.get().question == question


def test_of_two_contributors_none_is_offered_to_go(client, scene, sign_in):
    finding = JointFindingFactory(
        collaboration=scene.collaboration, parties=[scene.health, scene.works]
    )
    row = finding.contributions.first()
    sign_in(scene.health_speaker)
    assert at("contribution-remove", row) not in client.get(page(scene)).content.decode()
    answer = client.post(at("contribution-remove", row))
    assert answer.context["form"].non_field_errors()
    assert finding.contributions.count() == 2


def test_a_dropped_question_is_opened_again(client, scene, sign_in):
    question = QuestionFactory(
        collaboration=scene.collaboration, raised_by=scene.health, dropped=True
    )
    sign_in(scene.health_speaker)
    link = reverse("agreements:question-move", args=[question.pk, "reopen"])
    assert link in client.get(page(scene)).content.decode()
    client.post(link)
    question.refresh_from_db()
    assert question.state == QuestionState.OPEN
    assert client.post(
        reverse("agreements:question-move", args=[question.pk, "x"])
    ).status_code == (404)


def test_a_proposal_goes_back_and_forth_on_its_page(client, scene, sign_in):
    sign_in(scene.health_speaker)
    said = {
        "from_party": scene.health.pk,
        "to_party": scene.works.pk,
        "kind": "planning_concept",
        "title": "Konsep perencanaan",
        "text": "Satu wilayah, satu rencana.",
    }
    client.post(at("proposal-create", scene.collaboration), said)
    proposal = Proposal.objects.get()
    sign_in(scene.works_speaker)
    shown = client.get(proposal.get_absolute_url()).content.decode()
    assert at("proposal-return", proposal) in shown
    client.post(at("proposal-return", proposal), {"answer": "Sebut biayanya."})
    sign_in(scene.health_speaker)
    edit = at("proposal-edit", proposal)
    assert edit in client.get(proposal.get_absolute_url()).content.decode()
    again = {"kind": "idea", "title": "Konsep", "text": "Dengan biaya.", "version": 2}
    client.post(edit, again)
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.SUBMITTED
    answer = client.get(proposal.get_absolute_url())
    old = [step.text for step in answer.context["steps"] if step.text]
    assert old == ["Satu wilayah, satu rencana."]
    assert "Sebut biayanya." in answer.content.decode()


def test_an_entry_becomes_a_record_with_its_words(client, scene, sign_in):
    sheet = AssessmentFactory(collaboration=scene.collaboration)
    entry = AssessmentEntryFactory(assessment=sheet, party=scene.health, text="Data tersebar.")
    sign_in(scene.health_speaker)
    link = at("question-create", scene.collaboration, f"?entry={entry.pk}")
    assert link in client.get(sheet.get_absolute_url()).content.decode()
    form = client.get(link).context["form"]
    assert form.initial == {"text": "Data tersebar.", "party": scene.health.pk}
    answer = client.post(link, {"party": scene.health.pk, "text": "Mengapa data tersebar?"})
    assert answer.url == f"{sheet.get_absolute_url()}#entry-{entry.pk}"
    entry.refresh_from_db()
    assert entry.became == Question.objects.get()
    assert link not in client.get(sheet.get_absolute_url()).content.decode()


def test_an_entry_of_another_collaboration_is_not_taken_along(client, scene, sign_in):
    entry = AssessmentEntryFactory()
    sign_in(scene.health_speaker)
    link = at("question-create", scene.collaboration, f"?entry={entry.pk}")
    assert "text" not in client.get(link).context["form"].initial
    client.post(link, {"party": scene.health.pk, "text": "Mengapa?"})
    entry.refresh_from_db()
    assert entry.became is None


def test_an_assessment_has_three_sections_and_costs_the_same(
    client, scene, sign_in, assert_flat_queries
):
    sign_in(scene.coordinator)
    answer = client.post(
        at("assessment-create", scene.collaboration),
        {"title": "Penilaian awal", "held_on": "1/1/2026"},
    )
    sheet = Assessment.objects.get()
    assert answer.url == sheet.get_absolute_url()
    client.post(at("assessment-entry", sheet), {"section": "influence", "text": "Bupati."})
    assert AssessmentEntry.objects.get().section == AssessmentSection.INFLUENCE
    sections = client.get(sheet.get_absolute_url()).context["sections"]
    assert [len(section["entries"]) for section in sections] == [0, 0, 1]

    def grow():
        for party in PartyFactory.create_batch(4, collaboration=scene.collaboration):
            AssessmentEntryFactory(assessment=sheet, party=party)

    grow()
    assert_flat_queries(sheet.get_absolute_url(), grow=grow, ceiling=25)
    client.post(reverse("agreements:assessment-move", args=[sheet.pk, "close"]))
    shown = client.get(sheet.get_absolute_url()).content.decode()
    assert at("assessment-entry", sheet) not in shown


def test_outsiders_do_not_learn_that_there_is_a_page(client, scene, sign_in):
    statement = InterestStatementFactory(party=scene.health)
    sign_in(UserFactory())
    for link in (page(scene), at("statement-edit", statement)):
        assert client.get(link).status_code == 404


def test_another_party_does_not_correct_it(client, scene, sign_in):
    statement = InterestStatementFactory(party=scene.health)
    sign_in(scene.works_speaker)
    assert client.get(at("statement-edit", statement)).status_code == 403
    assert client.get(at("statement-acknowledge", statement)).status_code == 200
    client.post(at("statement-acknowledge", statement), {"party": scene.works.pk, "note": ""})
    assert statement.acknowledgements.get().party == scene.works
