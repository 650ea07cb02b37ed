"""Bahasa Indonesia is complete, says what the English says, and is up to date with the sources."""

import ast
import re
import shutil
import subprocess
import sys

import polib
import pytest

from tests.architecture.sources import CODE, ROOT, each, tracked, tree
from tests.requiring import missing

CATALOGUE = ROOT / "locale/id/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|(?<!%)%[sd]|\{\w*\}")
# Each of these has one word; said in another one, a reader looks for a difference that is none.
OTHERWISE = {
    "konfirmasi": r"\b(mem|di|)benarkan|\b(men|di|)t?egaskan|\b(meng|dik)uatkan",
    "konsep": r"\bdraf(nya)?\b",
    "instansi": r"\borganisasi(nya)?\b(?! (kemasyarakatan|profesi|keagamaan))",
    "pimpinan": r"\batasan(nya)?\b",
}
MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|&(?:[a-z]+|#\d+);")


@pytest.fixture(scope="module")
def entries():
    return [entry for entry in polib.pofile(str(CATALOGUE)) if not entry.obsolete]


def require_gettext():
    if shutil.which("xgettext"):
        return
    sentence = "No gettext found: the catalogue is not compared with the sources."
    missing(sentence)


def key(entry):
    return (entry.msgctxt or "", entry.msgid)


def translations(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_nothing_is_untranslated_or_fuzzy(entries):
    assert len(entries) > 100
    assert not [entry.msgid for entry in entries if entry.fuzzy]
    assert not [entry.msgid for entry in entries if not all(translations(entry))]


def test_placeholders_are_the_same(entries):
    for entry in entries:
        wanted = sorted(PLACEHOLDER.findall(entry.msgid))
        for words in translations(entry):
            found = sorted(PLACEHOLDER.findall(words))
            if entry.msgid_plural:  # one form: it may leave out nothing but what the singular lacks
                wanted = sorted(PLACEHOLDER.findall(entry.msgid_plural))
                assert set(found) <= set(wanted), entry.msgid
            else:
                assert found == wanted, entry.msgid


@pytest.mark.parametrize("word", OTHERWISE)
def test_one_thing_has_one_word(entries, word):
    other = re.compile(OTHERWISE[word], re.IGNORECASE)
    said = [words for entry in entries for words in translations(entry)]
    assert any(word in words.lower() for words in said)
    assert not [words for words in said if other.search(words)], f"Say {word}."


def test_a_state_is_a_status(entries):
    named = {entry.msgid: entry.msgstr for entry in entries if not entry.msgctxt}
    for words in ("state", "State", "Every state", "Any state", "All states"):
        assert "status" in named[words].lower()


def test_no_markup_in_what_translators_read(entries):
    assert not [entry.msgid for entry in entries if MARKUP.search(entry.msgid)]


def test_lines_begin_and_end_alike(entries):
    for entry in entries:
        for words in translations(entry):
            assert entry.msgid.startswith("\n") == words.startswith("\n"), entry.msgid
            assert entry.msgid.endswith("\n") == words.endswith("\n"), entry.msgid
            assert entry.msgid.endswith(" ") == words.endswith(" "), entry.msgid


def test_the_compiled_catalogue_is_the_written_one(entries):
    compiled = {
        key(entry): translations(entry) for entry in polib.mofile(str(CATALOGUE.with_suffix(".mo")))
    }
    assert compiled == {key(entry): translations(entry) for entry in entries}


def test_the_catalogue_is_up_to_date_with_the_sources(entries, tmp_path):
    """`makemessages` over a copy of the sources finds exactly the messages that are committed."""
    require_gettext()
    for file in tracked(".py", ".html", ".txt"):
        copy = tmp_path / file.relative_to(ROOT)
        if copy.parts[len(tmp_path.parts)] != "tests":
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, copy)
    subprocess.run(
        [
            sys.executable,
            "-W",
            "ignore",
            "manage.py",
            "makemessages",
            "-l",
            "id",
            "-v0",
            "--no-location",
        ],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    fresh = polib.pofile(str(tmp_path / "locale/id/LC_MESSAGES/django.po"))
    assert {key(entry) for entry in fresh} == {key(entry) for entry in entries}


@each(CODE)
def test_no_sentence_hides_inside_an_f_string(file):
    """`makemessages` does not look into f-strings: such a sentence would stay English."""
    texts = (node for node in ast.walk(tree(file)) if isinstance(node, ast.JoinedStr))
    calls = [node for text in texts for node in ast.walk(text) if isinstance(node, ast.Call)]
    named = {node.func.id for node in calls if isinstance(node.func, ast.Name)}
    assert not {name for name in named if name == "_" or "gettext" in name}
