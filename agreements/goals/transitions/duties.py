"""Which party owes an indicator's values, from one day to another."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_row
from agreements.goals.edits import kept_of, what_changed
from agreements.goals.kinds import GoalEvent
from agreements.goals.models import ReportingDuty
from agreements.goals.transitions.common import called, locked, log, require_party, used_indicator
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.periods import shared_days

DAYS = ("starts_on", "ends_on", "days_after")


@transaction.atomic
def give_duty(
    *,
    indicator,
    party,
    by,
    starts_on,
    region=None,
    days_after=10,
    ends_on=None,
    is_sample=False,
    on=None,
):
    """One party at a time reports an indicator, for a region or altogether."""
    fresh = used_indicator(indicator)
    require_party(party, fresh.goal.collaboration_id)
    said = {"party": party, "region": region, "starts_on": starts_on}
    said |= {"ends_on": ends_on, "days_after": days_after}
    if twin := fresh.duties.filter(**said).first():
        return twin  # a double click
    duty = ReportingDuty(indicator=fresh, is_sample=is_sample, **said)
    _require_another_verifier(duty)
    save_checked(duty)
    log(fresh.goal, GoalEvent.DUTY_ADDED, by=by, subject=_called(duty), on=on)
    return duty


@transaction.atomic
def edit_duty(*, duty, by, version, **fields):
    """Put right who reports what, from when to when; `fields` as `give_duty` takes them."""
    indicator = used_indicator(duty.indicator)
    fresh = lock_row(duty)
    fresh.next_version(version)
    fresh.indicator, before, days = indicator, _called(fresh), kept_of(fresh, DAYS)
    if fields.get("party", fresh.party) != fresh.party:
        require_party(fields["party"], indicator.goal.collaboration_id)
    for name, value in fields.items():
        setattr(fresh, name, value)
    _require_another_verifier(fresh)
    save_checked(fresh)
    after = _called(fresh)
    subject = after if after == before else f"{before} → {after}"
    note = what_changed(days, kept_of(fresh, DAYS))
    log(indicator.goal, GoalEvent.DUTY_EDITED, by=by, subject=subject, note=note)
    return fresh


@transaction.atomic
def call_off_duty(*, duty, by):
    """A duty that has not begun: it goes; the history keeps that it was given."""
    goal = locked(duty.indicator.goal, duty.indicator.goal.collaboration_id)
    fresh = lock_row(duty)
    if fresh.starts_on <= timezone.localdate():
        raise Refused(_("This duty has begun. Give it a last day instead."))
    log(goal, GoalEvent.DUTY_CALLED_OFF, by=by, subject=_called(fresh))
    fresh.delete()
    return goal


@transaction.atomic
def end_duty(*, duty, by, version, ends_on=None):
    """Its last day; whoever follows begins on the day after."""
    goal = locked(duty.indicator.goal, duty.indicator.goal.collaboration_id)
    fresh = lock_row(duty)
    fresh.next_version(version)
    if fresh.is_over:
        raise Refused(_("This duty has ended already."))
    days = kept_of(fresh, DAYS)
    fresh.ends_on = ends_on or timezone.localdate()
    save_checked(fresh)
    note = what_changed(days, kept_of(fresh, DAYS))
    log(goal, GoalEvent.DUTY_ENDED, by=by, subject=_called(fresh), note=note)
    return fresh


def _require_another_verifier(duty):
    """Nobody reports what they verify; the role is kept by a feature above this one."""
    goal = duty.indicator.goal
    roles = apps.get_model("agreements", "RoleAssignment").objects.filter(
        shared_days(duty.starts_on, duty.ends_on),
        Q(goal=None) | Q(goal=goal),
        collaboration=goal.collaboration_id,
        party=duty.party,
        role="verifier",
    )
    if roles.exists():
        sentence = _("%(party)s verifies these values in that time and does not report them.")
        words = {"party": duty.party.organization.label}
        raise ValidationError({"party": [sentence % words]})


def _called(duty):
    return f"{duty.party.organization.label} · {called(duty.indicator, duty.region)}"
