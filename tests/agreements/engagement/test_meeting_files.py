"""A meeting as a calendar file: one event for ever, whatever becomes of the meeting."""

import datetime as dt

import pytest
from django.urls import reverse

from actors.accounts.models import TimeZone
from agreements.charter.transitions import edit as edit_charter
from agreements.engagement import transitions
from agreements.models import Collaboration, Meeting
from tests.agreements.engagement.calendars import read
from tests.agreements.engagement.lines import details, edit
from tests.constraints import assert_refused
from tests.factories.actors import PersonFactory, UserFactory
from tests.factories.charter import member_of
from tests.factories.engagement import AgendaItemFactory, AttendanceFactory, MeetingFactory

pytestmark = pytest.mark.django_db

DAY = dt.date(2100, 5, 3)


@pytest.fixture
def meeting():
    return MeetingFactory(planned=True, held_on=DAY, place="Aula Bappeda", title="Rapat data")


@pytest.fixture
def user(meeting, sign_in):
    return sign_in(member_of(meeting.collaboration))


@pytest.fixture
def event(client):
    """What the file of a meeting says now."""

    def event(meeting):
        response = client.get(reverse("agreements:meeting-file", args=[meeting.pk]))
        assert response.status_code == 200
        (found,) = read(response.content)
        return found

    return event


def changed(meeting, user, **fields):
    meeting = Meeting.objects.get(pk=meeting.pk)
    kept = ("title", "held_on", "starts_at", "ends_at", "place")
    given = {name: getattr(meeting, name) for name in kept}
    return edit(meeting, user, details=details(**given | fields))


def test_a_file_says_when_where_and_what(event, meeting, user):
    found = event(meeting)
    assert found["summary"] == "Rapat data"
    assert found["location"] == "Aula Bappeda"
    assert found["status"] == "CONFIRMED"
    assert found["url"] == f"http://testserver{meeting.get_absolute_url()}"
    meeting.refresh_from_db()
    assert found["uid"] == str(meeting.calendar_uid) != str(meeting.submission_id)
    assert found.decoded("last-modified") == meeting.updated_at.replace(microsecond=0)


@pytest.mark.parametrize(
    ("zone", "hour"), [("Asia/Jakarta", 2), ("Asia/Makassar", 1), ("Asia/Jayapura", 0)]
)
def test_the_time_is_a_moment_by_the_clock_of_the_collaboration(zone, hour, event, meeting, user):
    user.time_zone = "Asia/Jayapura"
    user.save()
    Collaboration.objects.update(time_zone=zone)
    assert event(meeting).decoded("dtstart") == dt.datetime(2100, 5, 3, hour, tzinfo=dt.UTC)


def test_another_clock_moves_the_event_that_other_calendars_have(event, meeting, user):
    before = event(meeting)
    charter = meeting.collaboration
    edit_charter(collaboration=charter, by=user, version=charter.version, time_zone=TimeZone.WIB)
    after = event(meeting)
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after.decoded("last-modified") >= before.decoded("last-modified")
    assert after.decoded("dtstart") - before.decoded("dtstart") == dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("ends_at", "length"),
    [(dt.time(11, 30), 150), (None, 60), (dt.time(9, 0), 60)],
)
def test_a_meeting_that_does_not_say_its_end_takes_an_hour(ends_at, length, event, meeting, user):
    found = event(changed(meeting, user, ends_at=ends_at))
    assert found.decoded("dtend") - found.decoded("dtstart") == dt.timedelta(minutes=length)


def test_a_meeting_late_in_the_evening_ends_on_the_next_day(event, meeting, user):
    found = event(changed(meeting, user, starts_at=dt.time(23, 30)))
    assert found.decoded("dtend") - found.decoded("dtstart") == dt.timedelta(hours=1)


def test_a_meeting_without_a_time_takes_the_whole_day(event, meeting, user):
    found = event(changed(meeting, user, starts_at=None))
    assert found.decoded("dtstart") == DAY
    assert found.decoded("dtend") == DAY + dt.timedelta(days=1)


@pytest.mark.parametrize(
    "fields",
    [
        {"held_on": DAY + dt.timedelta(days=1)},
        {"starts_at": dt.time(10, 0)},
        {"ends_at": dt.time(12, 0)},
        {"starts_at": None},
        {"place": "Daring"},
        {"title": "Rapat lain"},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_a_change_moves_the_event_instead_of_adding_one(fields, event, meeting, user):
    before = event(meeting)
    changed(meeting, user, **fields)
    after = event(meeting)
    assert after["uid"] == before["uid"]
    assert after["sequence"] == before["sequence"] + 1
    assert after.decoded("dtstamp") >= before.decoded("dtstamp")


def test_a_cancellation_is_told_as_one(event, meeting, user):
    before = event(meeting)
    transitions.cancel(meeting=meeting, by=user, reason="Gubernur berhalangan")
    after = event(meeting)
    assert (after["uid"], after["sequence"]) == (before["uid"], before["sequence"] + 1)
    assert after["status"] == "CANCELLED"
    assert "Gubernur" not in str(after)


def test_what_a_calendar_does_not_show_changes_nothing_there(meeting, user):
    edit(meeting, user, details=details(title="Rapat data", held_on=DAY, notes="Panjang"))
    meeting.refresh_from_db()
    transitions.replace_facilitator(
        meeting=meeting, successor=PersonFactory(), by=user, note="Pindah"
    )
    held = MeetingFactory(planned=True, held_on=dt.date(2020, 1, 1))
    transitions.hold(meeting=held, by=UserFactory())
    AttendanceFactory(meeting=held)
    transitions.share_minutes(meeting=held, by=UserFactory())
    assert set(Meeting.objects.values_list("sequence", flat=True)) == {0}


def test_no_statement_gets_around_the_count(meeting):
    """Not a bulk update, and not one that writes the columns itself."""
    uid = Meeting.objects.get().calendar_uid
    Meeting.objects.update(place="Daring", sequence=0)
    Meeting.objects.update(sequence=77, calendar_uid=meeting.submission_id)
    row = Meeting.objects.get()
    assert (row.sequence, row.calendar_uid) == (1, uid)
    row.title = "Rapat lain"
    Meeting.objects.bulk_update([row], ["title"])
    assert Meeting.objects.get().sequence == 2


def test_a_bulk_change_is_told_with_its_time(meeting):
    before = Meeting.objects.get().updated_at
    Meeting.objects.update(place="Daring")
    assert Meeting.objects.get().updated_at > before


def test_no_two_meetings_are_one_event(meeting):
    other = MeetingFactory.build(
        collaboration=meeting.collaboration, logged_by=None, calendar_uid=meeting.calendar_uid
    )
    assert_refused("agreements_meeting_calendar_uid_key", other.save)


HOSTILE = [
    "BEGIN:VEVENT\nUID:1\nEND:VEVENT",
    "Rapat\r\nEND:VCALENDAR\r\n",
    "a" * 200,
    "Rapat \U0001f468\u200d\U0001f469 " * 15,
    "koma, titik koma; garis \\ miring \\n dan : titik dua",
    "Rapat\x0b\x1f\x7f\u2028data",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_stays_a_title(title, event, meeting, user):
    Meeting.objects.update(title=title, place=title)
    found = event(meeting)
    plain = "".join(" " if ord(c) < 32 or c in "\x7f\u2028" else c for c in title)
    assert found["summary"] == found["location"] == " ".join(plain.split())


def test_lines_are_folded_and_end_as_the_format_asks(client, meeting, user):
    Meeting.objects.update(title="Rapat \U0001f600" * 25)
    content = client.get(reverse("agreements:meeting-file", args=[meeting.pk])).content
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


def test_a_file_names_nobody_and_tells_no_notes(client, meeting, user):
    row = AttendanceFactory(meeting=meeting, person=PersonFactory(full_name="Sekretaris Dinas"))
    Meeting.objects.update(notes="Rahasia dapur", facilitator=row.person)
    text = client.get(reverse("agreements:meeting-file", args=[meeting.pk])).content.decode()
    assert "Sekretaris" not in text
    assert "dapur" not in text


def test_the_agenda_is_in_it_without_what_is_confidential(event, meeting, user):
    AgendaItemFactory(meeting=meeting, topic="Pembukaan\nEND:VEVENT", notes="Rahasia dapur")
    AgendaItemFactory(meeting=meeting, topic="Mutasi pejabat", is_confidential=True)
    assert event(meeting)["description"] == "- Pembukaan END:VEVENT"


def test_a_browser_saves_it_as_a_calendar_file(client, meeting, user):
    response = client.get(reverse("agreements:meeting-file", args=[meeting.pk]))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="rapat-2100-05-03.ics"'
    assert response["Cache-Control"] == "private, no-store"


def test_whoever_does_not_see_the_meeting_gets_no_file(client, sign_in, meeting):
    sign_in()
    assert client.get(reverse("agreements:meeting-file", args=[meeting.pk])).status_code == 404


def test_the_page_of_a_meeting_leads_to_its_file(client, meeting, user):
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert f'href="{reverse("agreements:meeting-file", args=[meeting.pk])}"' in page
