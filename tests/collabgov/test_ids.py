"""A record id that a stranger wrote is a number of a reasonable length, or nothing."""

import pytest

from collabgov.kit.ids import as_id


def test_a_number_is_an_id():
    assert as_id("12") == 12
    assert as_id("9" * 18) == int("9" * 18)


@pytest.mark.parametrize("text", [None, "", "x", "-1", "1.0", " 1", "٣", "²", "9" * 19, "9" * 4301])
def test_anything_else_is_none(text):
    assert as_id(text) is None
