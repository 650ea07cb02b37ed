"""What the verbs of assistance refuse when things changed meanwhile or are called out of turn."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from agreements.capacity.assistance_kinds import AssistanceOutcome, AssistanceState, Usefulness
from agreements.capacity.assistance_page import RequestPage
from agreements.capacity.assistance_steps import buttons_for
from agreements.capacity.transitions import (
    assistance,
    assistance_answers,
    assistance_ends,
    assistance_lists,
)
from agreements.models import AssistanceRequest, GroundKind, Party
from collabgov.kit.errors import EditConflict, Refused
from tests.agreements.capacity.assistance_scene import REASON, Help, pdf
from tests.factories.actors import UserFactory
from tests.factories.assistance import AssistanceRequestFactory
from tests.factories.charter import PartyFactory, RepresentativeFactory
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
TOMORROW, YESTERDAY = (TODAY + dt.timedelta(days=days) for days in (1, -1))
S, O = AssistanceState, AssistanceOutcome  # noqa: E741


@pytest.fixture
def scene():
    with translation.override("en"):
        yield Help()


def edited(scene, asked, *, by=None, **changes):
    said = {
        "version": asked.version,
        "grounds": [scene.ground],
        "to_party": asked.to_party,
        "subject": asked.subject,
        "kind": asked.kind,
        "what": asked.what,
        "grounds_note": "",
        "needed_by": asked.needed_by,
        "is_emergency": False,
        "emergency_reason": "",
        "liability_document": None,
        **changes,
    }
    return assistance.edit_assistance(request=asked, by=by or scene.health_speaker, **said)


def leaves(party):
    Party.objects.filter(pk=party.pk).update(state="left", ends_on=TODAY)


def withdrawn(paper):
    paper.withdrawn_at, paper.withdrawn_by = timezone.now(), UserFactory()
    paper.withdrawal_reason = "Salah berkas."
    paper.save()
    return paper


def test_a_draft_is_asked_of_and_edited_for_parties_that_take_part(scene):
    asked, gone = scene.drafted(), scene.quiet()
    leaves(gone)
    with pytest.raises(ValidationError) as refusal:
        scene.drafted(subject="Data", to_party=gone)
    assert "to_party" in refusal.value.message_dict
    with pytest.raises(ValidationError) as refusal:
        edited(scene, asked, to_party=gone)
    assert "to_party" in refusal.value.message_dict
    with pytest.raises(PermissionDenied):
        edited(scene, asked, by=scene.works_speaker)
    with pytest.raises(EditConflict):
        edited(scene, asked, version=asked.version - 1)


def test_a_party_that_left_neither_asks_nor_is_asked_what_was_drafted_before(scene):
    asked = scene.drafted()
    with pytest.raises(PermissionDenied):
        assistance.submit_assistance(request=asked, by=scene.works_speaker)
    leaves(scene.works)
    with pytest.raises(ValidationError) as refusal:
        assistance.submit_assistance(request=asked, by=scene.health_speaker)
    assert "to_party" in refusal.value.message_dict
    leaves(scene.health)
    with pytest.raises(ValidationError) as refusal:
        scene.drafted(subject="Data", to_party=scene.asked)
    assert "from_party" in refusal.value.message_dict


def test_liability_lies_with_a_party_and_a_document_of_here(scene):
    elsewhere, asked = PartyFactory(), scene.drafted()
    paper = scene.letter()
    for act in (
        lambda: scene.drafted(
            subject="Data", liable_party=elsewhere, liability_document=scene.letter()
        ),
        lambda: edited(scene, asked, liable_party=elsewhere, liability_document=paper),
    ):
        with pytest.raises(ValidationError) as refusal:
            act()
        assert "liable_party" in refusal.value.message_dict
    with pytest.raises(ValidationError, match="another collaboration"):
        edited(scene, asked, liability_document=DocumentFactory())
    gone = withdrawn(paper)
    with pytest.raises(Refused, match="withdrawn"):
        scene.drafted(subject="Lain", liable_party=scene.works, liability_document=gone)


def test_only_the_party_that_was_refused_asks_again(scene):
    refused = scene.refused(scene.submitted())
    turned = {"from_party": scene.works, "to_party": scene.health, "by": scene.works_speaker}
    with pytest.raises(Refused, match="of your own party"):
        scene.drafted(subject="Lagi", follows=refused, **turned)


@pytest.mark.parametrize("state", [S.DRAFT, S.ACCEPTED])
def test_only_what_waits_becomes_an_emergency_and_says_why(scene, state):
    asked = scene.drafted() if state == S.DRAFT else scene.answered(scene.submitted())
    by = scene.health_speaker
    with pytest.raises(Refused, match="waits for its answer"):
        assistance.declare_emergency(request=asked, by=by, reason="Banjir.")
    with pytest.raises(ValidationError):
        assistance.declare_emergency(request=scene.submitted(subject="Data"), by=by, reason=" ")


def test_a_clock_that_has_begun_is_never_set_before_the_day_of_asking(scene):
    """Two days ago it was ordinary; as an emergency the answer is due at once, not in the past."""
    asked = AssistanceRequestFactory(
        collaboration=scene.collaboration, from_party=scene.health, to_party=scene.works
    )
    asked = assistance.declare_emergency(
        request=asked, by=scene.health_speaker, reason="Banjir.", on=TODAY
    )
    assert asked.answer_due_on == TOMORROW
    assert asked.answer_due_on >= asked.submitted_on


def test_no_day_is_still_to_come(scene):
    by = scene.health_speaker
    asked = scene.answered(scene.submitted())
    for act in (
        lambda: assistance_ends.complete_assistance(
            request=asked, by=by, result="Datang.", usefulness=Usefulness.FULLY, on=TOMORROW
        ),
        lambda: assistance_ends.mark_unfulfilled(
            request=scene.missed(asked), by=by, result="Tidak.", on=TOMORROW
        ),
        lambda: scene.answered(scene.submitted(subject="Data"), on=TOMORROW),
    ):
        with pytest.raises(ValidationError, match="still to come"):
            act()


def test_what_is_given_already_is_not_corrected(scene):
    asked, speaker = scene.lent()
    asked = assistance_ends.begin_help(request=asked, by=speaker)
    with pytest.raises(Refused, match="given already"):
        assistance_answers.correct_answer(
            request=asked, by=speaker, outcome=O.PARTIAL, offered="Satu."
        )


def test_who_corrects_an_answer_corrects_what_they_read(scene):
    asked, speaker = scene.lent()
    with pytest.raises(Refused, match="changed since"):
        assistance_answers.correct_answer(
            request=asked, by=speaker, outcome=O.PARTIAL, offered="Satu.", seen="0"
        )


def test_a_letter_that_was_withdrawn_refuses_nothing(scene):
    asked = scene.submitted()
    with pytest.raises(Refused, match="withdrawn"):
        scene.refused(asked, letter=withdrawn(scene.letter()))


def test_nobody_settles_an_answer_that_they_gave_themselves(scene):
    """Also not when the coordinator has become the representative since."""
    asked, speaker = scene.lent()
    RepresentativeFactory(party=asked.to_party, person=scene.coordinator.person)
    assert not scene.coordinator.has_perm("agreements.settle_assistance", asked)
    assert not AssistanceRequest.objects.waiting_for(scene.coordinator).exists()
    assert speaker.has_perm("agreements.settle_assistance", asked)
    with pytest.raises(Refused, match="yourself"):
        assistance_answers.confirm_answer(request=asked, by=scene.coordinator)
    with pytest.raises(Refused, match="yourself"):
        assistance_answers.correct_answer(
            request=asked, by=scene.coordinator, outcome=O.PARTIAL, offered="Satu."
        )


def test_what_did_not_come_and_what_is_brought_up_is_told_in_words(scene):
    by, asked = scene.health_speaker, scene.missed(scene.submitted())
    for field, act in (
        (
            "result",
            lambda: assistance_ends.mark_unfulfilled(request=asked, by=by, result=" "),
        ),
        (
            "reason",
            lambda: assistance_ends.escalate_assistance(request=asked, by=by, reason=" "),
        ),
    ):
        with pytest.raises(ValidationError) as refusal:
            act()
        assert field in refusal.value.message_dict
    assistance_ends.escalate_assistance(request=asked, by=by, reason="Belum dijawab.")
    says = {"request": asked, "by": scene.coordinator}
    with pytest.raises(ValidationError) as refusal:
        assistance_ends.record_superior(answer=" ", **says)
    assert "answer" in refusal.value.message_dict
    with pytest.raises(ValidationError, match="before it was brought up"):
        assistance_ends.record_superior(answer="Segera.", on=YESTERDAY, **says)


def test_an_emergency_that_lies_before_the_superior_is_not_brought_up_twice(scene):
    by = scene.health_speaker
    asked = assistance_ends.escalate_assistance(
        request=scene.emergency(), by=by, reason="Belum ada kabar."
    )
    asked = assistance_ends.mark_unfulfilled(
        request=scene.missed(asked), by=by, result="Tidak ada yang datang."
    )
    assert (asked.state, asked.escalations.count()) == (S.UNFULFILLED, 1)


@pytest.mark.parametrize(
    ("letter", "is_new", "field"), [(True, True, "file"), (True, False, ""), (False, True, "")]
)
def test_one_letter_is_named_not_two(client, scene, sign_in, letter, is_new, field):
    asked = scene.submitted()
    sign_in(scene.works_speaker)
    said = {"outcome": "refuse", "refusal_ground": scene.refusal.pk, "reason": REASON}
    said |= {"letter": scene.letter().pk} if letter else {}
    said |= {"file": pdf()} if is_new else {}
    answer = client.post(reverse("agreements:assistance-answer", args=[asked.pk]), said)
    if field:
        assert field in answer.context["form"].errors
    asked.refresh_from_db()
    assert asked.state == (S.SUBMITTED if field else S.REFUSED)


def test_a_share_of_half_a_cent_is_none(client, scene, sign_in):
    asked = scene.answered(scene.submitted())
    sign_in(scene.health_speaker)
    said = {
        "item": "Uang harian",
        "amount": "1,005",
        "requester_share": "1,005",
        "giver_share": "0",
    }
    there = reverse("agreements:assistance-cost-create", args=[asked.pk])
    errors = client.post(there, said).context["form"].errors
    assert {"amount", "requester_share"} <= set(errors)


def test_only_admins_keep_the_lists_whoever_calls_the_verb(scene):
    facts = {"name": "Lain", "position": 9}
    with pytest.raises(PermissionDenied):
        assistance_lists.add_entry(model=GroundKind, by=scene.coordinator, **facts)
    with pytest.raises(PermissionDenied):
        assistance_lists.edit_entry(
            entry=scene.ground, by=scene.coordinator, version=scene.ground.version, **facts
        )
    assert assistance_lists.add_entry(model=GroundKind, by=UserFactory(admin=True), **facts)


def test_an_answer_to_what_was_withdrawn_is_not_offered_for_confirming(scene):
    asked, speaker = scene.lent()
    steps = {row.step.name for row in buttons_for(speaker, RequestPage(asked, speaker))}
    assert {"confirm-answer", "correct-answer"} <= steps
    asked = assistance.withdraw_assistance(
        request=asked, by=scene.health_speaker, reason="Sudah ada."
    )
    assert not buttons_for(speaker, RequestPage(asked, speaker))


def offered(asked, user):
    return {button.step.name for button in buttons_for(user, RequestPage(asked, user))}


def test_each_state_offers_what_its_verbs_take(scene):
    asks, gives = scene.health_speaker, scene.works_speaker
    assert offered(scene.drafted(subject="Draf"), asks) == {"submit", "edit", "withdraw"}
    asked = scene.submitted()
    assert offered(asked, asks) == {"emergency", "withdraw"}
    assert offered(asked, gives) == {"answer"}
    assert offered(scene.emergency(), asks) == {"escalate", "withdraw"}
    assert offered(scene.missed(asked), asks) == {
        "emergency",
        "unfulfilled",
        "escalate",
        "withdraw",
    }
    assert "superior" not in offered(asked, scene.coordinator)
    asked = assistance_ends.escalate_assistance(request=asked, by=asks, reason="Belum dijawab.")
    assert "escalate" not in offered(asked, asks)
    assert "superior" in offered(asked, scene.coordinator)
    promised = scene.answered(scene.submitted(subject="Janji"))
    assert offered(promised, asks) == {"complete", "withdraw"}
    assert offered(promised, gives) == {"begin", "given"}
    under_way = assistance_ends.begin_help(request=promised, by=gives)
    assert offered(under_way, asks) == {"complete"}
    assert offered(under_way, gives) == {"given"}
    given = assistance_ends.say_given(request=under_way, by=gives, giver_says="Dua orang.")
    assert offered(given, gives) == {"given"}
    assert "given" not in offered(given, scene.coordinator)
