"""Options of a topic: what could be done, side by side."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_open, lock_row
from agreements.engagement.decision_kinds import DecisionEvent
from agreements.engagement.models import Decision, Option
from agreements.engagement.states import OPEN_DECISION
from agreements.engagement.threads import options_of, require_open_topic, thread_items
from agreements.engagement.transitions.assessments import turn
from agreements.engagement.transitions.decisions import log_decision
from agreements.engagement.transitions.discovering import free_entry
from agreements.goals.transitions.common import require_party
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked


@transaction.atomic
def add_option(*, agenda_item, by, title, proposed_by=None, entry=None, is_sample=False, **facts):
    """`facts`: pros, cons, cost, cost_note. The same title twice is one option.

    With `entry`, that entry of an assessment becomes this option.
    """
    lock_open(agenda_item.meeting.collaboration_id)
    item = lock_row(agenda_item)
    require_open_topic(item)
    require_party(proposed_by, item.meeting.collaboration_id, field="proposed_by")
    source = free_entry(entry, item.meeting.collaboration_id, said_by=proposed_by)
    if twin := item.options.filter(title=title.strip(), proposed_by=proposed_by, **facts).first():
        if source is not None:
            turn(source, by=by, option=twin)
        return twin  # a double click, or the same said twice
    last = options_of(item).aggregate(last=Max("position"))["last"] or 0
    option = Option(
        agenda_item=item,
        title=title.strip(),
        proposed_by=proposed_by,
        position=last + 1,
        is_sample=is_sample,
        **facts,
    )
    save_checked(option)
    if source is not None:
        turn(source, by=by, option=option)
    _log(item, DecisionEvent.OPTION_ADDED, option.title, by=by)
    return option


@transaction.atomic
def edit_option(*, option, by, version, **facts):
    """Put it right; EditConflict when the form is older. What was chosen stays as it was read."""
    fresh = _free(option)
    fresh.next_version(version)
    if facts.get("proposed_by") != fresh.proposed_by:
        collaboration_id = fresh.agenda_item.meeting.collaboration_id
        require_party(facts.get("proposed_by"), collaboration_id, field="proposed_by")
    for name, value in facts.items():
        setattr(fresh, name, value)
    save_checked(fresh)
    _log(fresh.agenda_item, DecisionEvent.OPTION_EDITED, fresh.title, by=by)
    return fresh


@transaction.atomic
def remove_option(*, option, by):
    """Take it off the table; the history of the decision keeps its words."""
    fresh = _free(option)
    item = fresh.agenda_item
    said = " · ".join(filter(None, (fresh.title, fresh.pros, fresh.cons)))
    _log(item, DecisionEvent.OPTION_REMOVED, said, by=by)
    fresh.delete()
    return item


def _log(item, event, note, *, by):
    """One line in the history of each decision that is open on the topic."""
    rows = Decision.objects.filter(agenda_item__in=thread_items(item), state__in=OPEN_DECISION)
    for decision in rows:
        log_decision(decision, event, by=by, note=note)


def _free(option):
    lock_open(option.agenda_item.meeting.collaboration_id)
    fresh = lock_row(option)
    require_open_topic(fresh.agenda_item)
    if fresh.decisions.exists():
        raise Refused(_("This option was chosen by a decision, so it stays as it is."))
    return fresh
