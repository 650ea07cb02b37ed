"""Write the agenda of a meeting: its topics, the threads they continue, what was decided."""

import uuid

from django.db.models import Max
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.engagement.models import AgendaItem
from agreements.engagement.transitions.typed import (
    drop_decisions,
    require_nothing_on_it,
    typed_decision,
    write_typed,
)
from collabgov.kit.errors import Refused

PLAIN = (
    *("topic", "phase", "notes", "minutes_planned", "presenter"),
    *("is_confidential", "is_open", "question"),
)

TAKEN_ALONG = ("topic", "phase", "minutes_planned", "presenter", "is_confidential", "question")


def write_agenda(meeting, lines):
    """Make the agenda exactly these lines, in this order; return the decision of each number."""
    _require_own_questions(meeting, lines)
    kept = {item.pk: item for item in meeting.agenda_items.prefetch_related("decisions")}
    _drop(meeting, [item for pk, item in kept.items() if pk not in _ids(lines)])
    named = [(kept.pop(line.item_id, None), line) for line in lines]
    rows = _with_threads(meeting, named)
    closed = AgendaItem.objects.closed_threads({item.thread for item, _line in rows})
    decisions = {}
    for position, (item, line) in enumerate(rows, start=1):
        if item.thread in closed:
            _require_open(item, line)
        item.position = position
        for name in PLAIN:
            setattr(item, name, getattr(line, name))
        item.save()
        decisions[line.number] = write_typed(item, line)
    return decisions


def take_up(meeting, items):
    """Put open topics of earlier meetings at the end of the agenda, each in its thread."""
    last = meeting.agenda_items.aggregate(last=Max("position"))["last"] or 0
    for position, item in enumerate(items, start=last + 1):
        AgendaItem.objects.create(
            meeting=meeting,
            thread=item.thread,
            position=position,
            is_open=item.is_open or not item.is_asked,
            is_sample=meeting.is_sample,
            **{name: getattr(item, name) for name in TAKEN_ALONG},
        )


def _ids(lines):
    return {line.item_id for line in lines}


def _with_threads(meeting, named):
    """Each line with its item: the saved one, else a new one of the thread that it continues.

    A row named twice is changed once, and a thread is once on an agenda: a second line is a
    topic of its own. A question that was taken up before goes on in that thread.
    """
    together = meeting.collaboration_id
    wanted = {line.thread for _item, line in named if line.thread}
    known = AgendaItem.objects.threads_of(together, wanted)
    asked = {line.question.pk for item, line in named if line.question and not item}
    about = AgendaItem.objects.threads_about(together, asked)
    taken = {item.thread for item, _line in named if item}
    rows = []
    for item, line in named:
        if item is None:
            thread = line.thread if line.thread in known else None
            thread = thread or about.get(line.question and line.question.pk)
            thread = thread if thread and thread not in taken else uuid.uuid4()
            taken.add(thread)
            item = AgendaItem(meeting=meeting, thread=thread, is_sample=meeting.is_sample)
        rows.append((item, line))
    return rows


def _require_own_questions(meeting, lines):
    for line in lines:
        if line.question and line.question.collaboration_id != meeting.collaboration_id:
            raise Refused(_("This question is of another collaboration."))


def _require_open(item, line):
    """On a closed topic nothing new is decided, and it does not go on unless it is reopened."""
    before = typed_decision(item)
    is_new = line.decision and (before is None or before.text != line.decision)
    if is_new or line.is_open:
        raise Refused(
            _("“%(topic)s” is closed. Reopen it first, then decide or carry it on.")
            % {"topic": line.topic}
        )


def _drop(meeting, gone):
    """Leave topics out of this meeting; one that a later meeting took up again stays here."""
    threads = {item.thread for item in gone}
    for later in AgendaItem.objects.after(meeting).filter(thread__in=threads):
        raise Refused(
            _("“%(topic)s” was taken up again on %(day)s, so it stays. It can only be closed.")
            % {
                "topic": later.topic,
                "day": date_format(later.meeting.held_on, "SHORT_DATE_FORMAT"),
            }
        )
    for item in gone:
        require_nothing_on_it(item)
        drop_decisions(item.decisions.all())
        item.delete()
