"""One way to tell whether a text names somebody: their spellings, and those of others."""

import pytest
from django.db import connection

from agreements.subjects.matching import Marks

MARKS = Marks(
    names=frozenset({"Erasmus Rahasia", "José Putra"}),
    phones=frozenset({"0812-7777-1234"}),
    emails=frozenset({"erasmus.rahasia@x.test"}),
    titles=(frozenset({"Raden"}), frozenset({"M.Kes"})),
    unusual=frozenset({"Erasmus"}),
)
THEIRS = [
    "Erasmus  Rahasia",
    "ERASMUS\u00a0RAHASIA",
    "Erasmus\u200b Rahasia",
    "Erasmus_Rahasia.csv",
    "daftar-erasmus.rahasia_2026.xlsx",
    "daftar-ErasmusRahasia.csv",
    "daftarErasmusRahasia2026.csv",
    "erasmusrahasia.csv",
    "format=csv&q=Erasmus+Rahasia&active=all",
    "q=erasmus.rahasia%40x.test",
    "q=Jos%C3%A9%20Putra",
    "Jose\u0301 Putra",
    "Erasmus.Rahasia@X.test",
    "Raden Erasmus Rahasia, M.Kes",
    "HP 081277771234",
    "+6281277771234",
    "+62 812-7777-1234",
    "62 812 7777 1234",
    "+62 (0)812 7777 1234",
    "(0812) 7777.1234",
    "(+62) 812 7777 1234",
    "q=0812%207777+1234",
    "81277771234",
]
OF_OTHERS = [
    "Erasmus sendiri",
    "Rahasia Erasmus",
    "Erasmus Rahasiawan",
    "perasmus rahasia",
    "perasmusrahasia",
    "ErasmusRahasiawan",
    "1081277771234",
    "0812777712345",
    "lain-erasmus.rahasia2@x.test",
    "100% setuju",
]


@pytest.mark.parametrize("text", THEIRS)
def test_each_spelling_is_found_and_blotted(text):
    assert MARKS.is_in(text)
    clean = MARKS.blot({text: [text]}, "XX")
    assert not MARKS.is_in(clean)
    assert "XX" in str(clean)


@pytest.mark.parametrize("text", THEIRS)
def test_the_database_misses_none_of_them(db, text):
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s ~* %s", [text, MARKS.rough()])
        assert cursor.fetchone() == (True,)


@pytest.mark.parametrize("text", OF_OTHERS)
def test_others_stay_as_they_are(text):
    assert not MARKS.is_in(text)
    assert MARKS.blot([text], "XX") == [text]


def test_a_short_name_as_one_word_is_theirs_only_in_camel_case():
    marks = Marks(names=frozenset({"Ari Ani", "O'Zand Brook"}))
    assert marks.blot("data-AriAni.csv", "XX") == "data-XX.csv"
    assert marks.blot("rapat ariani", "XX") == "rapat ariani"
    assert marks.blot("OZandBrook ozandbrook", "XX") == "XX XX"


def test_the_whole_title_goes_with_the_name():
    assert MARKS.blot("Raden Erasmus Rahasia, M.Kes.", "XX") == "XX."
    assert MARKS.blot("Pak Erasmus Rahasia", "XX") == "Pak XX"


def test_brackets_around_a_number_stay():
    assert MARKS.blot("Pak Budi (0812-7777-1234)", "XX") == "Pak Budi (XX)"


def test_a_word_that_only_they_have_is_near():
    assert MARKS.is_in({"a": ["Pak Erasmus_setuju"]}, near=True)
    assert not MARKS.is_in("Rahasia", near=True)


def test_numbers_of_json_are_phones_only_when_they_are_theirs():
    said = {"phone": 81277771234, "id": 40, "is": True, "none": None}
    assert MARKS.blot(said, "XX") == said | {"phone": "XX"}


def test_a_cell_is_theirs_when_it_says_nothing_else():
    assert MARKS.is_whole(" Raden erasmus  rahasia ")
    assert MARKS.is_whole("+6281277771234")
    assert not MARKS.is_whole("izin Erasmus Rahasia")


def test_nobody_is_nowhere():
    nobody = Marks(phones=frozenset({"12"}))
    assert nobody.is_empty
    assert (nobody.is_in("12"), nobody.is_whole(""), nobody.blot("12", "X")) == (False, False, "12")
    assert nobody.rough() == ""
