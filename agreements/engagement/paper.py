"""What an agenda and the minutes say on paper: texts only, for the page and for the DOCX.

Two editions: the internal one holds everything; the one for outsiders leaves confidential topics
out, with what was decided and promised on them. It says so whether there are any or none: neither
that nor how many there are is told.
"""

import datetime as dt
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from agreements.engagement.agenda_page import coming_here
from agreements.engagement.confidential import open_rows, secret_threads, stays_inside
from agreements.engagement.minutes_page import answer_lines, guests_of, shown
from agreements.engagement.models import AgendaItem
from agreements.engagement.snapshot import snapshot_of
from agreements.engagement.states import MeetingState


def day_of(day):
    return f"{date_format(day, 'l')}, {date_format(day, 'DATE_FORMAT')}" if day else ""


def agenda_words(meeting, *, sender="", outside=False, today=None):
    """The agenda as it stands now: what will be talked about, how long, and by whom."""
    said = shown(snapshot_of(meeting))
    rows = said["agenda"] + _coming(meeting)
    items = open_rows(rows) if outside else rows
    earlier = AgendaItem.objects.filter(meeting__held_on__lt=meeting.held_on)
    threads = [item["thread"] for item in items if item["thread"]]  # a question alone has none
    carried = earlier.threads_of(meeting.collaboration_id, threads)
    carried = {str(thread) for thread in carried}
    return {
        "kind": _("Meeting agenda"),
        **_head(said, sender, today),
        "notice": "" if outside else _internal(said | {"agenda": rows}, secret_threads(meeting)),
        "facts": _facts(said),
        "invited": [each["name"] for each in said["attendance"]],
        "items": [
            _agenda_row(number, item, is_carried=item["thread"] in carried)
            for number, item in enumerate(items, start=1)
        ],
        "left_out": _left_out(outside),
        "label": {
            "invited": _("Invited"),
            "agenda": _("Agenda"),
            "number": _("No."),
            "topic": _("Topic"),
            "duration": _("Duration"),
            "presenter": _("Presented by"),
        },
    }


def _coming(meeting):
    """Open topics and questions that come to a planned meeting, as rows beside its own topics."""
    topics, questions = coming_here(meeting)
    # A question that comes by itself was raised on no topic, so not on a confidential one.
    plain = {"thread": "", "minutes": None, "presenter": "", "decisions": []}
    rows = [
        plain
        | {
            "topic": item.topic,
            "thread": str(item.thread),
            "minutes": item.minutes_planned,
            "presenter": str(item.presenter or ""),
            "is_confidential": item.is_confidential,
        }
        for item in topics
    ]
    asked = [plain | {"topic": row.text, "is_confidential": False} for row in questions]
    return rows + asked


def minutes_words(meeting, *, say, version=None, sender="", outside=False, today=None):
    """The minutes as they were shared, else as they stand; `say` turns typed text into words."""
    said = shown(version.content if version else snapshot_of(meeting))
    secret = secret_threads(meeting)
    items, decisions, promises = _edition(said, secret, outside)
    answers = (
        answer_lines(version, list(version.answers.for_list()), today=today) if version else []
    )
    notices = [_standing(version, meeting), "" if outside else _internal(said, secret)]
    return {
        "kind": _("Minutes of the meeting"),
        **_head(said, sender, today),
        "notice": " ".join(filter(None, notices)),
        "facts": _facts(said),
        "there": [_there(each) for each in said["attendance"] if each["present"]],
        "absent": ", ".join(each["name"] for each in said["attendance"] if not each["present"]),
        "items": [_topic(number, item, say, secret) for number, item in enumerate(items, start=1)],
        "decisions": [_decision(each, secret) for each in decisions],
        "notes": say(said["notes"]),
        "commitments": [_promise(each, secret) for each in promises],
        "answers": [_answer(line, _nothing if outside else say) for line in answers],
        "guests": ", ".join(guests_of(version)) if version else "",
        "left_out": _left_out(outside),
        "label": _minutes_labels(),
    }


def _minutes_labels():
    return {
        "there": _("Present"),
        "absent": _("Absent"),
        "topics": _("Topics and decisions"),
        "decision": _("Decision"),
        "notes": _("Other notes"),
        "commitments": _("Commitments"),
        "answers": _("What the parties said"),
        "reply": _("Reply"),
        "guests": _("Guests, who are not asked"),
    }


def _edition(said, secret, outside):
    """Topics, decisions on none of them, and promises, as an edition has them."""
    parts = [said["agenda"], said["decisions"], said["commitments"]]
    return [open_rows(rows, secret) for rows in parts] if outside else parts


def _head(said, sender, today):
    day = date_format(today or timezone.localdate(), "DATE_FORMAT")
    return {
        "title": said["title"],
        "sender": str(sender or ""),
        "collaboration": said["collaboration"],
        "printed": _("Printed on %(day)s from %(site)s.")
        % {"day": day, "site": settings.SITE_NAME},
    }


def _internal(said, secret):
    """The warning on a document that holds more than the copy for outsiders."""
    if _edition(said, secret, outside=True) == _edition(said, secret, outside=False):
        return ""
    return _("Internal: this document holds confidential topics. Do not pass it on.")


def _left_out(outside):
    if not outside:
        return ""
    return _("Copy for outsiders: confidential topics, if there are any, are not in it.")


def _standing(version, meeting):
    """Whether these minutes are a draft, shared or adopted; nobody should take one for another."""
    if version is None:
        return _("DRAFT. These minutes are not shared yet.")
    words = {"number": version.number}
    if version.is_adopted:
        words["day"] = date_format(timezone.localdate(version.adopted_at), "DATE_FORMAT")
        if meeting.state == MeetingState.MINUTES_SHARED:
            return _("Version %(number)s, adopted on %(day)s; a correction is under way.") % words
        return _("Version %(number)s, adopted on %(day)s.") % words
    words["day"] = date_format(timezone.localdate(version.shared_at), "DATE_FORMAT")
    return _("Version %(number)s, shared on %(day)s, not adopted.") % words


def _facts(said):
    facts = (
        (_("Date"), day_of(said["day"])),
        (_("Time"), said["hours"]),
        (_("Kind"), f"{said['kind']}, {said['mode']}"),
        (pgettext("of a meeting", "Place"), said["place"]),
        (_("Facilitator"), said["facilitator"]),
    )
    return [{"label": label, "text": text} for label, text in facts if text]


def _agenda_row(number, item, *, is_carried):
    minutes = item["minutes"]
    marks = [
        _("confidential") if item["is_confidential"] else "",
        _("carried over") if is_carried else "",
    ]
    return {
        "number": str(number),
        "topic": item["topic"],
        "duration": _("%(number)s minutes") % {"number": minutes} if minutes else "",
        "presenter": item["presenter"],
        "mark": ", ".join(filter(None, marks)),
    }


def _there(each):
    people = [_person(one) for one in each["people"] if one["present"]]
    return {"name": each["name"], "people": ", ".join(people)}


def _person(one):
    name = one["name"] or _("Nobody named")
    return f"{name} ({one['level']})" if one["level"] else str(name)


def _topic(number, item, say, secret):
    return {
        "number": str(number),
        "topic": item["topic"],
        "mark": _mark(item, secret),
        "notes": say(item["notes"]),
        "decisions": [_decision(each, secret) for each in item["decisions"]],
    }


def _mark(row, secret):
    """What the copy for outsiders would leave out is told on its own line."""
    return _("confidential") if stays_inside(row, secret) else ""


def _decision(each: dict[str, Any], secret):
    return {
        "text": each["text"],
        "mark": _mark(each, secret),
        "how": f"{each['kind']}; {each['rule']}; {each['state']}",
        "positions": ". ".join(filter(None, (each["tally"], "; ".join(each["positions"])))),
    }


def _promise(each, secret):
    who = ", ".join(filter(None, (each["organization"], each["person"])))
    due: dt.date = each["due_on"]
    return {
        "who": who,
        "promise": each["promise"],
        "due_on": date_format(due, "DATE_FORMAT"),
        "code": each["code"],
        "mark": _mark(each, secret),
    }


def _nothing(_text):
    """What parties wrote to each other stays inside: it may quote what is confidential."""
    return ""


def _answer(line, say):
    row = line.row
    waits = _("not yet confirmed by the party")
    says = f"{line.words} ({waits})" if row.is_on_behalf else line.words
    if row.outcome:
        says = f"{says}; {row.get_outcome_display()}"
    return {
        "party": row.party.organization.name,
        "says": str(says),
        "text": say(row.text),
        "reply": say(row.reply),
    }
