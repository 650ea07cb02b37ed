"""A meeting that was logged by itself is put into a series, or taken out again."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from agreements.engagement import transitions
from agreements.engagement.agenda_page import carried_here
from agreements.engagement.states import MeetingState
from agreements.models import Meeting
from collabgov.kit.errors import EditConflict, Refused
from tests.constraints import assert_refused
from tests.factories.charter import coordinator_of, member_of
from tests.factories.engagement import AgendaItemFactory, MeetingFactory
from tests.factories.series import MeetingSeriesFactory, SeriesChangeFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def meeting():
    return MeetingFactory(held_on=TODAY)


@pytest.fixture
def series(meeting):
    return MeetingSeriesFactory(
        collaboration=meeting.collaboration, first_on=TODAY - dt.timedelta(days=14)
    )


@pytest.fixture
def coordinator(meeting):
    return coordinator_of(meeting.collaboration)


def place(meeting, series, by):
    return transitions.place_in_series(
        meeting=meeting, by=by, version=meeting.version, series=series
    )


def test_on_a_day_of_the_rule_it_takes_that_day_and_its_history_says_so(
    meeting, series, coordinator
):
    done = place(meeting, series, coordinator)
    assert (done.series, done.series_slot, done.follows_series) == (series, TODAY, False)
    assert series.title in done.changes.last().note
    done = place(done, None, coordinator)
    assert (done.series, done.series_slot) == (None, None)


def test_the_day_that_it_gave_back_is_planned_again(meeting, series, coordinator):
    SeriesChangeFactory(series=series, made_by=coordinator)
    first = transitions.keep_planned(series=series).made[0]
    place(first, None, coordinator)
    again = transitions.keep_planned(series=series).made
    assert [row.series_slot for row in again] == [first.held_on]


def test_on_another_day_or_cancelled_it_takes_none(meeting, series, coordinator):
    Meeting.objects.filter(pk=meeting.pk).update(held_on=TODAY - dt.timedelta(days=1))
    assert place(meeting, series, coordinator).series_slot is None
    called_off = MeetingFactory(
        collaboration=meeting.collaboration, held_on=TODAY, state=MeetingState.CANCELLED
    )
    assert place(called_off, series, coordinator).series_slot is None


def test_a_day_that_has_a_meeting_is_not_taken_again(meeting, series, coordinator):
    MeetingFactory(collaboration=meeting.collaboration, series=series, held_on=TODAY)
    with pytest.raises(ValidationError):
        place(meeting, series, coordinator)


def test_its_open_topics_follow_to_the_next_meeting_of_the_series(meeting, series, coordinator):
    item = AgendaItemFactory(meeting=meeting, is_open=True)
    coming = MeetingFactory(collaboration=meeting.collaboration, series=series, planned=True)
    assert carried_here(coming) == []
    place(meeting, series, coordinator)
    assert [row.pk for row in carried_here(coming)] == [item.pk]


def test_what_is_not_so_is_refused(meeting, series, coordinator):
    with pytest.raises(Refused):
        place(meeting, None, coordinator)
    with pytest.raises(Refused):
        place(meeting, MeetingSeriesFactory(), coordinator)
    Meeting.objects.filter(pk=meeting.pk).update(version=7)
    with pytest.raises(EditConflict):
        place(meeting, series, coordinator)


def test_meeting_of_one_collaboration(meeting):
    name = "meeting_of_one_collaboration"
    other = MeetingSeriesFactory()
    assert_refused(name, lambda: Meeting.objects.filter(pk=meeting.pk).update(series=other))


def test_the_page_leads_there_and_offers_only_series_of_the_collaboration(
    client, sign_in, meeting, series, coordinator
):
    foreign = MeetingSeriesFactory()
    sign_in(coordinator)
    url = reverse("agreements:meeting-series", args=[meeting.pk])
    assert soup_of(client.get(meeting.get_absolute_url())).find("a", href=url)
    page = client.get(url)
    offered = [option["value"] for option in soup_of(page).select("[name=series] option")]
    assert offered == ["", str(series.pk)]
    version = soup_of(page).find("input", {"name": "version"})["value"]
    refused = client.post(url, {"series": foreign.pk, "version": version})
    assert refused.status_code == 200
    assert client.post(url, {"series": series.pk, "version": version}).status_code == 302
    listed = soup_of(client.get(f"{reverse('agreements:meeting-list')}?when=past")).find("main")
    assert listed.find("a", href=series.get_absolute_url())
    stale = client.post(url, {"series": "", "version": version})
    assert stale.status_code == 200
    assert Meeting.objects.get(pk=meeting.pk).series == series


def test_only_the_coordinator_places_a_meeting(client, sign_in, meeting, series):
    sign_in(member_of(meeting.collaboration))
    url = reverse("agreements:meeting-series", args=[meeting.pk])
    assert client.get(url).status_code == 403
    assert not soup_of(client.get(meeting.get_absolute_url())).find("a", href=url)


def test_where_there_is_no_series_the_page_leads_to_none(client, sign_in, meeting, coordinator):
    sign_in(coordinator)
    url = reverse("agreements:meeting-series", args=[meeting.pk])
    assert not soup_of(client.get(meeting.get_absolute_url())).find("a", href=url)
    MeetingSeriesFactory(collaboration=meeting.collaboration)
    assert soup_of(client.get(meeting.get_absolute_url())).find("a", href=url)
