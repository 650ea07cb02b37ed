"""By when help is needed: a day that can still come, and of an emergency one that is near."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.capacity.assistance_kinds import EMERGENCY_WITHIN
from agreements.charter.clock import today_in

WITHIN = dt.timedelta(days=EMERGENCY_WITHIN)


def require_needed_by(day, *, is_emergency, today):
    """Refuse a day that has passed, and one that is too far away for an emergency."""
    if day < today:
        words = _("The day on which it is needed has passed: name another day.")
        raise ValidationError({"needed_by": [words]})
    if is_emergency and day > today + WITHIN:
        words = ngettext(
            "Of an emergency, help is needed within %d day: name an earlier day, or ask in the"
            " ordinary way.",
            "Of an emergency, help is needed within %d days: name an earlier day, or ask in the"
            " ordinary way.",
            EMERGENCY_WITHIN,
        )
        raise ValidationError({"needed_by": [words % EMERGENCY_WITHIN]})


def fitting(request, *, is_emergency):
    """The day of a request that is asked again, or None where it can no longer be asked so."""
    day, today = request.needed_by, today_in(request.collaboration)
    is_near = not is_emergency or day <= today + WITHIN
    return day if day >= today and is_near else None
