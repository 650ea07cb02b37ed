"""What the page of a meeting tells about its agenda: how long, what goes on, where it came from."""

from collections import defaultdict
from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.engagement.models import AgendaItem, Meeting, Option, Question
from agreements.engagement.rules.decisions import mark_changeable
from agreements.engagement.snapshot import decided_here
from agreements.engagement.states import OPEN_DECISION, MeetingState

CANCELLED = MeetingState.CANCELLED


def with_threads(meeting, agenda, *, user, may_edit):
    """Tell each topic which other meetings touched it, and what may be done about it here.

    Returns what was decided here on topics that are not on this agenda.
    """
    others = defaultdict(list)
    threads = {item.thread for item in agenda}
    for other in AgendaItem.objects.of_threads(meeting.collaboration_id, threads):
        if other.meeting_id != meeting.pk:
            others[other.thread].append(other)
    options = defaultdict(list)
    for option in Option.objects.of_threads(meeting.collaboration_id, threads):
        options[option.agenda_item.thread].append(option)
    mark_changeable([*chain.from_iterable(options.values())], user, meeting.collaboration)
    here = (meeting.held_on, meeting.pk)
    decided = decided_here(meeting)
    for item in agenda:
        item.decided_here = decided.pop(item.thread, ())
        item.elsewhere = others[item.thread]
        item.weighed = options[item.thread]
        item.stays_inside = any(row.is_confidential for row in [item, *item.elsewhere])
        item.asked = list({row.pk: row for row in _questions_of(item)}.values())
        took_up = [row.meeting for row in item.elsewhere if row.meeting.state != CANCELLED]
        is_latest = all((other.held_on, other.pk) < here for other in took_up)
        item.is_closed = bool(item.closed_at or any(row.closed_at for row in item.elsewhere))
        is_left = item.is_open or _waits_for_decision([item, *item.elsewhere])
        item.goes_on = is_left and is_latest and not item.is_closed
        item.is_settled = item.goes_on and _is_settled(item)
        item.may_close = may_edit and is_latest and not item.is_closed
        item.may_reopen = may_edit and is_latest and not item.is_open
    return [decision for rows in decided.values() for decision in rows]


def _decisions_put_forward(items):
    rows = (decision for each in items for decision in each.decisions.all())
    return [decision for decision in rows if decision.was_put_forward]


def _waits_for_decision(items):
    """Whether something was put forward on the topic that is not decided yet."""
    return any(row.state in OPEN_DECISION for row in _decisions_put_forward(items))


def _is_settled(item):
    """Whether this meeting decided, and nothing on the topic waits for a decision any more."""
    own = [row for row in item.decisions.all() if row.decided_on and not row.decided_in_id]
    return bool(own or item.decided_here) and not _waits_for_decision([item, *item.elsewhere])


def _questions_of(item):
    """What the topic is about, and what was asked on it."""
    return [*([item.question] if item.question else []), *item.questions_raised.all()]


def carried_here(meeting):
    """What follows to this planned meeting.

    All goes to the next one of its series, or of none; and to one whose day has passed, for
    somebody writes down now what was discussed there.
    """
    if meeting.state != MeetingState.PLANNED or _comes_later(meeting):
        return []
    items = AgendaItem.objects.carried_to(
        meeting.collaboration_id, series=meeting.series_id, meeting=meeting
    )
    return [item for item in items if item.meeting.held_on <= meeting.held_on]


def questions_here(meeting):
    """Open questions that follow to this planned meeting and are on no agenda yet."""
    if meeting.state != MeetingState.PLANNED:
        return []
    together, until = meeting.collaboration_id, meeting.held_on
    is_next = Meeting.objects.next_of(together, until=until) == meeting.pk
    series = None if _comes_later(meeting) else meeting.series_id
    rows = Question.objects.carried_to(together, series=series, anywhere=is_next)
    return list(rows.filter(raised_on__lte=until))


def coming_here(meeting):
    """Open topics and open questions, for its form."""
    return carried_here(meeting), questions_here(meeting)


def _comes_later(meeting):
    """Whether another planned meeting of its series, or of none, comes before it."""
    among = {"until": meeting.held_on, "series": meeting.series_id}
    return Meeting.objects.next_of(meeting.collaboration_id, **among) not in (None, meeting.pk)


def time_said(meeting, agenda):
    """How long the agenda takes, beside the length of the meeting; nothing where none is said."""
    planned = sum(item.minutes_planned or 0 for item in agenda)
    if not planned:
        return ""
    said = _("Agenda %(planned)d minutes") % {"planned": planned}
    if meeting.starts_at and meeting.ends_at:
        length = _minutes(meeting.ends_at) - _minutes(meeting.starts_at)
        said = _("Agenda %(planned)d minutes, meeting %(length)d minutes") % {
            "planned": planned,
            "length": length,
        }
        if planned > length:
            more = ngettext(
                "%d minute more than there is", "%d minutes more than there are", planned - length
            )
            said = f"{said}: {more % (planned - length)}"
    open_ended = sum(item.minutes_planned is None for item in agenda)
    if open_ended:
        without = ngettext(
            "%d topic without a duration", "%d topics without a duration", open_ended
        )
        said = f"{said} ({without % open_ended})"
    return said


def _minutes(time):
    return time.hour * 60 + time.minute
