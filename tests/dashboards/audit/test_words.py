"""A change of a text is read word by word."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboards.audit.words import GAP, Piece, differences


def pieces(old, new):
    return [(piece.kind, piece.text) for piece in differences(old, new)]


def test_only_the_changed_words_are_marked():
    assert pieces("Kirim data gizi setiap bulan", "Kirim data stunting setiap bulan") == [
        ("same", "Kirim data "),
        ("gone", "gizi"),
        ("new", "stunting"),
        ("same", " setiap bulan"),
    ]


def test_words_changed_one_after_another_are_one_change():
    assert pieces("a b c d e f", "a b x y e f")[1:3] == [("gone", "c d"), ("new", "x y")]


def test_a_punctuation_mark_alone_is_a_change():
    assert ("gone", ".") in pieces("Setiap bulan.", "Setiap bulan!")


def test_texts_with_little_in_common_are_shown_whole():
    assert pieces("Kirim data gizi", "Undang semua camat besok") == [
        ("gone", "Kirim data gizi"),
        ("new", "Undang semua camat besok"),
    ]


LISTS = [
    ("Dinkes", "Dinas Kesehatan Kabupaten\nDinkes\nDKK\nKantor Kesehatan Lama"),
    ("Dinkes", "Satu dua tiga empat lima enam tujuh\nDinkes"),
    ("Dinkes", "Dinkes\nSatu dua tiga empat lima enam tujuh"),
    ("Dinkes", "Dinkes\n\n\n"),
    ("Dinkes\nDKK", "Dinkes\r\n\r\nDKK"),
    ("Dinkes DKK", "Dinkes\nDKK"),
    ("Dinkes", "Dinkes Kabupaten Majene Provinsi Sulawesi Barat\nBappeda\nSetda"),
    ("A\nDinkes\nB", "Lain sama sekali ya\nDinkes\nJuga lain sama sekali"),
    ("Dinkes\nDKK\nBappeda", "Dinkes\nBappeda"),
]


@pytest.mark.parametrize(("old", "new"), [*LISTS, *(pair[::-1] for pair in LISTS)])
def test_an_entry_of_a_list_that_stays_is_not_marked(old, new):
    marked = [text for kind, text in pieces(old, new) if kind != "same"]
    kept = {"Dinkes", "DKK", "Bappeda"} & set(old.split()) & set(new.split())
    assert kept
    assert not kept & {word for text in marked for word in text.split()}


def test_lines_that_stay_are_not_marked_in_a_long_text_either():
    lines = [f"baris {number} dengan beberapa kata" for number in range(300)]
    shown = pieces("\n".join(lines), "\n".join([*lines[:150], "Sisipan", *lines[150:]]))
    assert [(kind, text.strip()) for kind, text in shown if kind != "same"] == [("new", "Sisipan")]


def test_many_lines_take_no_time():
    start = time.monotonic()
    differences("a\nb\n" * 100_000, "a\nc\n" * 100_000)
    differences("a\nb c d\n" * 200, "a\nd c b\n" * 200)
    assert time.monotonic() - start < 2


def test_from_nothing_and_to_nothing():
    assert pieces("", "Baru") == [("new", "Baru")]
    assert pieces("Lama", "") == [("gone", "Lama")]


def test_long_text_without_a_change_is_shortened():
    words = " ".join(f"kata{n}" for n in range(100))
    shown = differences(f"{words} lama {words}", f"{words} baru {words}")
    assert Piece("gone", "lama") in shown
    assert Piece("new", "baru") in shown
    assert all(len(piece.text) < 300 for piece in shown)
    assert shown[0].text.startswith(GAP)
    assert shown[-1].text.endswith(GAP)


def test_a_text_of_a_megabyte_takes_no_time():
    start = time.monotonic()
    differences("a b " * 250_000, "a c " * 250_000)
    assert time.monotonic() - start < 2


WORDS = st.lists(st.sampled_from(["a", "b", "c", " ", "\n", "."]), max_size=20).map("".join)


@settings(max_examples=200)
@given(WORDS, WORDS)
def test_the_pieces_hold_both_texts(old, new):
    shown = differences(old, new)
    assert "".join(piece.text for piece in shown if piece.kind != "gone") == new
    assert "".join(piece.text for piece in shown if piece.kind != "new") == old
