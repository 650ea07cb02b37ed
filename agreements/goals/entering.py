"""What a value must satisfy before it is written down: who reports, of which days, which figure."""

from decimal import ROUND_HALF_UP, Decimal

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.models import Party
from agreements.documents.kinds import DocumentKind
from agreements.documents.transitions import add_document
from agreements.goals.kinds import Frequency
from agreements.goals.measure_rules import reports_for
from agreements.goals.models import Indicator, Measurement
from agreements.goals.periods import fits
from agreements.goals.states import GoalState
from collabgov.kit.errors import Refused

SMALLEST = Decimal("0.0001")
FULL = Decimal(100)
LONGEST_TITLE = 200


def require_reporter(by, party, collaboration):
    """The party takes part today, and the user gives values for it."""
    fresh = Party.objects.select_related("organization").get(pk=party.pk)
    if fresh.collaboration_id != collaboration.pk:
        raise Refused(_("The party belongs to another collaboration."))
    if not Party.objects.current().filter(pk=party.pk).exists():
        raise Refused(_("%s takes no part now, so it reports nothing.") % fresh.organization.label)
    if not reports_for(by, fresh):
        raise Refused(_("You do not report for %s.") % fresh.organization.label)


def require_in_use(indicator):
    """The indicator as it is now, still used, of a goal that is still pursued."""
    fresh = Indicator.objects.select_related("goal").get(pk=indicator.pk)
    if fresh.is_retired:
        raise Refused(_("This indicator is no longer used."))
    if fresh.goal.state in (GoalState.DROPPED, GoalState.CLOSED):
        raise Refused(_("The goal “%s” is no longer pursued.") % fresh.goal.title)
    return fresh


def require_period(indicator, starts_on, ends_on, *, today=None):
    """A whole period of the indicator's rhythm that is over."""
    if ends_on < starts_on:
        raise ValidationError({"ends_on": _("The period cannot end before it begins.")})
    if not fits(indicator.frequency, starts_on, ends_on):
        rhythm = Frequency(indicator.frequency).label
        raise ValidationError(
            {"starts_on": _("These days are no period of this indicator: %s.") % rhythm}
        )
    if ends_on > (today or timezone.localdate()):
        raise ValidationError({"ends_on": _("This period is not over yet.")})


def figure_of(indicator, *, value=None, numerator=None, denominator=None):
    """The value with its part and whole: of a share, part and whole make the value."""
    if not indicator.is_share:
        if value is None:
            raise ValidationError({"value": _("Give a value.")})
        return {"value": value, "numerator": None, "denominator": None}
    if numerator is None or denominator is None:
        raise ValidationError({"numerator": _("Give the part and the whole.")})
    return {
        "value": share_of(numerator, denominator),
        "numerator": numerator,
        "denominator": denominator,
    }


def share_of(numerator, denominator):
    """A part of a whole in percent, to four decimals."""
    if not 0 <= numerator <= denominator or not denominator:
        raise ValidationError({"numerator": _("The part lies between 0 and the whole.")})
    return (numerator * FULL / denominator).quantize(SMALLEST, ROUND_HALF_UP)


def require_own_evidence(collaboration, evidence):
    if evidence is not None and evidence.collaboration_id != collaboration.pk:
        raise ValidationError({"evidence": _("The document belongs to another collaboration.")})


def next_number():
    """The number that the next new value will have: an old one can point to it beforehand."""
    table = Measurement._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [table])
        return cursor.fetchone()[0]


def with_file(collaboration, indicator, figure, file, *, by):
    """The figure with its evidence: a file that was handed in becomes a document."""
    if file is None:
        return figure
    kind = _("Evidence")
    title = f"{kind}: {indicator.name}"[:LONGEST_TITLE]
    document = add_document(
        collaboration=collaboration, file=file, by=by, title=title, kind=DocumentKind.EVIDENCE
    )
    return {**figure, "evidence": document}
