"""The text to paste into a chat: what counts, where it is, and an end that can be seen."""

from agreements.engagement import transitions
from agreements.engagement.summary import LONGEST, plain_summary
from agreements.models import AgendaItem
from tests.factories.action import CommitmentFactory
from tests.factories.engagement import DecisionFactory
from tests.html import soup_of

ADDRESS = "https://situs.test/meetings/7/"


def summary(scene, **given):
    return plain_summary(
        scene.meeting,
        attendance=[],
        agenda=list(scene.meeting.agenda_items.for_list()),
        commitments=list(scene.meeting.commitments.for_list()),
        address=ADDRESS,
        **given,
    )


def test_it_names_decisions_commitments_the_version_and_the_page(scene):
    CommitmentFactory(
        collaboration=scene.collaboration, meeting=scene.meeting, promise="Kirim data"
    )
    text = summary(scene, version=scene.share())
    assert "Data dikirim tiap bulan." in text
    assert "Kirim data" in text
    assert "versi 1" in text
    assert text.endswith(ADDRESS)
    scene.all_confirm()
    scene.adopt()
    assert "disahkan" in summary(scene, version=scene.meeting.minutes.newest())


def test_while_they_are_corrected_it_says_that_it_may_differ(client, scene, sign_in):
    scene.share()
    sign_in(scene.health_speaker)

    def shown():
        return soup_of(client.get(scene.meeting.get_absolute_url())).find(id="summary-text").text

    assert "sedang diperbaiki" not in shown()
    DecisionFactory(meeting=scene.meeting, text="Ditambah kemudian.")
    assert "sedang diperbaiki" in shown()
    scene.share(reason="Lengkap.")
    assert "sedang diperbaiki" not in shown()
    scene.all_confirm()
    scene.adopt()
    scene.meeting.refresh_from_db()
    transitions.correct_minutes(meeting=scene.meeting, by=scene.coordinator, reason="Keliru.")
    assert "disahkan" in shown()
    assert "sedang diperbaiki" in shown()


def test_a_long_one_ends_with_a_sentence_and_the_page(scene):
    item = AgendaItem.objects.get()
    for number in range(60):
        DecisionFactory(
            meeting=scene.meeting, agenda_item=item, text=f"{number} " + "panjang " * 20
        )
    text = summary(scene)
    assert LONGEST - 300 < len(text) <= LONGEST
    *_rest, end, address = text.splitlines()
    assert end.startswith("…")
    assert address == ADDRESS


def test_one_endless_line_is_cut_too(scene):
    item = AgendaItem.objects.get()
    DecisionFactory(meeting=scene.meeting, agenda_item=item, text="x" * 50_000)
    text = summary(scene)
    assert len(text) <= LONGEST
    assert text.endswith(ADDRESS)
