"""A scene for every test of shared goals that asks for one."""

import pytest

from tests.agreements.goals.scenes import Scene


@pytest.fixture
def scene(db):
    return Scene()
