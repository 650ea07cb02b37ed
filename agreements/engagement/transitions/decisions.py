"""A decision on its way: put forward, deliberated, decided, in effect, reviewed, changed later."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.states import CollaborationState
from agreements.charter.transitions.locking import lock_open, lock_row, require_reason
from agreements.engagement.deciding import require_carried, require_in_effect, require_place
from agreements.engagement.decision_kinds import Amending, DecisionEvent
from agreements.engagement.kinds import DecisionKind, DecisionRule
from agreements.engagement.models import Decision, DecisionChange
from agreements.engagement.states import (
    DECISION_MOVES,
    OPEN_DECISION,
    SETTLED,
    STANDING,
    DecisionState,
    MeetingState,
)
from agreements.engagement.threads import options_of, require_open_topic
from agreements.goals.transitions.common import moment, past_day
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move

S = DecisionState


@transaction.atomic
def put_forward(
    *,
    agenda_item,
    by,
    text,
    kind=DecisionKind.SUBSTANTIVE,
    rule=DecisionRule.CONSENSUS,
    settles=(),
    amends=None,
    amends_how="",
    is_sample=False,
    on=None,
):
    """Propose a decision on a topic; the same text twice is one proposal."""
    lock_open(agenda_item.meeting.collaboration_id)
    item = lock_row(agenda_item)
    require_open_topic(item)
    _require_open_minutes(item.meeting)
    require_changeable(amends, item.meeting.collaboration_id)
    same = item.decisions.filter(was_put_forward=True, state__in=OPEN_DECISION)
    if twin := same.filter(text=text.strip()).first():
        return twin  # a double click
    decision = Decision(
        meeting=item.meeting,
        agenda_item=item,
        text=text.strip(),
        kind=kind,
        rule=rule,
        settles=list(settles),
        amends=amends,
        amends_how=amends_how,
        was_put_forward=True,
        is_sample=is_sample,
    )
    save_checked(decision)
    log_decision(decision, DecisionEvent.PUT_FORWARD, by=by, came_from="", on=on)
    return decision


@transaction.atomic
def begin_deliberation(*, decision, by, on=None):
    """Ask every party that decides where it stands."""
    fresh = locked_decision(decision)
    require_open_topic(fresh.agenda_item)
    return move_decision(fresh, S.UNDER_DELIBERATION, by=by, on=on)


@transaction.atomic
def decide(
    *,
    decision,
    by,
    decided_in=None,
    on=None,
    option=None,
    effective_on=None,
    review_on=None,
    instrument=None,
):
    """Settle it by its rule, in the meeting that took it up or in a later one.

    What it changes is changed with it; what takes effect by then, does.
    """
    fresh = locked_decision(decision)
    require_move(DECISION_MOVES, current=S(fresh.state), target=S.DECIDED)
    require_open_topic(fresh.agenda_item)
    place = lock_row(decided_in) if decided_in else fresh.meeting  # as it is now, not as shown
    require_place(place, fresh)
    day = past_day(on or place.held_on, field="on")
    if day < fresh.meeting.held_on:
        raise ValidationError({"on": [_("The meeting that took it up was later.")]})
    require_option(option, fresh)
    require_instrument(instrument, fresh)
    require_carried(fresh, today=day)
    _require_unchanged(fresh.amends, fresh.amends_how)
    facts = {
        "decided_on": day,
        "decided_in": None if place.pk == fresh.meeting_id else place,
        "option": option,
        "effective_on": effective_on,
        "review_on": review_on,
        "instrument": instrument,
    }
    move_decision(fresh, S.DECIDED, by=by, on=on or day, **facts)
    if fresh.amends:
        _change_earlier(fresh, by=by, on=on or day)
    if effective_on and effective_on <= past_day(None, field="on"):
        move_decision(fresh, S.IN_EFFECT, by=by, on=effective_on)
    return fresh


@transaction.atomic
def take_effect(*, decision, by, on=None):
    """From that day it holds; the daily command calls it for a day that was set."""
    fresh = locked_decision(decision)
    require_move(DECISION_MOVES, current=S(fresh.state), target=S.IN_EFFECT)
    require_in_effect(fresh)
    today = past_day(on, field="effective_on")
    if fresh.effective_on and fresh.effective_on > today:
        raise Refused(_("It takes effect on a day that is still to come."))
    return move_decision(fresh, S.IN_EFFECT, by=by, on=on, effective_on=fresh.effective_on or today)


def effect_due(*, today):
    """Let each decision whose day has come take effect; yields each, and why it could not."""
    day = min(today, past_day(None, field="effective_on"))
    rows = Decision.objects.filter(state=S.DECIDED, effective_on__lte=day)
    rows = rows.exclude(meeting__collaboration__state=CollaborationState.CLOSED)
    for decision in rows.select_related("meeting__collaboration").order_by("pk"):
        try:
            yield take_effect(decision=decision, by=None), ""
        except Refused as refusal:
            yield decision, str(refusal)


@transaction.atomic
def withdraw_decision(*, decision, by, reason, on=None):
    """It is not pursued; what was said about it stays readable."""
    words = require_reason(reason)
    fresh = locked_decision(decision)
    return move_decision(fresh, S.WITHDRAWN, by=by, note=words, on=on)


@transaction.atomic
def amend(*, decision, later, how, by, on=None):
    """A later decision that is taken changes or revokes this one, in one go."""
    fresh, newer = locked_decision(decision), lock_row(later)
    if newer.pk == fresh.pk:
        raise ValidationError({"later": [_("A decision does not change itself.")]})
    if newer.collaboration_id != fresh.collaboration_id:
        raise ValidationError({"later": [_("The decision belongs to another collaboration.")]})
    if newer.state not in STANDING:
        raise Refused(_("Only a decision that is taken and holds changes an earlier one."))
    if newer.amends_id not in (None, fresh.pk):
        raise Refused(_("That decision changes another one already."))
    _require_unchanged(fresh, how)
    newer.amends, newer.amends_how = fresh, how
    save_checked(newer)
    _change_earlier(newer, by=by, on=on)
    return lock_row(decision)


@transaction.atomic
def review(*, decision, by, note, review_on=None, on=None):
    """Look back at what a standing decision brought; perhaps say when to look again."""
    words = require_reason(note, field="note")
    fresh = locked_decision(decision)
    if fresh.state not in STANDING:
        raise Refused(_("Only a decision that holds is reviewed."))
    day = past_day(on, field="reviewed_on")
    if review_on and review_on <= day:
        raise ValidationError({"review_on": [_("The next review is on a later day.")]})
    fresh.reviewed_on, fresh.review_note, fresh.review_on = day, words, review_on
    save_checked(fresh)
    log_decision(fresh, DecisionEvent.REVIEWED, by=by, note=words, on=on)
    return fresh


@transaction.atomic
def name_instrument(*, decision, by, instrument, on=None):
    """Say which agreement of the collaboration came of a decision."""
    fresh = locked_decision(decision)
    if fresh.state not in SETTLED:
        raise Refused(_("It is not decided yet."))
    if instrument is None:
        raise ValidationError({"instrument": [_("Choose the agreement.")]})
    require_instrument(instrument, fresh)
    fresh.instrument = instrument
    save_checked(fresh)
    log_decision(fresh, DecisionEvent.INSTRUMENT_NAMED, by=by, note=str(instrument), on=on)
    return fresh


def _require_open_minutes(meeting):
    """Adopted minutes tell what was put forward in their meeting; nothing is added afterwards."""
    if meeting.state == MeetingState.MINUTES_ADOPTED:
        raise Refused(
            _("The minutes of this meeting are adopted. Put it forward in a later meeting.")
        )


def locked_decision(decision):
    """The decision as it is now, its open collaboration held before it."""
    lock_open(decision.meeting.collaboration_id)
    return lock_row(decision)


def require_changeable(earlier, collaboration_id):
    """What a proposal wants to change: a standing decision of this collaboration."""
    if earlier is None:
        return
    if earlier.meeting.collaboration_id != collaboration_id:
        raise ValidationError({"amends": [_("The decision belongs to another collaboration.")]})
    if earlier.state not in STANDING:
        raise ValidationError({"amends": [_("This decision does not hold, or not yet.")]})


def require_option(option, decision):
    if option and not options_of(decision.agenda_item).filter(pk=option.pk).exists():
        raise ValidationError({"option": [_("This option is not one of the topic.")]})


def require_instrument(instrument, decision):
    if instrument and instrument.collaboration_id != decision.collaboration_id:
        sentence = _("The agreement belongs to another collaboration.")
        raise ValidationError({"instrument": [sentence]})


def _require_unchanged(earlier, how):
    """What another decision changed in the meantime is not changed again."""
    if earlier is not None and how in Amending.values:
        state = lock_row(earlier).state
        require_move(DECISION_MOVES, current=S(state), target=S(how))


def _change_earlier(later, *, by, on):
    earlier = lock_row(later.amends)
    if earlier.decided_on and earlier.decided_on > later.decided_on:
        raise Refused(_("Only a later decision changes this one: it was taken after that."))
    move_decision(earlier, S(later.amends_how), by=by, note=later.text, on=on)


def move_decision(fresh, target, *, by, note="", on=None, **facts):
    source = S(fresh.state)
    require_move(DECISION_MOVES, current=source, target=target)
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.state = target
    save_checked(fresh)
    log_decision(fresh, DecisionEvent.MOVED, by=by, came_from=source, note=note, on=on)
    return fresh


def log_decision(decision, event, *, by, came_from=None, note="", on=None):
    """Write one line of the history; without `came_from` the state stays."""
    return DecisionChange.objects.create(
        decision=decision,
        event=event,
        from_state=decision.state if came_from is None else came_from,
        to_state=decision.state,
        note=note,
        made_by=by,
        made_at=moment(on),
    )
