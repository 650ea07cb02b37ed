"""Who acts in whose place: marked, only where the party itself cannot, and never for both sides."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from agreements.capacity.assistance_kinds import AssistanceOutcome, AssistanceState, Usefulness
from agreements.capacity.assistance_page import RequestPage
from agreements.capacity.assistance_steps import buttons_for
from agreements.capacity.transitions import assistance, assistance_answers, assistance_ends
from agreements.models import AssistanceRequest
from collabgov.kit.errors import Refused
from tests.agreements.capacity.assistance_scene import REASON, Help, moves
from tests.factories.actors import UserFactory
from tests.factories.charter import CoordinatorFactory, coordinator_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
S, O = AssistanceState, AssistanceOutcome  # noqa: E741


@pytest.fixture
def scene():
    with translation.override("en"):
        yield Help()


def may(user, rule, asked):
    """Asked anew: what a user may do is kept for the length of a page."""
    fresh = type(user).objects.get(pk=user.pk)
    return fresh.has_perm(f"agreements.{rule}", AssistanceRequest.objects.get(pk=asked.pk))


def waits(user):
    return list(AssistanceRequest.objects.waiting_for(user))


def refusal(scene, by):
    return {"refusal_ground": scene.refusal, "reason": REASON, "letter": scene.letter(by)}


def test_a_coordinator_answers_only_for_a_party_that_nobody_speaks_for(scene):
    quiet = scene.quiet()
    slow, silent = scene.submitted(), scene.submitted(to_party=quiet, subject="Data")
    assert not may(scene.coordinator, "answer_assistance", slow)
    assert may(scene.coordinator, "answer_assistance", silent)
    assert waits(scene.coordinator) == [silent]
    scene.speaker_of(quiet)
    assert not may(scene.coordinator, "answer_assistance", silent)
    assert waits(scene.coordinator) == []


def test_the_verb_knows_it_too(scene):
    """Whoever calls it: not for who can speak, and never for who asks."""
    slow, quiet = scene.submitted(), scene.quiet()
    with pytest.raises(Refused, match="Dinas PU has somebody who speaks for it"):
        scene.answered(slow, by=scene.coordinator)
    silent = scene.submitted(to_party=quiet, subject="Data")
    own = coordinator_of(scene.collaboration, organization=scene.health.organization)
    with pytest.raises(Refused, match="Whoever asks does not answer"):
        scene.answered(silent, by=own)
    assert scene.answered(silent, by=scene.coordinator).answer.is_on_behalf


def test_who_cannot_end_it_is_not_offered_to(scene):
    """While an answer waits for its party, only the requester says what came of the help."""
    asked, speaker = scene.lent()

    def offered(user):
        steps = buttons_for(user, RequestPage(asked, user))
        return {button.step.name for button in steps}

    assert not {"begin", "complete"} & offered(scene.coordinator)
    assert "complete" in offered(scene.health_speaker)
    assistance_answers.confirm_answer(request=asked, by=speaker)
    asked.refresh_from_db()
    assert {"begin", "complete"} <= offered(scene.coordinator)


def test_a_coordinator_of_the_requester_neither_answers_nor_gives(scene):
    own = coordinator_of(scene.collaboration, organization=scene.health.organization)
    asked = scene.submitted(to_party=scene.quiet())
    assert not may(own, "answer_assistance", asked)
    assert waits(own) == []
    assert not may(own, "give_assistance", asked)
    assert may(scene.coordinator, "give_assistance", asked)


def test_a_coordinator_of_the_giver_does_not_judge_the_help(scene):
    own = coordinator_of(scene.collaboration, organization=scene.works.organization)
    asked = scene.answered(scene.submitted())
    assert not may(own, "judge_assistance", asked)
    assert may(scene.coordinator, "judge_assistance", asked)


@pytest.mark.parametrize("side", ["health", "works"])
def test_a_coordinator_of_a_side_records_the_superior_only_where_there_is_no_other(scene, side):
    own = coordinator_of(scene.collaboration, organization=getattr(scene, side).organization)
    asked = scene.missed(scene.submitted())
    assistance_ends.escalate_assistance(
        request=asked, by=scene.health_speaker, reason="Belum dijawab."
    )
    assert not may(own, "record_superior", asked)
    assert may(scene.coordinator, "record_superior", asked)
    assert asked not in waits(own)
    scene.coordinator.is_active = False
    scene.coordinator.save()
    assert may(own, "record_superior", asked)
    assert asked in waits(own)


def test_a_coordinator_who_speaks_for_a_side_is_of_that_side(scene):
    CoordinatorFactory(collaboration=scene.collaboration, person=scene.works_speaker.person)
    asked = scene.submitted()
    assert not may(scene.works_speaker, "record_superior", asked)


def test_what_was_answered_in_its_place_is_not_locked_by_a_coordinator(scene):
    quiet = scene.quiet()
    asked = scene.answered(scene.submitted(to_party=quiet), by=scene.coordinator)
    assert not may(scene.coordinator, "give_assistance", asked)
    with pytest.raises(Refused, match="not confirmed"):
        assistance_ends.begin_help(request=asked, by=scene.coordinator)
    with pytest.raises(Refused, match="not confirmed"):
        assistance_ends.complete_assistance(
            request=asked, by=scene.coordinator, result="Selesai.", usefulness=Usefulness.FULLY
        )
    speaker = scene.speaker_of(quiet)
    asked = assistance_answers.correct_answer(
        request=asked, by=speaker, outcome=O.REFUSE, **refusal(scene, speaker)
    )
    assert asked.state == S.REFUSED


def test_what_a_coordinator_does_in_the_place_of_a_party_is_marked(scene):
    def marked(request):
        return [row.is_on_behalf for row in request.changes.order_by("pk")][-1]

    asked = scene.answered(scene.submitted())
    assert not marked(asked)
    asked = assistance_ends.begin_help(request=asked, by=scene.coordinator)
    assert marked(asked)
    said = {"result": "Datang.", "usefulness": Usefulness.FULLY}
    other = assistance_ends.begin_help(
        request=scene.answered(scene.submitted(subject="Lain")), by=scene.works_speaker
    )
    assert not marked(other)
    assert not marked(
        assistance_ends.complete_assistance(request=other, by=scene.health_speaker, **said)
    )
    assert marked(assistance_ends.complete_assistance(request=asked, by=scene.coordinator, **said))
    late = scene.missed(scene.submitted(subject="Lewat"))
    assert marked(
        assistance_ends.escalate_assistance(request=late, by=scene.coordinator, reason="Lewat.")
    )
    assert marked(
        assistance_ends.mark_unfulfilled(request=late, by=scene.coordinator, result="Tidak.")
    )


def test_a_corrected_answer_is_told_as_corrected(scene):
    for outcome in (O.REFUSE, O.ACCEPT):
        asked, speaker = scene.lent(subject=outcome, name=f"Balai {outcome}")
        said = refusal(scene, speaker) if outcome == O.REFUSE else {"offered": "Semua."}
        asked = assistance_answers.correct_answer(
            request=asked, by=speaker, outcome=outcome, **said
        )
        assert moves(asked)[-1][0] == "corrected"


def test_an_answer_to_what_was_withdrawn_waits_for_nobody(scene):
    asked, speaker = scene.lent()
    assert waits(speaker) == [asked]
    asked = assistance.withdraw_assistance(
        request=asked, by=scene.health_speaker, reason="Sudah ada."
    )
    assert waits(speaker) == []
    with pytest.raises(Refused, match="withdrawn"):
        assistance_answers.confirm_answer(request=asked, by=speaker)


def test_who_stands_by_an_answer_stands_by_what_they_read(scene):
    asked, speaker = scene.lent()
    with pytest.raises(Refused, match="changed since"):
        assistance_answers.confirm_answer(request=asked, by=speaker, seen=str(asked.version - 1))
    seen = str(asked.version)
    asked = assistance_answers.confirm_answer(request=asked, by=speaker, seen=seen)
    assert not asked.answer.is_on_behalf


def test_what_was_asked_again_is_answered_there(scene):
    quiet = scene.quiet()
    asked = scene.submitted(to_party=quiet)
    refused = scene.refused(asked, by=scene.coordinator)
    again = scene.drafted(to_party=quiet, subject="Lagi", follows=refused)
    speaker = scene.speaker_of(quiet)
    accept = {"request": refused, "by": speaker, "outcome": O.ACCEPT}
    again = assistance.submit_assistance(request=again, by=scene.health_speaker)
    assert not again.is_emergency
    with pytest.raises(Refused, match="asked again meanwhile"):
        assistance_answers.correct_answer(**accept)
    assistance.withdraw_assistance(request=again, by=scene.health_speaker, reason="Cukup.")
    assert assistance_answers.correct_answer(**accept).state == S.ACCEPTED


def test_a_draft_that_follows_what_is_no_longer_refused_is_not_handed_in(scene):
    """And who corrects the refusal learns nothing of the draft."""
    refused, speaker = scene.lent(O.REFUSE)
    again = scene.drafted(subject="Lagi", follows=refused)
    assistance_answers.correct_answer(request=refused, by=speaker, outcome=O.ACCEPT)
    with pytest.raises(Refused, match="no longer refused"):
        assistance.submit_assistance(request=again, by=scene.health_speaker)


def test_a_document_that_was_withdrawn_meanwhile_makes_nobody_liable(scene):
    paper = scene.letter()
    asked = scene.drafted(liable_party=scene.works, liability_document=paper)
    paper.withdrawn_at = timezone.now()
    paper.withdrawn_by = UserFactory()
    paper.withdrawal_reason = "Salah berkas."
    paper.save()
    with pytest.raises(Refused, match="withdrawn"):
        assistance.submit_assistance(request=asked, by=scene.health_speaker)


def test_what_is_refused_in_the_form_is_refused_by_the_verb(scene):
    with pytest.raises(ValidationError, match="not refused"):
        scene.refused(scene.emergency())
