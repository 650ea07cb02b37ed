"""Words of capacity: the kinds of resources that are needed, pledged and delivered."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ResourceKind(TextChoices):
    FUND = "fund", _("Fund")
    STAFF = "staff", _("Staff")
    FACILITY = "facility", _("Facility")
    EQUIPMENT = "equipment", _("Equipment")
    DATA = "data", _("Data")
    EXPERTISE = "expertise", _("Expertise")
    FOSTER = "foster", _("Fostering")
