"""The giver states when a request was closed; the database says when that was recorded."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from agreements.capacity.service_kinds import RequestState
from agreements.capacity.service_slips import slip_path
from agreements.capacity.transitions import service_requests
from agreements.models import ServiceRequest
from tests.agreements.capacity.service_scene import ahead
from tests.constraints import assert_refused
from tests.factories.services import ServiceRequestFactory
from tests.html import soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
EARLIER = timezone.now() - dt.timedelta(days=30)


@pytest.fixture
def overdue(serving):
    """Asked three weeks ago and due for a while."""
    asked = serving.ask(serving.ready(), asked_on=ahead(-20))
    assert asked.is_overdue
    return asked


def at(name, asked):
    return reverse(f"agreements:service-request-{name}", args=[asked.pk])


def told(day):
    return f"{day.day}/{day.month}/{day.year}"


@pytest.mark.parametrize("step", ["finish", "turn_down"])
def test_a_stated_day_makes_nothing_in_time(serving, overdue, step):
    words = {"reason": "Dobel."} if step == "turn_down" else {}
    said = {"request": overdue, "by": serving.worker, "on": overdue.due_on}
    done = getattr(service_requests, step)(**said, **words)
    done.refresh_from_db()
    assert (done.closed_on, done.closing_recorded_on) == (overdue.due_on, ahead(0))
    assert (done.is_told_later, done.was_late) == (True, True)


def test_what_is_recorded_by_its_day_is_in_time(serving):
    asked = serving.ask(serving.ready())
    done = service_requests.finish(request=asked, by=serving.worker)
    assert (done.is_told_later, done.was_late) == (False, False)


def test_the_stated_day_lies_between_asking_and_today(serving, overdue):
    for day in (overdue.asked_on - dt.timedelta(days=1), ahead(1)):
        with pytest.raises(ValidationError) as refused:
            service_requests.finish(request=overdue, by=serving.worker, on=day)
        assert refused.value.message_dict.keys() == {"on"}


def test_no_form_sets_when_it_was_recorded(client, sign_in, serving, overdue):
    sign_in(serving.worker)
    wish = {name: told(overdue.due_on) for name in ("closed_at", "planted_on", "made_at")}
    client.post(at("finish", overdue), {"on": told(overdue.due_on), **wish})
    overdue.refresh_from_db()
    line = overdue.changes.order_by("pk").last()
    assert (overdue.closed_on, overdue.was_late) == (overdue.due_on, True)
    assert (line.stated_on, line.made_at.date()) == (overdue.due_on, timezone.now().date())


def test_the_requester_reads_both_days_on_page_slip_and_file(client, sign_in, serving, overdue):
    service_requests.finish(request=overdue, by=serving.worker, on=overdue.due_on)
    sign_in(serving.worker)
    for url in (overdue.get_absolute_url(), slip_path(overdue), at("slip", overdue)):
        page = soup_of(client.get(url, headers={"accept-language": "en"})).main.text
        for day in (overdue.due_on, ahead(0)):
            assert date_format(day, "DATE_FORMAT") in page
    for url in (overdue.get_absolute_url(), slip_path(overdue)):
        page = soup_of(client.get(url)).main
        newest = page.select_one(".timeline li").text
        assert date_format(overdue.due_on, "SHORT_DATE_FORMAT") in newest
        assert page.select(".badge .icon-clock-history")
    rows = b"".join(client.get("/service-requests/?format=csv")).decode("utf-8-sig")
    assert str(overdue.due_on) in rows
    assert str(ahead(0)) in rows


def test_days_that_do_not_differ_are_told_once(client, sign_in, serving):
    asked = serving.ask(serving.ready())
    service_requests.finish(request=asked, by=serving.worker)
    sign_in(serving.worker)
    page = soup_of(client.get(asked.get_absolute_url())).main.text
    assert "recorded on" not in page
    assert "stated day" not in page


def test_the_database_itself_says_when_it_was_closed():
    asked = ServiceRequestFactory()
    rows = ServiceRequest.objects.filter(pk=asked.pk)
    rows.update(state=RequestState.DONE, closed_on=ahead(0), closed_at=EARLIER)
    asked.refresh_from_db()
    assert timezone.now() - asked.closed_at < dt.timedelta(minutes=1)
    assert_refused("service_request_closing_stays", lambda: rows.update(closed_at=EARLIER))
    assert_refused("service_request_closing_stays", lambda: rows.update(closed_on=ahead(-1)))
    rows.update(state=RequestState.IN_WORK, closed_on=None)
    asked.refresh_from_db()
    assert asked.closed_at is None


def test_the_database_takes_no_closing_that_is_still_to_come():
    assert_refused(
        "service_request_closed_by_then",
        lambda: ServiceRequestFactory(state=RequestState.DONE, closed_on=ahead(2)),
    )
