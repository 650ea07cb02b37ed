"""Asking the database as the role that owns the tables; pages never do."""

from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.utils import load_backend

LIMITS = "-c lock_timeout=5000 -c statement_timeout=0"


def has_owner():
    """Whether the site and the owner of its tables are two roles."""
    return settings.DATABASE_OWNER is not None


@contextmanager
def as_owner():
    """Everything inside is asked as the owner; without a second role, as ever."""
    site = connections[DEFAULT_DB_ALIAS]
    if not has_owner() or getattr(site, "is_owner", False):
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
