"""A file of people that was exported when they were “in use” is still understood."""

import pytest

from actors.importing.headers import guess
from actors.importing.registry import KINDS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("header", ["Aktif", "Active", "Dipakai", "In use", "is_active"])
def test_whether_somebody_is_active_is_read_under_each_of_its_headers(header):
    assert guess(KINDS["people"].resource(), ["x", header]) == {"is_active": 1}
