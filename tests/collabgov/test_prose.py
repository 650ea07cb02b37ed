"""What people type is shown with its lists and links, and never as somebody's program."""

import time

import pytest
from bs4 import BeautifulSoup

from collabgov.kit.prose import ATTRIBUTES, TAGS, plain, prose

HOSTILE = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.test>",
    "<img src=x onerror=alert(1)>",
    "![gambar](https://evil.test/x.png)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&#58;alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](file:///etc/passwd)",
    '[x](https://a.test "judul" onmouseover=alert(1))',
    '[x](https://a.test"onmouseover="alert(1))',
    "<a href='javascript:alert(1)'>x</a>",
    "<p style='position:fixed' class='btn' id='content'>x</p>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>",
    "**<b onclick=alert(1)>**",
    "- <iframe src=//evil.test>\n  - [x](<javascript:alert(1)>)",
    "[[x](javascript:a)](javascript:b)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "<!-- --><style>*{}</style>",
    "\x00<scr\x00ipt>",
    "[a]\n\n[a]: javascript:alert(1)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_but_the_allowed_comes_out(text):
    page = BeautifulSoup(prose(text), "html.parser")
    for tag in page.find_all(True):
        assert tag.name in TAGS
        assert set(tag.attrs) <= ATTRIBUTES.get(tag.name, set()) | {"rel"}
        if tag.name == "a":
            assert tag["href"].startswith(("http://", "https://", "mailto:"))
            assert tag["rel"] == ["noopener", "nofollow"]


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "&lt;script&gt;", "&#60;b&#62;", "<em>a</em> <li>b"]
)
def test_what_looks_like_html_is_read_as_it_was_typed(text):
    assert BeautifulSoup(prose(text), "html.parser").get_text() == text


def test_marks_become_lists_links_and_weight():
    html = prose(
        "**Tebal** dan *miring*, [situs](https://a.test/?q=1).\n\n- satu\n- dua\n\n3. tiga"
    )
    assert "<strong>Tebal</strong>" in html
    assert "<em>miring</em>" in html
    assert '<a href="https://a.test/?q=1" rel="noopener nofollow">situs</a>' in html
    assert "<ul><li>satu</li><li>dua</li></ul>" in html
    assert '<ol start="3"><li>tiga</li></ol>' in html


def test_plain_text_looks_as_it_was_typed():
    text = "Dibahas dua pilihan.\nSatu: < 5 & > 3.\n# bukan judul\n> bukan kutipan\n    maju"
    lines = prose(text).removeprefix("<p>").removesuffix("</p>").split("<br>")
    shown = [BeautifulSoup(line, "html.parser").get_text() for line in lines]
    assert shown == [line.strip() for line in text.splitlines()]


def test_nothing_becomes_nothing():
    assert prose("") == prose(None) == plain("") == ""


@pytest.mark.parametrize(
    "sign",
    ["[", ">", "*a ", "_", "[a](", "![", "<", "\\", "- a\n", "1. a\n", "**a*", "](", "&#x"],
)
def test_a_long_row_of_signs_is_shown_at_once(sign):
    text = (sign * 20_000)[:20_000]
    began = time.perf_counter()
    prose(text)
    plain(text)
    assert time.perf_counter() - began < 2


def test_what_is_too_much_to_read_is_shown_whole_and_escaped():
    text = "[" * 20_000 + "<script>\nakhir"
    html = prose(text)
    assert html.count("[") == 20_000
    assert html.endswith("&lt;script&gt;<br>akhir</p>")
    assert plain(text) == text


def test_for_paper_the_marks_are_words():
    text = "**Tebal** [situs](https://a.test)\n\n- satu\n- dua\n  1. dalam\n  2. lagi\n\nakhir\nb"
    assert plain(text).splitlines() == [
        "Tebal situs (https://a.test)",
        "• satu",
        "• dua",
        "  1. dalam",
        "  2. lagi",
        "akhir",
        "b",
    ]


def test_an_address_that_is_its_own_name_is_written_once():
    assert plain("[https://a.test](https://a.test)") == "https://a.test"
