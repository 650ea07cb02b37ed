"""From what somebody typed to the terms a search asks for; no table is read for names here."""

import difflib
import re
import unicodedata
from dataclasses import dataclass

from actors.search.models import Abbreviation

LONGEST_TEXT, LONGEST_WORD, MOST_WORDS = 200, 40, 8
FILLERS = frozenset({"dan", "di", "dari", "untuk", "yang", "and", "of", "the", "for"})
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Term:
    """One thing asked for: any of its spellings will do, each with all of its words.

    `is_known`: a short form or its words, typed as they are written; no typo is looked for in it.
    """

    spellings: tuple[tuple[str, ...], ...]
    is_known: bool = False

    @property
    def phrases(self):
        return [" ".join(words) for words in self.spellings]


def words_of(text):
    """The words of a text: lower case, without accents, punctuation and fillers; few and short."""
    spread = unicodedata.normalize("NFKD", text[:LONGEST_TEXT])
    plain = "".join(letter for letter in spread if not unicodedata.combining(letter))
    words = list(dict.fromkeys(word[:LONGEST_WORD] for word in WORD.findall(plain.lower())))
    telling = [word for word in words if len(word) > 1 and word not in FILLERS]
    return tuple(telling or words)[:MOST_WORDS]


def meanings_of_short_forms():
    """For each short form the words that it stands for."""
    pairs = Abbreviation.objects.values_list("short", "meaning")
    return {short: words_of(meaning) for short, meaning in pairs}


def terms_of(text, *, guess=False):
    """The terms of a text, short forms spelt out and phrases shortened.

    "dinkes sulbar" asks for (dinkes or dinas kesehatan) and (sulbar or sulawesi barat).
    With `guess`, a mistyped short form ("dinkess") counts as the nearest one.
    """
    meanings = meanings_of_short_forms()
    phrases = sorted(meanings.items(), key=lambda item: -len(item[1]))
    words, terms = words_of(text), []
    while words:
        term, taken = _next_term(words, meanings, phrases, guess=guess)
        terms.append(term)
        words = words[taken:]
    return tuple(terms)


def _next_term(words, meanings, phrases, *, guess):
    first = words[0]
    for short, meaning in phrases:
        if meaning and words[: len(meaning)] == meaning:
            return Term((meaning, (short,)), is_known=True), len(meaning)
    if guess and first not in meanings and len(first) > 3:
        close = difflib.get_close_matches(first, meanings, n=1, cutoff=0.8)
        if close:
            return Term(((first,), meanings[close[0]])), 1
    meaning = meanings.get(first)
    if meaning:
        return Term(((first,), meaning), is_known=True), 1
    return Term(((first,),)), 1
