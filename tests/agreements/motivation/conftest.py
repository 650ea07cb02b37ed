"""What the attacks on a pulse begin with."""

import io
import logging

import pytest

from agreements.motivation.transitions import opening
from collabgov.kit.discreet import DiscreetFormatter
from tests.agreements.motivation.crowd import PEOPLE


@pytest.fixture
def many_voices(monkeypatch):
    """Five hundred of six parties are more than three of each."""
    monkeypatch.setattr(opening, "MOST_OF_A_PARTY", PEOPLE)


@pytest.fixture
def terminal():
    """All that any part of the site would write, at the most talkative level, as it is written
    in a deployment."""
    root, stream = logging.getLogger(), io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(DiscreetFormatter())
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)
