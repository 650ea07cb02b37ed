"""What happens once a change is certain happens in tests too, where they ask for it."""

import pytest


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """A block whose changes count as committed: `with committed(): ...`."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
