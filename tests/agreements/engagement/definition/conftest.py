"""A scene for every test about the definition of the problem."""

import pytest

from tests.agreements.engagement.definition.scenes import Defining


@pytest.fixture
def scene(db):
    return Defining()
