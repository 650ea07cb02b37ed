"""What the tests of commitments share."""

import pytest

from tests.agreements.action.people import make_people


@pytest.fixture
def people(db):
    return make_people()
