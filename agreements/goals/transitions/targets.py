"""Where an indicator started and where it shall be, each set by a decision; newer ones replace."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_row, require_reason
from agreements.goals.kinds import GoalEvent
from agreements.goals.models import Baseline, Target
from agreements.goals.transitions.aiming import (
    require_after_baseline,
    require_before_targets,
    require_fitting,
    require_ready,
    require_sensible,
    require_share,
    require_way,
    require_within_reach,
)
from agreements.goals.transitions.common import (
    called,
    log,
    past_day,
    require_decision,
    used_indicator,
)
from agreements.goals.transitions.slots import require_unlocked
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked


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
    require_share(fresh, value=value)
    _require_open_days(fresh, region, as_of)
    require_before_targets(fresh, region, as_of)
    for target in fresh.targets.current().filter(region=region).exclude(value=None):
        require_way(fresh, value, target.value, field="value")
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
    require_ready(fresh)
    require_fitting(fresh, value, lower, upper)
    require_share(fresh, value=value, lower=lower, upper=upper)
    require_sensible(fresh, {"value": value, "lower": lower, "upper": upper})
    require_within_reach(due_on)
    require_unlocked(fresh.goal.collaboration_id, due_on, due_on)
    require_after_baseline(fresh, region, due_on)
    if start := fresh.baselines.current().filter(region=region).first():
        require_way(fresh, start.value, value, field="value")
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
    require_unlocked(indicator.goal.collaboration_id, fresh.due_on, fresh.due_on)
    fresh.is_current = False
    save_checked(fresh)
    _log(indicator.goal, GoalEvent.TARGET_DROPPED, fresh, by=by, note=words)
    return fresh


def _log(goal, event, row, *, by, note, on=None):
    log(goal, event, by=by, subject=called(row.indicator, row.region), note=note, on=on)


def _require_open_days(indicator, region, as_of):
    """Neither the new baseline nor the one that it replaces is of days that were closed."""
    rows = indicator.baselines.current().filter(region=region)
    for day in {as_of, *rows.values_list("as_of", flat=True)}:
        require_unlocked(indicator.goal.collaboration_id, day, day)


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
