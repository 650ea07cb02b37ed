"""The world once for a file, and the number of cells walked at the end of the run."""

import pytest
from django.db import transaction

from tests.matrix.walk import Walker
from tests.matrix.world import build_world

CELLS = "matrix cells"


@pytest.fixture(scope="module")
def walker(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield Walker(build_world())
        transaction.set_rollback(True)


@pytest.fixture
def count_cells(record_property):
    """Say how many cells a test walked; the sum stands at the end of the run."""
    return lambda number: record_property(CELLS, number)


def pytest_terminal_summary(terminalreporter):
    walked = sum(
        value
        for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
        for name, value in report.user_properties
        if name == CELLS and report.when == "call"
    )
    if walked:
        terminalreporter.write_line(f"Permission matrix: {walked} cells walked.")
