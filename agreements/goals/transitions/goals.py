"""Propose, agree on, close and drop shared goals; who supports them."""

import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_open, lock_row, require_reason
from agreements.goals.edits import kept_of, what_changed
from agreements.goals.kinds import GoalEvent
from agreements.goals.models import Goal, GoalSupport
from agreements.goals.states import GOAL_MOVES, GoalState
from agreements.goals.transitions.common import (
    decided_on,
    locked,
    log,
    require_decision,
    require_party,
    working_goal,
)
from collabgov.kit.errors import AlreadySaved, Refused
from collabgov.kit.forms import own_submission
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move

SAME = ("collaboration_id", "title", "description", "benefit", "lead_id")


@transaction.atomic
def propose_goal(*, collaboration, by, submission_id=None, is_sample=False, on=None, **fields):
    """`fields`: title, description, benefit, lead. Sent twice, it makes one goal."""
    fresh = lock_open(collaboration.pk)
    require_party(fields.get("lead"), fresh.pk, field="lead")
    goal = Goal(
        collaboration=fresh,
        submission_id=submission_id or uuid.uuid4(),
        is_sample=is_sample,
        **fields,
    )
    if twin := _made_before(goal, by):
        return twin
    save_checked(goal)
    log(goal, GoalEvent.PROPOSED, by=by, moved=("", goal.state), on=on)
    return goal


def _made_before(goal, by):
    """What this very form made already; with other content it is asked again."""
    twin = Goal.objects.filter(submission_id=goal.submission_id).first()
    if twin is None:
        return None
    if not twin.changes.filter(event=GoalEvent.PROPOSED, made_by=by).exists():
        goal.submission_id = own_submission(goal.submission_id, by)
        return _made_before(goal, by)
    if all(getattr(goal, name) == getattr(twin, name) for name in SAME):
        return twin
    sentence = _("This form has proposed “%s” already. Save again to propose another goal.")
    raise AlreadySaved(sentence % twin, twin)


@transaction.atomic
def edit_goal(*, goal, by, version, **fields):
    """Change what is said about a goal; EditConflict when the form is older.

    What the parties agreed on are these words: other ones are agreed on anew.
    """
    fresh = working_goal(goal)
    fresh.next_version(version)
    before = kept_of(fresh, fields)
    lead = fields.get("lead", fresh.lead)
    is_led_anew = lead != fresh.lead
    if is_led_anew:
        require_party(lead, fresh.collaboration_id, field="lead")
    for name, value in fields.items():
        setattr(fresh, name, value)
    changed = what_changed(before, kept_of(fresh, fields))
    is_open_again = fresh.state == GoalState.AGREED and (is_led_anew or bool(changed))
    if is_open_again:
        fresh.full_clean()  # a lead is needed all the time
        fresh.state, fresh.agreed_on, fresh.decision = GoalState.PROPOSED, None, None
    save_checked(fresh)
    log(fresh, GoalEvent.EDITED, by=by, note=changed)
    if is_open_again:
        log(fresh, GoalEvent.MOVED, by=by, moved=(GoalState.AGREED, GoalState.PROPOSED))
    for row in fresh.supports.filter(party=lead) if lead else ():
        log(fresh, GoalEvent.SUPPORT_REMOVED, by=by, subject=row)  # it leads now
        row.delete()
    return fresh


@transaction.atomic
def agree_goal(*, goal, by, decision, on=None):
    """The parties took it on: which decision says so, and who leads."""
    fresh = locked(goal, goal.collaboration_id)
    require_move(
        {GoalState.PROPOSED: GOAL_MOVES[GoalState.PROPOSED]},
        current=GoalState(fresh.state),
        target=GoalState.AGREED,
    )
    require_decision(decision, fresh.collaboration_id)
    if fresh.lead is None:
        raise Refused(_("Say which party leads before the goal is agreed."))
    day = decided_on(decision, on)
    return _move(
        fresh, GoalState.AGREED, by=by, note=decision.text, on=on, decision=decision, agreed_on=day
    )


@transaction.atomic
def drop_goal(*, goal, by, reason, on=None):
    """It is not pursued any more; its figures stay readable and count no longer."""
    fresh = locked(goal, goal.collaboration_id)
    require_move(GOAL_MOVES, current=GoalState(fresh.state), target=GoalState.DROPPED)
    return _move(fresh, GoalState.DROPPED, by=by, note=require_reason(reason), on=on)


@transaction.atomic
def close_goal(*, goal, by, reason, on=None):
    """It was worked on to its end, reached or not."""
    fresh = locked(goal, goal.collaboration_id)
    require_move(GOAL_MOVES, current=GoalState(fresh.state), target=GoalState.CLOSED)
    return _move(fresh, GoalState.CLOSED, by=by, note=require_reason(reason), on=on)


@transaction.atomic
def reopen_goal(*, goal, by, reason, on=None):
    """A closed goal is worked on again."""
    fresh = locked(goal, goal.collaboration_id)
    require_move(
        {GoalState.CLOSED: GOAL_MOVES[GoalState.CLOSED]},
        current=GoalState(fresh.state),
        target=GoalState.AGREED,
    )
    return _move(fresh, GoalState.AGREED, by=by, note=require_reason(reason), on=on)


@transaction.atomic
def add_support(*, goal, party, by, role="", is_sample=False, on=None):
    """Another party supports the goal; the one that leads it does so anyway."""
    fresh = working_goal(goal)
    require_party(party, fresh.collaboration_id)
    if party.pk == fresh.lead_id:
        raise ValidationError({"party": [_("This party leads the goal already.")]})
    said = {"party": party, "role": role.strip()}
    if twin := fresh.supports.filter(**said).first():
        return twin  # a double click
    row = save_checked(GoalSupport(goal=fresh, is_sample=is_sample, **said))
    log(fresh, GoalEvent.SUPPORT_ADDED, by=by, subject=row, note=row.role, on=on)
    return row


@transaction.atomic
def edit_support(*, support, by, version, role):
    """Another contribution of the same party; EditConflict when the form is older."""
    goal = working_goal(support.goal)
    fresh = lock_row(support)
    fresh.next_version(version)
    fresh.role = role.strip()
    save_checked(fresh)
    log(goal, GoalEvent.SUPPORT_EDITED, by=by, subject=fresh, note=fresh.role)
    return fresh


@transaction.atomic
def remove_support(*, support, by):
    goal = working_goal(support.goal)
    fresh = lock_row(support)
    log(goal, GoalEvent.SUPPORT_REMOVED, by=by, subject=fresh)
    fresh.delete()
    return goal


def _move(fresh, target, *, by, note, on, **facts):
    source = fresh.state
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.state = target
    fresh.version += 1
    save_checked(fresh)
    log(fresh, GoalEvent.MOVED, by=by, note=note, moved=(source, target), on=on)
    return fresh
