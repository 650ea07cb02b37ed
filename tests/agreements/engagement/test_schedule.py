"""A meeting is planned until it starts, by the clock of its collaboration; then it is held."""

import datetime as dt

import pytest
from django.utils import timezone, translation

from actors.accounts.models import TimeZone
from agreements.engagement.forms.prefill import prefill_of
from agreements.engagement.forms.sheet import MeetingSheet
from agreements.engagement.states import MeetingState
from agreements.models import Collaboration
from collabgov.kit.errors import Refused
from tests.agreements.engagement.lines import details, edit, log, promise
from tests.factories.charter import PartyFactory, member_of
from tests.factories.engagement import MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 11, 20)
NINE, ELEVEN = dt.time(9), dt.time(11)
AT_TEN = dt.datetime.combine(DAY, dt.time(10))


@pytest.fixture
def planned():
    return MeetingFactory(planned=True, held_on=DAY, starts_at=ELEVEN)


@pytest.fixture
def user(planned):
    return member_of(planned.collaboration)


@pytest.mark.parametrize(
    ("held_on", "starts_at", "state"),
    [
        (DAY, NINE, MeetingState.HELD),
        (DAY, ELEVEN, MeetingState.PLANNED),
        (DAY, None, MeetingState.HELD),
        (DAY + dt.timedelta(days=1), None, MeetingState.PLANNED),
        (DAY + dt.timedelta(days=1), NINE, MeetingState.PLANNED),
        (DAY - dt.timedelta(days=1), ELEVEN, MeetingState.HELD),
    ],
)
def test_logged_or_edited_the_start_decides(planned, user, held_on, starts_at, state):
    given = details(held_on=held_on, starts_at=starts_at)
    assert log(planned.collaboration, user, details=given, now=AT_TEN).state == state
    assert edit(planned, user, details=given, now=AT_TEN).state == state


@pytest.mark.parametrize(
    ("zone", "state"), [(TimeZone.WIB, MeetingState.PLANNED), (TimeZone.WIT, MeetingState.HELD)]
)
@pytest.mark.parametrize("reader", TimeZone)
def test_the_clock_is_that_of_the_collaboration(planned, user, zone, state, reader):
    """At 23.30 in Jakarta it is already 01.30 of the next day in Jayapura, whoever asks."""
    Collaboration.objects.update(time_zone=zone)
    given = details(held_on=dt.date(2026, 11, 21), starts_at=dt.time(1))
    moment = dt.datetime(2026, 11, 20, 16, 30, tzinfo=dt.UTC)
    with timezone.override(reader):
        logged = log(planned.collaboration, user, details=given, now=moment)
        assert logged.state == state
        assert edit(planned, user, details=given, now=moment).state == state


def test_a_meeting_later_today_holds_no_commitments(planned, user):
    given = details(held_on=DAY, starts_at=ELEVEN)
    lines = [promise(user.organization)]
    with translation.override("id"), pytest.raises(Refused, match=r"tanggal 20 Nov 2026, 11[.]00"):
        edit(planned, user, details=given, commitments=lines, now=AT_TEN)


def test_a_held_meeting_does_not_move_ahead_but_may_be_saved_as_it_stands(planned, user):
    held = MeetingFactory(collaboration=planned.collaboration, held_on=DAY, starts_at=ELEVEN)
    with pytest.raises(Refused):
        edit(held, user, details=details(held_on=DAY, starts_at=dt.time(12)), now=AT_TEN)
    same = details(held_on=DAY, starts_at=ELEVEN)
    assert edit(held, user, details=same, now=AT_TEN).state == MeetingState.HELD


def judged(meeting, now=AT_TEN, **typed):
    """The errors of card 1 of a form that is saved at ten."""
    text = {"title": "Rapat", "held_on": "20/11/2026", "starts_at": "11.00", **typed}
    sheet = MeetingSheet(text, collaborations=(), meeting=meeting, check=True, now=now)
    sheet.is_valid()
    return sheet.details.errors


def test_the_form_says_so_where_the_date_or_the_time_is_the_cause(planned):
    begun = {"commitment-0-promise": "Mengirim data"}
    assert set(judged(planned, **begun)) == {"starts_at"}
    assert set(judged(planned, held_on="21/11/2026", **begun)) == {"held_on"}
    assert not judged(planned, starts_at="09.00", **begun)
    assert not judged(planned)


def test_the_form_of_a_held_meeting_refuses_only_a_move_ahead(planned):
    held = MeetingFactory(held_on=DAY, starts_at=ELEVEN)
    assert not judged(held)
    assert set(judged(held, starts_at="12.00")) == {"starts_at"}
    assert set(judged(held, held_on="21/11/2026")) == {"held_on"}


def test_the_form_judges_by_the_clock_of_the_collaboration():
    """At 16.30 UTC it is half past eleven at night in Jakarta."""
    held = MeetingFactory(held_on=DAY, collaboration__time_zone=TimeZone.WIB)
    moment = dt.datetime(2026, 11, 20, 16, 30, tzinfo=dt.UTC)
    assert not judged(held, now=moment, starts_at="23.00")
    assert set(judged(held, now=moment, starts_at="23.45")) == {"starts_at"}


def test_the_form_of_no_collaboration_yet_says_all_that_is_wrong():
    text = {"title": "Rapat", "held_on": "21/11/2026", "commitment-0-promise": "Mengirim data"}
    sheet = MeetingSheet(text, collaborations=(), check=True, now=AT_TEN)
    assert not sheet.is_valid()
    assert {"collaboration", "held_on"} <= set(sheet.details.errors)


def test_a_start_still_to_come_is_not_filled_in(user):
    last = MeetingFactory(held_on=DAY - dt.timedelta(days=7), starts_at=ELEVEN)
    at_noon = AT_TEN + dt.timedelta(hours=2)
    with translation.override("id"):
        assert prefill_of(last.collaboration, user, now=AT_TEN)["starts_at"] == ""
        assert prefill_of(last.collaboration, user, now=at_noon)["starts_at"] == "11.00"


@pytest.mark.parametrize(
    ("last", "suggested"),
    [
        ("Rapat koordinasi #13", "Rapat koordinasi #14"),
        ("Rapat ke-9", "Rapat ke-10"),
        ("Penyusunan renja", "Rapat kerja November 2026"),
        ("Rapat kerja Oktober 2026", "Rapat kerja November 2026"),
    ],
)
def test_the_title_counts_on_only_where_there_is_a_number(user, last, suggested):
    meeting = MeetingFactory(title=last, held_on=DAY - dt.timedelta(days=7))
    with translation.override("id"):
        assert prefill_of(meeting.collaboration, user, now=AT_TEN)["title"] == suggested


def test_it_took_place_is_offered_once_it_began(client, sign_in):
    collaboration = PartyFactory().collaboration
    reader = sign_in(member_of(collaboration))
    with timezone.override(reader.time_zone):
        today = timezone.localdate()
    for starts_at, offered in [(None, True), (dt.time(23, 59, 59), False)]:
        planned = MeetingFactory(
            collaboration=collaboration, state="planned", held_on=today, starts_at=starts_at
        )
        page = soup_of(client.get(planned.get_absolute_url()))
        assert bool(page.select_one("a[href$='/hold/']")) is offered
