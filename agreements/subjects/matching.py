"""Telling whether a text names somebody: the one way for copies, files, reasons and free texts.

Names are compared without case, with any blanks, dots, hyphens or underscores between their words,
and as one word: in CamelCase, or long enough to be nobody else's; phones by their digits, with
0, 62 or +62 before them; an encoded address is read as what it says.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote_plus

FEWEST_DIGITS = 6
LONG_ENOUGH = 10  # letters of a name without its gaps that are hardly another word
NUMBER_DIGITS = 8  # a bare number of JSON this long may be a phone
UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
GAP = rf"\s._+\-'\u2019{UNSEEN}"
BETWEEN_DIGITS = r"[\s.\-()/+\u2010-\u2015]*"
AREA = r"(?:\((?=[+\d]{1,5}\)))?"  # a bracket around the first digits, not one around all
PREFIX = rf"{AREA}(?:(?:\+|00)?62{BETWEEN_DIGITS}0?{BETWEEN_DIGITS}|\+|0{BETWEEN_DIGITS})?"
GAP_IN_DATABASE = "(?:[^0-9]|%[0-9a-f]{2}){0,6}"
ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")


def words_of(text):
    """The words of a name: letters and digits."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text))


def digits_of(phone):
    """What all spellings of a phone number share: its digits without 0 or 62 before them."""
    digits = re.sub(r"\D", "", phone)
    digits = digits.removeprefix("00") if digits.startswith("0062") else digits
    if digits.startswith("62") and ("+" in phone or len(digits) >= 10):
        digits = digits[2:]
    digits = digits.lstrip("0")
    return digits if len(digits) >= FEWEST_DIGITS else ""


@dataclass(frozen=True)
class Marks:
    """By what somebody can be told; `titles` are (those before, those after) the name."""

    names: frozenset = frozenset()
    phones: frozenset = frozenset()
    emails: frozenset = frozenset()
    titles: tuple = ((), ())
    unusual: frozenset = frozenset()  # single words of the name that nobody else has

    @cached_property
    def numbers(self):
        return frozenset(filter(None, map(digits_of, self.phones)))

    @property
    def is_empty(self):
        return not (self.names or self.numbers or self.emails)

    # --- in Python: exact -------------------------------------------------------------------------

    @cached_property
    def _pattern(self):
        found = [rf"(?<![\w.+\-]){re.escape(one)}(?![\w\-]|\.\w)" for one in _longest(self.emails)]
        found += [
            rf"(?<!\d){PREFIX}{BETWEEN_DIGITS.join(one)}(?!\d)" for one in _longest(self.numbers)
        ]
        names = [_as_pattern(one) for one in _longest(self.names)]
        found += [one for name in _longest(self.names) for one in _as_one_word(name)]
        if names:
            before, after = (_any_of(titles) for titles in self.titles)
            before = rf"(?:{before}[{GAP},]*)?" if before else ""
            after = rf"(?:[{GAP},]+{after}(?![^\W_]))?" if after else ""
            found.append(rf"(?<![^\W_]){before}(?:{'|'.join(names)})(?![^\W_]){after}")
        return re.compile("|".join(found), re.IGNORECASE) if found else None

    @cached_property
    def _near(self):
        words = _any_of(self.unusual)
        return re.compile(rf"(?<![^\W_]){words}(?![^\W_])", re.IGNORECASE) if words else None

    def place_in(self, text, *, near=False):
        """The text as it reads, and where in it they are: (text, start, end), or None."""
        for pattern in (self._pattern, self._near if near else None):
            for said in _readings(text) if pattern else ():
                if found := pattern.search(said):
                    return said, found.start(), found.end()
        return None

    def is_in(self, value, *, near=False):
        """Whether a text or JSON names them; `near` also by a single unusual word."""
        return any(self.place_in(text, near=near) for text in texts_in(value))

    def is_whole(self, value):
        """Whether a cell is their name, number or address and nothing else."""
        text = str(value).strip()
        return self._pattern is not None and bool(self._pattern.fullmatch(text))

    def blot(self, value, label):
        """The same value with `label` in place of the person; JSON all the way down."""
        if self._pattern is None or value is None or isinstance(value, bool):
            return value
        if isinstance(value, dict):
            return {self.blot(key, label): self.blot(one, label) for key, one in value.items()}
        if isinstance(value, list):
            return [self.blot(one, label) for one in value]
        if isinstance(value, str):
            for said in _readings(value):
                if self._pattern.search(said):
                    return self._pattern.sub(label, said)
            return value
        is_phone = len(str(value)) >= NUMBER_DIGITS and self.is_whole(value)
        return label if is_phone else value

    # --- in the database: at least all of it ------------------------------------------------------

    def rough(self, *, near=False):
        """A regular expression of PostgreSQL that misses none of them and may find others."""
        found = [max(words_of(name), key=len) for name in self.names]
        found += self.unusual if near else ()
        rough = [_rough(word) for word in found] + [_rough(one) for one in self.emails]
        rough += [GAP_IN_DATABASE.join(one) for one in self.numbers]
        return "|".join(sorted(rough))


def _longest(words):
    """The longest first: it may hold the shorter ones."""
    return sorted(words, key=lambda word: (-len(word), word))


def _any_of(texts):
    found = [_as_pattern(one) for one in _longest(texts) if words_of(one)]
    return f"(?:{'|'.join(found)})" if found else ""


def _as_pattern(name):
    """Word by word, with any gap between the words, and its own signs where it has some."""
    pieces = re.split(r"([^\W_]+)", unicodedata.normalize("NFC", name))
    found = _letters(pieces[1])
    for sign, word in zip(pieces[2:-1:2], pieces[3::2], strict=True):
        found += f"[{GAP}{re.escape(sign)}]+{_letters(word)}"
    return found


def _as_one_word(name):
    """As names of files have it: AriWibowo anywhere, or long and on its own."""
    words = words_of(name)
    if len(words) > 1:
        camel = "".join(_letters(word[0].upper() + word[1:].lower()) for word in words)
        yield f"(?-i:(?<![A-Z]){camel}(?![a-z]))"
        if sum(map(len, words)) >= LONG_ENOUGH:
            yield rf"(?<![^\W_]){camel}(?![^\W_])"


def _letters(word):
    """A letter with an accent is one sign or two."""
    apart = unicodedata.normalize("NFD", word)
    return word if apart == word else f"(?:{word}|{apart})"


def _rough(text):
    return "".join(one if one.isascii() and one.isalnum() else ".{1,18}" for one in text)


def _readings(text):
    """What an encoded address says comes first, then the text itself."""
    if ENCODED.search(text):
        yield unquote_plus(text)
    yield text


def texts_in(value):
    """Every text in a value, JSON all the way down, as somebody wrote it."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from texts_in(key)
            yield from texts_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts_in(one)
    elif value is not None and not isinstance(value, bool):
        yield str(value)
