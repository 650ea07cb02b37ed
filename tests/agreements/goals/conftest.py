"""A scene for every test of shared goals that asks for one."""

import pytest
from django.utils import translation

from tests.agreements.goals.scenes import Scene


@pytest.fixture
def scene(db):
    return Scene()


@pytest.fixture
def in_english():
    """What a verb refuses is said in the language of whoever asks; these tests read English."""
    with translation.override("en"):
        yield
