"""Say which party answers for an issue in a region, put it right, end it, pass it on."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.capacity.models import AreaResponsibility
from agreements.capacity.structure_kinds import AreaRole
from agreements.capacity.structure_kinds import ArrangementEvent as E
from agreements.capacity.transitions.arranging import (
    as_it_stands,
    day_before,
    left_of,
    log,
    put_right,
    reason_to_edit,
    require_days_in_order,
    require_goal,
    require_later_start,
    require_not_over,
    require_party,
    standing_of,
)
from agreements.charter.transitions.locking import lock_open, locked
from agreements.goals.states import GoalState
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.periods import shared_days

SAID = ("goal", "region", "role")
AT_A_FIELD = ("party", "ends_on")


@transaction.atomic
def begin_areas(
    *,
    collaboration,
    goals,
    party,
    role,
    starts_on,
    by,
    region=None,
    ends_on=None,
    is_sample=False,
    on=None,
):
    """A party answers for one or more issues in one region, or in all: every one or none.

    Said twice, it stands once.
    """
    fresh = lock_open(collaboration.pk)
    require_party(party, fresh.pk)
    require_days_in_order(starts_on, ends_on)
    if not goals:
        raise ValidationError({"goals": [_("Choose at least one issue.")]})
    said = {"region": region, "party": party, "role": role}
    said |= {"starts_on": starts_on, "ends_on": ends_on}
    rows = []
    for goal in goals:
        _require_goal(goal, fresh.pk)
        twin = AreaResponsibility.objects.filter(goal=goal, **said).first()
        rows.append(twin or _begin(goal, said, by=by, is_sample=is_sample, on=on))
    return rows


@transaction.atomic
def edit_area(*, area, by, version, party, role, starts_on, ends_on=None, note=""):
    """Put right who answers, in which part, from when to when; issue and region stay.

    The history tells how it stood before, and of one that is over, why it was changed.
    """
    fresh = locked(area, area.collaboration.pk)
    fresh.next_version(version)
    why = reason_to_edit(fresh, note)
    stood = {"before": as_it_stands(fresh), "source": standing_of(fresh)}
    if party != fresh.party:
        require_party(party, area.collaboration.pk)
    require_days_in_order(starts_on, ends_on)
    fresh.party, fresh.role = party, role
    fresh.starts_on, fresh.ends_on = starts_on, ends_on
    _require_one_part(fresh)
    _require_free(fresh)
    save_checked(fresh)
    put_right(fresh, by=by, note=why, **stood)
    return fresh


@transaction.atomic
def end_area(*, area, by, ends_on=None, note=""):
    """The last day on which the party answers for it."""
    fresh = locked(area, area.collaboration.pk)
    require_not_over(fresh)
    day = ends_on or fresh.its_today
    if fresh.ends_on == day:
        return fresh  # the same said twice changes nothing
    return _end(fresh, day, by=by, note=note)


@transaction.atomic
def pass_area_on(*, area, by, party, starts_on, note=""):
    """Another party follows from that day; the one before ends on the day before it."""
    fresh = locked(area, area.collaboration.pk)
    require_not_over(fresh)
    require_party(party, area.collaboration.pk)
    require_later_start(fresh, starts_on)
    if party == fresh.party:
        raise Refused(_("It is theirs already: choose who follows."))
    last_day = left_of(fresh, starts_on)
    _end(fresh, day_before(starts_on), by=by, note=note)
    row = AreaResponsibility(
        party=party,
        starts_on=starts_on,
        ends_on=last_day,
        is_sample=fresh.is_sample,
        **{name: getattr(fresh, name) for name in SAID},
    )
    _require_one_part(row)
    save_checked(row)
    log(row, E.AREA_BEGUN, by=by, note=note)
    return row


def _begin(goal, said, *, by, is_sample, on):
    row = AreaResponsibility(goal=goal, is_sample=is_sample, **said)
    _require_one_part(row)
    try:
        _require_free(row)
        save_checked(row)
    except ValidationError as refusal:
        raise ValidationError(_named(goal, refusal)) from refusal
    log(row, E.AREA_BEGUN, by=by, on=on)
    return row


def _named(goal, refusal):
    """Of several issues the refusal says which one it is about, at the field it belongs to."""
    placed = {}
    by_field = getattr(refusal, "error_dict", None) or {NON_FIELD_ERRORS: refusal.error_list}
    for name, problems in by_field.items():
        for problem in problems:
            field = problem.code if problem.code in AT_A_FIELD else name
            placed.setdefault(field, []).extend(f"{goal}: {text}" for text in problem.messages)
    return placed


def _end(area, day, *, by, note=""):
    source = standing_of(area)
    area.ends_on = day
    area.version += 1
    save_checked(area)
    log(area, E.AREA_ENDED, by=by, source=source, note=note.strip())
    return area


def _require_goal(goal, collaboration_id):
    require_goal(goal, collaboration_id, field="goals")
    if goal.state == GoalState.DROPPED:
        raise ValidationError({"goals": [_("This goal was dropped.")]})


def _require_free(area):
    """One leads at a time; whoever is refused reads who it is, and what to do first."""
    if area.role != AreaRole.LEAD:
        return
    days = shared_days(area.starts_on, area.ends_on)
    rows = AreaResponsibility.objects.of_cell(area).leads().filter(days).exclude(pk=area.pk)
    other = rows.exclude(party=area.party).for_matrix().first()
    if other is not None:
        words = {"party": other.party.organization.label}
        sentence = _(
            "%(party)s leads this issue in this region in that time. "
            "Pass the responsibility on, or name its last day first."
        )
        raise ValidationError({"party": [sentence % words]})


def _require_one_part(area):
    """Whoever leads does not support at the same time."""
    other = AreaRole.SUPPORT if area.role == AreaRole.LEAD else AreaRole.LEAD
    days = shared_days(area.starts_on, area.ends_on)
    rows = AreaResponsibility.objects.of_cell(area).filter(days, party=area.party, role=other)
    if rows.exclude(pk=area.pk).exists():
        sentence = _("This party has another part in it in that time: it leads or it supports.")
        raise ValidationError({"party": [sentence]})
