"""Names keep what can be read and lose what cannot."""

import pytest

from collabgov.kit.names import readable


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Dra.  Ni Made  Ayu, M.Si. ", "Dra. Ni Made Ayu, M.Si."),
        ("Sri\u00a0Mulyani", "Sri Mulyani"),
        ("\u202eRina\u202c", "Rina"),
        ("Ri\u200b\u200dna\x00", "Rina"),
        ("Zoë O\u2019Neil-Łuk", "Zoë O\u2019Neil-Łuk"),
        ("\u3164\u2800\u200b \ufeff", ""),
    ],
)
def test_a_name_is_what_can_be_read_of_it(typed, kept):
    assert readable(typed) == kept
