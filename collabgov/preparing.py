"""What `serve` sees to before the first page: tables, collected files, demo records."""

import hashlib
from contextlib import contextmanager
from io import StringIO

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command, get_commands
from django.db import connection

from collabgov.embedded.locks import locked
from collabgov.health import unapplied_migrations
from collabgov.kit.audit import as_system
from collabgov.roles.making import guard_if_needed
from collabgov.roles.owner import as_owner

MIGRATING = 0x636F6C6C  # the advisory lock of this site


def migrate():
    """Apply what is missing; of several servers that start at once, one does it."""
    with as_owner():
        if not unapplied_migrations():
            guard_if_needed()
            return False
        require_may_migrate()
        with _alone():
            call_command("migrate", interactive=False, verbosity=0)
    return True


def require_may_migrate():
    """A service that does not know the owner waits for whoever does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_schema_privilege(current_schema(), 'CREATE')")
        if not cursor.fetchone()[0]:
            raise ImproperlyConfigured(
                "The tables are not up to date, and the role of DATABASE_URL may not change them: "
                "run `manage.py migrate` with DATABASE_OWNER_URL first."
            )


@contextmanager
def _alone():
    """Hold the site's lock, without the time limits of a page, on a connection used for no page."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0; SET lock_timeout = 0")
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
        cursor.execute("SET lock_timeout = '5s'")
        yield
        cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATING])


def collect_static():
    """Hash and compress the static files, unless they are those of the last time."""
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    note = settings.STATIC_ROOT.with_name("collected")
    with locked(settings.STATIC_ROOT.with_name("lock")):
        now = _fingerprint()
        if note.exists() and note.read_text() == now:
            return False
        call_command("collectstatic", interactive=False, verbosity=0)
        note.write_text(now)
    return True


def _fingerprint():
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            size, changed = storage.size(name), storage.get_modified_time(name)
            digest.update(f"{name} {size} {changed}\n".encode())
    return digest.hexdigest()


def load_regions():
    """The country's regions, on a site that has not loaded this list before."""
    said = StringIO()
    with as_system("load_regions"):
        call_command("load_regions", if_missing=True, stdout=said)
    return said.getvalue().strip()


def load_legal_bases():
    """The rules that cooperation usually rests on, where the register lacks them."""
    said = StringIO()
    with as_system("load_legal_bases"):
        call_command("load_legal_bases", verbosity=0, stdout=said)
    return said.getvalue().strip()


def load_agreement_types():
    """The usual kinds of agreement, where they are missing."""
    with as_system("load_agreement_types"):
        call_command("load_agreement_types", verbosity=0)


def load_assistance_lists():
    """Grounds and clocks of official assistance, where they are missing."""
    with as_system("load_assistance_lists"):
        call_command("load_assistance_lists", verbosity=0)


def seed_demo():
    """Fill an empty demo site with the two sample collaborations."""
    if not settings.DEMO or "seed_demo" not in get_commands():
        return False
    if get_user_model().objects.exists():
        return False
    with as_system("seed_demo"):
        call_command("seed_demo", stdout=StringIO())
    return True


def demo_accounts():
    """Emails of the demo accounts that are in the database."""
    accounts = get_user_model().objects.filter(email__iendswith="@demo.test")
    return list(accounts.order_by("pk").values_list("email", flat=True))
