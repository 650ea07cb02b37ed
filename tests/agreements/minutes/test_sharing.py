"""Minutes are shared in versions, adopted once all is said, and corrected in the open."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.charter import transitions as charter
from agreements.engagement import transitions
from agreements.engagement.kinds import Word
from agreements.engagement.states import MeetingState
from agreements.models import AgendaItem, MinutesVersion
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.engagement.lines import edit, present, topic
from tests.factories.action import CommitmentFactory
from tests.factories.engagement import MeetingFactory, MinutesVersionFactory


def later(version, days=1):
    """Nine o'clock of a day after the last one to answer."""
    day = version.answer_by + dt.timedelta(days=days)
    return timezone.make_aware(dt.datetime.combine(day, dt.time(9)))


def test_the_first_version_says_what_the_meeting_said(scene):
    CommitmentFactory(collaboration=scene.collaboration, meeting=scene.meeting, promise="Kirim")
    version = scene.share(days=10)
    assert version.number == 1
    assert version.answer_by == timezone.localdate() + dt.timedelta(days=10)
    content = MinutesVersion.objects.get().content
    assert content["title"] == "Rapat bulanan"
    (item,) = content["agenda"]
    assert item["decisions"][0]["text"] == "Data dikirim tiap bulan."
    there = {each["name"]: each["present"] for each in content["attendance"]}
    assert there["Yayasan Tamu"]
    assert not there["Dinas Sosial"]
    (health,) = [each for each in content["attendance"] if each["name"] == "Dinas Kesehatan"]
    assert {"name": str(scene.person), "level": "delegate", "present": True} in health["people"]
    assert [each["promise"] for each in content["commitments"]] == ["Kirim"]


def test_present_parties_are_asked_and_nobody_else(scene):
    version = scene.share()
    asked = [row.party for row in version.answers.for_list()]
    assert asked == [scene.own, scene.health, scene.works]
    assert all(row.is_silent for row in version.answers.all())


def test_sharing_leaves_a_line_and_the_coordinator_alone_edits(scene):
    scene.share()
    scene.meeting.refresh_from_db()
    assert scene.meeting.state == MeetingState.MINUTES_SHARED
    line = scene.meeting.changes.get()
    assert (line.from_state, line.to_state) == (MeetingState.HELD, MeetingState.MINUTES_SHARED)
    assert not scene.health_speaker.has_perm("agreements.edit_meeting", scene.meeting)
    assert scene.coordinator.has_perm("agreements.edit_meeting", scene.meeting)


@pytest.mark.parametrize("days", [0, 31, -7])
def test_the_days_to_answer_are_from_one_to_thirty(scene, days):
    with pytest.raises(ValidationError) as caught:
        scene.share(days=days)
    assert "days" in caught.value.message_dict
    assert not MinutesVersion.objects.exists()


@pytest.mark.parametrize(
    "state", [MeetingState.PLANNED, MeetingState.CANCELLED, MeetingState.MINUTES_ADOPTED]
)
def test_only_what_was_held_is_shared(db, scene, state):
    meeting = MeetingFactory(state=state)
    with pytest.raises(IllegalMove):
        transitions.share_minutes(meeting=meeting, by=scene.coordinator)
    assert not meeting.minutes.exists()


def test_only_shared_minutes_are_adopted(db, scene):
    for state in set(MeetingState) - {MeetingState.MINUTES_SHARED}:
        meeting = MeetingFactory(state=state)
        with pytest.raises(IllegalMove):
            transitions.adopt_minutes(meeting=meeting, by=scene.coordinator)
        meeting.refresh_from_db()
        assert meeting.state == state
        assert not meeting.changes.exists()


def test_shared_again_is_the_next_version_with_its_reason(scene):
    first = scene.share()
    scene.says(scene.health, scene.health_speaker, Word.CORRECT, "Tanggalnya salah.")
    with pytest.raises(ValidationError):
        scene.share()
    came = [present(party.organization) for party in (scene.own, scene.health, scene.works)]
    edit(
        scene.meeting,
        scene.coordinator,
        version=2,
        attendances=came,
        agenda=[topic("Data gizi")],
    )
    second = scene.share(reason="Tanggal diperbaiki.")
    assert (second.number, second.reason) == (2, "Tanggal diperbaiki.")
    assert [each["topic"] for each in first.content["agenda"]] == ["Data posyandu"]
    assert [each["topic"] for each in second.content["agenda"]] == ["Data gizi"]
    assert all(row.is_silent for row in second.answers.all())
    assert first.answers.get(party=scene.health).text == "Tanggalnya salah."
    assert scene.meeting.changes.order_by("-pk").first().note == "Tanggal diperbaiki."


def test_minutes_are_adopted_when_every_present_party_confirmed(scene):
    version = scene.share()
    scene.all_confirm()
    meeting = scene.adopt()
    version.refresh_from_db()
    assert meeting.state == MeetingState.MINUTES_ADOPTED
    assert version.adopted_by == scene.coordinator
    line = meeting.changes.order_by("-pk").first()
    assert (line.to_state, line.made_by) == (MeetingState.MINUTES_ADOPTED, scene.coordinator)
    assert not scene.coordinator.has_perm("agreements.edit_meeting", meeting)


def test_silence_holds_them_up_until_the_day_has_passed(scene):
    version = scene.share()
    scene.says(scene.health, scene.health_speaker)
    with pytest.raises(Refused, match=r"Dinas PU"):
        scene.adopt()
    with pytest.raises(Refused):
        scene.adopt(now=later(version, days=0))
    assert scene.adopt(now=later(version)).state == MeetingState.MINUTES_ADOPTED
    assert scene.answer_of(scene.works).is_silent


def test_silence_of_all_others_adopts_nothing(scene):
    version = scene.share()
    scene.says(scene.own, scene.coordinator)
    with pytest.raises(Refused):
        scene.adopt(now=later(version))
    assert not MinutesVersion.objects.adopted().exists()


def test_an_objection_waits_for_a_reply(scene):
    version = scene.share()
    scene.says(scene.health, scene.health_speaker)
    answer = scene.says(scene.works, scene.works_speaker, Word.OBJECT, "Tidak disepakati.")
    with pytest.raises(Refused, match=r"Dinas PU"):
        scene.adopt(now=later(version))
    transitions.reply_to_answer(answer=answer, by=scene.coordinator, reply="Rekaman ada.")
    assert scene.adopt(now=later(version)).state == MeetingState.MINUTES_ADOPTED


def test_what_was_edited_after_sharing_is_shared_again_first(scene):
    scene.share()
    scene.all_confirm()
    AgendaItem.objects.filter(pk=scene.item.pk).update(notes="Lain sekali.")
    with pytest.raises(Refused):
        scene.adopt()


def test_a_new_due_date_is_no_edit_of_the_minutes(scene):
    promised = CommitmentFactory(collaboration=scene.collaboration, meeting=scene.meeting)
    scene.share()
    scene.all_confirm()
    type(promised).objects.update(due_on=promised.due_on + dt.timedelta(days=9))
    assert scene.adopt().state == MeetingState.MINUTES_ADOPTED


def test_a_meeting_without_parties_is_adopted_without_answers(scene):
    scene.meeting.attendances.exclude(organization=scene.guest).delete()
    scene.share()
    assert scene.adopt().state == MeetingState.MINUTES_ADOPTED


def test_minutes_of_a_meeting_with_nobody_present_are_not_shared(scene):
    scene.meeting.attendances.filter(is_present=True).delete()
    with pytest.raises(Refused, match=r"tercatat hadir"):
        scene.share()
    assert not MinutesVersion.objects.exists()
    scene.meeting.refresh_from_db()
    assert scene.meeting.state == MeetingState.HELD


def test_nor_are_those_adopted_that_were_shared_so_before(scene):
    scene.meeting.attendances.filter(is_present=True).delete()
    scene.meeting.state = MeetingState.MINUTES_SHARED
    scene.meeting.save()
    version = MinutesVersionFactory(meeting=scene.meeting)
    with pytest.raises(Refused, match=r"tercatat hadir"):
        scene.adopt(now=later(version))
    assert not MinutesVersion.objects.adopted().exists()


def test_our_own_silence_adopts_nothing_where_we_were_alone(scene):
    scene.meeting.attendances.exclude(organization=scene.own.organization).delete()
    version = scene.share()
    with pytest.raises(Refused, match=r"Instansi Anda belum mengonfirmasinya"):
        scene.adopt(now=later(version))
    scene.says(scene.own, scene.coordinator)
    assert scene.adopt().state == MeetingState.MINUTES_ADOPTED


def test_what_was_recorded_for_a_party_can_be_put_right_until_the_day(scene):
    """A coordinator does not confirm for everybody and adopt in one go."""
    version = scene.share()
    scene.says(scene.own, scene.coordinator)
    for party in (scene.health, scene.works):
        scene.says(party, scene.coordinator)
    with pytest.raises(Refused, match=r"Dicatatkan.*Dinas Kesehatan, Dinas PU"):
        scene.adopt(now=later(version, days=0))
    for party, speaker in (
        (scene.health, scene.health_speaker),
        (scene.works, scene.works_speaker),
    ):
        transitions.confirm_answer(answer=scene.answer_of(party), by=speaker)
    assert scene.adopt(now=later(version, days=0)).state == MeetingState.MINUTES_ADOPTED


def test_a_party_without_an_account_is_not_waited_for_longer_than_that(scene):
    version = scene.share()
    for party in (scene.own, scene.health, scene.works):
        scene.says(party, scene.coordinator)
    assert scene.adopt(now=later(version)).state == MeetingState.MINUTES_ADOPTED
    assert scene.answer_of(scene.works).is_on_behalf


def test_adopted_minutes_are_corrected_in_a_new_version(scene):
    first = scene.share()
    scene.all_confirm()
    scene.adopt()
    scene.meeting.refresh_from_db()
    with pytest.raises(ValidationError):
        transitions.correct_minutes(meeting=scene.meeting, by=scene.coordinator, reason=" ")
    opened = transitions.correct_minutes(
        meeting=scene.meeting, by=scene.coordinator, reason="Angka keliru."
    )
    assert opened.state == MeetingState.MINUTES_SHARED
    line = opened.changes.order_by("-pk").first()
    assert (line.from_state, line.note) == (MeetingState.MINUTES_ADOPTED, "Angka keliru.")
    with pytest.raises(Refused):
        scene.adopt()
    second = scene.share(reason="Angka diperbaiki.")
    scene.all_confirm()
    scene.adopt()
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.is_adopted
    assert second.is_adopted
    assert second.number == 2


@pytest.mark.parametrize("state", [MeetingState.HELD, MeetingState.MINUTES_SHARED])
def test_only_adopted_minutes_are_corrected(scene, state):
    meeting = MeetingFactory(state=state)
    with pytest.raises(IllegalMove):
        transitions.correct_minutes(meeting=meeting, by=scene.coordinator, reason="Salah")
    assert not meeting.changes.exists()


def test_a_closed_collaboration_takes_no_answer_and_no_version(scene):
    answer = scene.share().answers.get(party=scene.health)
    charter.close(collaboration=scene.collaboration, by=scene.coordinator, reason="Selesai.")
    with pytest.raises(Refused):
        scene.share(reason="Lagi")
    with pytest.raises(Refused):
        transitions.answer_minutes(answer=answer, by=scene.health_speaker, word=Word.CONFIRM)
    for user in (scene.health_speaker, scene.coordinator):
        answer.refresh_from_db()
        answer.minutes.meeting.collaboration.refresh_from_db()
        assert not user.has_perm("agreements.answer_minutes", answer)
