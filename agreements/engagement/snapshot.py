"""Everything the minutes of a meeting say, as plain values that stay as they are.

Codes and days, no words of the site: each reader gets the labels in their own language.
"""

from collections import defaultdict
from itertools import groupby

from django.utils import timezone

from agreements.charter.models import Party
from agreements.charter.stances import Stance, deciding_on
from agreements.engagement.states import ASKED

FORM = 1  # of this structure; a reader of old snapshots can tell them apart


def snapshot_of(meeting, *, today=None):
    """The facts, attendance, agenda, decisions and commitments, as they are now."""
    items = meeting.agenda_items.for_list()
    loose = meeting.decisions.filter(agenda_item=None).order_by("pk")
    items = items.prefetch_related("decisions__positions__party__organization")
    loose = loose.prefetch_related("positions__party__organization")
    here = decided_here(meeting)
    parties = list(_parties(meeting, today))
    asked = Asked(meeting, today)
    agenda = [_item(item, here.pop(item.thread, ()), asked) for item in items]
    taken = [decision for rows in here.values() for decision in rows]
    return {
        "form": FORM,
        **_facts(meeting),
        "attendance": _attendance(meeting, parties),
        "agenda": agenda,
        "decisions": [_decision(decision, asked) for decision in (*loose, *taken)],
        "commitments": [_commitment(row) for row in _commitments(meeting)],
    }


class Asked:
    """Who was asked about a decision, by name: the parties of the day on which it was decided."""

    def __init__(self, meeting, today):
        self.together = meeting.collaboration_id
        self.today = today or timezone.localdate()
        self.of_day = {}

    def about(self, decision):
        day = decision.decided_on or self.today
        if day not in self.of_day:
            rows = deciding_on(self.together, day).for_list()
            self.of_day[day] = {party.pk: party.organization.label for party in rows}
        return self.of_day[day]


def decided_here(meeting):
    """What an earlier meeting took up and this one decided, by the thread of its topic."""
    rows = meeting.decided_here.with_secrecy().select_related("agenda_item").order_by("pk")
    found = defaultdict(list)
    for decision in rows.prefetch_related("positions__party__organization"):
        found[decision.agenda_item and decision.agenda_item.thread].append(decision)
    return found


# What may move on after the minutes were shared, and is no edit of them.
MOVES_ON = {
    *("party", "label", "state", "review_on", "is_open", "positions", "thread", "stays_inside"),
    "zone",
}


def says_the_same(content, other):
    """Whether two snapshots tell the same of the meeting."""
    return _core(content) == _core(other)


def _core(value):
    if isinstance(value, dict):
        return {name: _core(each) for name, each in value.items() if name not in MOVES_ON}
    return [_core(each) for each in value] if isinstance(value, list) else value


def _facts(meeting):
    return {
        "title": meeting.title,
        "collaboration": meeting.collaboration.title,
        "kind": meeting.kind,
        "mode": meeting.mode,
        "place": meeting.place,
        "held_on": meeting.held_on.isoformat(),
        "starts_at": _hour(meeting.starts_at),
        "ends_at": _hour(meeting.ends_at),
        "zone": meeting.zone,
        "facilitator": _name(meeting.facilitator),
        "notes": meeting.notes,
        "source_note": meeting.source_note,
    }


def _parties(meeting, today):
    rows = Party.objects.current(today=today).filter(collaboration=meeting.collaboration_id)
    return rows.for_list()


def _attendance(meeting, parties):
    of = {party.organization_id: party.pk for party in parties}
    rows = meeting.attendances.for_list()
    return [
        _present(organization, list(group), of.get(organization.pk))
        for organization, group in groupby(rows, key=lambda row: row.organization)
    ]


def _present(organization, rows, party_id):
    return {
        "name": organization.name,
        "label": organization.label,
        "party": party_id,
        "present": any(row.is_present for row in rows),
        "people": [
            {"name": _name(row.person), "level": row.level, "present": row.is_present}
            for row in rows
            if row.person_id or row.level
        ],
    }


def _item(item, taken, asked):
    return {
        "topic": item.topic,
        "phase": item.phase,
        "notes": item.notes,
        "thread": str(item.thread),
        "minutes": item.minutes_planned,
        "presenter": _name(item.presenter),
        "is_confidential": item.is_confidential,
        "is_open": item.is_open,
        "decisions": [_decision(each, asked) for each in (*item.decisions.all(), *taken)],
    }


def _decision(decision, asked):
    item = decision.agenda_item
    return {
        "text": decision.text,
        "thread": str(item.thread) if item else "",
        "stays_inside": bool(item and item.is_confidential),
        "kind": decision.kind,
        "rule": decision.rule,
        "state": decision.state,
        "review_on": decision.review_on and decision.review_on.isoformat(),
        "positions": _positions(decision, asked),
    }


def _positions(decision, asked):
    """What each party said; who was asked, decides and said nothing is named too.

    The word of a party that was not asked on the day of the decision stands there uncounted.
    """
    rows = list(decision.positions.all())
    said = {row.party_id for row in rows}
    was_asked = decision.was_put_forward and decision.state in ASKED
    names = asked.about(decision) if rows or was_asked else {}
    silent = [name for pk, name in names.items() if was_asked and pk not in said]
    return [_position(row) | {"counts": row.party_id in names} for row in rows] + [
        {
            "party": name,
            "stance": Stance.NOT_STATED.value,
            "reason": "",
            "is_on_behalf": False,
            "counts": True,
        }
        for name in silent
    ]


def _position(row):
    return {
        "party": row.party.organization.label,
        "stance": row.stance,
        "reason": row.reason,
        "is_on_behalf": row.is_on_behalf,
    }


def _commitments(meeting):
    rows = meeting.commitments.select_related("organization", "person", "decision__agenda_item")
    return rows.order_by("due_on", "pk")


def _commitment(row):
    item = row.decision and row.decision.agenda_item
    return {
        "code": row.code,
        "promise": row.promise,
        "organization": row.organization.label,
        "person": _name(row.person),
        "due_on": row.original_due_on.isoformat(),
        "is_confidential": bool(item and item.is_confidential),
        "thread": str(item.thread) if item else "",
    }


def _name(person):
    return str(person) if person else ""


def _hour(time):
    return time.isoformat("minutes") if time else ""
