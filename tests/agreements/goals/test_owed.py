"""What a party owes by when: periods, days, who is late, and what nobody is asked for any more."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.charter.states import CollaborationState, PartyState
from agreements.goals.kinds import Frequency
from agreements.goals.owed import Standing, owed_values
from agreements.goals.states import GoalState, MeasurementState
from agreements.goals.transitions import locks, measurements
from agreements.models import Measurement
from tests.agreements.goals.scene import entered, months, scene, submitted, verified
from tests.factories.actors import RegionFactory
from tests.factories.goals import ReportingDutyFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
S = Standing
TODAY = timezone.localdate()
DAY = dt.timedelta(days=1)


def owed(at, *, today=None, until=None, **days):
    today = today or TODAY
    return owed_values([at.collaboration.pk], until=until or today, today=today, **days)


def duty(at, **fields):
    usual = {"indicator": at.indicator, "party": at.own, "days_after": 10}
    return ReportingDutyFactory(**{**usual, **fields})


def told(at, **days):
    return [(one.period.ends_on, one.standing) for one in owed(at, **days)]


def given_on(value, day):
    moment = timezone.make_aware(dt.datetime.combine(day, dt.time(9)))
    Measurement.objects.filter(pk=value.pk).update(submitted_at=moment)


def test_every_period_of_the_duty_is_owed_so_many_days_after_its_end():
    at = scene()
    first, second, last = months(3)
    duty(at, starts_on=first.starts_on)
    found = owed(at, until=last.ends_on + 10 * DAY)
    assert [(one.period, one.due_on) for one in found] == [
        (period, period.ends_on + 10 * DAY) for period in (first, second, last)
    ]


def test_before_its_day_it_is_due_and_the_day_after_it_is_late():
    at = scene()
    period = months(1)[0]
    duty(at, starts_on=period.starts_on)
    day = period.ends_on + 10 * DAY
    assert told(at, today=period.ends_on - DAY, until=day) == [(period.ends_on, S.NOT_OVER)]
    assert told(at, today=day) == [(period.ends_on, S.DUE)]
    assert told(at, today=day + DAY) == [(period.ends_on, S.LATE)]


@pytest.mark.parametrize(("days", "standing"), [(10, S.GIVEN), (11, S.GIVEN_LATE)])
def test_what_was_reported_is_in_time_or_late(days, standing):
    at = scene()
    period = months(1)[0]
    duty(at, starts_on=period.starts_on)
    given_on(submitted(at), period.ends_on + days * DAY)
    assert told(at, until=period.ends_on + 30 * DAY) == [(period.ends_on, standing)]


def test_a_correction_later_on_makes_nothing_late():
    at = scene()
    period = months(1)[0]
    duty(at, starts_on=period.starts_on)
    value = submitted(at)
    given_on(value, period.ends_on)
    new = measurements.correct(measurement=value, by=at.member, reason="x", value=Decimal(7))
    given_on(new, period.ends_on + 60 * DAY)
    assert told(at, until=period.ends_on + 30 * DAY) == [(period.ends_on, S.GIVEN)]


def test_a_draft_is_not_reported_and_a_returned_value_is_asked_for_again():
    at = scene()
    period = months(1)[0]
    duty(at, starts_on=period.starts_on, days_after=366)
    entered(at)
    until = period.ends_on + 366 * DAY
    assert told(at, until=until)[:1] == [(period.ends_on, S.DUE)]
    value = measurements.submit(measurement=Measurement.objects.get(), by=at.member)
    measurements.give_back(measurement=value, by=at.auditor, note="Bukti")
    (first, *_rest) = owed(at, until=until)
    assert (first.standing, first.measurement.state) == (S.RETURNED, MeasurementState.RETURNED)
    assert first.is_waiting


def test_a_check_makes_nobody_late_who_reported_in_time():
    at = scene()
    period = months(1)[0]
    duty(at, starts_on=period.starts_on)
    value, day = submitted(at), period.ends_on + 60 * DAY
    given_on(value, period.ends_on)
    measurements.give_back(measurement=value, by=at.auditor, note="Bukti")
    days = {"today": day, "until": period.ends_on + 30 * DAY}
    assert told(at, **days) == [(period.ends_on, S.RETURNED)]
    draft = entered(at, value=8)  # what follows a returned value
    assert told(at, **days) == [(period.ends_on, S.RETURNED)]
    given_on(measurements.submit(measurement=draft, by=at.member), day)
    assert told(at, **days) == [(period.ends_on, S.GIVEN)]


def test_a_disputed_value_was_reported_all_the_same():
    at = scene()
    period = months(1)[0]
    duty(at, starts_on=period.starts_on)
    value = verified(at)
    given_on(value, period.ends_on)
    measurements.dispute(measurement=value, by=at.coordinator, reason="Dobel")
    assert told(at, until=period.ends_on + 30 * DAY) == [(period.ends_on, S.GIVEN)]


def test_the_value_of_another_party_or_region_pays_nothing():
    at = scene()
    period = months(1)[0]
    duty(at, starts_on=period.starts_on)
    duty(at, starts_on=period.starts_on, party=at.other, region=RegionFactory())
    given_on(submitted(at, party=at.other, by=at.other_member), period.ends_on)
    given_on(submitted(at, region=RegionFactory()), period.ends_on)
    day = period.ends_on + 10 * DAY
    assert told(at, today=day) == [(period.ends_on, S.DUE)] * 2


# --- what is measured once -------------------------------------------------------------------


def test_a_single_value_is_owed_from_the_first_day_on_without_a_last_one():
    at = scene(frequency=Frequency.ONCE)
    duty(at, starts_on=TODAY - 20 * DAY)
    (one,) = owed(at)
    assert (one.due_on, one.standing) == (TODAY - 10 * DAY, S.LATE)
    assert owed(at, today=TODAY - 12 * DAY, until=TODAY)[0].standing is S.DUE


def test_a_single_value_with_a_last_day_is_owed_after_it():
    at = scene(frequency=Frequency.ONCE)
    duty(at, starts_on=TODAY - 60 * DAY, ends_on=TODAY - 20 * DAY)
    (one,) = owed(at)
    assert (one.due_on, one.period.ends_on) == (TODAY - 10 * DAY, TODAY - 20 * DAY)


def test_a_single_value_of_any_days_pays_it_each_region_its_own():
    at = scene(frequency=Frequency.ONCE)
    north, south = RegionFactory(), RegionFactory()
    duty(at, region=north, starts_on=TODAY - 60 * DAY)
    duty(at, region=south, starts_on=TODAY - 50 * DAY)
    measurements.submit(
        measurement=measurements.enter(
            indicator=at.indicator,
            party=at.own,
            by=at.member,
            region=north,
            starts_on=TODAY - 99 * DAY,
            ends_on=TODAY - 90 * DAY,
            value=Decimal(5),
        ),
        by=at.member,
    )
    assert {one.region: one.standing for one in owed(at)} == {north: S.GIVEN_LATE, south: S.LATE}


# --- what nobody is asked for ----------------------------------------------------------------


def test_a_party_that_left_owes_nothing_for_the_time_after_and_nobody_waits_for_it():
    at = scene()
    first, second, _last = months(3)
    duty(at, starts_on=first.starts_on, days_after=0)
    at.own.state, at.own.ends_on = PartyState.LEFT, second.ends_on
    at.own.save()
    assert told(at) == [(first.ends_on, S.CLOSED), (second.ends_on, S.CLOSED)]


@pytest.mark.parametrize("state", [PartyState.PAUSED, PartyState.INVITED])
def test_a_party_that_may_not_report_now_is_late_with_nothing(state):
    at = scene()
    period = months(1)[0]
    duty(at, starts_on=period.starts_on, days_after=0)
    at.own.state = state
    at.own.save()
    assert told(at) == [(period.ends_on, S.CLOSED)]


def test_in_a_closed_collaboration_nobody_is_late_any_more():
    at = scene()
    first, second = months(2)
    duty(at, starts_on=first.starts_on, days_after=0)
    given_on(submitted(at, period=second), second.ends_on)
    at.collaboration.state, at.collaboration.ends_on = CollaborationState.CLOSED, TODAY
    at.collaboration.save()
    assert told(at) == [(first.ends_on, S.CLOSED), (second.ends_on, S.GIVEN)]


def test_a_locked_period_is_closed_without_a_value_and_open_again_when_lifted():
    at = scene()
    first, second = months(2)
    duty(at, starts_on=first.starts_on, days_after=0)
    days = {"starts_on": first.starts_on, "ends_on": first.ends_on}
    lock = locks.lock_period(
        collaboration=at.collaboration, by=at.coordinator, reason="Terbit", **days
    )
    assert told(at) == [(first.ends_on, S.CLOSED), (second.ends_on, S.LATE)]
    locks.lift_lock(lock=lock, by=at.coordinator, reason="Koreksi")
    assert told(at)[0] == (first.ends_on, S.LATE)


def test_a_single_value_may_be_of_other_days_than_the_locked_ones():
    at = scene(frequency=Frequency.ONCE)
    day = months(1)[0].starts_on
    duty(at, starts_on=day, days_after=0)
    days = {"starts_on": day, "ends_on": day}
    locks.lock_period(collaboration=at.collaboration, by=at.coordinator, reason="Terbit", **days)
    assert [standing for _day, standing in told(at)] == [S.LATE]


@pytest.mark.parametrize("state", [GoalState.CLOSED, GoalState.DROPPED])
def test_a_goal_that_is_no_longer_pursued_and_a_retired_indicator_are_asked_for_nothing(state):
    at = scene()
    duty(at)
    assert owed(at)
    at.indicator.is_retired = True
    at.indicator.save()
    assert not owed(at)
    at.indicator.is_retired, at.goal.state = False, state
    at.indicator.save()
    at.goal.save()
    assert not owed(at)


def test_of_another_collaboration_nothing_is_told():
    at = scene()
    duty(at)
    assert not owed_values([scene().collaboration.pk], until=TODAY, today=TODAY)


# --- the pages -------------------------------------------------------------------------------


def calendar(at):
    return reverse("agreements:reporting-calendar", args=[at.collaboration.pk])


def listed(at, query=""):
    return reverse("agreements:owed-list", args=[at.collaboration.pk]) + query


def test_what_is_late_stays_in_sight_however_long_ago_it_was(client, sign_in):
    at = scene()
    duty(at, starts_on=TODAY - 400 * DAY, days_after=0)
    sign_in(at.member)
    assert client.get(calendar(at)).context["late_total"] >= 12
    assert client.get(calendar(at) + "?month=2001-01").context["late_total"] >= 12


def test_every_number_of_the_calendar_opens_the_values_that_it_counts(client, sign_in):
    at = scene()
    duty(at, starts_on=TODAY - 400 * DAY, days_after=0)
    submitted(at)
    sign_in(at.member)
    page = client.get(calendar(at))
    ((_organization, row),) = page.context["parties"]
    assert sum(month.total for month in row) > 4
    for month in row:
        rows = client.get(month.url).context["rows"]
        assert len(rows) == month.total
        assert sum(one.is_late for one in rows) == month.late
    late = client.get(listed(at, "?standing=late")).context["paginator"].count
    assert late == page.context["late_total"]


def test_what_is_due_now_is_the_same_whichever_months_are_shown(client, sign_in):
    at = scene()
    duty(at, starts_on=TODAY - 200 * DAY, days_after=150)
    sign_in(at.member)
    due = client.get(listed(at, "?standing=due_now")).context["paginator"].count
    assert due
    for month in ("", f"?month={TODAY + 200 * DAY:%Y-%m}"):
        assert client.get(calendar(at) + month).context["due_total"] == due


def test_the_file_holds_what_the_filter_shows(client, sign_in):
    at = scene()
    first, second = months(2)
    duty(at, starts_on=first.starts_on, days_after=0)
    submitted(at, period=second, value=1234)
    sign_in(at.member)
    assert len(client.get(listed(at)).context["rows"]) >= 2
    text = client.get(listed(at, "?standing=late&format=csv")).getvalue().decode("utf-8-sig")
    _head, *lines = text.strip().splitlines()
    assert len(lines) == client.get(listed(at, "?standing=late")).context["paginator"].count
    assert "1234" not in text
    whole = client.get(listed(at, "?format=csv")).getvalue().decode("utf-8-sig")
    assert "1234" in whole
    assert at.own.organization.name in whole
    assert client.get(listed(at, "?format=xlsx")).status_code == 200


@pytest.mark.parametrize("query", ["?standing=x", "?since=31/2/2023", "?organization=0"])
def test_what_is_not_understood_is_said_and_makes_no_file(client, sign_in, query):
    at = scene()
    duty(at, starts_on=months(1)[0].starts_on, days_after=0)
    sign_in(at.member)
    page = client.get(listed(at, query))
    assert soup_of(page).select(".alert-warning")
    assert bool(page.context["rows"]) is (query != "?organization=0")
    assert client.get(listed(at, f"{query}&format=csv")).status_code == 400


def test_an_outsider_finds_neither_list_nor_file(client, sign_in):
    at = scene()
    duty(at)
    sign_in(at.outsider)
    for query in ("", "?format=csv", "?standing=late"):
        assert client.get(listed(at, query)).status_code == 404


def test_an_empty_list_says_what_to_do(client, sign_in):
    at = scene()
    sign_in(at.member)
    answer = client.get(listed(at))
    assert "melapor" in answer.content.decode()
    assert "format=csv" not in answer.content.decode()


@pytest.mark.parametrize("month", ["0001-01", "9999-12", "1990-01", "99-99", "x"])
def test_a_strange_month_is_no_error(client, sign_in, month):
    at = scene()
    duty(at)
    sign_in(at.member)
    assert client.get(f"{calendar(at)}?month={month}").status_code == 200
    assert client.get(listed(at, "?until=31/12/2200")).status_code == 200


def test_list_and_calendar_cost_the_same_however_much_is_owed(sign_in, assert_flat_queries):
    at = scene()
    duty(at)
    submitted(at)
    sign_in(at.member)

    def grow():
        for _n in range(4):
            duty(at, region=RegionFactory())

    assert_flat_queries(listed(at), grow=grow, ceiling=20)
    assert_flat_queries(calendar(at), grow=grow, ceiling=20)
