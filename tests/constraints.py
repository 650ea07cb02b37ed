"""What the database itself refuses, whoever asks: the last wall behind forms and verbs."""

import pytest
from django.db import IntegrityError, connection, transaction


def assert_refused(constraint, write):
    """Fail unless PostgreSQL refuses the write in the name of the constraint."""
    with pytest.raises(IntegrityError, match=rf'"{constraint}"'):
        _write_and_check(write)


@transaction.atomic
def _write_and_check(write):
    """Deferred constraints are asked now, not at the end of the test."""
    write()
    connection.check_constraints()
