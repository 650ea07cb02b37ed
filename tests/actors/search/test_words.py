"""What somebody typed becomes terms: short forms spelt out, noise dropped, length bounded."""

import pytest

from actors.search.words import LONGEST_WORD, MOST_WORDS, terms_of, words_of
from tests.factories.actors import AbbreviationFactory


def test_words_are_lower_case_without_accents_punctuation_and_fillers():
    assert words_of("  Dinas  Pendidikan dan Kébudayaan (Disdikbud) ") == (
        "dinas",
        "pendidikan",
        "kebudayaan",
        "disdikbud",
    )


def test_a_filler_or_a_single_letter_counts_when_nothing_else_is_there():
    assert words_of("dan") == ("dan",)
    assert words_of("A") == ("a",)
    assert words_of("PT A") == ("pt",)


@pytest.mark.parametrize("noise", ["", "   ", "%", "_", "\\", "\x00", "';--", "‮‏", "\ud800"])
def test_noise_has_no_words(noise):
    assert words_of(noise) == ()


def test_a_megabyte_becomes_a_few_short_words():
    assert words_of("dinas" + " " * 300 + "kesehatan") == ("dinas",)
    words = words_of("abcdefghij " * 100_000 + "x" * 1_000_000)
    assert len(words) <= MOST_WORDS
    assert all(len(word) <= LONGEST_WORD for word in words_of("x" * 1_000_000))


@pytest.mark.django_db
def test_a_short_form_also_asks_for_its_words():
    dinkes, sulbar = terms_of("dinkes sulbar")
    assert dinkes.spellings == (("dinkes",), ("dinas", "kesehatan"))
    assert sulbar.spellings == (("sulbar",), ("sulawesi", "barat"))


@pytest.mark.django_db
def test_a_phrase_also_asks_for_its_short_form():
    (health, jabar) = terms_of("dinas kesehatan jawa barat")
    assert ("dinkes",) in health.spellings
    assert ("jabar",) in jabar.spellings


@pytest.mark.django_db
def test_a_mistyped_short_form_is_guessed_only_when_asked_to():
    AbbreviationFactory(short="disbudporapar", meaning="dinas kebudayaan")
    assert terms_of("disbudporpar")[0].spellings == (("disbudporpar",),)
    assert ("dinas", "kebudayaan") in terms_of("disbudporpar", guess=True)[0].spellings
