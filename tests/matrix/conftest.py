"""The world once for a file, and a way to say how many cells a test walked."""

import pytest
from django.db import transaction

from tests.matrix.counting import UNEXPECTED, WALKED
from tests.matrix.walk import Walker
from tests.matrix.world import build_world


@pytest.fixture(scope="module")
def walker(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield Walker(build_world())
        transaction.set_rollback(True)


@pytest.fixture
def count_cells(record_property):
    """Say how many cells a test walked, and how many were unexpected; the sums end the run."""

    def count(walked, unexpected):
        record_property(WALKED, walked)
        record_property(UNEXPECTED, unexpected)

    return count
