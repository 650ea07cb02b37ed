"""What the page of a decision shows, read in a fixed number of queries."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.asking import asked_once
from agreements.charter.history import Line
from agreements.charter.rules import is_coordinator_of, takes_part
from agreements.charter.stance_rows import positions_of
from agreements.charter.stances import Stance
from agreements.charter.states import CollaborationState
from agreements.engagement.deciding import told
from agreements.engagement.decision_kinds import DecisionEvent, PositionEvent
from agreements.engagement.decision_moves import moves_of, why_not_decided
from agreements.engagement.kinds import DecisionRule, Word
from agreements.engagement.models import AgendaItem, MinutesVersion, Position
from agreements.engagement.resting import beside
from agreements.engagement.rules.decisions import answering_party, mark_changeable
from agreements.engagement.states import OPEN_DECISION, SETTLED, STANDING, DecisionState
from agreements.engagement.threads import options_of, thread_items

FEW = 6


@dataclass(frozen=True)
class Said:
    """One line of how a party came to where it stands: its word, or the answer to it."""

    day: date
    words: str
    text: str
    who: str
    is_answer: bool = False
    is_on_behalf: bool = False


def facts_of(decision, user):
    """What this reader sees and may do; who they are here is asked once."""
    with asked_once():
        return _facts_of(decision, user)


def _facts_of(decision, user):
    collaboration = decision.collaboration
    is_open = collaboration.state != CollaborationState.CLOSED
    may_run = is_open and is_coordinator_of(user, collaboration)
    may_add = is_open and takes_part.test(user, collaboration)
    history = [_line(change) for change in _changes(decision)]
    items = _way(decision)
    stances = _stances(decision, user, may_run=may_run, may_answer=may_add)
    return {
        "collaboration": collaboration,
        "may_answer": may_add,
        "way": items,
        "options": _options(decision, user),
        "amendments": list(decision.amendments.with_secrecy().select_related("meeting")),
        "is_review_due": _is_review_due(decision),
        "beside": beside(decision, user),
        "history": history[:FEW],
        "older_history": history[FEW:],
        **_follow_up(decision),
        **stances,
        **_ways_on(decision, items, stances, may_run=may_run, may_add=may_add),
    }


def _ways_on(decision, items, stances, *, may_run, may_add):
    """The buttons, without those that lead to a sure refusal, and why it is not to be decided."""
    is_open = decision.state in OPEN_DECISION
    is_closed = is_open and any(item.closed_at for item in items)
    why_not = why_not_decided(decision, is_closed=is_closed) if is_open else ""
    for row in stances["positions"]:
        row.may_state = row.may_state and not is_closed
    has_topic = decision.agenda_item is not None
    facts = {"is_closed": is_closed, "why_not": why_not, "is_blocked": stances["is_blocked"]}
    return {
        "moves": moves_of(decision, **facts) if may_run else (),
        "why_not_decided": why_not,
        "may_add_option": may_add and is_open and has_topic and not is_closed,
    }


def _is_review_due(decision):
    today = timezone.localdate()
    return bool(decision.state in STANDING and decision.review_on and decision.review_on <= today)


def _changes(decision):
    return decision.changes.select_related("made_by__person").order_by("-made_at", "-pk")


def _way(decision):
    """Every meeting that touched the topic, with what was noted, and its minutes."""
    rows = thread_items(decision.agenda_item).select_related("meeting")
    items = list(rows) or _without_topic(decision)
    minutes = _minutes_of(items)
    for item in items:
        item.is_where_put = item.meeting_id == decision.meeting_id
        item.is_where_decided = bool(decision.decided_on) and item.meeting_id == decision.place.pk
        item.minutes = minutes.get(item.meeting_id)
    return items


def _without_topic(decision):
    meetings = {decision.meeting.pk: decision.meeting, decision.place.pk: decision.place}
    return [AgendaItem(meeting=meeting) for meeting in meetings.values()]


def _minutes_of(items):
    """The newest version of each meeting's minutes: who confirmed, and who did not answer.

    What was confirmed on behalf of a party is not its word until it says so.
    """
    rows = MinutesVersion.objects.filter(meeting__in={item.meeting_id for item in items})
    rows = rows.prefetch_related("answers__party__organization").order_by("meeting", "number")
    found = {}
    for version in rows:
        answers = version.answers.all()
        silent = [row.party.organization.label for row in answers if row.is_silent]
        is_over = version.is_adopted or timezone.localdate() > version.answer_by
        version.silent, version.waited = (silent, []) if is_over else ([], silent)
        confirmed = [row for row in answers if row.word == Word.CONFIRM]
        for_them = [row.party.organization.label for row in confirmed if row.is_on_behalf]
        version.confirmed_for_them = for_them
        version.confirmed = len(confirmed) - len(for_them)
        version.answer_count = len(answers)
        found[version.meeting_id] = version
    return found


def _options(decision, user):
    rows = list(options_of(decision.agenda_item).for_list())
    mark_changeable(rows, user, decision.collaboration)
    for row in rows:
        row.is_chosen = row.pk == decision.option_id
    return rows


def _follow_up(decision):
    found = {
        "commitments": list(decision.commitments.for_list()),
        "goals": list(decision.goals.all()),
        "targets": list(decision.targets.select_related("indicator", "region")),
        "baselines": list(decision.baselines.select_related("indicator", "region")),
        "defined_indicators": list(decision.defined_indicators.all()),
    }
    is_any = any(found.values()) or decision.instrument_id is not None
    return found | {"has_follow_up": is_any}


def _stances(decision, user, *, may_run, may_answer):
    is_settled = decision.state in SETTLED
    is_asking = decision.state == DecisionState.UNDER_DELIBERATION
    said = list(decision.positions.for_page())
    found = positions_of(
        decision,
        said,
        user,
        make=lambda party: Position(decision=decision, party=party),
        is_asking=is_asking,
        is_settled=is_settled,
        coordinates=may_run,
        settled_on=decision.decided_on,
    )
    rows = found["positions"]
    answerer = answering_party(user, decision.collaboration)
    for row in rows:
        row.story = story_of(row) if row.pk else []
        row.is_unanswered = row.stance == Stance.OBJECT and not _is_answered(row)
        row.was_answered = is_asking and row.is_own and not row.is_unanswered and _objects(row)
        is_mine = answerer is not None and row.party_id == answerer.pk
        row.may_answer = may_answer and row.stance == Stance.OBJECT and (may_run or not is_mine)
        if is_settled and row.stance == Stance.NOT_STATED and row.counts and not row.is_former:
            row.may_state = may_run or (row.is_own and may_answer)
    unanswered = [row.party.organization.label for row in rows if row.is_unanswered]
    return {
        "positions": rows,
        "tally": _tally(decision, rows),
        "unanswered": unanswered,
        "is_blocked": bool(unanswered) and decision.rule == DecisionRule.CONSENSUS,
    }


def _tally(decision, rows):
    asked = [row for row in rows if row.counts]
    if not asked:
        return ""
    on_behalf = Counter(row.stance for row in asked if row.is_on_behalf)
    return told(decision.rule, Counter(row.stance for row in asked), on_behalf)


def _objects(row):
    return row.stance == Stance.OBJECT


def _is_answered(row):
    return any(answer.objection == row.reason for answer in row.answers.all())


def story_of(row):
    """What the party said and what was answered, in the order of it."""
    lines = [(change.made_at, _said(change)) for change in row.changes.all()] + [
        (answer.created_at, _answered(answer)) for answer in row.answers.all()
    ]
    lines.sort(key=lambda line: (line[1].day, line[0]))
    return [line for _at, line in lines]


def _said(change):
    words = change.get_stance_display()
    if change.event == PositionEvent.CONFIRMED:
        words = _("%(stance)s: confirmed by the party") % {"stance": words}
    day = change.stated_on
    if change.event == PositionEvent.CONFIRMED:
        day = timezone.localdate(change.made_at)
    said_by = str(change.made_by)
    text = "" if change.event == PositionEvent.CONFIRMED else change.reason
    return Said(day, words, text, said_by, is_on_behalf=change.is_on_behalf)


def _answered(answer):
    party = answer.party.organization.label if answer.party else ""
    who = ", ".join(filter(None, (str(answer.answered_by), party)))
    return Said(answer.answered_on, _("Answered"), answer.text, who, is_answer=True)


def _line(change):
    """One line of the history in words."""
    about = ""
    if change.event == DecisionEvent.MOVED:
        states = dict(DecisionState.choices)
        words = {"from": states[change.from_state], "to": states[change.to_state]}
        about = _("%(from)s → %(to)s") % words
    made_by = str(change.made_by) if change.made_by else _("by the calendar")
    return Line(change.get_event_display(), about, change.note, made_by, change.made_at)
