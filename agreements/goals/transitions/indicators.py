"""Add and edit indicators, agree on what they count, retire them."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_row, require_reason
from agreements.goals.edits import kept_of, what_changed
from agreements.goals.kinds import GoalEvent
from agreements.goals.models import Indicator
from agreements.goals.transitions.common import (
    decided_on,
    log,
    require_decision,
    used_indicator,
    working_goal,
)
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago

# What the parties agreed to count.
MEANING = ("name", "definition", "unit", "is_share", "direction")
# What recorded values are read by, and where they count.
SCALE = ("unit", "is_share", "direction", "level")


@transaction.atomic
def add_indicator(*, goal, by, is_sample=False, on=None, **fields):
    """`fields`: name, level, unit, is_share, direction, definition, source, frequency, note."""
    fresh = working_goal(goal)
    said = {"goal": fresh, **fields}
    if twin := made_a_moment_ago(Indicator.objects, when="created_at", **said):
        return twin
    indicator = save_checked(Indicator(is_sample=is_sample, **said))
    log(fresh, GoalEvent.INDICATOR_ADDED, by=by, subject=indicator, on=on)
    return indicator


@transaction.atomic
def edit_indicator(*, indicator, by, version, **fields):
    """Another meaning is agreed on anew; recorded values keep what they are read by."""
    fresh = used_indicator(indicator)
    fresh.next_version(version)
    changed = {name for name, value in fields.items() if getattr(fresh, name) != value}
    before = kept_of(fresh, fields)
    _require_scale_kept(fresh, changed)
    _require_rhythm_kept(fresh, changed)
    _require_defined(fresh, changed, fields)
    for name, value in fields.items():
        setattr(fresh, name, value)
    is_open_again = fresh.definition_agreed_on and not changed.isdisjoint(MEANING)
    if is_open_again:
        fresh.definition_agreed_on = fresh.definition_decision = None
    save_checked(fresh)
    note = what_changed(before, kept_of(fresh, fields))
    log(fresh.goal, GoalEvent.INDICATOR_EDITED, by=by, subject=fresh, note=note)
    if is_open_again:
        log(fresh.goal, GoalEvent.DEFINITION_OPEN_AGAIN, by=by, subject=fresh)
    return fresh


@transaction.atomic
def agree_definition(*, indicator, by, decision, on=None):
    """The parties agreed what exactly is counted, by this decision."""
    fresh = used_indicator(indicator)
    require_decision(decision, fresh.goal.collaboration_id)
    if fresh.definition_decision == decision:
        return fresh  # a double click
    if not fresh.definition.strip():
        raise Refused(_("Write down the definition first: what is counted, how and by whom."))
    fresh.definition_agreed_on = decided_on(decision, on)
    fresh.definition_decision = decision
    fresh.version += 1
    save_checked(fresh)
    log(
        fresh.goal,
        GoalEvent.DEFINITION_AGREED,
        by=by,
        subject=fresh,
        note=decision.text,
        on=on,
    )
    return fresh


@transaction.atomic
def retire_indicator(*, indicator, by, reason):
    """It is not asked for any more; its values stay readable."""
    words = require_reason(reason)
    return _use(used_indicator(indicator), False, by=by, note=words)


@transaction.atomic
def revive_indicator(*, indicator, by, reason=""):
    goal = working_goal(indicator.goal)
    fresh = lock_row(indicator)
    fresh.goal = goal
    if not fresh.is_retired:
        raise Refused(_("This indicator is in use."))
    return _use(fresh, True, by=by, note=reason.strip())


def _use(fresh, is_used, *, by, note):
    fresh.is_retired = not is_used
    fresh.version += 1
    save_checked(fresh)
    event = GoalEvent.INDICATOR_REVIVED if is_used else GoalEvent.INDICATOR_RETIRED
    log(fresh.goal, event, by=by, subject=fresh, note=note)
    return fresh


def _require_defined(indicator, changed, fields):
    """A target stands on a definition, so the words cannot be taken from under it."""
    is_emptied = "definition" in changed and not fields["definition"].strip()
    if is_emptied and indicator.targets.current().exists():
        sentence = _("A target is set, so the definition can be changed but not left empty.")
        raise ValidationError({"definition": [sentence]})


def _require_scale_kept(indicator, changed):
    """Values that stand were recorded in this unit: another one would falsify them."""
    broken = [name for name in SCALE if name in changed]
    values = (indicator.baselines, indicator.targets, indicator.measurements)
    if broken and any(rows.exists() for rows in values):
        sentence = _("Values are recorded already. Retire this indicator and add another one.")
        raise ValidationError({name: [sentence] for name in broken})


def _require_rhythm_kept(indicator, changed):
    """A value is of a period of the rhythm: by another one it would be owed again.

    Whoever has a duty owes by this rhythm: by another one what was late is forgotten.
    """
    if "frequency" not in changed:
        return
    if indicator.measurements.exists():
        sentence = _("Values are recorded already. Retire this indicator and add another one.")
        raise ValidationError({"frequency": [sentence]})
    if indicator.duties.exists():
        sentence = _("A party reports it this often. Retire this indicator and add another one.")
        raise ValidationError({"frequency": [sentence]})
