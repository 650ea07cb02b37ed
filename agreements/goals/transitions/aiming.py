"""What has to hold before an indicator gets a baseline or a target, each with its sentence."""

from datetime import timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.goals.kinds import Direction
from agreements.goals.models import TheoryOfChange
from agreements.goals.transitions.theory import objecting
from agreements.goals.units import is_percent
from collabgov.kit.errors import Refused
from collabgov.kit.numbers import shown_number

WHOLE = Decimal(100)
FARTHEST = timedelta(days=25 * 366)  # plans of the longest term are for twenty years


def theory_lacks(collaboration_id):
    """Why no target can be set yet, in a sentence; empty when the parties agree.

    Propositions 8 and 9: first what leads to what, then how much.
    """
    theory = TheoryOfChange.objects.agreed().filter(collaboration=collaboration_id).first()
    if theory is None:
        return _("The parties agree on a theory of change before targets are set.")
    if parties := list(objecting(theory).for_list()):
        sentence = _("No target while these object to the theory of change: %(parties)s.")
        return sentence % {"parties": ", ".join(party.organization.label for party in parties)}
    return ""


def definition_lacks(indicator):
    """What is missing to know what exactly is counted, in a sentence, or nothing."""
    if not indicator.definition.strip():
        return _("No target without a definition: write down what exactly is counted.")
    if indicator.definition_agreed_on is None:
        return _("No target before the parties agree on the definition.")
    return ""


def target_lacks(indicator):
    """Why this indicator gets no target now, in a sentence; empty when nothing is missing."""
    return theory_lacks(indicator.goal.collaboration_id) or definition_lacks(indicator)


def require_ready(indicator):
    """The parties agree on what leads to what, and on what exactly is counted."""
    if lacks := target_lacks(indicator):
        raise Refused(lacks)


def require_fitting(indicator, value, lower, upper):
    """A range for what is to stay within one, a single value for everything else."""
    missing = _("Give this number.")
    if indicator.direction == Direction.RANGE:
        places = {"lower": lower, "upper": upper}
        empty = {name: [missing] for name, number in places.items() if number is None}
        if value is not None:
            empty["value"] = [_("This indicator has a range, not a single value.")]
    else:
        empty = {} if value is not None else {"value": [missing]}
        if lower is not None or upper is not None:
            empty["lower"] = [_("Only an indicator to keep within a range has bounds.")]
    if empty:
        raise ValidationError(empty)


def require_share(indicator, **numbers):
    """A share of a whole lies between nothing and all of it."""
    wrong = {
        name: [_("A share lies between 0 and 100 percent.")]
        for name, number in numbers.items()
        if number is not None and indicator.is_share and not 0 <= number <= WHOLE
    }
    if wrong:
        raise ValidationError(wrong)


def require_sensible(indicator, numbers):
    """Less than nothing, or more than all, only where the indicator started there already."""
    starts = list(indicator.baselines.current().values_list("value", flat=True))
    may_be_negative = indicator.direction == Direction.RANGE or any(start < 0 for start in starts)
    may_exceed = not is_percent(indicator.unit) or any(start > WHOLE for start in starts)
    wrong = {}
    for name, number in numbers.items():
        if number is not None and number < 0 and not may_be_negative:
            wrong[name] = [_("A target is below 0 only where the baseline is below 0.")]
        elif number is not None and number > WHOLE and not may_exceed:
            sentence = _("A target is above 100 percent only where the baseline is above 100.")
            wrong[name] = [sentence]
    if wrong:
        raise ValidationError(wrong)


def require_within_reach(due_on):
    """A day that somebody who sets the target can still answer for."""
    if due_on - timezone.localdate() > FARTHEST:
        raise ValidationError({"due_on": [_("A target is for a day within the next 25 years.")]})


def require_after_baseline(indicator, region, due_on):
    """Later than where it started, in the region or, if nothing is known there, altogether."""
    rows = indicator.baselines.current()
    baseline = rows.filter(region=region).first() or rows.filter(region=None).first()
    if baseline is not None and due_on <= baseline.as_of:
        words = {"day": date_format(baseline.as_of, "SHORT_DATE_FORMAT")}
        sentence = _("The baseline is of %(day)s; a target is for a later day.")
        raise ValidationError({"due_on": [sentence % words]})


def require_before_targets(indicator, region, as_of):
    """Earlier than its targets; altogether, also than those of regions without a baseline."""
    baselines = indicator.baselines.current().exclude(region=None)
    where = Q(region=region)
    if region is None:
        where |= ~Q(region__in=baselines.order_by().values("region"))
    rows = indicator.targets.current().filter(where, due_on__lte=as_of)
    if first := rows.order_by("due_on").first():
        words = {"day": date_format(first.due_on, "SHORT_DATE_FORMAT")}
        sentence = _("A target is for %(day)s; the baseline is of an earlier day.")
        raise ValidationError({"as_of": [sentence % words]})


def require_way(indicator, start, end, *, field):
    """From the baseline to the target it goes up where more is better, down where less is."""
    words = {"start": shown_number(start), "end": shown_number(end)}
    if indicator.direction == Direction.UP and end < start:
        sentence = _("More is better here, but from %(start)s to %(end)s it goes down.")
        raise ValidationError({field: [sentence % words]})
    if indicator.direction == Direction.DOWN and end > start:
        sentence = _("Less is better here, but from %(start)s to %(end)s it goes up.")
        raise ValidationError({field: [sentence % words]})
