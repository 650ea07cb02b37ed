"""Where an indicator started and where it shall be, each set by a decision; newer ones replace."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_row, require_reason
from agreements.goals.kinds import Direction, GoalEvent
from agreements.goals.models import Baseline, Target, TheoryOfChange
from agreements.goals.transitions.common import (
    called,
    log,
    past_day,
    require_decision,
    used_indicator,
)
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked

WHOLE = Decimal(100)


@transaction.atomic
def set_baseline(
    *,
    indicator,
    by,
    value,
    as_of,
    decision,
    region=None,
    source_note="",
    is_sample=False,
    on=None,
):
    """Where it started, in one region or altogether; the same said twice changes nothing."""
    fresh = used_indicator(indicator)
    require_decision(decision, fresh.goal.collaboration_id)
    past_day(as_of, field="as_of")
    _require_share(fresh, value=value)
    _require_before_targets(fresh, region, as_of)
    said = {"value": value, "as_of": as_of, "decision": decision, "source_note": source_note}
    rows = Baseline.objects.filter(indicator=fresh, region=region)
    baseline, is_new = _next_version(
        rows, said, indicator=fresh, region=region, is_sample=is_sample
    )
    if is_new:
        _log(fresh.goal, GoalEvent.BASELINE_SET, baseline, by=by, note=decision.text, on=on)
    return baseline


@transaction.atomic
def set_target(
    *,
    indicator,
    by,
    due_on,
    decision,
    value=None,
    lower=None,
    upper=None,
    region=None,
    note="",
    is_sample=False,
    on=None,
):
    """Where it shall be by a day; another one for the same day replaces the one before."""
    fresh = used_indicator(indicator)
    require_decision(decision, fresh.goal.collaboration_id)
    _require_ready(fresh)
    _require_fitting(fresh, value, lower, upper)
    _require_share(fresh, value=value, lower=lower, upper=upper)
    _require_after_baseline(fresh, region, due_on)
    said = {"value": value, "lower": lower, "upper": upper, "decision": decision, "note": note}
    rows = Target.objects.filter(indicator=fresh, region=region, due_on=due_on)
    target, is_new = _next_version(
        rows, said, indicator=fresh, region=region, due_on=due_on, is_sample=is_sample
    )
    if is_new:
        _log(fresh.goal, GoalEvent.TARGET_SET, target, by=by, note=decision.text, on=on)
    return target


@transaction.atomic
def drop_target(*, target, by, reason):
    """It counts no longer and nothing replaces it; it stays readable."""
    words = require_reason(reason)
    indicator = used_indicator(target.indicator)
    fresh = lock_row(target)
    if not fresh.is_current:
        raise Refused(_("This target does not count any more."))
    fresh.is_current = False
    save_checked(fresh)
    _log(indicator.goal, GoalEvent.TARGET_DROPPED, fresh, by=by, note=words)
    return fresh


def _log(goal, event, row, *, by, note, on=None):
    log(goal, event, by=by, subject=called(row.indicator, row.region), note=note, on=on)


def _next_version(rows, said, *, is_sample, **where):
    """The row that counts from now on, and whether it is a new one."""
    current = rows.current().select_for_update(of=("self",)).first()
    if current and all(getattr(current, name) == value for name, value in said.items()):
        return current, False
    last = rows.aggregate(last=Max("order"))["last"] or 0
    if current:
        current.is_current = False
        save_checked(current)
    row = rows.model(order=last + 1, is_sample=is_sample, **where, **said)
    return save_checked(row), True


def _require_ready(indicator):
    """Propositions 8 and 9: first what leads to what, then how much."""
    theories = TheoryOfChange.objects.filter(collaboration=indicator.goal.collaboration_id)
    if not theories.agreed().exists():
        raise Refused(_("The parties agree on a theory of change before targets are set."))
    if not indicator.definition.strip():
        raise Refused(_("No target without a definition: write down what exactly is counted."))


def _require_fitting(indicator, value, lower, upper):
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


def _require_share(indicator, **numbers):
    """A share of a whole lies between nothing and all of it."""
    wrong = {
        name: [_("A share lies between 0 and 100 percent.")]
        for name, number in numbers.items()
        if number is not None and indicator.is_share and not 0 <= number <= WHOLE
    }
    if wrong:
        raise ValidationError(wrong)


def _require_after_baseline(indicator, region, due_on):
    """Later than where it started, in the region or, if nothing is known there, altogether."""
    rows = indicator.baselines.current()
    baseline = rows.filter(region=region).first() or rows.filter(region=None).first()
    if baseline is not None and due_on <= baseline.as_of:
        words = {"day": date_format(baseline.as_of, "SHORT_DATE_FORMAT")}
        sentence = _("The baseline is of %(day)s; a target is for a later day.")
        raise ValidationError({"due_on": [sentence % words]})


def _require_before_targets(indicator, region, as_of):
    rows = indicator.targets.current().filter(region=region, due_on__lte=as_of)
    if first := rows.order_by("due_on").first():
        words = {"day": date_format(first.due_on, "SHORT_DATE_FORMAT")}
        sentence = _("A target is for %(day)s; the baseline is of an earlier day.")
        raise ValidationError({"as_of": [sentence % words]})
