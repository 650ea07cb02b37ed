"""Builds meetings with attendance, agenda and decisions by the verbs that the form uses."""

import datetime as dt

from django.utils import timezone

from actors.accounts.models import User
from agreements.demo.decisions import build_decisions
from agreements.demo.scene import history_of
from agreements.demo.shapes import Said
from agreements.engagement import transitions
from agreements.engagement.lines import AgendaLine, AttendanceLine
from agreements.models import MeetingChange

SHARED_AFTER, ANSWERED_AFTER, ADOPTED_AFTER = (dt.timedelta(days=days) for days in (2, 4, 10))


def build_meetings(gatherings, *, collaboration, scene):
    """Log each meeting as of its day; fills `scene.meetings` and `scene.rulings`."""
    for gathering in gatherings:
        meeting = _log(gathering, collaboration, scene)
        scene.meetings[gathering.key] = meeting
        build_decisions(gathering, meeting, scene)
        _move(gathering, meeting, scene)


def _log(gathering, collaboration, scene):
    day = scene.calendar.day(gathering.on)
    called_off = gathering.cancelled_on and scene.calendar.day(gathering.cancelled_on)
    with history_of(MeetingChange.objects, called_off or day):
        return transitions.log_meeting(
            collaboration=collaboration,
            by=_account(gathering.logged_by, scene),
            submission_id=scene.uuid(f"meeting-{gathering.key}"),
            details=_details(gathering, scene) | {"held_on": day},
            attendances=[
                AttendanceLine(
                    organization=scene.organizations[came.body],
                    person=scene.people.get(came.post),
                    is_present=came.is_present,
                    level=came.level,
                )
                for came in gathering.came
            ],
            agenda=[_line(topic, scene) for topic in gathering.topics],
            now=dt.datetime.combine(called_off or scene.calendar.today, dt.time.max),
            is_sample=True,
        )


def _line(topic, scene):
    return AgendaLine(
        topic.topic,
        topic.phase,
        topic.notes,
        is_open=topic.is_open,
        minutes_planned=topic.minutes,
        presenter=scene.people.get(topic.presenter),
    )


def _details(gathering, scene):
    starts_at, ends_at = (dt.time.fromisoformat(hour) for hour in gathering.hours)
    return {
        "title": gathering.title,
        "kind": gathering.kind,
        "mode": gathering.mode,
        "place": gathering.place,
        "starts_at": starts_at,
        "ends_at": ends_at,
        "facilitator": scene.people.get(gathering.facilitator),
        "notes": gathering.notes,
        "source_note": gathering.source,
        **_place_in_series(gathering, scene),
    }


def _place_in_series(gathering, scene):
    """The series that it belongs to, and the day that the rule gave it."""
    if not gathering.series:
        return {}
    day = scene.calendar.day(gathering.on)
    return {"series": scene.series[gathering.series], "series_slot": day}


def _account(post, scene):
    person = scene.people.get(post)
    return User.objects.get(person=person) if person else scene.coordinator


def _move(gathering, meeting, scene):
    """Cancel it, or share and adopt its minutes, each a few days later."""
    by = scene.coordinator
    if gathering.cancelled_on:
        with history_of(meeting.changes, scene.calendar.day(gathering.cancelled_on)):
            transitions.cancel(meeting=meeting, by=by, reason=gathering.notes)
    if gathering.minutes:
        day = meeting.held_on + SHARED_AFTER
        with history_of(meeting.changes, day):
            version = transitions.share_minutes(meeting=meeting, by=by, now=_nine(day))
    if gathering.minutes == "adopted":
        with history_of(meeting.changes, meeting.held_on + ANSWERED_AFTER):
            _answer(gathering, version, scene)
        day = meeting.held_on + ADOPTED_AFTER
        with history_of(meeting.changes, day):
            transitions.adopt_minutes(meeting=meeting, by=by, now=_nine(day))


def _nine(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time(9)))


def _answer(gathering, version, scene):
    """Each party that was present confirms, but for those of whom the data says otherwise."""
    keys = {organization.pk: key for key, organization in scene.organizations.items()}
    said = {each.body: each for each in gathering.said}
    for answer in version.answers.for_list():
        body = keys[answer.party.organization_id]
        words = said.get(body, Said(body))
        if not words.word:
            continue
        day = version.meeting.held_on + ANSWERED_AFTER
        speaker = User.objects.filter(person__represents__party=answer.party).first()
        by = speaker or scene.coordinator
        given = {"word": words.word, "text": words.text, "on": day}
        transitions.answer_minutes(answer=answer, by=by, **given)
        if words.reply:
            given = {"reply": words.reply, "by": scene.coordinator, "on": day}
            transitions.reply_to_answer(answer=answer, **given)
