"""What a name comes down to, so that two spellings of it are one: pure text, no tables."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
FILLERS = frozenset({"dan", "di", "dari", "untuk", "yang", "and", "of", "the", "for"})
PLACES = frozenset(
    {"kabupaten", "kab", "kota", "provinsi", "prov", "kecamatan", "kec", "propinsi", "daerah"}
)
SORTS = frozenset(
    {
        "dinas",
        "badan",
        "kantor",
        "balai",
        "upt",
        "direktorat",
        "jenderal",
        "kementerian",
        "pt",
        "cv",
    }
)
TITLES = frozenset(
    {"dr", "drs", "dra", "ir", "h", "hj", "prof", "bapak", "pak", "ibu", "bu", "sdr", "sdri"}
)


def words_in(text):
    """The words of a text: lower case, without accents, punctuation and fillers."""
    bare = text if text.isascii() else _bare(text)
    return [word for word in WORD.findall(bare.lower()) if word not in FILLERS]


def _bare(text):
    spread = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def core_of(words):
    """What tells an organization from its neighbours: "kesehatan" of "dinas kesehatan"."""
    return " ".join(word for word in words if word not in SORTS)


def numbers_in(text):
    """The digits of a name: school 1 and school 2 are not nearly the same."""
    return "".join(letter for letter in text if letter.isdigit())


def spelt_out(words, meanings):
    """The same words, short forms replaced by what they stand for."""
    return [each for word in words for each in meanings.get(word, (word,))]


def key_of(words):
    """One text for the words in any order."""
    return " ".join(sorted(set(words)))


def without_place(words, place):
    """An organization's own words: without those of where it is, unless nothing else is left."""
    own = [word for word in words if word not in place and word not in PLACES]
    return own or words


def words_of_place(region):
    """The words that say a region: its own and those of what it is part of."""
    above = getattr(region, "parent", None)
    both = [each for each in (region, above) if each is not None]
    return {word for each in both for word in words_in(f"{each.name} {each.aliases}")}


def person_words(full_name):
    """The words of a person's name, without titles before it and what follows a comma."""
    words = words_in(full_name.partition(",")[0])
    own = [word for word in words if word not in TITLES]
    return own or words
