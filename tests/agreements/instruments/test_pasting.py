"""Reading clauses out of a pasted text."""

import pytest

from agreements.instruments.pasting import read_clauses


def numbers(text):
    return [clause.number for clause in read_clauses(text)]


def test_articles_with_paragraphs_become_a_clause_each():
    text = "Pasal 1\nTUJUAN\nIsi.\n\nPasal 2\nKEWAJIBAN\n(1) Pihak I.\n(2) Pihak II."
    assert numbers(text) == ["Pasal 1", "Pasal 2 ayat (1)", "Pasal 2 ayat (2)"]


@pytest.mark.parametrize(
    ("words", "is_clause"),
    [
        ("Maksud dan tujuan", False),
        ("HAK DAN KEWAJIBAN.", False),
        ("Para pihak sepakat:", True),
        ("Pihak pertama dan pihak kedua wajib menyerahkan data tiap bulan", True),
    ],
)
def test_a_few_words_before_the_paragraphs_are_a_heading_and_a_sentence_is_a_clause(
    words, is_clause
):
    found = numbers(f"Pasal 1\n{words}\n(1) Satu.\n(2) Dua.")
    assert ("Pasal 1" in found) is is_clause
    assert found[-2:] == ["Pasal 1 ayat (1)", "Pasal 1 ayat (2)"]


def test_the_heading_of_an_article_stays_with_its_words_where_it_has_no_paragraphs():
    (clause,) = read_clauses("Pasal 1\nTUJUAN\nPara pihak bekerja sama.")
    assert clause.text == "TUJUAN\nPara pihak bekerja sama."


def test_english_articles_are_read_too():
    assert numbers("Article 1. Aim\nArticle 2\n(1) One") == ["Article 1", "Article 2 paragraph (1)"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Satu\n2. Dua", ["1.", "2."]),
        ("1) Satu\nlanjut\n2) Dua", ["1.", "2."]),
        ("(1) Satu\n(2) Dua", ["(1)", "(2)"]),
        ("Satu kalimat.\n\nKalimat lain.", ["", ""]),
        ("   \n\n ", []),
        ("Pasal\nTanpa nomor", [""]),
    ],
)
def test_other_ways_of_numbering(text, found):
    assert numbers(text) == found


def test_a_clause_of_several_lines_keeps_them():
    (clause,) = read_clauses("1. Satu\na. huruf a\nb. huruf b")
    assert clause.text == "Satu\na. huruf a\nb. huruf b"


def test_what_stands_before_the_first_number_is_kept():
    assert numbers("Pembukaan\n1. Satu") == ["", "1."]
