"""Open topics follow to the next meeting of their series, and when it is over to any meeting."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.engagement import transitions
from agreements.engagement.agenda_page import carried_here
from agreements.engagement.states import MeetingState
from tests.agreements.engagement.posts import fields_of, fresh
from tests.factories.charter import member_of
from tests.factories.engagement import AgendaItemFactory, MeetingFactory
from tests.factories.series import MeetingSeriesFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def last():
    return MeetingFactory()


@pytest.fixture
def user(last, sign_in):
    return sign_in(member_of(last.collaboration))


def edit_url(meeting):
    return reverse("agreements:meeting-edit", args=[meeting.pk])


def in_series(series, days, **fields):
    """A meeting of the series so many days from today."""
    day = timezone.localdate() + dt.timedelta(days=days)
    return MeetingFactory(collaboration=series.collaboration, series=series, held_on=day, **fields)


@pytest.fixture
def series(last):
    return MeetingSeriesFactory(collaboration=last.collaboration)


def test_an_open_topic_of_a_series_comes_to_the_next_meeting_of_that_series(client, user, series):
    item = AgendaItemFactory(meeting=in_series(series, -7), topic="Air bersih", is_open=True)
    coming = in_series(series, 1, state=MeetingState.PLANNED)
    later = in_series(series, 8, state=MeetingState.PLANNED)
    beside = MeetingFactory(collaboration=series.collaboration, planned=True)
    assert [row.pk for row in carried_here(coming)] == [item.pk]
    assert carried_here(later) == carried_here(beside) == []
    assert fields_of(client.get(edit_url(coming)))["agenda-0-thread"] == str(item.thread)
    assert fresh(client)["agenda-0-topic"] == ""


def test_what_a_cancelled_or_never_held_meeting_of_a_series_left_comes_to_the_next(series):
    for days, state in ((-14, MeetingState.PLANNED), (-7, MeetingState.CANCELLED)):
        AgendaItemFactory(meeting=in_series(series, days, state=state), topic=f"Sisa {days}")
    AgendaItemFactory(meeting=in_series(series, -21), topic="Selesai")
    coming = in_series(series, 1, state=MeetingState.PLANNED)
    assert [row.topic for row in carried_here(coming)] == ["Sisa -14", "Sisa -7"]


def test_what_a_series_that_is_over_left_open_comes_to_a_meeting_of_its_own(client, user, last):
    ended = MeetingSeriesFactory(collaboration=last.collaboration, ended_on=timezone.localdate())
    item = AgendaItemFactory(meeting=in_series(ended, -7), topic="Sisa rangkaian", is_open=True)
    assert fresh(client)["agenda-0-thread"] == str(item.thread)


def test_an_open_topic_comes_to_a_meeting_that_is_written_down_late(client, user, series):
    item = AgendaItemFactory(meeting=in_series(series, -14), topic="Air bersih", is_open=True)
    late = in_series(series, -7, state=MeetingState.PLANNED)
    coming = in_series(series, 1, state=MeetingState.PLANNED)
    assert [row.pk for row in carried_here(late)] == [row.pk for row in carried_here(coming)]
    assert fields_of(client.get(edit_url(late)))["agenda-0-thread"] == str(item.thread)
    AgendaItemFactory(meeting=in_series(series, -2), topic="Sesudahnya", is_open=True)
    assert [row.topic for row in carried_here(late)] == ["Air bersih"]


def test_without_a_series_a_topic_that_a_cancelled_meeting_was_to_settle_comes_again(last):
    item = AgendaItemFactory(meeting=last, topic="Anggaran", is_open=True)
    day, together = timezone.localdate(), last.collaboration
    soon, later = (
        MeetingFactory(
            collaboration=together,
            state=MeetingState.PLANNED,
            held_on=day + dt.timedelta(days=days),
        )
        for days in (3, 9)
    )
    AgendaItemFactory(meeting=soon, thread=item.thread, topic="Anggaran", is_open=False)
    assert carried_here(later) == []
    transitions.cancel(meeting=soon, by=member_of(together), reason="Banjir")
    assert [row.topic for row in carried_here(later)] == ["Anggaran"]
