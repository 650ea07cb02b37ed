"""Reading clauses out of a pasted text: which line begins a clause, and under which number."""

import re
from dataclasses import dataclass

ARTICLE = re.compile(
    r"^(?P<word>pasal|article|clause)\s+(?P<number>\d+[a-z]?)\b[.:]?\s*(?P<rest>.*)$", re.I
)
PARAGRAPH = re.compile(r"^\((?P<number>\d+[a-z]?)\)\s*(?P<rest>.*)$", re.I)
POINT = re.compile(r"^(?P<number>\d+(?:\.\d+)*)[.)]\s+(?P<rest>.*)$")
LONGEST_NUMBER = 40
LONGEST_HEADING = 60
SENTENCE_ENDS = (".", ":", ";", ",")


@dataclass(frozen=True)
class ReadClause:
    """One clause as it was read."""

    number: str
    text: str


def read_clauses(text):
    """The clauses of a text: by article and paragraph, by number, or one a paragraph."""
    lines = [line.strip() for line in text.splitlines()]
    if any(ARTICLE.match(line) for line in lines):
        return _kept(_by_article(lines))
    if any(POINT.match(line) for line in lines):
        return _kept(_by_head(lines, POINT, "{}."))
    if any(PARAGRAPH.match(line) for line in lines):
        return _kept(_by_head(lines, PARAGRAPH, "({})"))
    return _kept([("", part.split("\n")) for part in re.split(r"\n\s*\n", "\n".join(lines))])


def _by_article(lines):
    """Articles; each of their numbered paragraphs becomes a clause of its own."""
    found, article = [("", [])], ""
    for line in lines:
        if match := ARTICLE.match(line):
            article = f"{match['word'].capitalize()} {match['number']}"
            found.append((article, [match["rest"]]))
        elif article and (match := PARAGRAPH.match(line)):
            word = "ayat" if article.startswith("Pasal") else "paragraph"
            found.append((f"{article} {word} ({match['number']})", [match["rest"]]))
        else:
            found[-1][1].append(line)
    return _without_bare_headings(found)


def _without_bare_headings(found):
    """The heading of an article ("Hak dan kewajiban") before its paragraphs is no clause."""
    return [
        (number, said)
        for place, (number, said) in enumerate(found)
        if not (
            place + 1 < len(found)
            and number
            and found[place + 1][0].startswith(f"{number} ")
            and _is_heading(" ".join(filter(None, said)))
        )
    ]


def _is_heading(text):
    """Capitals, or a few words that are no sentence."""
    return text.isupper() or (len(text) <= LONGEST_HEADING and not text.endswith(SENTENCE_ENDS))


def _by_head(lines, head, numbered):
    found = [("", [])]
    for line in lines:
        if match := head.match(line):
            found.append((numbered.format(match["number"]), [match["rest"]]))
        else:
            found[-1][1].append(line)
    return found


def _kept(found):
    """Those that say something, their lines put together again."""
    rows = [(number[:LONGEST_NUMBER], "\n".join(filter(None, said))) for number, said in found]
    return [ReadClause(number, said) for number, said in rows if said]
