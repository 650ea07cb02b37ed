"""Names that fool, sizes that are too much, and a check that cannot be hung."""

import hashlib
import re
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.utils import translation

from collabgov.kit import files
from collabgov.kit.files import LARGEST_DOCUMENT, UnfitFile, checked, clean_name
from collabgov.kit.structure import problems
from tests.collabgov.files.judging import found, refusal
from tests.factories.documents import small_pdf


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("nameless", ""),
        ("nameless", ".pdf"),
        ("nameless", " . .pdf"),
        ("nameless", "surat"),
        ("reserved_name", "CON"),
        ("reserved_name", "con.pdf"),
        ("reserved_name", "LPT1.final.pdf"),
        ("long_name", "a" * 300 + ".pdf"),
        ("kind", "a.pdf.exe"),
        ("kind", "a.svg"),
        ("kind", "a.html"),
        ("kind", "a.docm"),
        ("unseen_name", "a.php%00.pdf"),
        ("unseen_name", "a.php\0.pdf"),
        ("unseen_name", "tagihan\u202efdp.exe.pdf"),
        ("unseen_name", "a\r\nSet-Cookie: x.pdf"),
        ("unseen_name", "ta\u00adgihan.pdf"),
        ("unseen_name", "tagihan\u061cfdp.pdf"),
        ("unseen_name", "tagihan\U000e0041.pdf"),
        ("unseen_name", "tagihan\u3164.pdf"),
        ("unseen_name", "tagihan\ue000.pdf"),
        ("unseen_name", "tagihan\ud800.pdf"),
        ("unseen_name", "tagihan\ufffe.pdf"),
    ],
)
def test_a_name_that_fools_is_refused(code, name):
    class Named(ContentFile):
        """Django's own cleaning of names is not what is tested here."""

    upload = Named(small_pdf())
    upload.name = name
    with pytest.raises(UnfitFile) as caught:
        checked(upload)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../x.pdf", "x.pdf"),
        ("C:\\Users\\ani\\Surat kuasa.pdf", "Surat kuasa.pdf"),
        ("Capaian 55%.pdf", "Capaian 55%.pdf"),
        ("Perjanjian № 7, “final”.pdf", "Perjanjian № 7, “final”.pdf"),
        ("a.exe.pdf", "a.exe.pdf"),
        ("surat.pdf.", "surat.pdf"),
        ("console.pdf", "console.pdf"),
        ("اتفاق تعاون.pdf", "اتفاق تعاون.pdf"),
        ("Café 🎉 กข.pdf", "Café 🎉 กข.pdf"),
    ],
)
def test_a_plain_name_is_kept_without_its_folder(name, kept):
    assert clean_name(name) == kept


def test_a_file_is_as_large_as_it_may_be_and_not_one_byte_more():
    whole = small_pdf()
    blanks = b" " * (LARGEST_DOCUMENT - len(whole))
    assert found(whole + blanks, "a.pdf") == "pdf"
    assert refusal(whole + blanks + b" ", "a.pdf") == "large"


def test_the_size_that_an_upload_claims_is_not_believed():
    upload = ContentFile(small_pdf() + b" " * LARGEST_DOCUMENT, name="a.pdf")
    upload.size = 100
    with pytest.raises(UnfitFile, match="25"):
        checked(upload)


def test_a_checked_file_knows_its_sum_and_is_not_judged_again():
    content = small_pdf()
    file = checked(ContentFile(content, name="a.pdf"))
    assert file.sha256 == hashlib.sha256(content).hexdigest()
    assert (file.size, file.file.read()) == (len(content), content)
    assert checked(file) is file


@pytest.mark.parametrize(("content", "name"), [(small_pdf(), "a.pdf"), (b"<html>", "a.docx")])
def test_some_places_take_fewer_kinds_and_say_which(content, name):
    with translation.override("en"), pytest.raises(UnfitFile, match=r"Hand in DOCX\.") as caught:
        checked(ContentFile(content, name=name), kinds=frozenset({"docx"}))
    assert caught.value.code == "kind"


def test_each_refusal_of_the_process_has_its_sentence():
    folder = Path(problems.__file__).parent
    source = "".join(module.read_text() for module in folder.glob("*.py"))
    codes = set(re.findall(r'Unfit\(\s*"([a-z_]+)"', source))
    assert {"bomb", "polyglot", "macros"} <= codes
    assert codes | {"costly"} <= files.SENTENCES.keys()


def test_a_process_that_dies_or_hangs_is_a_refusal(monkeypatch):
    monkeypatch.setattr(files, "MEGABYTES", 1)
    assert refusal(small_pdf(), "a.pdf") == "costly"
    monkeypatch.setattr(files, "MEGABYTES", 600)
    monkeypatch.setattr(files, "WAIT", 0.001)
    assert refusal(small_pdf(), "a.pdf") == "costly"
