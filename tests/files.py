"""Small real files of every kind that is taken, and the parts to make hostile ones from."""

import io
import struct
import zipfile
import zlib

from tests.factories.documents import small_pdf

OFFICE = "application/vnd.openxmlformats-officedocument."
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAINS = {
    "docx": (
        "word/document.xml",
        f"{OFFICE}wordprocessingml.document.main+xml",
        f'<w:document xmlns:w="{WORDS}"><w:body><w:p/></w:body></w:document>',
    ),
    "xlsx": (
        "xl/workbook.xml",
        f"{OFFICE}spreadsheetml.sheet.main+xml",
        f'<workbook xmlns="{SHEETS}"><sheets/></workbook>',
    ),
    "pptx": (
        "ppt/presentation.xml",
        f"{OFFICE}presentationml.presentation.main+xml",
        f'<p:presentation xmlns:p="{SLIDES}"/>',
    ),
}


def zipped(parts, *, packed=True):
    """An archive of these parts, in this order; a part may be text or bytes."""
    target = io.BytesIO()
    how = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(target, "w", how) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def office_parts(kind="docx", *, main_type=None, relations=""):
    """The parts of an office document; `relations` are those of its main part."""
    main, usual_type, body = MAINS[kind]
    folder, _slash, name = main.partition("/")
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{main_type or usual_type}"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="{main}"/>'
        "</Relationships>",
        main: HEAD + body,
        f"{folder}/_rels/{name}.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relations}</Relationships>",
    }


def relation(kind, target, *, is_outside=True):
    mode = ' TargetMode="External"' if is_outside else ""
    return f'<Relationship Id="rId9" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/>'


def office(kind="docx", extra=None, **how):
    """A small document; `extra` are further parts, name → content."""
    return zipped({**office_parts(kind, **how), **(extra or {})})


def open_text_parts(body=""):
    space = "urn:oasis:names:tc:opendocument:xmlns"
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'{HEAD}<office:document-content xmlns:office="{space}:office:1.0" '
        f'xmlns:draw="{space}:drawing:1.0" xmlns:script="{space}:script:1.0" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink">{body}</office:document-content>',
        "META-INF/manifest.xml": f'{HEAD}<m:manifest xmlns:m="{space}:manifest:1.0"/>',
    }


def open_text(extra=None, body=""):
    """A small OpenDocument text; its first part is stored, not packed."""
    return zipped({**open_text_parts(body), **(extra or {})}, packed=False)


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width=2, height=2, *, rows=None):
    """A grey picture; `rows` may promise another size than the header does."""
    drawn = zlib.compress((b"\0" + b"\x80" * width) * (height if rows is None else rows))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", drawn) + chunk(b"IEND", b"")
    )


def segment(mark, body):
    return b"\xff" + bytes([mark]) + struct.pack(">H", len(body) + 2) + body


def jpeg(width=8, height=8, *, behind=b""):
    """The frame of a grey picture as a camera writes it; `behind` follows its end."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return (
        b"\xff\xd8"
        + segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
        + segment(0xDB, b"\0" + b"\x10" * 64)
        + segment(0xC0, frame)
        + segment(0xC4, b"\0" + bytes([1] + [0] * 15) + b"\0")
        + segment(0xDA, b"\x01\x01\x00\x00\x3f\x00")
        + b"\x12\xff\x00\x34\xff\xd0\x56"
        + b"\xff\xd9"
        + behind
    )


SAMPLES = {
    "pdf": small_pdf,
    "docx": lambda: office("docx"),
    "xlsx": lambda: office("xlsx"),
    "pptx": lambda: office("pptx"),
    "odt": open_text,
    "png": png,
    "jpg": jpeg,
}
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
