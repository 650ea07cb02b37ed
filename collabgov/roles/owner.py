"""Asking the database as the role that owns the tables; pages never do."""

from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import CommandError
from django.db import DEFAULT_DB_ALIAS, ProgrammingError, connections
from django.db.utils import load_backend
from psycopg.errors import InsufficientPrivilege

LIMITS = "-c lock_timeout=5000 -c statement_timeout=0"


def has_owner():
    """Whether the site and the owner of its tables are two roles."""
    return settings.DATABASE_OWNER is not None


class OwnerNeeded(CommandError):
    """A command asked the database for what only the owner of the tables may do."""


@contextmanager
def as_owner():
    """Everything inside is asked as the owner; without a second role, as ever.

    OwnerNeeded when the one role there is may not do it.
    """
    site = connections[DEFAULT_DB_ALIAS]
    if not has_owner() or getattr(site, "is_owner", False):
        with _explained():
            yield site
        return
    if site.in_atomic_block:
        raise ImproperlyConfigured("The owner of the tables is not asked inside a transaction.")
    owner = _connect(site)
    connections[DEFAULT_DB_ALIAS] = owner
    try:
        yield owner
    finally:
        connections[DEFAULT_DB_ALIAS] = site
        owner.close()


@contextmanager
def _explained():
    try:
        yield
    except ProgrammingError as error:
        if not isinstance(error.__cause__, InsufficientPrivilege):
            raise
        raise OwnerNeeded(
            "Only the role that owns the tables may do this: put its address into"
            f" DATABASE_OWNER_URL. The database said: {error.__cause__.diag.message_primary}."
        ) from error


def _connect(site):
    """A connection of the same alias, without a pool, without the time limits of a page."""
    options = {**settings.DATABASE_OWNER.get("OPTIONS", {}), "options": LIMITS}
    defaults = {name: site.settings_dict[name] for name in KEPT}
    entry = {**defaults, **settings.DATABASE_OWNER, "OPTIONS": options}
    owner = load_backend(entry["ENGINE"]).DatabaseWrapper(entry, alias=DEFAULT_DB_ALIAS)
    owner.execute_wrappers = site.execute_wrappers  # who is behind a change, whichever the role
    owner.is_owner = True
    return owner


KEPT = (
    "ATOMIC_REQUESTS",
    "AUTOCOMMIT",
    "CONN_HEALTH_CHECKS",
    "CONN_MAX_AGE",
    "TIME_ZONE",
    "TEST",
)
