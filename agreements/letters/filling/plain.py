"""The built-in templates: plain, on A4, each an example of every word that it may use."""

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from agreements.letters.filling import plain_agreement, plain_meeting

PLAIN = {
    "agreement": plain_agreement.PARTS,
    "agenda": plain_meeting.AGENDA,
    "minutes": plain_meeting.MINUTES,
}


def plain_template(purpose: str = "agreement") -> io.BytesIO:
    """The template of one purpose: paragraphs as (style, text), tables as a tuple of rows."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    head = section.header.paragraphs[0]
    head.text, head.alignment = "{{ sender }}", WD_ALIGN_PARAGRAPH.CENTER
    section.footer.paragraphs[0].text = "{{ printed }}"
    for part in PLAIN[purpose]:
        if isinstance(part[0], str):
            style, text = part
            document.add_paragraph(text, style=style)
        else:
            _add_table(document, part)
    target = io.BytesIO()
    document.save(target)
    target.seek(0)
    return target


def _add_table(document, rows):
    table = document.add_table(rows=0, cols=max(map(len, rows)), style="Table Grid")
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
