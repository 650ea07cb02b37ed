"""A scene for every test of shared goals that asks for one, and its baselines and targets."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from agreements.goals import transitions
from tests.agreements.goals.scenes import Scene


@pytest.fixture
def scene(db):
    return Scene()


@pytest.fixture
def in_english():
    """What a verb refuses is said in the language of whoever asks; these tests read English."""
    with translation.override("en"):
        yield


@pytest.fixture
def decision(scene):
    return scene.decision()


@pytest.fixture
def baseline(scene, decision):
    """Sets one of a month ago, unless told."""

    def baseline(indicator, value=10, **fields):
        said = {"as_of": timezone.localdate() - timedelta(30), "decision": decision, **fields}
        return transitions.set_baseline(
            indicator=indicator, by=scene.coordinator, value=Decimal(value), **said
        )

    return baseline


@pytest.fixture
def target(scene, decision):
    """Sets one for the next month, unless told."""

    def target(indicator, value=100, **fields):
        said = {"due_on": timezone.localdate() + timedelta(30), "decision": decision, **fields}
        number = None if value is None else Decimal(value)
        return transitions.set_target(
            indicator=indicator, by=scene.coordinator, value=number, **said
        )

    return target
