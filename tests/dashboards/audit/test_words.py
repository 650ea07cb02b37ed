"""A change of a text is read word by word."""

import time

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
