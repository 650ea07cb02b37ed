"""What is confidential stays inside, with all that came of it, and nobody learns that it exists."""

import datetime as dt

import pytest
from django.urls import reverse

from agreements.engagement import transitions
from agreements.engagement.kinds import Word
from agreements.engagement.paper import minutes_words
from agreements.engagement.summary import plain_summary
from agreements.models import AgendaItem
from collabgov.kit.prose import plain
from tests.agreements.letters.test_writing import text_of
from tests.factories.action import CommitmentFactory
from tests.factories.engagement import AgendaItemFactory, DecisionFactory, MeetingFactory
from tests.html import soup_of

SECRET = "Mutasi kepala bidang"
PROMISE = "Surat usulan mutasi"


@pytest.fixture
def earlier(scene):
    """A confidential topic of an earlier meeting, decided in ours, with a promise."""
    before = MeetingFactory(
        collaboration=scene.collaboration, held_on=scene.meeting.held_on - dt.timedelta(days=30)
    )
    item = AgendaItemFactory(meeting=before, topic="Kepegawaian", is_confidential=True)
    decision = DecisionFactory(
        meeting=before,
        agenda_item=item,
        decided_in=scene.meeting,
        decided_on=scene.meeting.held_on,
        text=SECRET,
    )
    CommitmentFactory(
        collaboration=scene.collaboration,
        meeting=scene.meeting,
        decision=decision,
        promise=PROMISE,
    )
    return item


def summary(scene, meeting=None):
    meeting = meeting or scene.meeting
    return plain_summary(
        meeting,
        attendance=[],
        agenda=list(meeting.agenda_items.for_list()),
        commitments=list(meeting.commitments.for_list()),
        address="https://situs.test/",
    )


def papers(client, scene, query="?for=outside"):
    """What the print page and the DOCX say."""
    printed = reverse("agreements:meeting-minutes-print", args=[scene.meeting.pk])
    file = reverse("agreements:meeting-minutes-docx", args=[scene.meeting.pk])
    yield soup_of(client.get(printed + query)).main.get_text()
    yield text_of(client.get(file + query).content)


@pytest.mark.parametrize("is_shared", [True, False])
def test_a_decision_on_a_secret_topic_of_an_earlier_meeting(
    client, scene, sign_in, earlier, is_shared
):
    if is_shared:
        scene.share()
    sign_in(scene.health_speaker)
    for text in papers(client, scene):
        assert SECRET not in text
        assert PROMISE not in text
        assert "Data dikirim tiap bulan." in text
    for text in papers(client, scene, ""):
        assert SECRET in text
        assert PROMISE in text
        assert "Internal" in text
    assert SECRET not in summary(scene)
    assert PROMISE not in summary(scene)


def test_a_topic_of_an_earlier_meeting_that_became_secret_after_sharing(
    client, scene, sign_in, earlier
):
    AgendaItem.objects.filter(pk=earlier.pk).update(is_confidential=False)
    scene.share()
    sign_in(scene.health_speaker)
    assert all(SECRET in text and PROMISE in text for text in papers(client, scene))
    assert all("Internal" not in text for text in papers(client, scene, ""))
    AgendaItem.objects.filter(pk=earlier.pk).update(is_confidential=True)
    for text in papers(client, scene):
        assert SECRET not in text
        assert PROMISE not in text
    for text in papers(client, scene, ""):
        assert SECRET in text
        assert "Internal" in text


def test_a_topic_that_is_opened_later_was_confidential_when_it_was_shared(
    client, scene, sign_in, earlier
):
    scene.share()
    AgendaItem.objects.filter(pk=earlier.pk).update(is_confidential=False)
    sign_in(scene.health_speaker)
    assert not any(SECRET in text or PROMISE in text for text in papers(client, scene))


def test_what_was_decided_secretly_stays_so_when_the_topic_is_open_here(
    client, scene, sign_in, earlier
):
    AgendaItemFactory(meeting=scene.meeting, thread=earlier.thread, topic="Pengumuman")
    scene.share()
    sign_in(scene.health_speaker)
    assert not any(SECRET in text or PROMISE in text for text in papers(client, scene))
    assert SECRET not in summary(scene)


def test_to_open_a_topic_where_it_was_taken_up_is_no_edit_of_our_minutes(scene, earlier):
    scene.meeting.commitments.all().delete()
    scene.share()
    scene.all_confirm()
    AgendaItem.objects.filter(pk=earlier.pk).update(is_confidential=False)
    assert scene.adopt()


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_copy_for_outsiders_tells_neither_that_nor_how_many(scene, number):
    for _each in range(number):
        AgendaItemFactory(meeting=scene.meeting, topic=SECRET, is_confidential=True)
    last = AgendaItemFactory(meeting=scene.meeting, topic="Penutup")
    words = minutes_words(scene.meeting, say=plain, outside=True)
    assert [item["topic"] for item in words["items"]] == ["Data posyandu", last.topic]
    assert [item["number"] for item in words["items"]] == ["1", "2"]
    assert words["left_out"].endswith("tidak dimuat di sini.")
    assert not any(sign.isdigit() for sign in words["left_out"])
    assert "rahasia" not in words["notice"]
    assert "rahasia" not in summary(scene)


def test_the_file_for_outsiders_has_another_name(client, scene, sign_in):
    sign_in(scene.health_speaker)
    for name in ("meeting-agenda-docx", "meeting-minutes-docx"):
        url = reverse(f"agreements:{name}", args=[scene.meeting.pk])
        inside, outside = (
            client.get(url + query)["Content-Disposition"] for query in ("", "?for=outside")
        )
        assert "untuk-luar.docx" in outside
        assert "untuk-luar" not in inside


def test_what_parties_and_the_coordinator_wrote_to_each_other_stays_inside(client, scene, sign_in):
    scene.share()
    said = scene.says(scene.works, scene.works_speaker, Word.OBJECT, "Menyebut mutasi.")
    transitions.reply_to_answer(answer=said, by=scene.coordinator, reply="Mutasi sudah dibahas.")
    sign_in(scene.health_speaker)
    for text in papers(client, scene):
        assert "Keberatan atas notula" in text
        assert "utasi" not in text


def test_the_summary_tells_what_this_meeting_decided_and_no_other(scene, earlier):
    AgendaItem.objects.filter(pk=earlier.pk).update(is_confidential=False)
    loose = DecisionFactory(meeting=scene.meeting, text="Tanpa topik.")
    lines = summary(scene).splitlines()
    start = lines.index("*Keputusan*")
    assert {lines[start + n].partition(". ")[2] for n in (1, 2, 3)} == {
        scene.decision.text,
        SECRET,
        loose.text,
    }
    assert lines[start + 1] == f"1. {scene.decision.text}"
    assert SECRET not in summary(scene, earlier.meeting)


def test_a_summary_of_a_cancelled_meeting_says_so(scene):
    scene.meeting.state = "cancelled"
    text = summary(scene)
    assert "dibatalkan" in text.lower()
    assert "Hadir" not in text


def test_an_address_that_means_neither_copy_gets_the_safe_one(client, scene, sign_in):
    AgendaItemFactory(meeting=scene.meeting, topic=SECRET, is_confidential=True)
    sign_in(scene.health_speaker)
    for query in ("?for=Outside", "?for=luar"):
        for text in papers(client, scene, query):
            assert SECRET not in text
    assert all(SECRET in text for text in papers(client, scene, ""))
