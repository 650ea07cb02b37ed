"""Meetings and due dates as events that other calendars understand (RFC 5545)."""

import datetime as dt
import re
import uuid
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from agreements.engagement.states import MeetingState

MAKER = "-//collabgov//meetings//ID"
CONTENT_TYPE = "text/calendar; charset=utf-8"
USUAL_LENGTH = dt.timedelta(hours=1)  # of a meeting that does not say when it ends
A_DAY = dt.timedelta(days=1)
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")  # what no line of the format may hold


def calendar_of(events, *, name=""):
    """A whole file, lines folded and texts escaped as the format asks for."""
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if name:
        calendar.add("x-wr-calname", one_line(name))
        calendar.add("name", one_line(name))
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def meeting_event(meeting, *, site, topics=()):
    """One meeting, at the moment that the clock of its collaboration tells.

    Its name never changes and its number grows with each change of what stands here, so another
    calendar moves the event that it has instead of adding one.
    """
    event = Event()
    event.add("uid", str(meeting.calendar_uid))
    # Its moment also moves with the clock of its collaboration, which is part of the charter.
    event.add("sequence", meeting.sequence + meeting.collaboration.version - 1)
    _stamp(event, max(meeting.updated_at, meeting.collaboration.updated_at))
    _add_time(event, meeting)
    is_cancelled = meeting.state == MeetingState.CANCELLED
    event.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if is_cancelled else "OPAQUE")
    event.add("summary", _title_of(meeting, is_cancelled))
    if meeting.place:
        event.add("location", one_line(meeting.place))
    event.add("url", site + meeting.get_absolute_url())
    if topics:
        event.add("description", "\n".join(f"- {one_line(topic)}" for topic in topics))
    return event


def due_event(commitment, *, site):
    """The day by which something promised is due."""
    event = Event()
    event.add("uid", str(uuid.uuid5(commitment.submission_id, "due")))
    event.add("sequence", commitment.version)
    _stamp(event, commitment.updated_at)
    _add_day(event, commitment.due_on)
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("summary", _("Due: %(promise)s") % {"promise": one_line(_told(commitment))})
    event.add("url", site + commitment.get_absolute_url())
    return event


def _told(commitment):
    """The feed lies with whoever keeps the calendar: of a confidential topic it tells the code."""
    return commitment.code if commitment.is_confidential else commitment.promise


def _title_of(meeting, is_cancelled):
    title = one_line(meeting.title)
    return _("Cancelled: %(title)s") % {"title": title} if is_cancelled else title


def _stamp(event, changed_at):
    """Without a method, both say when the event was last changed."""
    changed = changed_at.astimezone(dt.UTC)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)


def _add_time(event, meeting):
    if meeting.starts_at is None:
        _add_day(event, meeting.held_on)
        return
    zone = ZoneInfo(meeting.collaboration.time_zone)
    start = dt.datetime.combine(meeting.held_on, meeting.starts_at, tzinfo=zone)
    length = USUAL_LENGTH
    if meeting.ends_at and meeting.ends_at > meeting.starts_at:
        length = dt.datetime.combine(meeting.held_on, meeting.ends_at, tzinfo=zone) - start
    start = start.astimezone(dt.UTC)
    event.add("dtstart", start)
    event.add("dtend", start + length)


def _add_day(event, day):
    """The end of whole days is the day after the last one."""
    event.add("dtstart", day)
    event.add("dtend", day + A_DAY)


def one_line(text):
    return " ".join(CONTROL.sub(" ", text).split())
