"""The life of an import, on one page."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ImportState(TextChoices):
    READ = "read", _("Waiting to be confirmed")
    APPLIED = "applied", _("Imported")
    UNDONE = "undone", _("Undone")
    DISCARDED = "discarded", _("Discarded")


MOVES = {
    ImportState.READ: frozenset({ImportState.APPLIED, ImportState.DISCARDED}),
    ImportState.APPLIED: frozenset({ImportState.UNDONE}),
}
