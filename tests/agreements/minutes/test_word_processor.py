"""The files open in a real word processor, in both languages, with every word as it was typed."""

import shutil
import subprocess

import pytest
from django.utils import translation

from agreements.engagement.kinds import Word
from agreements.engagement.paper import agenda_words, minutes_words
from agreements.letters.kinds import Purpose
from agreements.letters.writing import written
from agreements.models import AgendaItem
from collabgov.kit.prose import plain
from tests.requiring import missing

PATIENCE = 120
NAME = "Kepala {{ 7*7 }} <w:p> & 👩‍⚕️ Bidang"


@pytest.fixture(scope="module")
def soffice():
    if found := shutil.which("soffice"):
        return found
    sentence = "No LibreOffice found (Debian: libreoffice-writer-nogui): no DOCX was opened in it."
    return missing(sentence)


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    """A profile of its own: nobody's settings, and no other LibreOffice that runs."""
    return tmp_path_factory.mktemp("profile").as_uri()


@pytest.fixture
def opened(soffice, profile, tmp_path):
    """What LibreOffice reads in files: {name: text}; all of them in one go."""

    def read(files):
        for name, content in files.items():
            (tmp_path / f"{name}.docx").write_bytes(content)
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
        subprocess.run(
            [*command, *(str(tmp_path / f"{name}.docx") for name in files)],
            check=True,
            timeout=PATIENCE,
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )
        return {name: (tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig") for name in files}

    return read


def papers(scene, version, language):
    with translation.override(language):
        agenda = agenda_words(scene.meeting, sender=scene.health.organization)
        minutes = minutes_words(scene.meeting, say=plain, version=version)
        return {
            f"agenda-{language}": written(agenda, purpose=Purpose.AGENDA),
            f"minutes-{language}": written(minutes, purpose=Purpose.MINUTES),
        }


def test_agenda_and_minutes_open_in_libreoffice_in_both_languages(scene, opened):
    scene.person.full_name = NAME
    scene.person.save()
    scene.meeting.collaboration.title = "Data balita"  # no number in it that a template might make
    scene.meeting.collaboration.save()
    AgendaItem.objects.update(notes="Dibahas:\n\n- angka <b>2026</b>\n- **gizi**")
    version = scene.share()
    scene.says(scene.works, scene.works_speaker, Word.OBJECT, "Tidak pernah disepakati.")
    texts = opened(papers(scene, version, "id") | papers(scene, version, "en"))
    for language, agenda, minutes, objects in (
        ("id", "Agenda rapat", "Notulen rapat", "Keberatan atas notula"),
        ("en", "Meeting agenda", "Minutes of the meeting", "Objects to the minutes"),
    ):
        first, second = texts[f"agenda-{language}"], texts[f"minutes-{language}"]
        assert agenda in first
        assert minutes not in first
        assert "Data posyandu" in first
        assert minutes in second
        assert agenda not in second
        assert "Data dikirim tiap bulan." in second
        assert "• angka <b>2026</b>" in second
        assert "• gizi" in second
        assert f"Dinas PU: {objects}" in second
        assert "Tidak pernah disepakati." in second
        assert NAME in second
        assert "49" not in second
        assert "{%" not in first + second
