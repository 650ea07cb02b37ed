"""What must not be true of a site that strangers reach."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import ProgrammingError, connection, transaction

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


@register(Tags.database, deploy=True)
def no_demo_accounts(app_configs=None, databases=None, **kwargs):
    """`check --deploy --database default` says it too."""
    if not databases or connection.alias not in databases or not has_demo_accounts():
        return []
    return [Error(SENTENCE, id="collabgov.E001")]
