"""The test database as the site's own role, over a connection of its own."""

import secrets
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from collabgov.embedded.backend.base import join
from collabgov.embedded.cluster import SITE_ROLE
from collabgov.roles.guard import grant, pin


def reach_site():
    """How the site's role reaches the test database; the role is made where there is none."""
    settings = connection.settings_dict
    if "EMBEDDED_ROLE" in settings:
        return join(settings).connection(SITE_ROLE)
    role, password = f"{settings['NAME']}_site", secrets.token_urlsafe(16)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        verb = "ALTER" if cursor.fetchone() else "CREATE"
        words = sql.SQL(verb + " ROLE {} LOGIN PASSWORD {}")
        cursor.execute(words.format(sql.Identifier(role), sql.Literal(password)))
    where = {"host": settings["HOST"], "port": settings["PORT"]}
    return where | {"user": role, "password": password}


@pytest.fixture
def site(transactional_db) -> Iterator[psycopg.Connection]:
    """A connection as the site's role, each statement its own transaction."""
    reached = reach_site()
    pin()
    grant(reached["user"])
    name = connection.settings_dict["NAME"]
    with psycopg.connect(**reached, dbname=name, autocommit=True) as opened:
        yield opened
