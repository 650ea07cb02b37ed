"""Fields that fetch or run something are refused, however their code is written down."""

import pytest

from tests.collabgov.files.judging import found, refusal
from tests.files import HEAD, SHEETS, WORDS, office

MARK = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
BEGIN, SEPARATE, END = (MARK % kind for kind in ("begin", "separate", "end"))


def code(words):
    return f'<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>'


def field(*pieces, result=""):
    return BEGIN + "".join(map(code, pieces)) + SEPARATE + result + END


def in_a_header(body):
    header = f'{HEAD}<w:hdr xmlns:w="{WORDS}"><w:p>{body}</w:p></w:hdr>'
    return office(extra={"word/header1.xml": header})


@pytest.mark.parametrize(
    "body",
    [
        field(r' DDEAUTO c:\\windows\\cmd.exe "/k calc" '),
        field(" dde Excel a b"),
        field("DD", "E", "AUTO x"),
        field("DD</w:instrText>\n<w:instrText>E x"),
        field(" " * 500, "DDE x"),
        field(' INCLUDEPICTURE "http://evil.example/a.png" '),
        field(' INCLUDETEXT "\\\\evil\\a.docx" '),
        field(" LINK Excel.Sheet.8 a.xlsx "),
        field(" IMPORT a.png "),
        field(' RD "http://evil.example/a.docx" '),
        field(' DATABASE \\d "a" '),
        field(" QUOTE 68 68 69 "),
        field(" PAGE ", result=field("DDE x")),
        field(" IF 1=1 ") + BEGIN + code("DDE x"),
        BEGIN + code("IF ") + field("DDE x") + END,
        BEGIN + field("IF 1=1 a") + code("DDE x") + END,
        BEGIN + code("D") + field("IF 1=1 D") + code("E x") + END,
        '<w:fldSimple w:instr=" DDE x "/>',
        BEGIN + "<w:r><w:delInstrText>DDE x</w:delInstrText></w:r>" + END,
    ],
)
def test_a_field_that_reaches_outside_is_refused(body):
    assert refusal(in_a_header(body), "a.docx") == "outside"


@pytest.mark.parametrize(
    "body",
    [
        field(" PAGE ", result="<w:r><w:t>1</w:t></w:r>"),
        field(' TOC \\o "1-3" ', result=field(" PAGEREF _Toc1 ")),
        field(' HYPERLINK "https://www.go.id" '),
        field(" REF x ") + field(" DATE "),
        BEGIN + code(" IF ") + field(" PAGE ") + code(" = 1 a b") + END,
        '<w:fldSimple w:instr=" NUMPAGES "/>',
        "<w:r><w:t>DDE adalah singkatan</w:t></w:r>",
        END + SEPARATE + code("DDE"),
    ],
)
def test_what_letters_use_is_taken(body):
    assert found(in_a_header(body), "a.docx") == "docx"


@pytest.mark.parametrize("name", ["ddeLink", "oleLink"])
def test_a_workbook_that_asks_another_program_is_refused(name):
    body = f'{HEAD}<externalLink xmlns="{SHEETS}"><{name} ddeService="cmd"/></externalLink>'
    link = {"xl/externalLinks/externalLink1.xml": body}
    assert refusal(office("xlsx", extra=link), "a.xlsx") == "outside"
