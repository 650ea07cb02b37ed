"""The only code that changes what the search understands."""

from django.db import transaction

from actors.search.models import Abbreviation
from collabgov.kit.access import require_rule
from collabgov.kit.models import save_checked


@transaction.atomic
def add(*, by, short, meaning):
    """Teach the search a short form."""
    require_rule(by, "actors.manage_register")
    return save_checked(Abbreviation(short=short, meaning=meaning))


@transaction.atomic
def edit(*, abbreviation, by, short, meaning):
    """Put a short form or its meaning right."""
    require_rule(by, "actors.manage_register", abbreviation)
    fresh = Abbreviation.objects.select_for_update().get(pk=abbreviation.pk)
    fresh.short, fresh.meaning = short, meaning
    return save_checked(fresh)


@transaction.atomic
def remove(*, abbreviation, by):
    """Nothing refers to a short form: it can go, and the audit trail keeps it."""
    require_rule(by, "actors.manage_register", abbreviation)
    Abbreviation.objects.filter(pk=abbreviation.pk).delete()
