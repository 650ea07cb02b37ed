"""What people type into notes, shown safely: bold, italics, lists, links and line breaks.

Two walls. The reader of marks knows no HTML and none of the marks that would surprise somebody who
typed plain text; what it makes then passes an allow-list of tags. Plain text looks as it was typed.
"""

from functools import cache

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

LONGEST = 50_000  # letters that are read for marks; longer texts are shown as they were typed
MOST_LINES = 2_000
MOST_OPENERS = 500  # of one sign that begins a mark: each makes the reader look through the rest
OPENERS = "[*_<("
MARKS = ("emphasis", "link", "list", "newline", "escape", "balance_pairs", "fragments_join")
TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a"}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto"}
REL = "noopener nofollow"


@cache
def _reader() -> MarkdownIt:
    """`js-default` without what changes plain text: headings, quotes, code, tables, entities."""
    reader = MarkdownIt("js-default", {"breaks": True, "html": False, "linkify": False})
    kept = {*MARKS, "paragraph", "normalize", "block", "inline", "text", "text_join"}
    for rules in reader.get_all_rules().values():
        reader.disable([name for name in rules if name not in kept], ignoreInvalid=True)
    return reader


def prose(text: str) -> SafeString:
    """The text as HTML that is safe to show; the only place that may call such text safe."""
    text = str(text or "")
    html = _reader().render(text) if _is_readable(text) else _as_typed(text)
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=REL,
    )
    # The page keeps line ends of prose; those that the reader writes for itself would count twice.
    return mark_safe(clean.replace("\n", ""))


def plain(text: str) -> str:
    """The same without marks, for paper and messages: a list keeps its dots and numbers."""
    text = str(text or "")
    if not _is_readable(text):
        return text
    lines: list[str] = []
    counters: list[int | None] = []
    is_first = False  # of the paragraphs of a list's entry
    for token in _reader().parse(text):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            first = token.attrGet("start")
            counters.append(None if token.type[0] == "b" else int(first or 1))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            counters.pop()
        elif token.type == "list_item_open":
            is_first = True
        elif token.type == "inline":
            lead = _lead(counters) if is_first and counters else ""
            lines.append(lead + _words(token.children or []))
            is_first = False
    return "\n".join(lines)


def _lead(counters: list[int | None]) -> str:
    """What stands before an entry of a list: a dot, or the next number."""
    indent, number = "  " * (len(counters) - 1), counters[-1]
    if number is None:
        return f"{indent}• "
    counters[-1] = number + 1
    return f"{indent}{number}. "


def _words(tokens: list[Token]) -> str:
    said: list[str] = []
    href = ""
    for token in tokens:
        if token.type == "link_open":
            href = str(token.attrGet("href") or "")
        elif token.type == "link_close":
            said.append("" if "".join(said).endswith(href) else f" ({href})")
        elif token.type in ("softbreak", "hardbreak"):
            said.append("\n")
        else:
            said.append(token.content)
    return "".join(said)


def _is_readable(text: str) -> bool:
    if len(text) > LONGEST or text.count("\n") > MOST_LINES:
        return False
    return all(text.count(sign) <= MOST_OPENERS for sign in OPENERS)


def _as_typed(text: str) -> str:
    return "<p>{}</p>".format(escape(text).replace("\n", "<br>"))
