"""What the rows of the agenda continue: the same topic in an earlier meeting."""

import uuid

from django.utils.translation import gettext as _

from agreements.engagement.forms.typed import AGENDA
from agreements.engagement.models import AgendaItem, Question
from collabgov.kit.ids import as_id


class Threads:
    """The threads of a form's topics, read once for all rows."""

    def __init__(self, rows, *, collaboration, meeting=None):
        self._saved = {item.pk: item for item in meeting.agenda_items.for_list()} if meeting else {}
        self._threads = {row.number: self._thread_of(row) for row in rows}
        wanted = {thread for thread in self._threads.values() if thread}
        items = AgendaItem.objects.of_threads(collaboration, wanted) if wanted else ()
        self._closed = {item.thread for item in items if item.closed_at}
        self._earlier = {}
        for item in items:
            if meeting is None or _is_before(item.meeting, meeting):
                self._earlier.setdefault(item.thread, item)
        for row in rows:
            thread = self._threads[row.number]
            row.earlier, row.is_closed = self._earlier.get(thread), thread in self._closed

    def decided(self, row):
        """The decision that is saved on this topic of the meeting, as its form shows it."""
        item = self._saved.get(as_id(row["id"].value()))
        return next((row.text for row in _typed(item)), "") if item else ""

    def others_decided(self, row):
        """Decisions recorded beside it; they stay, and are shown."""
        item = self._saved.get(as_id(row["id"].value()))
        shown = _typed(item)[:1] if item else []
        return [row.text for row in item.decisions.all() if row not in shown] if item else []

    def _thread_of(self, row):
        if item := self._saved.get(as_id(row["id"].value())):
            return item.thread
        try:
            return uuid.UUID(str(row["thread"].value()))
        except ValueError:
            return None


def _is_before(other, meeting):
    return (other.held_on, other.pk) < (meeting.held_on, meeting.pk)


def stays_open(typed, number):
    """Say of a topic that is taken off the agenda that it comes again, when it does."""
    row = f"{AGENDA}-{number}-"
    question = Question.objects.open().filter(pk=as_id(typed.get(f"{row}question")))
    if not typed.get(f"{row}thread") and not question.exists():
        return ""
    topic = typed.get(f"{row}topic", "")
    return _("“%(topic)s” stays open: it comes back in the next meeting.") % {"topic": topic}


def _typed(item):
    """The decisions that were typed here: what was put forward has a page of its own."""
    return [row for row in item.decisions.all() if not row.was_put_forward]
