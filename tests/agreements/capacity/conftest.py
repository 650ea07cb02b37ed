import pytest
from django.utils import translation

from tests.agreements.capacity.scenes import scene_of
from tests.agreements.capacity.service_scene import service_scene


@pytest.fixture
def english():
    """Refusals are read in English; pages keep the language of their reader."""
    with translation.override("en"):
        yield


@pytest.fixture
def scene(db):
    return scene_of()


@pytest.fixture
def serving(db):
    return service_scene()
