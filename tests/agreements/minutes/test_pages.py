"""The pages of minutes: what is shown to whom, and that each form does its verb."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.engagement import transitions
from agreements.engagement.kinds import ReplyOutcome, Word
from agreements.engagement.states import MeetingState
from agreements.models import AgendaItem, MinutesAnswer, MinutesVersion
from tests.factories.actors import UserFactory
from tests.factories.charter import PartyFactory
from tests.factories.engagement import AttendanceFactory, MinutesAnswerFactory
from tests.html import soup_of


def url(name, record, *more):
    return reverse(f"agreements:{name}", args=[record.pk, *more])


def section(client, scene):
    page = soup_of(client.get(scene.meeting.get_absolute_url()))
    return page.select_one("#minutes")


def test_the_coordinator_shares_and_the_page_tells_who_is_asked(client, scene, sign_in):
    sign_in(scene.coordinator)
    assert url("meeting-share", scene.meeting) in str(section(client, scene))
    response = client.post(url("meeting-share", scene.meeting), {"days": "5"})
    assert response.url == f"{scene.meeting.get_absolute_url()}#minutes"
    assert MinutesVersion.objects.get().answer_by == timezone.localdate() + dt.timedelta(days=5)
    text = section(client, scene).get_text()
    assert text.count("Belum menjawab") == 3
    assert "Tamu" in text
    assert "Yayasan Tamu" in text
    assert "Dinas Sosial" not in text


@pytest.mark.parametrize("days", ["0", "31", "", "x"])
def test_nonsense_days_come_back_at_their_field(client, scene, sign_in, days):
    sign_in(scene.coordinator)
    page = soup_of(client.post(url("meeting-share", scene.meeting), {"days": days}))
    assert page.select_one(".error-summary a[href='#id_days']")
    assert not MinutesVersion.objects.exists()


def test_sharing_again_asks_for_the_reason(client, scene, sign_in):
    scene.share()
    sign_in(scene.coordinator)
    page = soup_of(client.post(url("meeting-share", scene.meeting), {"days": "7", "reason": " "}))
    assert page.select_one(".error-summary a[href='#id_reason']")
    client.post(url("meeting-share", scene.meeting), {"days": "7", "reason": "Diperbaiki."})
    assert MinutesVersion.objects.count() == 2
    text = section(client, scene).get_text()
    assert "Diperbaiki." in text
    assert "Versi sebelumnya" in text


def test_a_representative_answers_from_the_meeting_page(client, scene, sign_in):
    scene.share()
    answer = scene.answer_of(scene.works)
    sign_in(scene.works_speaker)
    assert url("minutes-answer", answer) in str(section(client, scene))
    assert url("minutes-answer", scene.answer_of(scene.health)) not in str(section(client, scene))
    page = soup_of(client.post(url("minutes-answer", answer), {"word": "object", "text": ""}))
    assert page.select_one(".error-summary a[href='#id_text']")
    client.post(url("minutes-answer", answer), {"word": "object", "text": "**Tidak** <b>sepakat"})
    text = section(client, scene)
    assert "Keberatan atas notula" in text.get_text()
    assert text.find("strong", string="Tidak")
    assert "<b>sepakat" in text.get_text()


def test_the_coordinator_replies_and_the_party_settles(client, scene, sign_in):
    scene.share()
    said = scene.says(scene.works, scene.works_speaker, Word.OBJECT, "Tidak.")
    sign_in(scene.coordinator)
    assert "Tanggapi dahulu: Dinas PU" in section(client, scene).get_text()
    client.post(url("minutes-answer-reply", said), {"reply": "Rekaman ada."})
    sign_in(scene.works_speaker)
    assert url("minutes-answer-settle", said) in str(section(client, scene))
    client.post(url("minutes-answer-settle", said), {"outcome": "kept"})
    said.refresh_from_db()
    assert said.outcome == ReplyOutcome.KEPT
    assert "Tetap pada jawabannya" in section(client, scene).get_text()


def test_what_was_recorded_on_behalf_is_marked_until_confirmed(client, scene, sign_in):
    scene.share()
    said = scene.says(scene.works, scene.coordinator)
    sign_in(scene.works_speaker)
    text = section(client, scene)
    assert "belum dikonfirmasi pihak" in text.get_text()
    assert url("minutes-answer-confirm", said) in str(text)
    client.post(url("minutes-answer-confirm", said))
    assert not MinutesAnswer.objects.get(pk=said.pk).is_on_behalf
    assert "belum dikonfirmasi pihak" not in section(client, scene).get_text()


def test_silence_is_shown_as_silence(client, scene, sign_in):
    past = timezone.now() - dt.timedelta(days=10)
    version = scene.share(days=3, now=past)
    scene.says(scene.health, scene.health_speaker, on=version.answer_by)
    sign_in(scene.coordinator)
    text = section(client, scene).get_text()
    assert text.count("Diam sampai") == 2
    assert text.count("Mengonfirmasi notula") == 1
    assert scene.adopt().state == MeetingState.MINUTES_ADOPTED
    assert section(client, scene).get_text().count("Diam sampai") == 2
    page = soup_of(client.get(url("minutes-version", scene.meeting, 1))).main.get_text()
    assert page.count("Diam sampai") == 2


def test_an_edit_after_sharing_is_said_and_hides_the_adoption(client, scene, sign_in):
    scene.share()
    scene.all_confirm()
    sign_in(scene.coordinator)
    assert url("meeting-adopt", scene.meeting) in str(section(client, scene))
    AgendaItem.objects.update(notes="Lain.")
    assert url("meeting-adopt", scene.meeting) not in str(section(client, scene))
    assert "bagikan lagi" in section(client, scene).get_text()


def test_a_correction_is_begun_with_a_reason(client, scene, sign_in):
    scene.share()
    scene.all_confirm()
    scene.adopt()
    sign_in(scene.coordinator)
    assert url("meeting-correct", scene.meeting) in str(section(client, scene))
    page = soup_of(client.post(url("meeting-correct", scene.meeting), {"reason": ""}))
    assert page.select_one(".error-summary a[href='#id_reason']")
    client.post(url("meeting-correct", scene.meeting), {"reason": "Angka keliru."})
    text = section(client, scene).get_text()
    assert "sedang diperbaiki" in text
    assert "Angka keliru." in text


def test_every_version_is_read_as_it_was(client, scene, sign_in):
    scene.share()
    AgendaItem.objects.update(topic="Topik baru", notes="- a\n- b")
    scene.share(reason="Lengkap.")
    sign_in(scene.health_speaker)
    first = soup_of(client.get(url("minutes-version", scene.meeting, 1))).main
    assert "Data posyandu" in first.get_text()
    assert "Topik baru" not in first.get_text()
    assert "Ada versi notula yang lebih baru" in first.get_text()
    second = soup_of(client.get(url("minutes-version", scene.meeting, 2))).main
    assert [item.get_text() for item in second.select(".prose li")] == ["a", "b"]
    assert client.get(url("minutes-version", scene.meeting, 3)).status_code == 404
    sign_in(UserFactory())
    assert client.get(url("minutes-version", scene.meeting, 1)).status_code == 404


def test_a_refusal_of_the_verb_is_a_sentence_in_the_form(client, scene, sign_in):
    scene.share()
    old = scene.answer_of(scene.works)
    scene.share(reason="Lengkap.")
    sign_in(scene.works_speaker)
    page = soup_of(client.post(url("minutes-answer", old), {"word": "confirm"}))
    assert "versi notula yang lebih baru" in page.select_one(".error-summary").get_text()


def test_the_meeting_page_costs_the_same_with_many_parties(scene, sign_in, assert_flat_queries):
    version = scene.share()
    sign_in(scene.coordinator)

    def grow():
        for _ in range(4):
            party = PartyFactory(collaboration=scene.collaboration)
            AttendanceFactory(meeting=scene.meeting, organization=party.organization)
            MinutesAnswerFactory(minutes=version, party=party, confirms=True)

    assert_flat_queries(scene.meeting.get_absolute_url(), grow=grow, ceiling=45)
    assert_flat_queries(url("minutes-version", scene.meeting, 1), grow=grow, ceiling=16)


def test_home_says_what_waits_for_whom(client, scene, sign_in):
    scene.share()
    sign_in(scene.health_speaker)
    home = soup_of(client.get("/")).main
    assert "1 notula menunggu jawaban Anda" in home.get_text()
    assert home.select_one(f"a[href='{scene.meeting.get_absolute_url()}#minutes']")
    scene.says(scene.health, scene.health_speaker)
    assert "menunggu jawaban Anda" not in soup_of(client.get("/")).main.get_text()
    sign_in(scene.absent_speaker)
    assert "menunggu jawaban Anda" not in soup_of(client.get("/")).main.get_text()


def test_a_coordinator_sees_it_on_the_desk_too(client, scene, sign_in):
    scene.share()
    answer = scene.answer_of(scene.own)
    sign_in(scene.coordinator)
    assert "1 notula menunggu jawaban Anda" in soup_of(client.get("/")).main.get_text()
    transitions.answer_minutes(answer=answer, by=scene.coordinator, word=Word.CONFIRM)
    assert "notula menunggu" not in soup_of(client.get("/")).main.get_text()
