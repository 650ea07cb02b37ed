"""What the form holds before anybody types: the last meeting of the collaboration, or a record."""

import re

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.charter.clock import now_in
from agreements.engagement.forms.attendance import INVITED, OFFERED
from agreements.engagement.forms.roster import shortened
from agreements.engagement.forms.typed import (
    AGENDA,
    ATTENDANCE,
    COMMITMENT,
    LIMITS,
    next_number,
    rows_of,
    split_rows,
    with_row,
    without_rows,
)
from agreements.engagement.kinds import Answer, Phase
from agreements.engagement.models import AgendaItem, Meeting, Question
from agreements.engagement.schedule import is_ahead, is_to_come
from agreements.engagement.states import MeetingState
from agreements.models import Party

NUMBER_AT_END = re.compile(r"^(.*?(?:#|\bke-|\s))(\d{1,3})$")
EXPECTED = "expected"  # what a tick in the list means in a form of a meeting still to come
DETAILS = ("title", "held_on", "starts_at", "mode", "kind", "place", "facilitator")


def prefill_of(collaboration, user, *, now=None):
    """Return the text of a fresh form: next title, same time and place, same people."""
    now = now_in(collaboration, now)
    alone = Meeting.objects.filter(series=None)  # a meeting of a series is planned by the series
    last = alone.last_of(collaboration) or Meeting.objects.last_of(collaboration)
    typed = {
        "collaboration": str(collaboration.pk),
        "prefilled_for": str(collaboration.pk),
        "title": _next_title(last, now),
        "held_on": date_format(now.date(), "SHORT_DATE_FORMAT"),
        "mode": "in_person",
        "kind": "working",
    }
    if last is not None:
        typed |= _setting_of(last) | {
            "prefilled_from": date_format(last.held_on, "SHORT_DATE_FORMAT")
        }
        if is_ahead(now.date(), last.starts_at, now=now):
            typed["starts_at"] = ""  # a form filled as a plan would refuse what was agreed
    rows = _usual(last) if last else _myself(collaboration, user)
    typed = _with_people(typed, rows, collaboration)
    typed = with_row(with_row(typed, AGENDA), COMMITMENT)
    return with_carried(typed, *_left_open(collaboration))


def typed_of(meeting):
    """Return a saved meeting as the text of its form."""
    typed = _setting_of(meeting) | {
        "collaboration": str(meeting.collaboration_id),
        "version": str(meeting.version),
        "title": meeting.title,
        "held_on": date_format(meeting.held_on, "SHORT_DATE_FORMAT"),
        "ends_at": _clock(meeting.ends_at),
        "notes": meeting.notes,
        "roll": EXPECTED if asks_later(meeting) else "",
    }
    typed = _with_people(typed, _invited(meeting), meeting.collaboration)
    for item in meeting.agenda_items.for_list():
        typed_here = (row for row in item.decisions.all() if not row.was_put_forward)
        decision = next(typed_here, None)
        fields = {"id": str(item.pk), "topic": item.topic, "phase": item.phase}
        if decision:
            fields |= {"decision": decision.text, "decision_kind": decision.kind}
        typed = with_row(typed, AGENDA, **fields, notes=item.notes, **_folded(item))
    return with_row(with_row(typed, AGENDA), COMMITMENT)


def _folded(item):
    """What stands in the fold of a topic; boxes that are not ticked are not there."""
    fields = {
        "minutes": str(item.minutes_planned or ""),
        "presenter": str(item.presenter_id or ""),
        "question": str(item.question_id or ""),
    }
    ticked = {"confidential": item.is_confidential, "open": item.is_open}
    return fields | {name: "on" for name, is_ticked in ticked.items() if is_ticked}


def _left_open(collaboration):
    """Open topics, and open questions where no planned meeting waits for them."""
    topics = list(AgendaItem.objects.carried_to(collaboration))
    if Meeting.objects.next_of(collaboration):
        return topics, []
    return topics, list(Question.objects.carried_to(collaboration, anywhere=True))


def with_carried(typed, items, questions=()):
    """Put open topics of earlier meetings first on the agenda, then questions that nobody took up.

    What is there stays after them. A topic that comes again for its question or
    its decision alone is not ticked as open: the answer ends it.
    """
    rows = split_rows(typed, AGENDA)
    rest = without_rows(typed, AGENDA, rows.keys())
    carried = [_again(item) for item in items] + [_asked(question) for question in questions]
    for fields in carried[: LIMITS[AGENDA] - len(rows)]:
        rest = with_row(rest, AGENDA, **fields)
    first = next_number(rest, AGENDA)
    for number, row in enumerate(rows.values(), start=first):
        for name, text in row.items():
            rest[f"{AGENDA}-{number}-{name.rpartition('-')[2]}"] = text
    return rest


def _again(item):
    fields = _folded(item) | {"thread": str(item.thread), "phase": item.phase, "topic": item.topic}
    return fields if item.is_asked and not item.is_open else {**fields, "open": "on"}


def _asked(question):
    topic = shortened(question.text, AgendaItem._meta.get_field("topic").max_length)
    return {"question": str(question.pk), "phase": Phase.DISCOVERY.value, "topic": topic}


def refilled(typed, collaboration, old, user):
    """Move a form to another collaboration: what nobody touched is filled anew.

    Returns the text, and whether the list of attendees was replaced.
    """
    before = prefill_of(old, user) if old else {}
    fresh = prefill_of(collaboration, user)
    moved = {
        **typed,
        "collaboration": str(collaboration.pk),
        "prefilled_for": str(collaboration.pk),
    }
    for name in DETAILS:
        if typed.get(name, "") in ("", before.get(name, "")):
            moved[name] = fresh.get(name, "")
    moved = _with_other_agenda(moved, before, collaboration)
    is_untouched = rows_of(typed, ATTENDANCE) == rows_of(before, ATTENDANCE)
    if not is_untouched:
        return _with_other_parties(moved, fresh), False
    moved = {name: text for name, text in moved.items() if not name.startswith(f"{ATTENDANCE}-")}
    moved |= {name: text for name, text in fresh.items() if name.startswith(f"{ATTENDANCE}-")}
    moved["prefilled_from"] = fresh.get("prefilled_from", "")
    return moved, True


def _with_other_agenda(typed, before, collaboration):
    """Open topics of the other collaboration come; those of the old one go, unless touched."""
    carried = [row for row in rows_of(before, AGENDA) if row.keys() & {"thread", "question"}]
    gone = {
        number
        for number, row in split_rows(typed, AGENDA).items()
        if {name: text for name, text in _bare(row).items() if text} in carried
    }
    return with_carried(without_rows(typed, AGENDA, gone), *_left_open(collaboration))


def _with_other_parties(typed, fresh):
    """Keep the list as it is, but offer the parties of the other collaboration beneath it."""
    rows = {number: _bare(row) for number, row in split_rows(typed, ATTENDANCE).items()}
    gone = {
        number
        for number, row in rows.items()
        if row.get("kind") == OFFERED and "present" not in row
    }
    typed = without_rows(typed, ATTENDANCE, gone)
    listed = {row.get("organization") for number, row in rows.items() if number not in gone}
    number = next_number(typed, ATTENDANCE)
    for row in rows_of(fresh, ATTENDANCE):
        if row["organization"] not in listed:
            typed[f"{ATTENDANCE}-{number}-kind"] = OFFERED
            typed[f"{ATTENDANCE}-{number}-organization"] = row["organization"]
            listed.add(row["organization"])
            number += 1
    return typed


def _bare(row):
    return {name.rpartition("-")[2]: text for name, text in row.items()}


def _setting_of(meeting):
    return {
        "starts_at": _clock(meeting.starts_at),
        "mode": meeting.mode,
        "kind": meeting.kind,
        "place": meeting.place,
        "facilitator": str(meeting.facilitator_id or ""),
    }


def _next_title(last, now):
    """Count on where the last title has a number; otherwise name the kind and the month."""
    if last is None:
        return _("Coordination meeting #%(number)d") % {"number": 1}
    match = NUMBER_AT_END.match(last.title) if last.series_id is None else None
    if match:
        return f"{match[1]}{int(match[2]) + 1}"
    month = date_format(now, "F Y")
    return _("%(kind)s %(month)s") % {"kind": last.get_kind_display(), "month": month}


def _clock(time):
    return date_format(time, "TIME_FORMAT") if time else ""


def _invited(meeting):
    rows = meeting.attendances.for_list()
    return [
        (INVITED, row.organization_id, row.person_id, _is_ticked(row, meeting), row.level)
        for row in rows
    ]


def _usual(last):
    """Who is on the list of the last meeting; ticked is who came, or said that they would."""
    is_held = last.state != MeetingState.PLANNED
    return [
        (
            INVITED,
            row.organization_id,
            row.person_id,
            row.is_present if is_held else row.answer == Answer.YES,
            row.level,
        )
        for row in last.attendances.for_list()
    ]


def _is_ticked(row, meeting):
    """Invited, while it is to come; who said yes, once it has begun; who was there, once held."""
    if meeting.state != MeetingState.PLANNED:
        return row.is_present
    return row.is_expected if asks_later(meeting) else row.answer == Answer.YES


def asks_later(meeting):
    """While a planned meeting is to come, a tick says who is invited, not who was there."""
    return meeting.state == MeetingState.PLANNED and is_to_come(meeting)


def roll_called(typed, meeting):
    """The text of its form with only those ticked who said that they come, and who was added."""
    silent = meeting.attendances.exclude(answer=Answer.YES)
    named = {
        (str(organization), str(person or ""))
        for organization, person in silent.values_list("organization", "person")
    }
    kept = {**typed, "roll": ""}
    for number, row in split_rows(typed, ATTENDANCE).items():
        said = _bare(row)
        if (said.get("organization", ""), said.get("person", "")) in named:
            kept.pop(f"{ATTENDANCE}-{number}-present", None)
    return kept


def _myself(collaboration, user):
    if user.organization_id is None:
        return []
    return [(INVITED, user.organization_id, user.person_id, True, "")]


def _with_people(typed, rows, collaboration):
    """Add the rows, then every party that is not among them, unticked."""
    listed = {organization for _kind, organization, *_rest in rows}
    parties = Party.objects.current().filter(collaboration=collaboration).for_list()
    offered = [
        (OFFERED, party.organization_id, None, False, "")
        for party in parties
        if party.organization_id not in listed
    ]
    for number, (kind, organization, person, is_present, level) in enumerate([*rows, *offered]):
        row = f"{ATTENDANCE}-{number}-"
        typed[f"{row}kind"] = kind
        typed[f"{row}organization"] = str(organization)
        typed[f"{row}person"] = str(person or "")
        typed[f"{row}level"] = level
        if is_present:
            typed[f"{row}present"] = "on"
    return typed
