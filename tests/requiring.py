"""Programs of the machine that a test needs: where all are required their absence fails."""

import os
from typing import NoReturn

import pytest


def missing(sentence: str) -> NoReturn:
    """Fail where everything is required, as in CI; elsewhere skip, and say what was not tried."""
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(sentence)
    pytest.skip(sentence)
