"""Reasons that the program gives for a change: kept in one neutral form, read in any language."""

import re
from functools import cache

from django.utils import translation
from django.utils.translation import gettext_lazy as _

NUMBERS = "away|kept|number"
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


def readings():
    """How the reader's language has the reasons: pairs for `regexp_replace` of PostgreSQL.

    Pattern and replacement; none where the language has the sentence just as it is kept.
    """
    return [
        (_plain_pattern(code), _with_numbers(code, str(sentence)))
        for code, sentence in REASONS.items()
        if str(sentence) != _neutral(code)
    ]


@cache
def beginnings():
    """A pattern that every reason of the program begins with, and little else does."""
    heads = (re.escape(_neutral(code).partition("%")[0]) for code in REASONS)
    return f"^({'|'.join(heads)})"


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
