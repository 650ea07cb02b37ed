"""Each party that was present answers for itself; what was said for it waits for its word."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from agreements.engagement import transitions
from agreements.engagement.kinds import MeetingEvent, ReplyOutcome, Word
from agreements.models import MinutesAnswer
from collabgov.kit.errors import Refused
from tests.factories.charter import CoordinatorFactory, RepresentativeFactory, member_of

ANSWER = "agreements.answer_minutes"


def test_a_representative_answers_for_the_party(scene):
    scene.share()
    said = scene.says(scene.health, scene.health_speaker)
    assert (said.word, said.answered_by, said.is_on_behalf) == (
        Word.CONFIRM,
        scene.health_speaker,
        False,
    )
    line = scene.meeting.changes.order_by("-pk").first()
    assert (line.event, line.subject) == (MeetingEvent.MINUTES_CONFIRMED, "Dinas Kesehatan")
    assert line.words.endswith("Dinas Kesehatan")


@pytest.mark.parametrize("word", [Word.CORRECT, Word.OBJECT])
def test_a_correction_or_an_objection_has_words(scene, word):
    scene.share()
    with pytest.raises(ValidationError) as caught:
        scene.says(scene.health, scene.health_speaker, word, "  ")
    assert "text" in caught.value.message_dict
    assert scene.says(scene.health, scene.health_speaker, word, "Begini.").text == "Begini."


@pytest.mark.parametrize("word", [Word.SILENT, "", "agree"])
def test_silence_is_no_answer_that_somebody_gives(scene, word):
    scene.share()
    with pytest.raises(ValidationError):
        scene.says(scene.health, scene.health_speaker, word)


def test_nobody_answers_for_another_party(scene):
    scene.share()
    answer = scene.answer_of(scene.works)
    for user in (scene.health_speaker, member_of(scene.collaboration)):
        assert not user.has_perm(ANSWER, answer)
        with pytest.raises(PermissionDenied):
            scene.says(scene.works, user)
    assert scene.works_speaker.has_perm(ANSWER, answer)
    assert scene.coordinator.has_perm(ANSWER, answer)


def test_what_the_coordinator_records_waits_for_the_party(scene):
    scene.share()
    said = scene.says(scene.works, scene.coordinator)
    assert said.is_on_behalf
    assert not scene.coordinator.has_perm("agreements.confirm_minutes_answer", said)
    with pytest.raises(PermissionDenied):
        transitions.confirm_answer(answer=said, by=scene.coordinator)
    assert scene.works_speaker.has_perm("agreements.confirm_minutes_answer", said)
    said = transitions.confirm_answer(answer=said, by=scene.works_speaker)
    assert not said.is_on_behalf
    assert scene.meeting.changes.filter(event=MeetingEvent.ANSWER_CONFIRMED).count() == 1
    with pytest.raises(Refused):
        transitions.confirm_answer(answer=said, by=scene.works_speaker)


def test_whoever_recorded_it_confirms_nothing(scene):
    scene.share()
    said = scene.says(scene.works, scene.coordinator)
    RepresentativeFactory(party=scene.works, person=scene.coordinator.person)
    with pytest.raises(Refused, match="Anda sendiri yang mencatatnya"):
        transitions.confirm_answer(answer=said, by=scene.coordinator)
    assert scene.answer_of(scene.works).is_on_behalf


def test_a_party_that_spoke_is_not_spoken_for(scene):
    scene.share()
    scene.says(scene.works, scene.works_speaker, Word.OBJECT, "Tidak.")
    with pytest.raises(Refused):
        scene.says(scene.works, scene.coordinator)
    assert scene.answer_of(scene.works).word == Word.OBJECT


def test_a_party_puts_right_what_was_said_for_it(scene):
    scene.share()
    scene.says(scene.works, scene.coordinator)
    said = scene.says(scene.works, scene.works_speaker, Word.OBJECT, "Tidak.")
    assert (said.word, said.is_on_behalf) == (Word.OBJECT, False)


def test_the_day_to_answer_passes(scene):
    version = scene.share(days=3)
    scene.says(scene.health, scene.health_speaker, on=version.answer_by)
    late = version.answer_by + dt.timedelta(days=1)
    with pytest.raises(Refused):
        scene.says(scene.works, scene.works_speaker, on=late)


def test_an_older_version_takes_no_answers(scene):
    old = scene.share().answers.get(party=scene.health)
    scene.share(reason="Lengkap.")
    for verb, given in (
        (transitions.answer_minutes, {"word": Word.CONFIRM}),
        (transitions.confirm_answer, {}),
        (transitions.reply_to_answer, {"reply": "Ya."}),
        (transitions.settle_reply, {"outcome": ReplyOutcome.ACCEPTED}),
    ):
        with pytest.raises(Refused, match="versi notula yang lebih baru"):
            verb(answer=old, by=scene.health_speaker, **given)
    assert all(row.is_silent for row in MinutesAnswer.objects.all())


def test_adopted_minutes_take_no_answers(scene):
    scene.share()
    scene.all_confirm()
    scene.adopt()
    with pytest.raises(Refused):
        scene.says(scene.health, scene.health_speaker, Word.OBJECT, "Terlambat.")


def test_somebody_who_no_longer_speaks_for_it_says_nothing(scene):
    scene.share()
    scene.health.representatives.all().delete()
    with pytest.raises(PermissionDenied):
        scene.says(scene.health, scene.health_speaker)


def test_a_reply_is_accepted_or_not_by_the_party(scene):
    scene.share()
    said = scene.says(scene.works, scene.works_speaker, Word.OBJECT, "Tidak.")
    with pytest.raises(Refused):
        transitions.settle_reply(answer=said, by=scene.works_speaker, outcome=ReplyOutcome.ACCEPTED)
    with pytest.raises(ValidationError):
        transitions.reply_to_answer(answer=said, by=scene.coordinator, reply=" ")
    said = transitions.reply_to_answer(answer=said, by=scene.coordinator, reply="Lihat rekaman.")
    assert (said.reply, said.replied_by) == ("Lihat rekaman.", scene.coordinator)
    for outcome, event in (
        (ReplyOutcome.KEPT, MeetingEvent.REPLY_NOT_ACCEPTED),
        (ReplyOutcome.ACCEPTED, MeetingEvent.REPLY_ACCEPTED),
    ):
        with pytest.raises(PermissionDenied):
            transitions.settle_reply(answer=said, by=scene.coordinator, outcome=outcome)
        said = transitions.settle_reply(answer=said, by=scene.works_speaker, outcome=outcome)
        assert said.outcome == outcome
        assert scene.meeting.changes.filter(event=event).exists()
    with pytest.raises(ValidationError):
        transitions.settle_reply(answer=said, by=scene.works_speaker, outcome="")


def test_a_new_answer_drops_the_reply_to_the_old_one(scene):
    scene.share()
    said = scene.says(scene.works, scene.works_speaker, Word.OBJECT, "Tidak.")
    transitions.reply_to_answer(answer=said, by=scene.coordinator, reply="Lihat rekaman.")
    said = scene.says(scene.works, scene.works_speaker, Word.CORRECT, "Tambah lampiran.")
    assert (said.reply, said.replied_by, said.outcome) == ("", None, "")
    assert said.waits_for_a_reply


def test_there_is_no_reply_to_a_confirmation(scene):
    scene.share()
    said = scene.says(scene.works, scene.works_speaker)
    with pytest.raises(Refused):
        transitions.reply_to_answer(answer=said, by=scene.coordinator, reply="Terima kasih.")


def test_who_replies_and_who_settles(scene):
    scene.share()
    said = scene.says(scene.works, scene.works_speaker, Word.OBJECT, "Tidak.")
    reply, settle = "agreements.reply_to_minutes_answer", "agreements.settle_minutes_reply"
    assert scene.coordinator.has_perm(reply, said)
    assert not scene.works_speaker.has_perm(reply, said)
    assert scene.works_speaker.has_perm(settle, said)
    assert not scene.coordinator.has_perm(settle, said)


def test_what_waits_for_a_reader(scene):
    scene.share()
    waiting = MinutesAnswer.objects.waiting_for
    assert [row.party for row in waiting(scene.health_speaker)] == [scene.health]
    assert not waiting(scene.absent_speaker)
    scene.says(scene.works, scene.coordinator)
    assert [row.party for row in waiting(scene.works_speaker)] == [scene.works]
    scene.says(scene.health, scene.health_speaker)
    assert not waiting(scene.health_speaker)
    newest = scene.share(reason="Lengkap.")
    (row,) = waiting(scene.health_speaker)
    assert row.minutes == newest
    late = newest.answer_by + dt.timedelta(days=1)
    assert not waiting(scene.health_speaker, today=late)


def test_a_second_coordinator_may_record_it_anew(scene):
    scene.share()
    scene.says(scene.works, scene.coordinator)
    other = member_of(scene.collaboration)
    CoordinatorFactory(collaboration=scene.collaboration, person=other.person)
    assert scene.says(scene.works, other, Word.CORRECT, "Nama salah.").is_on_behalf
