"""The built-in template: plain, on A4, and an example of every word that a template may use."""

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

OWED = (
    "{{ label.owed_by }}: {{ clause.owed_by }}"
    "{% if clause.due_on %} ({{ label.due_on }} {{ clause.due_on }}){% endif %}"
)
BEFORE = (
    ("Title", "{{ kind }}"),
    ("Heading 1", "{{ title }}"),
    ("Normal", "{%p if number %}"),
    ("Normal", "{{ label.number }}: {{ number }}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p if notice %}"),
    ("Intense Quote", "{{ notice }}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{{ term }}"),
    ("Heading 2", "{{ label.parties }}"),
    ("Normal", "{%p for party in parties %}"),
    ("List Number", "{{ party.name }}{% if party.number %} ({{ party.number }}){% endif %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p if bases %}"),
    ("Heading 2", "{{ label.bases }}"),
    ("Normal", "{%p for basis in bases %}"),
    ("List Bullet", "{{ basis }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p if subject %}"),
    ("Heading 2", "{{ label.subject }}"),
    ("Normal", "{{ subject }}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p for clause in clauses %}"),
    ("Heading 3", "{{ clause.number }}"),
    ("Normal", "{{ clause.text }}"),
    ("Normal", "{%p if clause.owed_by %}"),
    ("Normal", OWED),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p if clause.changed %}"),
    ("Quote", "{{ clause.changed }}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p if amendments %}"),
    ("Heading 2", "{{ label.amendments }}"),
    ("Normal", "{%p for amendment in amendments %}"),
    ("Heading 3", "{{ amendment.name }}, {{ amendment.since }}"),
    ("Normal", "{{ amendment.reason }}"),
    ("Normal", "{%p for change in amendment.changes %}"),
    ("List Bullet", "{{ change }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endif %}"),
    ("Heading 2", "{{ label.signatures }}"),
)
ROWS = (
    ("{%tr for party in parties %}", ""),
    ("{{ party.place }}\n{{ party.name }}", "{{ party.signed }}"),
    ("{%tr endfor %}", ""),
)


def plain_template() -> io.BytesIO:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    head = section.header.paragraphs[0]
    head.text, head.alignment = "{{ sender }}", WD_ALIGN_PARAGRAPH.CENTER
    section.footer.paragraphs[0].text = "{{ printed }}"
    for style, text in BEFORE:
        document.add_paragraph(text, style=style)
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for texts in ROWS:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    target = io.BytesIO()
    document.save(target)
    target.seek(0)
    return target
