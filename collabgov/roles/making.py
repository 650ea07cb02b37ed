"""The site's role: made when it is missing, guarded after each migrate and at a first start."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import ProgrammingError, connection
from psycopg import sql

from collabgov.embedded.cluster import SITE_ROLE
from collabgov.kit.statements import as_text
from collabgov.roles.guard import grant, pin
from collabgov.roles.owner import has_owner
from collabgov.roles.weak import weaknesses


def site_role():
    """The role that pages ask with, and the password its address gives it."""
    config = settings.DATABASES["default"]
    if "EMBEDDED_ROLE" in config:
        return SITE_ROLE, None
    return config["USER"], config["PASSWORD"]


def guard():
    """Called as the owner, after tables were made: see `collabgov.roles.guard`."""
    pin()
    if has_owner():
        role, password = site_role()
        ensure_role(role, password)
        grant(role)


def guard_if_needed():
    """A start that was cut off between migrating and guarding is made good by the next."""
    if not has_owner():
        return False
    role, _password = site_role()
    if role_exists(role) and not weaknesses(role):
        return False
    guard()
    return True


def role_exists(role):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        return cursor.fetchone() is not None


def ensure_role(role, password):
    """Make the role that DATABASE_URL names, where the owner may make roles."""
    if role_exists(role):
        return
    words = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}")
    try:
        with connection.cursor() as cursor:
            cursor.execute(as_text(words.format(sql.Identifier(role), sql.Literal(password))))
    except ProgrammingError as error:
        raise ImproperlyConfigured(
            f'The role "{role}" of DATABASE_URL does not exist, and the role of '
            f"DATABASE_OWNER_URL may not make it: createuser --pwprompt {role}"
        ) from error
