"""The scene that each test of minutes begins with."""

import pytest

from tests.agreements.minutes.scenes import Scene


@pytest.fixture
def scene(db):
    return Scene()
