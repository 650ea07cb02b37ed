"""On which days a wave may be answered."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST = dt.timedelta(days=92)  # three months; the database holds it, too


def require_days(*, opens_on, closes_on, today):
    """ValidationError where nobody could answer any more, or only in some far year."""
    if closes_on <= today:
        raise ValidationError(
            {"closes_on": _("The last day must be after today: people need time to answer.")}
        )
    if closes_on - max(opens_on, today) > LONGEST:
        raise ValidationError(
            {"closes_on": _("The last day can be three months after the first at most.")}
        )
    if opens_on - today > 4 * LONGEST:
        raise ValidationError({"opens_on": _("The first day can be a year from now at most.")})
