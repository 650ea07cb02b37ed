"""What a letterhead is for: each kind of document has words of its own."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Purpose(TextChoices):
    AGREEMENT = "agreement", _("Agreements")
    AGENDA = "agenda", _("Agendas of meetings")
    MINUTES = "minutes", _("Minutes of meetings")
