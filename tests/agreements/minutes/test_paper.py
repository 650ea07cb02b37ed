"""Agenda and minutes on paper: two documents, two languages, two editions."""

import datetime as dt
import io

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import translation

from agreements.engagement.kinds import Word
from agreements.engagement.paper import agenda_words, minutes_words
from agreements.letters import writing
from agreements.letters.examples import AGENDA, EXAMPLES, MINUTES
from agreements.letters.kinds import Purpose
from agreements.letters.transitions import use_letterhead
from agreements.letters.writing import plain_template, written
from agreements.models import AgendaItem, Letterhead
from collabgov.kit.prose import plain, prose
from tests.agreements.letters.test_writing import template, text_of
from tests.factories.action import CommitmentFactory
from tests.factories.actors import UserFactory
from tests.factories.engagement import AgendaItemFactory, MeetingFactory
from tests.html import soup_of

HOSTILE = "{{ 7*7 }} {% raw %} <w:p>palsu</w:p> & ]]> 👩‍⚕️ \x0b\x1f\ufffeakhir"


def page(name, meeting, query=""):
    return reverse(f"agreements:meeting-{name}", args=[meeting.pk]) + query


@pytest.mark.parametrize("purpose", Purpose)
def test_each_purpose_has_a_plain_template_and_an_example(purpose):
    text = text_of(written(EXAMPLES[purpose], purpose=purpose))
    assert "…" in text
    assert "{{" not in text


def test_the_words_are_those_of_the_examples(scene):
    """A letterhead that could be filled with the example can be filled with any meeting."""
    version = scene.share()
    scene.says(scene.works, scene.works_speaker, Word.OBJECT, "Tidak.")
    assert agenda_words(scene.meeting).keys() == AGENDA.keys()
    words = minutes_words(scene.meeting, say=plain, version=version)
    assert words.keys() == MINUTES.keys()
    for words_, example in ((words, MINUTES), (agenda_words(scene.meeting), AGENDA)):
        for name, rows in example.items():
            if isinstance(rows, list) and isinstance(rows[0], dict) and words_[name]:
                assert words_[name][0].keys() == rows[0].keys()


@pytest.mark.parametrize(
    ("language", "agenda", "minutes"),
    [("en", "Meeting agenda", "Minutes of the meeting"), ("id", "Agenda rapat", "Notulen rapat")],
)
def test_agenda_and_minutes_are_two_documents(scene, language, agenda, minutes):
    with translation.override(language):
        first = text_of(written(agenda_words(scene.meeting), purpose=Purpose.AGENDA))
        words = minutes_words(scene.meeting, say=plain)
        second = text_of(written(words, purpose=Purpose.MINUTES))
    assert agenda in first
    assert minutes not in first
    assert minutes in second
    assert agenda not in second
    assert "Data posyandu" in first
    assert "Data posyandu" in second
    assert "Data dikirim tiap bulan." in second
    assert "Data dikirim tiap bulan." not in first
    assert ("DRAFT" if language == "en" else "KONSEP") in second


def test_hostile_words_stay_words(scene):
    scene.meeting.title = HOSTILE
    scene.meeting.save()
    scene.meeting.collaboration.title = "Data balita"  # no number in it that a template might make
    AgendaItem.objects.update(topic=HOSTILE, notes=HOSTILE)
    words = minutes_words(scene.meeting, say=plain)
    text = text_of(written(words, purpose=Purpose.MINUTES))
    assert text.count("{{ 7*7 }}") == 3
    assert "49" not in text
    assert "<w:p>palsu</w:p>" in text
    assert "👩‍⚕️" in text
    assert "akhir" in text


def test_minutes_are_printed_as_they_were_shared(client, scene, sign_in):
    scene.share()
    AgendaItem.objects.update(topic="Diganti kemudian")
    sign_in(scene.health_speaker)
    text = soup_of(client.get(page("minutes-print", scene.meeting))).main.get_text()
    assert "Data posyandu" in text
    assert "Diganti kemudian" not in text
    assert "KONSEP" not in text
    agenda = soup_of(client.get(page("agenda-print", scene.meeting))).main.get_text()
    assert "Diganti kemudian" in agenda


def test_what_is_not_shared_is_a_draft(client, scene, sign_in):
    sign_in(scene.health_speaker)
    assert "KONSEP" in soup_of(client.get(page("minutes-print", scene.meeting))).main.get_text()


def test_any_version_can_be_printed_for_ever(client, scene, sign_in):
    scene.share()
    AgendaItem.objects.update(topic="Topik baru")
    scene.share(reason="Topik keliru.")
    sign_in(scene.health_speaker)
    first = client.get(page("minutes-print", scene.meeting, "?version=1"))
    assert "Data posyandu" in soup_of(first).main.get_text()
    newest = client.get(page("minutes-print", scene.meeting))
    assert "Topik baru" in soup_of(newest).main.get_text()
    for nonsense in ("9", "x", "-1", ""):
        answer = client.get(page("minutes-print", scene.meeting, f"?version={nonsense}"))
        assert answer.status_code == 404


@pytest.mark.parametrize(
    ("name", "file"), [("agenda-docx", "agenda-"), ("minutes-docx", "notulen-")]
)
def test_a_docx_of_each(client, scene, sign_in, name, file):
    sign_in(scene.health_speaker)
    response = client.get(page(name, scene.meeting))
    assert response.status_code == 200
    assert f'filename="{file}' in response["Content-Disposition"]
    assert "Rapat bulanan" in text_of(response.content)


def test_papers_are_for_those_who_see_the_meeting(client, scene, sign_in):
    sign_in(UserFactory())
    for name in ("agenda-print", "agenda-docx", "minutes-print", "minutes-docx"):
        assert client.get(page(name, scene.meeting)).status_code == 404


def test_confidential_topics_stay_out_of_what_outsiders_get(client, scene, sign_in):
    AgendaItem.objects.update(is_confidential=True)
    scene.share()
    scene.says(scene.works, scene.works_speaker, Word.OBJECT, "Menyebut rahasia.")
    sign_in(scene.health_speaker)
    for name in ("agenda", "minutes"):
        inside = soup_of(client.get(page(f"{name}-print", scene.meeting))).main.get_text()
        assert "Data posyandu" in inside
        assert "Internal" in inside
        outside = page(f"{name}-print", scene.meeting, "?for=outside")
        text = soup_of(client.get(outside)).main.get_text()
        assert "Data posyandu" not in text
        assert "Data dikirim tiap bulan" not in text
        assert "Menyebut rahasia" not in text
        assert "Salinan untuk pihak luar" in text
        file = client.get(page(f"{name}-docx", scene.meeting, "?for=outside")).content
        assert "Data posyandu" not in text_of(file)
        assert "Salinan untuk pihak luar" in text_of(file)


def test_what_became_confidential_after_sharing_stays_inside_too(client, scene, sign_in):
    CommitmentFactory(
        collaboration=scene.collaboration,
        meeting=scene.meeting,
        decision=scene.decision,
        promise="Janji rahasia",
    )
    scene.share()
    AgendaItem.objects.update(is_confidential=True)
    sign_in(scene.health_speaker)
    outside = soup_of(client.get(page("minutes-print", scene.meeting, "?for=outside"))).main
    assert "Data posyandu" not in outside.get_text()
    assert "Janji rahasia" not in outside.get_text()
    inside = soup_of(client.get(page("minutes-print", scene.meeting))).main
    assert "Janji rahasia" in inside.get_text()


def test_the_agenda_says_how_long_by_whom_and_what_is_carried_over(client, scene, sign_in):
    AgendaItem.objects.update(minutes_planned=25, presenter=scene.person)
    before = MeetingFactory(collaboration=scene.collaboration, held_on=dt.date(2026, 1, 5))
    AgendaItemFactory(meeting=before, thread=scene.item.thread)
    sign_in(scene.health_speaker)
    text = soup_of(client.get(page("agenda-print", scene.meeting))).main.get_text()
    assert "25 menit" in text
    assert "Budi Santoso" in text
    assert "lanjutan" in text


def test_the_letterhead_of_its_purpose_is_used(scene, client, sign_in, settings, tmp_path):
    settings.DOCUMENTS_DIR = tmp_path / "documents"
    organization = scene.health.organization
    path = template("KOP NOTULEN", "{{ title }} {{ kind }}", tmp_path=tmp_path)
    letter = ContentFile(path.read_bytes(), name="kop.docx")
    use_letterhead(file=letter, by=UserFactory(), organization=organization, purpose="minutes")
    sign_in(scene.health_speaker)
    minutes = text_of(client.get(page("minutes-docx", scene.meeting)).content)
    assert "KOP NOTULEN" in minutes
    assert "Rapat bulanan" in minutes
    assert "KOP NOTULEN" not in text_of(client.get(page("agenda-docx", scene.meeting)).content)
    assert Letterhead.objects.get().purpose == Purpose.MINUTES


def test_what_no_word_document_can_hold_is_printed_from_the_page(
    client, scene, sign_in, monkeypatch
):
    monkeypatch.setattr(writing, "MEGABYTES", 10)
    sign_in(scene.health_speaker)
    query = "?for=outside"
    for kind in ("agenda", "minutes"):
        response = client.get(page(f"{kind}-docx", scene.meeting, query), follow=True)
        assert response.redirect_chain == [(page(f"{kind}-print", scene.meeting, query), 302)]
        assert "cetak halaman ini" in soup_of(response).get_text()


def test_the_plain_templates_may_be_handed_in_as_they_are(tmp_path):
    for purpose in Purpose:
        path = tmp_path / f"{purpose}.docx"
        path.write_bytes(plain_template(purpose))
        assert written(EXAMPLES[purpose], path)
        assert io.BytesIO(written(EXAMPLES[purpose], path)).read(2) == b"PK"


def test_typed_marks_become_a_list_on_the_page_and_dots_in_the_file(scene):
    AgendaItem.objects.update(notes="- satu\n- dua <b>")
    words = minutes_words(scene.meeting, say=prose)
    assert "<ul><li>satu</li><li>dua &lt;b&gt;</li></ul>" in words["items"][0]["notes"]
    words = minutes_words(scene.meeting, say=plain)
    assert words["items"][0]["notes"] == "• satu\n• dua <b>"
