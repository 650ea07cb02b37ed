"""Minutes that were shared before versions were kept get one: what the meeting says today.

Their rows were closed to everybody but the coordinator, and once adopted to everybody.
"""

import datetime as dt

from django.db import migrations
from django.utils import timezone

WAS = ("minutes_shared", "minutes_adopted")


def keep(apps, schema_editor):
    """One version for each such meeting; those that are still open ask the parties."""
    meetings = apps.get_model("agreements", "Meeting").objects.filter(state__in=WAS, minutes=None)
    for meeting in meetings.select_related("collaboration", "facilitator").order_by("pk"):
        _keep(apps, meeting)


def _keep(apps, meeting):
    moves = {row.to_state: row for row in meeting.changes.order_by("pk")}
    shared = moves.get(WAS[0])
    if shared is None:
        return
    adopted = moves.get(WAS[1]) if meeting.state == WAS[1] else None
    parties = apps.get_model("agreements", "Party").objects.filter(
        collaboration=meeting.collaboration_id, state__in=("active", "paused")
    )
    of = dict(parties.values_list("organization_id", "pk"))
    version = apps.get_model("agreements", "MinutesVersion").objects.create(
        meeting_id=meeting.pk,
        number=1,
        content=_content(meeting, of),
        shared_at=shared.made_at,
        shared_by_id=shared.made_by_id,
        answer_by=timezone.localdate(shared.made_at) + dt.timedelta(days=7),
        adopted_at=adopted and adopted.made_at,
        adopted_by_id=adopted and adopted.made_by_id,
        is_sample=meeting.is_sample,
    )
    if adopted is None:
        _ask(apps, version)


def _ask(apps, version):
    answers = apps.get_model("agreements", "MinutesAnswer").objects
    for each in version.content["attendance"]:
        if each["present"] and each["party"]:
            answers.create(minutes=version, party_id=each["party"], is_sample=version.is_sample)


def _content(meeting, of):
    loose = meeting.decisions.filter(agenda_item=None).order_by("pk")
    return {
        "form": 1,
        "title": meeting.title,
        "collaboration": meeting.collaboration.title,
        "kind": meeting.kind,
        "mode": meeting.mode,
        "place": meeting.place,
        "held_on": meeting.held_on.isoformat(),
        "starts_at": _hour(meeting.starts_at),
        "ends_at": _hour(meeting.ends_at),
        "facilitator": _name(meeting.facilitator),
        "notes": meeting.notes,
        "source_note": meeting.source_note,
        "attendance": _attendance(meeting, of),
        "agenda": [_item(item) for item in meeting.agenda_items.order_by("position", "pk")],
        "decisions": [_decision(each) for each in loose],
        "commitments": [_commitment(row) for row in meeting.commitments.order_by("due_on", "pk")],
    }


def _attendance(meeting, of):
    rows = meeting.attendances.select_related("organization", "person")
    found = {}
    for row in rows.order_by("organization__name", "person__full_name", "pk"):
        body = row.organization
        each = found.setdefault(
            body.pk,
            {
                "name": body.name,
                "label": body.short_name or body.name,
                "party": of.get(body.pk),
                "present": False,
                "people": [],
            },
        )
        each["present"] = each["present"] or row.is_present
        if row.person_id or row.level:
            person = {"name": _name(row.person), "level": row.level, "present": row.is_present}
            each["people"].append(person)
    return list(found.values())


def _item(item):
    return {
        "topic": item.topic,
        "phase": item.phase,
        "notes": item.notes,
        "minutes": None,
        "presenter": "",
        "is_confidential": False,
        "is_open": False,
        "decisions": [_decision(each) for each in item.decisions.order_by("pk")],
    }


def _decision(decision):
    return {
        "text": decision.text,
        "kind": decision.kind,
        "rule": decision.rule,
        "state": decision.state,
        "review_on": decision.review_on and decision.review_on.isoformat(),
        "positions": [],
    }


def _commitment(row):
    return {
        "code": row.code,
        "promise": row.promise,
        "organization": row.organization.short_name or row.organization.name,
        "person": _name(row.person),
        "due_on": row.original_due_on.isoformat(),
        "is_confidential": False,
    }


def _name(person):
    if person is None:
        return ""
    before = f"{person.title_before} " if person.title_before else ""
    after = f", {person.title_after}" if person.title_after else ""
    return f"{before}{person.full_name}{after}"


def _hour(time):
    return time.isoformat("minutes") if time else ""


class Migration(migrations.Migration):
    dependencies = [("agreements", "0020_minutes_in_versions")]

    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
