"""Two strangers' readers of calendar files: what stands in one must stand in the other."""

import icalendar
import vobject


def read(content):
    """The events of a file, as `icalendar` reads them; vobject has to find the same ones."""
    calendar = icalendar.Calendar.from_ical(content)
    events = calendar.walk("VEVENT")
    second = vobject.readOne(content.decode())
    others = second.contents.get("vevent", [])
    assert [told_by_icalendar(event) for event in events] == [told_by_vobject(e) for e in others]
    return events


def told_by_icalendar(event):
    return (
        str(event["uid"]),
        str(event["sequence"]),
        str(event["summary"]),
        str(event["status"]),
        event.decoded("dtstart"),
        event.decoded("dtend"),
    )


def told_by_vobject(event):
    return (
        event.uid.value,
        event.sequence.value,
        event.summary.value,
        event.status.value,
        event.dtstart.value,
        event.dtend.value,
    )
