"""What must not be true of a site that strangers reach."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import ProgrammingError, connection, transaction

from collabgov.roles.weak import weaknesses

DEMO_DOMAIN = "@demo.test"
SENTENCE = (
    "The database holds demo accounts, whose password others may know. "
    "Use a database of its own for production, or remove the accounts ending in @demo.test."
)


def has_demo_accounts():
    try:
        with transaction.atomic():
            return get_user_model().objects.filter(email__iendswith=DEMO_DOMAIN).exists()
    except ProgrammingError:  # no tables yet, so no accounts
        return False


def refuse_demo_accounts():
    """Stop a production site from starting on a demo's database."""
    if not settings.DEMO and has_demo_accounts():
        raise ImproperlyConfigured(SENTENCE)


WEAK = "The role of DATABASE_URL could change the audit trail: {}. See docs/operations.md."


@register(Tags.database, deploy=True)
def audit_trail_is_out_of_reach(app_configs=None, databases=None, **kwargs):
    """The site's own role must not be able to rewrite who did what."""
    if not databases or connection.alias not in databases:
        return []
    found = weaknesses()
    more = f" and {len(found) - 3} more" if len(found) > 3 else ""
    words = WEAK.format("it " + ", ".join(found[:3]) + more)
    return [Error(words, id="collabgov.E002")] if found else []


@register(Tags.database, deploy=True)
def no_demo_accounts(app_configs=None, databases=None, **kwargs):
    """`check --deploy --database default` says it too."""
    if not databases or connection.alias not in databases or not has_demo_accounts():
        return []
    return [Error(SENTENCE, id="collabgov.E001")]


@register(Tags.files, deploy=True)
def documents_are_private(app_configs=None, **kwargs):
    """What a web server hands out by itself must not hold the files of documents."""
    folder = Path(settings.DOCUMENTS_DIR).resolve()
    public = [Path(settings.STATIC_ROOT).resolve(), *map(Path, settings.STATICFILES_DIRS)]
    if any(folder == each or each in folder.parents for each in public):
        return [Error("DOCUMENTS_DIR lies where everybody can fetch files.", id="collabgov.E003")]
    return []
