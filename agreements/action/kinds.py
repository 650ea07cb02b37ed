"""Words of commitments: what somebody says about progress."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Progress(TextChoices):
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Done")
    HELP = "help", _("Needs help")
