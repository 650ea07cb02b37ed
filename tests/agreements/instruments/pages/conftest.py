"""An agreement with two parties, and who acts on it."""

import pytest

from tests.agreements.instruments.pages.scene import Scene


@pytest.fixture
def scene(db):
    """A draft of two parties; the coordinator, one representative, and a stranger."""
    return Scene()


@pytest.fixture
def as_coordinator(scene, sign_in):
    sign_in(scene.coordinator)
    return scene
