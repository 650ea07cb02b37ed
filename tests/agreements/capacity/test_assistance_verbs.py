"""A request for assistance from its draft to its end, and what each verb refuses."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone, translation

from agreements.capacity.assistance_kinds import (
    AssistanceOutcome,
    AssistanceState,
    HelpKind,
    Usefulness,
)
from agreements.capacity.transitions import assistance, assistance_answers, assistance_ends
from agreements.charter.states import CollaborationState
from agreements.models import AssistanceRequest, Collaboration, Document, Party
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.agreements.capacity.assistance_scene import REASON, Help, moves, pdf
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.assistance import AssistanceTermFactory, GroundKindFactory
from tests.factories.documents import DocumentFactory
from tests.factories.series import HolidayFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
S = AssistanceState
O = AssistanceOutcome  # noqa: E741


def days(number):
    return TODAY + dt.timedelta(days=number)


@pytest.fixture
def scene():
    with translation.override("en"):
        yield Help()


def test_a_member_drafts_and_submits_for_the_own_party(scene):
    member = UserFactory(organization=scene.health.organization)
    asked = scene.drafted(by=member)
    assert (asked.state, asked.liable_party, asked.submitted_on) == (S.DRAFT, scene.health, None)
    assert scene.drafted(by=member) == asked
    asked = assistance.submit_assistance(request=asked, by=member)
    assert (asked.state, asked.submitted_on) == (S.SUBMITTED, TODAY)
    assert [line[1:3] for line in moves(asked)] == [("", "draft"), ("draft", "submitted")]
    with pytest.raises(IllegalMove):
        assistance.submit_assistance(request=asked, by=member)


def test_nobody_asks_for_another_party_also_no_coordinator(scene):
    for by in (scene.works_speaker, scene.coordinator):
        with pytest.raises(PermissionDenied):
            scene.drafted(by=by)


def test_what_a_request_must_say(scene):
    for field, words in (
        ({"to_party": scene.health}, "another party"),
        ({"subject": "  "}, "what is asked|blank"),
        ({"is_emergency": True}, "why it is an emergency"),
        ({"liable_party": scene.works}, "name the document"),
        ({"liability_document": DocumentFactory()}, "another collaboration"),
    ):
        with pytest.raises(ValidationError, match=words):
            scene.drafted(**field)


def test_another_party_is_liable_where_a_document_says_so(scene):
    paper = scene.letter()
    asked = scene.drafted(liable_party=scene.works, liability_document=paper)
    assert asked.liable_party == scene.works


def test_without_a_ground_it_is_not_submitted(scene):
    asked = scene.drafted(grounds=[])
    with pytest.raises(Refused, match="at least one ground"):
        assistance.submit_assistance(request=asked, by=scene.health_speaker)


def test_what_is_needed_before_today_is_not_submitted(scene):
    asked = scene.drafted()
    AssistanceRequest.objects.update(needed_by=days(-1))
    with pytest.raises(ValidationError, match="has passed"):
        assistance.submit_assistance(request=asked, by=scene.health_speaker)


def test_a_draft_is_edited_and_what_was_submitted_is_not(scene):
    asked, other = scene.drafted(), GroundKindFactory()
    said = {
        "subject": "Tiga enumerator",
        "kind": HelpKind.STAFF,
        "what": "Tiga orang.",
        "grounds_note": "Hanya ada satu.",
        "needed_by": days(9),
        "is_emergency": False,
        "emergency_reason": "",
        "liability_document": None,
        "to_party": scene.works,
        "grounds": [other],
        "by": scene.health_speaker,
    }
    asked = assistance.edit_assistance(request=asked, version=asked.version, **said)
    assert (asked.subject, asked.grounds.get().kind) == ("Tiga enumerator", other)
    assert asked.kind == HelpKind.STAFF
    assert moves(asked)[-1][0] == "edited"
    with pytest.raises(EditConflict):
        assistance.edit_assistance(request=asked, version=asked.version - 1, **said)
    asked = assistance.submit_assistance(request=asked, by=scene.health_speaker)
    with pytest.raises(Refused, match="handed in"):
        assistance.edit_assistance(request=asked, version=asked.version, **said)


def test_the_clock_counts_working_days_and_ends_on_the_day_of_need(scene):
    monday = TODAY - dt.timedelta(days=TODAY.weekday())
    long = scene.submitted(on=monday, needed_by=days(60))
    assert long.answer_due_on == monday + dt.timedelta(days=14)
    HolidayFactory(day=monday + dt.timedelta(days=1), region=None)
    with_holiday = scene.submitted(on=monday, needed_by=days(60), subject="Data")
    assert with_holiday.answer_due_on == monday + dt.timedelta(days=15)
    soon = scene.submitted(needed_by=days(1), subject="Segera")
    assert soon.answer_due_on == days(1)


def test_the_clock_is_data(scene):
    AssistanceTermFactory(days=3, counts_working_days=False)
    assert scene.submitted().answer_due_on == days(3)
    AssistanceTermFactory(is_emergency=True, days=2, counts_working_days=False)
    assert scene.emergency().answer_due_on == days(2)


def test_in_an_emergency_the_clock_is_a_day(scene):
    assert scene.emergency().answer_due_on == days(1)


def test_it_is_accepted(scene):
    asked = scene.answered(scene.submitted(), O.ACCEPT)
    assert (asked.state, asked.answer.is_on_behalf) == (S.ACCEPTED, False)
    assert moves(asked)[-1][1:3] == ("submitted", "accepted")
    with pytest.raises(IllegalMove):
        scene.refused(asked)


def test_accepting_in_part_says_what_is_given(scene):
    asked = scene.submitted()
    with pytest.raises(ValidationError, match="what is given"):
        scene.answered(asked, O.PARTIAL)
    asked = scene.answered(asked, O.PARTIAL, offered="Satu orang.")
    assert (asked.state, asked.answer.offered) == (S.PARTLY, "Satu orang.")
    assert asked.answer.withheld == ""


def test_a_refusal_has_a_ground_a_reason_and_a_letter(scene):
    asked = scene.submitted()
    for missing, words in (
        ({"refusal_ground": None}, "rests on a ground"),
        ({"reason": "   Anggaran habis.                 "}, "20 characters"),
        ({"letter": None}, "add its letter"),
        ({"letter": DocumentFactory()}, "another collaboration"),
    ):
        with pytest.raises(ValidationError, match=words):
            scene.refused(asked, **missing)
    asked = scene.refused(asked)
    assert (asked.state, asked.answer.reason) == (S.REFUSED, REASON)
    assert moves(asked)[-1] == ("moved", "submitted", "refused", REASON)


def test_the_letter_of_a_refusal_may_be_handed_in_with_it(scene):
    asked = scene.refused(scene.submitted(), letter=None, file=pdf())
    assert asked.answer.letter == Document.objects.order_by("pk").last()
    assert asked.answer.letter.title == "Answer to the request: Dua enumerator"


def test_a_ground_that_is_divided_is_named_by_its_part(scene):
    part = type(scene.refusal)(code="bagian", name="Anggaran", parent=scene.refusal)
    part.save()
    asked = scene.submitted()
    with pytest.raises(ValidationError, match="its part"):
        scene.refused(asked)
    assert scene.refused(asked, refusal_ground=part).state == S.REFUSED


def test_an_emergency_is_not_refused(scene):
    asked = scene.emergency()
    with pytest.raises(ValidationError, match="not refused"):
        scene.refused(asked)
    assert scene.answered(asked).state == S.ACCEPTED


def test_what_waits_may_become_an_emergency_and_is_not_refused_then(scene):
    asked, by = scene.submitted(), scene.health_speaker
    asked = assistance.declare_emergency(request=asked, by=by, reason="Banjir.")
    assert (asked.is_emergency, asked.answer_due_on) == (True, days(1))
    assert moves(asked)[-1][0] == "emergency"
    with pytest.raises(ValidationError, match="not refused"):
        scene.refused(asked)
    with pytest.raises(Refused, match="already"):
        assistance.declare_emergency(request=asked, by=by, reason="Banjir.")


def test_what_was_refused_becomes_no_emergency_but_is_asked_again_as_one(scene):
    refused, by = scene.refused(scene.submitted()), scene.health_speaker
    with pytest.raises(Refused, match="Ask again"):
        assistance.declare_emergency(request=refused, by=by, reason="Banjir.")
    again = scene.emergency(subject="Dua enumerator", follows=refused)
    assert again.follows == refused
    with pytest.raises(Refused, match="asked again already"):
        scene.drafted(subject="Lagi", follows=refused)
    with pytest.raises(ValidationError, match="not refused"):
        scene.refused(again)


def test_only_what_was_refused_is_asked_again(scene):
    with pytest.raises(Refused, match="Only a refused"):
        scene.drafted(subject="Lagi", follows=scene.submitted())


def test_a_coordinator_answers_on_behalf_and_the_party_confirms(scene):
    asked, speaker = scene.lent()
    assert asked.answer.is_on_behalf
    assert asked.changes.order_by("pk").last().is_on_behalf
    for by, words in ((scene.coordinator, "representative"), (scene.health_speaker, "represent")):
        with pytest.raises(Refused, match=words):
            assistance_answers.confirm_answer(request=asked, by=by)
    asked = assistance_answers.confirm_answer(request=asked, by=speaker)
    assert not asked.answer.is_on_behalf
    assert moves(asked)[-1][0] == "confirmed"
    with pytest.raises(Refused, match="party itself"):
        assistance_answers.confirm_answer(request=asked, by=speaker)


def test_the_party_corrects_what_was_answered_on_its_behalf(scene):
    asked, speaker = scene.lent()
    said = {"refusal_ground": scene.refusal, "reason": REASON, "letter": scene.letter(speaker)}
    asked = assistance_answers.correct_answer(request=asked, by=speaker, outcome=O.REFUSE, **said)
    assert (asked.state, asked.answer.is_on_behalf) == (S.REFUSED, False)
    urgent, speaker = scene.lent(ask=scene.emergency, name="Balai Perahu")
    with pytest.raises(ValidationError, match="not refused"):
        assistance_answers.correct_answer(request=urgent, by=speaker, outcome=O.REFUSE, **said)


def test_help_is_given_and_the_requester_says_what_came_of_it(scene):
    asked = assistance_ends.begin_help(
        request=scene.answered(scene.submitted()), by=scene.works_speaker
    )
    assert asked.state == S.DELIVERING
    said = {"usefulness": Usefulness.PARTLY, "feedback": "Terima kasih."}
    with pytest.raises(ValidationError):
        assistance_ends.complete_assistance(
            request=asked, by=scene.health_speaker, result=" ", **said
        )
    asked = assistance_ends.complete_assistance(
        request=asked, by=scene.health_speaker, result="Data diterima.", **said
    )
    assert (asked.state, asked.ended_on, asked.feedback) == (S.COMPLETED, TODAY, "Terima kasih.")
    assert moves(asked)[-1] == ("moved", "delivering", "completed", "Data diterima.")
    with pytest.raises(IllegalMove):
        assistance_ends.mark_unfulfilled(request=asked, by=scene.health_speaker, result="Tidak.")


def test_help_that_did_not_come_is_recorded_once_its_day_has_passed(scene):
    by = scene.health_speaker
    asked = scene.answered(scene.submitted())
    with pytest.raises(Refused, match="still time"):
        assistance_ends.mark_unfulfilled(request=asked, by=by, result="Tidak datang.")
    AssistanceRequest.objects.update(
        submitted_on=days(-30), answer_due_on=days(-20), needed_by=days(-1)
    )
    asked = assistance_ends.mark_unfulfilled(request=asked, by=by, result="Tidak datang.")
    assert (asked.state, asked.result) == (S.UNFULFILLED, "Tidak datang.")
    assert not asked.escalations.exists()


def test_an_emergency_without_help_goes_to_the_common_superior_at_once(scene):
    above = OrganizationFactory(name="Sekretariat Daerah")
    for party in (scene.health, scene.works):
        party.organization.parent = above
        party.organization.save()
    asked, by = scene.emergency(), scene.health_speaker
    with pytest.raises(Refused, match="still time"):
        assistance_ends.mark_unfulfilled(request=asked, by=by, result="Tidak datang.")
    asked = assistance_ends.mark_unfulfilled(
        request=scene.missed(asked), by=by, result="Tidak ada yang datang."
    )
    escalation = asked.escalations.get()
    assert (escalation.superior, escalation.due_on) == (above, days(1))
    assert [line[0] for line in moves(asked)[-2:]] == ["moved", "escalated"]
    asked = assistance_ends.record_superior(
        request=asked, by=scene.coordinator, answer="Kirim hari ini."
    )
    assert asked.escalations.get().answered_on == TODAY
    asked = assistance_ends.say_given(
        request=asked, by=scene.works_speaker, giver_says="Satu perahu."
    )
    said = (asked.state, asked.result, asked.giver_says, asked.given_on)
    assert said == (S.UNFULFILLED, "Tidak ada yang datang.", "Satu perahu.", TODAY)


def test_what_is_late_is_brought_before_the_superior_once(scene):
    asked, by = scene.submitted(), scene.health_speaker
    with pytest.raises(Refused, match="Only what is late"):
        assistance_ends.escalate_assistance(request=asked, by=by, reason="Belum dijawab.")
    AssistanceRequest.objects.update(submitted_on=days(-30), answer_due_on=days(-1))
    asked = assistance_ends.escalate_assistance(request=asked, by=by, reason="Belum dijawab.")
    assert asked.escalations.get().superior is None
    with pytest.raises(Refused, match="already"):
        assistance_ends.escalate_assistance(request=asked, by=by, reason="Belum dijawab.")
    assistance_ends.record_superior(request=asked, by=scene.coordinator, answer="Segera.")
    with pytest.raises(Refused, match="Nothing lies"):
        assistance_ends.record_superior(request=asked, by=scene.coordinator, answer="Segera.")


def test_a_request_is_withdrawn_with_a_reason(scene):
    asked, by = scene.submitted(), scene.health_speaker
    with pytest.raises(ValidationError):
        assistance.withdraw_assistance(request=asked, by=by, reason=" ")
    asked = assistance.withdraw_assistance(request=asked, by=by, reason="Sudah ada.")
    assert moves(asked)[-1] == ("moved", "submitted", "withdrawn", "Sudah ada.")


def test_in_a_closed_collaboration_nothing_moves(scene):
    asked = scene.submitted()
    Collaboration.objects.update(state=CollaborationState.CLOSED, ends_on=TODAY)
    for act in (
        lambda: scene.answered(asked),
        lambda: scene.drafted(subject="Lain"),
        lambda: assistance.withdraw_assistance(request=asked, by=scene.health_speaker, reason="x"),
    ):
        with pytest.raises(Refused, match="closed"):
            act()


def test_an_answer_is_to_words_that_were_read(scene):
    asked = scene.submitted()
    seen = str(asked.version)
    assistance.declare_emergency(request=asked, by=scene.health_speaker, reason="Banjir.")
    with pytest.raises(Refused, match="changed since"):
        scene.answered(asked, seen=seen)


def test_who_may_do_what(scene):
    asked = scene.submitted()
    member = UserFactory(organization=scene.works.organization)
    may = {
        "request_assistance": {scene.health_speaker, scene.works_speaker, member},
        "edit_assistance": {scene.health_speaker},
        "answer_assistance": {scene.works_speaker},
        "settle_assistance": {scene.works_speaker},
        "give_assistance": {scene.works_speaker, member, scene.coordinator},
        "judge_assistance": {scene.health_speaker, scene.coordinator},
        "record_superior": {scene.coordinator},
        "share_assistance_costs": {
            scene.health_speaker,
            scene.works_speaker,
            member,
            scene.coordinator,
        },
        "agree_assistance_cost": {scene.health_speaker, scene.works_speaker},
    }
    people = (
        scene.health_speaker,
        scene.works_speaker,
        scene.coordinator,
        member,
        scene.asked_speaker,
        UserFactory(),
        UserFactory(admin=True),
        UserFactory(auditor=True),
    )
    for rule, allowed in may.items():
        about = scene.collaboration if rule == "request_assistance" else asked
        if rule == "request_assistance":
            allowed = {*allowed, scene.asked_speaker}
        found = {user for user in people if user.has_perm(f"agreements.{rule}", about)}
        assert found == allowed, rule


def test_where_the_party_left_the_coordinator_answers(scene):
    asked = scene.submitted()
    Party.objects.filter(pk=scene.works.pk).update(state="left", ends_on=TODAY)
    assert not scene.works_speaker.has_perm("agreements.answer_assistance", asked)
    assert scene.coordinator.has_perm("agreements.answer_assistance", asked)
    waiting = AssistanceRequest.objects.waiting_for
    assert list(waiting(scene.coordinator)) == [asked]
