"""Reasons that the program gives for a change: kept in one neutral form, read in any language."""

import re
from dataclasses import dataclass
from functools import cache

from django.utils import translation
from django.utils.translation import gettext_lazy as _

NUMBERS = "away|kept|number"
FACT = re.compile(r"%\(\w+\)s")
REASONS = {
    "merged": _("Merged: no. %(away)s into no. %(kept)s"),
    "unmerged": _("Merge undone: no. %(away)s out of no. %(kept)s"),
    "imported": _("import %(number)s: %(file)s"),
    "import undone": _("undo import %(number)s: %(file)s"),
    "invited": _("invitation by %(by)s"),
}


def reason_for(code, **facts):
    """What is written down: the sentence as the code has it, whatever language is on."""
    return _neutral(code) % facts


def reason_in_words(text):
    """A reason in the reader's language; what a person typed stays as it is."""
    for code, sentence in REASONS.items():
        if found := _pattern(code).fullmatch(text):
            return sentence % found.groupdict()
    return text


@dataclass(frozen=True)
class Reading:
    """How the reader's language has a reason: pattern and sentence for `regexp_replace`."""

    beginning: str  # of what is kept
    pattern: str
    sentence: str


def readings(text):
    """The reasons in which a reader may find this text, though it is not kept so.

    A text that lies within the facts of a sentence is found as it is kept.
    """
    sought = [(code, str(sentence)) for code, sentence in REASONS.items()]
    return [
        Reading(
            beginning=_neutral(code).partition("%")[0],
            pattern=_plain_pattern(code),
            sentence=_with_numbers(code, sentence),
        )
        for code, sentence in sought
        if sentence != _neutral(code) and _touches(text.casefold(), sentence.casefold())
    ]


def _touches(text, sentence):
    """Whether some of the text may be words of the sentence, and not of its facts alone."""
    for words in filter(None, FACT.split(sentence)):
        least = min(len(text), len(words)) + 1
        if text in words or words in text:
            return True
        if any(words.endswith(text[:n]) or words.startswith(text[-n:]) for n in range(1, least)):
            return True
    return False


def _with_numbers(code, sentence):
    """The sentence with the number of the group where each fact stands."""
    facts = enumerate(_pattern(code).groupindex, start=1)
    return sentence.replace("\\", r"\\") % {name: f"\\{number}" for number, name in facts}


def _plain_pattern(code):
    """The pattern without names of its groups, which PostgreSQL does not know."""
    return f"^{re.sub(r'[?]P<[a-z]+>', '', _pattern(code).pattern)}$"


def _neutral(code):
    with translation.override(None):
        return str(REASONS[code])


@cache
def _pattern(code):
    escaped = re.escape(_neutral(code))
    numbered = re.sub(rf"%\\\(({NUMBERS})\\\)s", r"(?P<\1>\\d+)", escaped)
    return re.compile(re.sub(r"%\\\((\w+)\\\)s", r"(?P<\1>.+)", numbered), re.DOTALL)
