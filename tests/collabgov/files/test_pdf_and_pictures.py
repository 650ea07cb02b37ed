"""PDF, PNG and JPEG: whole, one kind only, of a sane size, and nothing that runs."""

import zlib

import pytest

from tests.collabgov.files.judging import found, refusal
from tests.factories.documents import small_pdf
from tests.files import EICAR, chunk, jpeg, office, png

HTML = b"<html><script>alert(1)</script></html>"


def with_object(body):
    """A PDF with one more object."""
    return small_pdf().replace(b"xref\n", b"9 0 obj\n" + body + b"\nendobj\nxref\n", 1)


def packed_objects(body):
    packed = zlib.compress(body)
    head = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n"
    return head % len(packed) + packed + b"\nendstream"


def test_a_plain_pdf_is_taken():
    assert found(small_pdf(), "surat.pdf") == "pdf"
    assert found(with_object(packed_objects(b"9 0 << /Type /Page >>")), "surat.pdf") == "pdf"


def test_an_updated_pdf_has_several_ends():
    """As after an electronic signature."""
    signed = small_pdf() + b"10 0 obj\n<< /Type /Sig >>\nendobj\nstartxref\n9\n%%EOF\r\n"
    assert found(signed, "ttd.pdf") == "pdf"


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("scripts", b"<< /S /JavaScript /JS (app.alert(1)) >>"),
        ("scripts", b"<< /S /J#61vaScript >>"),
        ("scripts", b"<< /JS 12 0 R >>"),
        ("scripts", b"<< /S /Launch /F (cmd.exe) >>"),
        ("scripts", b"<< /Subtype /RichMedia >>"),
        ("attached", b"<< /Type /EmbeddedFile >>"),
        ("attached", b"<< /EF << /F 12 0 R >> >>"),
        ("locked", b"<< /Encrypt 12 0 R >>"),
        ("scripts", packed_objects(b"9 0 << /S /JavaScript >>")),
        ("scripts", packed_objects(b"9 0 << /JS (x) >>")),
        ("bomb", packed_objects(b"\0" * 70_000_000)),
        ("damaged", b"<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nnot packed\nendstream"),
        ("hidden", b"<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nx\nendstream"),
        ("hidden", b"<< /Type /Obj#53tm /Filter /LZWDecode >>\nstream\nx\nendstream"),
    ],
)
def test_a_pdf_that_runs_or_hides_something_is_refused(code, body):
    assert refusal(with_object(body), "a.pdf") == code


def test_what_a_page_draws_is_not_taken_for_a_script():
    drawn = b"<< /Length 9 >>\nstream\n/JS (ab) \nendstream"
    assert found(with_object(drawn), "a.pdf") == "pdf"


def test_a_stream_that_lies_about_its_length_hides_nothing():
    hiding = b"<< /Length 99999 >>\nstream\nx\nendstream\nendobj\n10 0 obj\n<< /JS (x) >>"
    assert refusal(with_object(hiding), "a.pdf") == "scripts"


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("damaged", b"%PDF-" + HTML),
        ("damaged", small_pdf()[:-20]),
        ("damaged", small_pdf()[:200]),
        ("damaged", b"%PDF-1.4\nHello %%EOF"),
        ("polyglot", small_pdf().replace(b"%PDF-1.4\n", b"%PDF-1.4\n" + HTML)),
        ("trailing", small_pdf() + HTML),
        ("trailing", small_pdf() + office()),
        ("polyglot", small_pdf() + office() + b"\n%%EOF"),
        ("kind", b" " + small_pdf()),
        ("kind", b"GIF89a" + small_pdf()),
        ("kind", HTML),
        ("kind", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        ("kind", b"GIF89a/*\0*/=1;alert(1)"),
        ("kind", EICAR),
        ("kind", b"MZ\x90\0"),
        ("empty", b""),
    ],
)
def test_what_is_not_one_whole_pdf_is_refused(code, content):
    assert refusal(content, "a.pdf") == code


def test_plain_pictures_are_taken():
    assert found(png(), "foto.png") == "png"
    assert found(jpeg(), "foto.JPG") == "jpg"
    assert found(jpeg(), "foto.jpeg") == "jpg"


def test_what_telephones_put_behind_a_picture_is_taken():
    for behind in (b"\0" * 50, jpeg(), b"\0\0\0\x18ftypmp42", b"Image_UTC_Data1234SEFT"):
        assert found(jpeg(behind=behind), "foto.jpg") == "jpg"


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("pixels", png(50_000, 50_000, rows=1)),
        ("pixels", png(15_000, 15_000, rows=1)),
        ("damaged", png(0, 5)),
        ("trailing", png() + HTML),
        ("trailing", png() + office()),
        ("damaged", png()[:-4]),
        ("damaged", png()[:20]),
        ("damaged", png().replace(b"IDAT", b"IDAX")),
        ("damaged", b"\x89PNG\r\n\x1a\n" + chunk(b"IDAT", b"") + chunk(b"IEND", b"")),
        ("damaged", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_a_png_that_is_too_large_broken_or_something_else_is_refused(code, content):
    assert refusal(content, "a.png") == code


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("pixels", jpeg(50_000, 50_000)),
        ("damaged", jpeg(0, 5)),
        ("trailing", jpeg(behind=HTML)),
        ("trailing", jpeg(behind=office())),
        ("trailing", jpeg(behind=jpeg() + office())),
        ("trailing", jpeg(behind=b"anything else")),
        ("trailing", jpeg(behind=b"\0\0\0\x18ftypmp42 <?php")),
        ("damaged", jpeg()[:-2]),
        ("damaged", jpeg()[:30]),
        ("damaged", b"\xff\xd8\xff"),
        ("damaged", b"\xff\xd8\xff\xd9"),
    ],
)
def test_a_jpeg_that_is_too_large_broken_or_something_else_is_refused(code, content):
    assert refusal(content, "a.jpg") == code
