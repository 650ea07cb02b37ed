"""The table at which agreements are made."""

import pytest

from tests.agreements.instruments.scene import Table


@pytest.fixture
def table(db):
    return Table()
