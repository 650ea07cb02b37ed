"""The shapes of agreements in the demo's plain data, and the small file behind a signed one."""

from dataclasses import dataclass

from django.core.files.base import ContentFile

from agreements.demo.shapes import INVENTED, Day


@dataclass(frozen=True)
class Paragraph:
    """A clause; with `owed_by` it obliges that party."""

    number: str
    text: str
    owed_by: str = ""


@dataclass(frozen=True)
class Extension:
    """An extension that the coordinator drafted and has not offered yet."""

    drafted: Day
    until: Day
    reason: str


@dataclass(frozen=True)
class Paper:
    """An agreement: registered as signed elsewhere on `signed`, or on its way with `steps`.

    A step is (days, what): "forward", or the post that signed for its party.
    """

    key: str
    kind: str
    title: str
    about: str
    bodies: tuple[str, ...]
    starts: Day
    ends: Day | None = None
    number: str = ""
    scope: str = ""
    benefits: tuple[str, ...] = ()
    parent: str = ""
    signed: Day = ""
    drafted: Day = ""
    steps: tuple[tuple[Day, str], ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    extension: Extension | None = None
    source: str = INVENTED


FONT = b"/Resources << /Font << /F1 5 0 R >> >>"


def small_pdf(title):
    """A real PDF of one page that says what it stands for."""
    words = f"{title} (naskah contoh)".encode("ascii", "replace")
    drawing = b"BT /F1 14 Tf 72 720 Td (" + words + b") Tj ET"
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>" % FONT,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    file, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n"
    return ContentFile(file + end % (table, len(file)) + b"%%EOF\n", name="naskah-contoh.pdf")
