"""What went wrong, in one sentence for the person at the terminal."""


class DatabaseFailure(Exception):
    """The embedded PostgreSQL cannot run; `str()` says why and what to do."""
