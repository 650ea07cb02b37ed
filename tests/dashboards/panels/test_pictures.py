"""Timeline, trend, presence and wheel: the numbers that the pictures are drawn from."""

import datetime as dt

import pytest
from django.utils import timezone, translation

from agreements.engagement.states import MeetingState
from dashboards.panels.months import last_months, month_of
from dashboards.panels.presence import SHOWN as PARTIES
from dashboards.panels.presence import presence_by_month
from dashboards.panels.timeline import SHOWN, commitment_timeline
from dashboards.panels.trend import kept_on_time_trend
from tests.factories.action import CommitmentFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, coordinator_of
from tests.factories.engagement import AttendanceFactory, MeetingFactory

TODAY = dt.date(2026, 11, 21)


@pytest.fixture
def collaboration(db):
    return CollaborationFactory(starts_on=dt.date(2025, 1, 1))


@pytest.fixture
def sight(sight_of, collaboration):
    return sight_of(coordinator_of(collaboration), collaboration, today=TODAY)


def promise(collaboration, due_on, **fields):
    made_on = dt.date(2025, 2, 1)
    return CommitmentFactory(collaboration=collaboration, made_on=made_on, due_on=due_on, **fields)


def kept(collaboration, due_on):
    fields = {"kept": True, "reported_done_on": due_on, "confirmed_on": due_on}
    return promise(collaboration, due_on, **fields)


def test_months_end_with_the_running_one_and_cross_the_year():
    assert last_months(dt.date(2026, 2, 28), 3) == [
        dt.date(2025, 12, 1),
        dt.date(2026, 1, 1),
        dt.date(2026, 2, 1),
    ]
    assert month_of(dt.date(2026, 12, 5)) == (dt.date(2026, 12, 1), dt.date(2026, 12, 31))


def test_the_timeline_shows_what_is_open_and_what_ended_lately(sight, collaboration):
    promise(collaboration, TODAY - dt.timedelta(days=3))
    promise(collaboration, TODAY + dt.timedelta(days=3), proposed=True)
    kept(collaboration, TODAY - dt.timedelta(days=5))
    kept(collaboration, TODAY - dt.timedelta(days=50))
    promise(collaboration, TODAY, state="declined")
    assert [row.tone for row in commitment_timeline(sight).rows] == ["good", "bad", "plan"]


def test_a_long_timeline_says_how_many_it_leaves_out(sight, collaboration):
    for _n in range(SHOWN + 2):
        promise(collaboration, TODAY)
    timeline = commitment_timeline(sight)
    assert len(timeline.rows) == SHOWN
    assert str(SHOWN + 2) in timeline.summary


def test_all_that_a_long_timeline_is_about_is_a_link_away(collaboration, sight_of, sign_in, client):
    today = timezone.localdate()
    user = sign_in(coordinator_of(collaboration))
    looked_at = sight_of(user, collaboration)
    for _n in range(SHOWN):
        promise(collaboration, today)
    assert not commitment_timeline(looked_at).more_href
    promise(collaboration, today - dt.timedelta(days=5), state="not_kept")
    promise(collaboration, today - dt.timedelta(days=50), state="not_kept")
    timeline = commitment_timeline(looked_at)
    assert str(SHOWN + 1) in timeline.more_label
    assert timeline.more_href in str(timeline).replace("&amp;", "&")
    opened = client.get(timeline.more_href).context["page_obj"].paginator.count
    assert opened == SHOWN + 1


def test_a_month_has_a_rate_from_three_promises_on(sight, collaboration):
    october, september = dt.date(2026, 10, 10), dt.date(2026, 9, 10)
    for _n in range(2):
        kept(collaboration, october)
        kept(collaboration, september)
    promise(collaboration, october, state="not_kept")
    trend = kept_on_time_trend(sight)
    assert [round(point.value) for point in trend.points if point.value is not None] == [67]
    assert trend.points[-3].detail.startswith("2 ")
    assert "2" in trend.summary
    assert "3" in trend.summary


def test_a_trend_without_a_rated_month_is_empty_in_words(sight, collaboration):
    kept(collaboration, dt.date(2026, 10, 10))
    trend = kept_on_time_trend(sight)
    assert trend.is_empty
    assert trend.empty


def test_the_trend_tells_its_months_in_time_order_and_which_it_leaves_out(sight, collaboration):
    for month in (8, 10):
        for _n in range(3):
            kept(collaboration, dt.date(2026, month, 10))
    with translation.override("en"):
        trend = kept_on_time_trend(sight)
    assert trend.summary.startswith("August: 3 of 3 kept; October: 3 of 3 kept. ")
    assert "fewer than 3 promises fell due are left out" in trend.summary
    assert [step["label"] for step in trend.grid] == ["0%", "25%", "50%", "75%", "100%"]


def test_every_party_is_in_the_presence_picture(sight, collaboration):
    parties = PartyFactory.create_batch(PARTIES + 2, collaboration=collaboration)
    meeting = MeetingFactory(collaboration=collaboration, held_on=dt.date(2026, 10, 5))
    AttendanceFactory(meeting=meeting, organization=parties[0].organization)
    chart = presence_by_month(sight)
    assert len(chart.rows) == PARTIES
    shown = {row.label for row in (*chart.rows, *chart.rest)}
    assert shown == {party.organization.label for party in parties}
    html = str(chart)
    assert html.count("<table") == 2
    assert all(party.organization.label in html for party in parties)
    with translation.override("en"):
        assert "shows the last 4 of 6 months" in str(chart)


def test_presence_counts_meetings_and_not_people(sight, collaboration):
    quiet = PartyFactory(collaboration=collaboration, starts_on=dt.date(2026, 9, 15))
    party = PartyFactory(collaboration=collaboration, starts_on=dt.date(2025, 1, 1))
    meeting = MeetingFactory(collaboration=collaboration, held_on=dt.date(2026, 10, 5))
    AttendanceFactory(meeting=meeting, organization=party.organization)
    AttendanceFactory(
        meeting=meeting,
        organization=party.organization,
        person=coordinator_of(collaboration).person,
    )
    AttendanceFactory(meeting=meeting, organization=quiet.organization, is_present=False)
    cancelled = MeetingFactory(collaboration=collaboration, state=MeetingState.CANCELLED)
    AttendanceFactory(meeting=cancelled, organization=quiet.organization)
    chart = presence_by_month(sight)
    assert [row.label for row in chart.rows] == [quiet.organization.name, party.organization.name]
    assert chart.rows[0].values == (None, None, None, 0, 0, 0)
    assert chart.rows[1].values == (0, 0, 0, 0, 1, 0)


def test_every_number_of_both_pictures_opens_what_it_counts(client, sign_in, sight_of):
    meeting = MeetingFactory()
    user = sign_in(coordinator_of(meeting.collaboration))
    party = PartyFactory(collaboration=meeting.collaboration)
    AttendanceFactory(meeting=meeting, organization=party.organization)
    for _n in range(3):
        CommitmentFactory(collaboration=meeting.collaboration, kept=True)
    looked_at = sight_of(user, meeting.collaboration)
    (row,) = [row for row in presence_by_month(looked_at).rows if any(row.values)]
    counted = [(href, value) for href, value in zip(row.hrefs, row.values, strict=True) if value]
    counted += [(point.href, 3) for point in kept_on_time_trend(looked_at).points if point.href]
    assert [value for _href, value in counted] == [1, 3]
    for href, value in counted:
        assert client.get(href).context["page_obj"].paginator.count == value


def test_presence_without_meetings_is_empty_in_words(sight, collaboration):
    PartyFactory(collaboration=collaboration)
    assert presence_by_month(sight).is_empty
    assert presence_by_month(sight).empty
