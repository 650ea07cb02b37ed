"""What an agreement says on paper, and that no template can harm the site."""

import datetime as dt
import io
import posixpath
import time
import zipfile

import pytest
from defusedxml.ElementTree import fromstring
from django.utils import translation
from docx import Document

from agreements.instruments.states import AgreementState
from agreements.letters import writing
from agreements.letters.content import words_of
from agreements.letters.examples import EXAMPLE
from agreements.letters.writing import plain_template, written
from collabgov.kit.errors import Refused
from tests.collabgov.files.judging import found
from tests.factories.charter import LegalBasisFactory, PartyFactory
from tests.factories.instruments import (
    AgreementFactory,
    AgreementLegalBasisFactory,
    AgreementPartyFactory,
    ClauseFactory,
    SignatureFactory,
)

GROWING = (
    "{% set ns = namespace(x='a' * 1000000) %}"
    "{% for a in range(99999) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}"
)


def text_of(content):
    """Everything that a reader of the document sees, table and edges included."""
    document = Document(io.BytesIO(content))
    section = document.sections[0]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    around = [*section.header.paragraphs, *section.footer.paragraphs]
    return "\n".join([*(each.text for each in [*around, *document.paragraphs]), *cells])


def template(*paragraphs, tmp_path):
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    path = tmp_path / "letterhead.docx"
    document.save(path)
    return path


@pytest.fixture
def agreement(db):
    agreement = AgreementFactory(
        number="119/SKB/2026",
        title="Penanganan <stunting> & gizi",
        subject="Baris satu.\nBaris dua.",
        state=AgreementState.READY_TO_SIGN,
        starts_on=dt.date(2026, 1, 2),
        ends_on=dt.date(2027, 1, 1),
    )
    places = [
        AgreementPartyFactory(
            agreement=agreement,
            position=number,
            party=PartyFactory(
                collaboration=agreement.collaboration, organization__name=f"Dinas {number}"
            ),
        )
        for number in (1, 2)
    ]
    ClauseFactory(
        agreement=agreement,
        number="Pasal 4",
        text="Pihak Kesatu menyediakan data.",
        is_obligation=True,
        owed_by=places[0],
        due_on=dt.date(2026, 5, 3),
    )
    ClauseFactory(agreement=agreement, number="Pasal 9", text="Dihapus.", is_removed=True)
    AgreementLegalBasisFactory(
        agreement=agreement, legal_basis=LegalBasisFactory(), article="Pasal 363"
    )
    SignatureFactory(place=places[0], appointment__person__full_name="Ani Wijaya")
    return agreement


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", ["Nomor: 119/SKB/2026", "Para pihak", "3 Mei 2026"]),
        ("en", ["Number: 119/SKB/2026", "Parties", "3 May 2026"]),
    ],
)
def test_the_document_says_what_the_agreement_says_in_either_language(agreement, language, words):
    with translation.override(language):
        content = written(words_of(agreement, sender="Bappeda"))
    text = text_of(content)
    for word in words:
        assert word in text
    for word in ("Bappeda", "Penanganan <stunting> & gizi", "Pasal 4", "Pasal 363", "Dinas 2"):
        assert word in text
    assert "Baris satu.\nBaris dua." in text
    assert "Ani Wijaya" in text
    assert "Dihapus." not in text
    assert "{" not in text
    assert found(content, "surat.docx") == "docx"


def test_the_package_is_whole_as_word_and_libreoffice_ask_for(agreement):
    """Every part has a type, every relation leads to a part, nothing comes from outside."""
    with zipfile.ZipFile(io.BytesIO(written(words_of(agreement)))) as archive:
        names = set(archive.namelist())
        assert archive.testzip() is None
        types = fromstring(archive.read("[Content_Types].xml"))
        endings = {each.get("Extension") for each in types.iter() if each.get("Extension")}
        parts = {each.get("PartName") for each in types.iter() if each.get("PartName")}
        assert parts <= {f"/{name}" for name in names}
        for name in names - {"[Content_Types].xml"}:
            assert f"/{name}" in parts or name.rpartition(".")[2] in endings
        for name in names:
            if name.endswith((".xml", ".rels")):
                root = fromstring(archive.read(name), forbid_dtd=True)
            if name.endswith(".rels"):
                folder = name.rpartition("_rels/")[0]
                for relation in root:
                    assert relation.get("TargetMode") != "External"
                    target = posixpath.normpath(f"{folder}{relation.get('Target')}")
                    assert target.lstrip("/") in names


def test_words_are_text_and_nothing_else(agreement):
    """No object of the site goes into a template."""

    def walk(value):
        if isinstance(value, dict):
            return all(walk(each) for each in value.values())
        return all(map(walk, value)) if isinstance(value, list) else type(value) is str

    assert walk(words_of(agreement))
    assert words_of(agreement).keys() == EXAMPLE.keys()


def test_an_own_template_is_filled_in(tmp_path):
    path = template("KOP DINAS", "{{ title }} / {{ parties[0].name }}", tmp_path=tmp_path)
    words = EXAMPLE | {"title": "Judul", "parties": [{"name": "Dinas <A>"}]}
    assert "KOP DINAS\nJudul / Dinas <A>" in text_of(written(words, path))


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ title.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ self._TemplateReference__context }}{{ lipsum.__globals__ }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ parties.append(1) }}",
        "{{ 1 / 0 }}",
        "{{ range(10000000)|list }}",
        "{% for x in %}",
        "{{ unclosed",
    ],
)
def test_a_template_reaches_nothing_but_its_words(tmp_path, hostile):
    path = template(hostile, tmp_path=tmp_path)
    try:
        text = text_of(written(EXAMPLE, path))
    except Refused as refusal:
        text = str(refusal)
    for secret in ("<class", "uid=", "root:", "function", "subprocess"):
        assert secret not in text.replace("'function", "")


@pytest.mark.parametrize(
    "hostile",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{{ 'a' * 10 ** 10 }}",
        GROWING,
    ],
)
def test_a_template_that_never_ends_or_grows_is_stopped(tmp_path, hostile, monkeypatch):
    monkeypatch.setattr(writing, "SECONDS", 2)
    begun = time.monotonic()
    with pytest.raises(Refused):
        written(EXAMPLE, template(hostile, tmp_path=tmp_path))
    assert time.monotonic() - begun < writing.WAIT


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ lipsum(n=100000) }}",
        "{{ range(1001)|list }}",
        "{{ title|safe }}",
        "{{ title|tojson }}",
        "{% autoescape false %}{{ title }}{% endautoescape %}",
    ],
)
def test_what_is_costly_or_not_for_paper_is_a_mistake(tmp_path, hostile):
    with pytest.raises(Refused, match="kesalahan"):
        written(EXAMPLE, template(hostile, tmp_path=tmp_path))


def test_words_stay_words_whatever_a_template_does_with_them(tmp_path):
    """The title of an agreement brings no paragraph of its own."""
    words = EXAMPLE | {"title": "</w:t></w:r></w:p><w:p><w:r><w:t>x"}
    told = "{% set a %}{{ title }}{% endset %}{{ title }}|{{ a }}|{{ a.unescape() }}"
    told += "{% for a in range(2) %}|{{ title|e }}{% endfor %}"
    text = text_of(written(words, template(told, tmp_path=tmp_path)))
    assert text.strip() == "|".join([words["title"]] * 5)


def test_a_process_that_hangs_without_working_is_stopped(monkeypatch):
    monkeypatch.setattr(writing, "WAIT", 0.01)
    with pytest.raises(Refused):
        written(EXAMPLE)


def test_the_plain_template_may_be_handed_in_as_it_is(tmp_path):
    path = tmp_path / "plain.docx"
    path.write_bytes(plain_template())
    assert written(EXAMPLE, path)
    assert found(plain_template(), "kop.docx") == "docx"
