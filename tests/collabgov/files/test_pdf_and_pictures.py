"""PDF, PNG and JPEG: whole, one kind only, of a sane size, and nothing that runs."""

import struct
import zlib

import pytest

from tests.collabgov.files.judging import found, refusal
from tests.factories.documents import small_pdf
from tests.files import EICAR, chunk, jpeg, office, png, segment

HUGE_FRAME = struct.pack(">BHHB", 8, 50_000, 9, 1) + b"\x01\x11\x00"
HTML = b"<html><script>alert(1)</script></html>"


def before(picture, name, piece):
    """The picture with one more piece before the one of that name."""
    at = picture.index(name) - 4
    return picture[:at] + piece + picture[at:]


def noted(picture, words, *, mark=0xFE):
    """A JPEG with a comment, or another segment, right behind its start."""
    return picture[:2] + segment(mark, words) + picture[2:]


def archive_with_a_tail(length):
    """A document whose archive says that so many bytes of a comment follow it."""
    return office()[:-2] + struct.pack("<H", length)


def with_object(body):
    """A PDF with one more object."""
    return small_pdf().replace(b"xref\n", b"9 0 obj\n" + body + b"\nendobj\nxref\n", 1)


def packed_objects(body, *, said=b"/Type /ObjStm", end=b"\n", decoy=b""):
    packed = zlib.compress(body)
    head = b"<< %s /N 1 /First 4 /Filter /FlateDecode %s /Length %d >>\nstream%s"
    return head % (said, decoy, len(packed), end) + packed + b"\nendstream"


def test_a_plain_pdf_is_taken():
    assert found(small_pdf(), "surat.pdf") == "pdf"
    assert found(with_object(packed_objects(b"9 0 << /Type /Page >>")), "surat.pdf") == "pdf"


def test_links_to_pages_are_taken():
    links = b"<< /S /GoTo /D [0] >> << /S /URI /URI (https://www.go.id/javascript:) >>"
    assert found(with_object(links), "surat.pdf") == "pdf"


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
        ("scripts", b"<< /S /Rendition /OP 0 >>"),
        ("scripts", b"<< /XFA 12 0 R >>"),
        ("scripts", b"<< /S /URI /URI (javascript:alert\\(1\\)) >>"),
        ("scripts", b"<< /S /URI /URI (ms-msdt:/id) >>"),
        ("scripts", b"<< /S /URI /URI ( JavaScript:alert) >>"),
        ("scripts", b"<< /S /URI /URI (j\\141va\\\nscript:alert) >>"),
        ("scripts", b"<< /S /URI /URI <6A617661 7363726970743A> >>"),
        ("scripts", b"<< /S /URI /URI (\xfe\xff\0d\0a\0t\0a\0:) >>"),
        ("reaches", rb"<< /S /GoToR /F (\\\\evil\\share\\a.pdf) >>"),
        ("reaches", b"<< /S /GoToE /D [0] >>"),
        ("reaches", b"<< /S /SubmitForm /F (http://evil.example) >>"),
        ("reaches", b"<< /S /Import#44ata /F (a.fdf) >>"),
        ("reaches", packed_objects(b"9 0 << /S /GoToR >>")),
        ("attached", b"<< /Subtype /FileAttachment >>"),
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


@pytest.mark.parametrize(
    "how",
    [
        {"end": b"\r"},
        {"end": b" \r\n"},
        {"end": b" % words on the same line\n"},
        {"said": b""},
        {"said": b"/Type /Pages"},
        {"decoy": b"/X (1 0 obj)"},
        {"decoy": b"/X (stream\n" + zlib.compress(b"1 0 <<>>") + b"endstream)"},
    ],
)
def test_a_group_of_objects_is_read_however_it_is_written_down(how):
    group = packed_objects(b"9 0 << /S /JavaScript >>", **how)
    assert refusal(with_object(group), "a.pdf") == "scripts"


def test_a_group_is_read_to_its_own_end():
    """Stored, not packed: the bytes that end a stream may stand in the middle of it."""
    machine = zlib.compressobj(0)
    objects = b"9 0 << /X (endstream endobj) >> " + b" " * 70_000 + b"<< /S /Java#53cript >>"
    packed = machine.compress(objects) + machine.flush()
    group = b"<< /Length 7 0 R >>\nstream\n%s\nendstream" % packed
    assert refusal(with_object(group), "a.pdf") == "scripts"


@pytest.mark.parametrize(
    "inner", [packed_objects(b"9 0 << /S /JavaScript >>"), b"<< /JS (x) >>", b"<< /XFA 1 0 R >>"]
)
def test_an_object_inside_another_stream_is_read_as_well(inner):
    """A table of objects may point into the middle of a stream, whose length is the true one."""
    hidden = b"\x80\n12 0 obj\n" + inner + b"\nendobj\n"
    outer = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(hidden), hidden)
    assert refusal(with_object(outer), "a.pdf") == "scripts"


def test_a_group_that_may_be_none_is_no_reason_to_refuse():
    outline = b"<< /Type /Outlines /First 5 0 R >>\nendobj\n10 0 obj\n"
    picture = b"<< /Filter /DCTDecode /Length 4 >>\nstream\n\xff\xd8\xff\xd9\nendstream"
    assert found(with_object(outline + picture), "a.pdf") == "pdf"


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
        ("polyglot", before(png(), b"IEND", chunk(b"tEXt", b"Comment\0" + HTML))),
        ("polyglot", before(png(), b"IEND", chunk(b"tEXt", b"Comment\0%PDF-1.4"))),
        ("polyglot", before(png(), b"IEND", chunk(b"tEXt", archive_with_a_tail(16)))),
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
        ("damaged", b"\xff\xd8\xff\xe0\0\0" * 3),
        ("polyglot", noted(jpeg(), HTML)),
        ("polyglot", noted(jpeg(), b"%PDF-1.4 ")),
        ("polyglot", noted(jpeg(), archive_with_a_tail(len(jpeg()) - 2))),
        ("pixels", noted(jpeg(), HUGE_FRAME, mark=0xC2)),
    ],
)
def test_a_jpeg_that_is_too_large_broken_or_something_else_is_refused(code, content):
    assert refusal(content, "a.jpg") == code
