"""Which party owes an indicator's values, from one day to another."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_row
from agreements.goals.kinds import GoalEvent
from agreements.goals.models import ReportingDuty
from agreements.goals.transitions.common import called, locked, log, require_party, used_indicator
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked


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
    duty = ReportingDuty(
        indicator=fresh,
        party=party,
        region=region,
        starts_on=starts_on,
        ends_on=ends_on,
        days_after=days_after,
        is_sample=is_sample,
    )
    save_checked(duty)
    log(fresh.goal, GoalEvent.DUTY_ADDED, by=by, subject=_called(duty), on=on)
    return duty


@transaction.atomic
def end_duty(*, duty, by, version, ends_on=None):
    """Its last day; whoever follows begins on the day after."""
    goal = locked(duty.indicator.goal, duty.indicator.goal.collaboration_id)
    fresh = lock_row(duty)
    fresh.next_version(version)
    if fresh.is_over:
        raise Refused(_("This duty has ended already."))
    day = ends_on or timezone.localdate()
    if day < fresh.starts_on:
        raise ValidationError({"ends_on": [_("The last day cannot be before the first day.")]})
    fresh.ends_on = day
    save_checked(fresh)
    log(goal, GoalEvent.DUTY_ENDED, by=by, subject=_called(fresh))
    return fresh


def _called(duty):
    return f"{duty.party.organization.label} · {called(duty.indicator, duty.region)}"
