"""An hour of a meeting is the same moment for everybody, and says by which clock it is told."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from actors.accounts.models import TimeZone
from agreements.charter.clock import now_in
from agreements.engagement import transitions
from agreements.models import Collaboration
from collabgov.kit.hours import hours
from tests.agreements.engagement.lines import details, log
from tests.factories.charter import CollaborationFactory, coordinator_of, days_ago
from tests.factories.engagement import AttendanceFactory, MeetingFactory
from tests.factories.series import MeetingSeriesFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
migration = import_module("agreements.migrations.0034_clocks_of_before")
HALF_TEN, WHOLE = dt.time(9, 30), "09.30\N{EN DASH}11.00"


@pytest.fixture
def collaboration():
    """In Jakarta."""
    return CollaborationFactory(time_zone=TimeZone.WIB)


@pytest.fixture
def reader(collaboration, sign_in):
    """In Jayapura."""
    user = coordinator_of(collaboration)
    user.time_zone, user.language = TimeZone.WIT, "id"
    user.save()
    return sign_in(user)


@pytest.fixture
def ahead(collaboration):
    return MeetingFactory(
        collaboration=collaboration,
        planned=True,
        held_on=days_ago(-3),
        starts_at=HALF_TEN,
        ends_at=dt.time(11),
    )


def main_of(client, name, *args, **query):
    return soup_of(client.get(reverse(name, args=args), query)).main.get_text(" ")


def test_every_page_that_tells_an_hour_tells_the_clock(client, reader, ahead):
    for page in ("meeting-detail", "meeting-agenda-print", "meeting-move"):
        assert f"{WHOLE} WIB" in main_of(client, f"agreements:{page}", ahead.pk), page
    assert "09.30 WIB" in main_of(client, "agreements:meeting-list")
    assert "09.30 WIB" in main_of(client, "dashboards:home")
    month = {"month": f"{ahead.held_on:%Y-%m}"}
    for query in (month, month | {"day": ahead.held_on.isoformat()}):
        assert "09.30 WIB" in main_of(client, "agreements:calendar", **query)


def test_a_series_tells_it_too(client, reader, collaboration):
    series = MeetingSeriesFactory(collaboration=collaboration, starts_at=HALF_TEN)
    MeetingFactory(collaboration=collaboration, series=series, planned=True, held_on=days_ago(-3))
    assert f"{WHOLE} WIB" in main_of(client, "agreements:series-list", collaboration.pk)
    page = main_of(client, "agreements:series-detail", series.pk)
    assert f"{WHOLE} WIB" in page
    assert "09.00 WIB" in page


@pytest.mark.parametrize("name", ["series-create", "meeting-create"])
def test_a_form_asks_for_the_hour_by_that_clock(name, client, reader, collaboration):
    args = [collaboration.pk] if name == "series-create" else []
    page = main_of(client, f"agreements:{name}", *args, collaboration=collaboration.pk)
    assert "Mulai pukul (WIB)" in page


def test_minutes_tell_it_as_it_was_when_they_were_shared(client, reader, collaboration):
    held = MeetingFactory(collaboration=collaboration, starts_at=HALF_TEN)
    AttendanceFactory(meeting=held)
    version = transitions.share_minutes(meeting=held, by=reader)
    Collaboration.objects.update(time_zone=TimeZone.WITA)
    page = main_of(client, "agreements:minutes-version", held.pk, version.number)
    assert "09.30 WIB" in page


def test_the_day_of_its_clock_is_today(collaboration):
    late = dt.datetime(2026, 11, 20, 16, 30, tzinfo=dt.UTC)
    assert now_in(collaboration, late).date() == dt.date(2026, 11, 20)
    collaboration.time_zone = TimeZone.WIT
    assert now_in(collaboration, late).date() == dt.date(2026, 11, 21)


def test_a_meeting_of_now_has_begun_where_it_takes_place(collaboration, reader):
    """At ten in Jakarta it is eleven for the site: a meeting at half past ten is still to come."""
    noon = dt.datetime(2026, 11, 20, 3, tzinfo=dt.UTC)
    given = details(held_on=noon.date(), starts_at=dt.time(10, 30))
    assert log(collaboration, reader, details=given, now=noon).state == "planned"


def test_without_an_hour_no_clock_is_told():
    assert hours(None, None, "WIB") == ""


@pytest.mark.parametrize("site", TimeZone)
def test_collaborations_of_before_have_the_clock_of_the_site(site, settings):
    row = CollaborationFactory(time_zone=TimeZone.WITA)
    settings.TIME_ZONE = site.value
    for _twice in range(2):
        migration.set_clocks(apps, None)
        row.refresh_from_db()
        assert row.time_zone == site


def test_a_clock_that_is_none_of_ours_changes_nothing(settings):
    row = CollaborationFactory(time_zone=TimeZone.WIB)
    settings.TIME_ZONE = "UTC"
    migration.set_clocks(apps, None)
    row.refresh_from_db()
    assert row.time_zone == TimeZone.WIB
