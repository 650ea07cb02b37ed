"""What the page of a meeting tells about its agenda: how long, what goes on, where it came from."""

from collections import defaultdict

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.engagement.models import AgendaItem, Meeting
from agreements.engagement.snapshot import decided_here
from agreements.engagement.states import MeetingState


def with_threads(meeting, agenda, *, may_edit):
    """Tell each topic which other meetings touched it, and what may be done about it here."""
    others = defaultdict(list)
    threads = {item.thread for item in agenda}
    for other in AgendaItem.objects.of_threads(meeting.collaboration_id, threads):
        if other.meeting_id != meeting.pk:
            others[other.thread].append(other)
    here = (meeting.held_on, meeting.pk)
    decided = decided_here(meeting)
    for item in agenda:
        item.decided_here = decided.get(item.thread, ())
        item.elsewhere = others[item.thread]
        is_latest = all((row.meeting.held_on, row.meeting.pk) < here for row in item.elsewhere)
        item.is_closed = bool(item.closed_at or any(row.closed_at for row in item.elsewhere))
        item.goes_on = item.is_open and is_latest and not item.is_closed
        item.may_close = may_edit and is_latest and not item.is_closed
        item.may_reopen = may_edit and is_latest and not item.is_open
    return agenda


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


def _comes_later(meeting):
    """Whether another planned meeting comes before it."""
    ahead = Meeting.objects.filter(
        collaboration=meeting.collaboration_id,
        series=meeting.series_id,
        state=MeetingState.PLANNED,
        held_on__range=(timezone.localdate(), meeting.held_on),
    )
    first = ahead.order_by("held_on", "starts_at", "pk").values_list("pk", flat=True).first()
    return first not in (None, meeting.pk)


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
