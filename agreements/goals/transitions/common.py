"""What every verb of shared goals begins and ends with: lock, check, write the history."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from agreements.charter.models import Party
from agreements.charter.transitions.locking import last_day as past_day
from agreements.charter.transitions.locking import lock_row, locked, moment
from agreements.engagement.states import STANDING
from agreements.goals.models import GoalChange
from agreements.goals.states import GoalState
from collabgov.kit.errors import Refused

WORKING = (GoalState.PROPOSED, GoalState.AGREED)


def working_goal(goal):
    """The goal as it is now, locked; refused when it was closed or dropped."""
    fresh = locked(goal, goal.collaboration_id)
    if fresh.state not in WORKING:
        raise Refused(_("This goal is closed. Nothing of it can be changed."))
    return fresh


def used_indicator(indicator):
    """The indicator as it is now, of a locked goal on which work goes on."""
    goal = working_goal(indicator.goal)
    fresh = lock_row(indicator)
    fresh.goal = goal
    if fresh.is_retired:
        raise Refused(_("This indicator is no longer used. Take it up again first."))
    return fresh


def log(goal, event, *, by, subject="", note="", moved=None, on=None):
    """Write one line of the goal's history; `moved` is (from, to) where its state changed."""
    from_state, to_state = moved or (goal.state, goal.state)
    return GoalChange.objects.create(
        goal=goal,
        event=event,
        subject=str(subject),
        note=note,
        from_state=from_state,
        to_state=to_state,
        made_by=by,
        made_at=moment(on),
    )


def called(indicator, region):
    """An indicator and where, for a line of the history."""
    return f"{indicator} · {region.name}" if region else str(indicator)


def require_party(party, collaboration_id, *, field="party"):
    """A party that takes part in this collaboration today."""
    if party is None:
        return
    mine = Party.objects.current().filter(collaboration=collaboration_id)
    if not mine.filter(pk=party.pk).exists():
        sentence = _("Choose a party that takes part in this collaboration today.")
        raise ValidationError({field: [sentence]})


def require_decision(decision, collaboration_id):
    """A decision of this very collaboration that was taken and still holds."""
    if decision is None:
        raise ValidationError({"decision": [_("Name the decision of the parties.")]})
    if decision.meeting.collaboration_id != collaboration_id:
        raise ValidationError({"decision": [_("The decision belongs to another collaboration.")]})
    if decision.state not in STANDING:
        raise ValidationError({"decision": [_("This decision does not hold, or not yet.")]})


def decided_on(decision, on):
    """The day of an agreement: that of the meeting unless told, never before it."""
    day = on or decision.meeting.held_on
    if day < decision.meeting.held_on:
        raise ValidationError({"agreed_on": [_("The parties decided this on a later day.")]})
    return past_day(day, field="agreed_on")
