"""What the table of letterheads itself refuses."""

import pytest

from tests.constraints import assert_refused
from tests.factories.documents import LetterheadFactory

pytestmark = pytest.mark.django_db


def test_letterhead_purpose_is_known():
    assert_refused("letterhead_purpose_is_known", lambda: LetterheadFactory(purpose="x"))
