"""Requests to a joint service: numbered, due by its standard, worked on, seen by whoever asked."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.capacity.service_clock import due_on
from agreements.capacity.service_kinds import RequestState
from agreements.capacity.transitions import service_requests, services
from agreements.models import ServiceRequest
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.capacity.service_scene import ahead
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.series import HolidayFactory
from tests.factories.services import ServiceRequestFactory, ServiceStandardFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
S = RequestState
MONDAY = dt.date(2026, 11, 2)


def line_of(request):
    return request.changes.order_by("pk").last()


def test_a_request_gets_a_number_and_the_day_that_the_standard_promises(serving):
    service = serving.ready()
    first, second = serving.ask(service), serving.ask(service, reference="LT-2026/0013")
    assert (first.number, second.number, first.state) == (1, 2, S.RECEIVED)
    assert first.due_on > first.asked_on
    assert (line_of(first).from_state, line_of(first).to_state) == ("", S.RECEIVED)


def test_whoever_asks_too_early_or_too_late_reads_what_to_do(serving):
    service = serving.plan()
    with pytest.raises(Refused, match="starts it on its page"):
        serving.ask(service)
    services.end_service(service=service, by=serving.giver, reason="Batal.")
    with pytest.raises(Refused, match="takes no more requests"):
        serving.ask(service)


def test_sent_twice_it_is_one(serving):
    service = serving.ready()
    assert serving.ask(service) == serving.ask(service)
    assert ServiceRequest.objects.count() == 1


def test_working_days_leave_out_the_weekend(db):
    standard = ServiceStandardFactory(duration=5)
    place = standard.service.collaboration
    assert due_on(standard, asked_on=MONDAY, collaboration=place) == dt.date(2026, 11, 9)


def test_a_day_off_is_no_working_day(db):
    HolidayFactory(day=MONDAY + dt.timedelta(days=1))
    standard = ServiceStandardFactory(duration=1)
    place = standard.service.collaboration
    assert due_on(standard, asked_on=MONDAY, collaboration=place) == MONDAY + dt.timedelta(days=2)


def test_hours_end_on_a_day(db):
    standard = ServiceStandardFactory(duration=24, unit="hours")
    place = standard.service.collaboration
    day = timezone.localdate() - dt.timedelta(days=9)
    assert due_on(standard, asked_on=day, collaboration=place) == day + dt.timedelta(days=1)


def test_without_a_standard_nobody_can_promise_a_day(serving):
    with pytest.raises(ValidationError, match="No standard held"):
        serving.ask(serving.running())


def test_only_a_running_service_takes_requests(serving):
    with pytest.raises(Refused, match="running"):
        serving.ask(serving.plan())


def test_a_request_of_tomorrow_was_not_made_yet(serving):
    with pytest.raises(ValidationError, match="still to come"):
        serving.ask(serving.ready(), asked_on=ahead(1))


@pytest.mark.parametrize("reference", ["Budi Santoso", "7601234567890001", ""])
def test_a_citizen_is_never_named(serving, reference):
    with pytest.raises(ValidationError):
        serving.ask(serving.ready(), reference=reference)


def test_who_does_not_give_it_asks_for_its_own_organization(serving):
    service = serving.ready()
    own = {"organization": serving.third.organization, "reference": ""}
    assert serving.ask(service, by=serving.third, **own).organization == own["organization"]
    with pytest.raises(ValidationError, match="own organization"):
        serving.ask(service, by=serving.third)
    other = {"organization": OrganizationFactory(), "reference": ""}
    with pytest.raises(ValidationError, match="own organization"):
        serving.ask(service, by=serving.third, **other)


def test_it_is_taken_up_told_about_and_done(serving):
    asked = serving.ask(serving.ready())
    asked = service_requests.take_up(request=asked, by=serving.worker)
    assert (asked.state, line_of(asked).to_state) == (S.IN_WORK, S.IN_WORK)
    service_requests.note_progress(request=asked, by=serving.worker, note="Berkas lengkap.")
    assert (line_of(asked).from_state, line_of(asked).note) == (S.IN_WORK, "Berkas lengkap.")
    done = service_requests.finish(request=asked, by=serving.worker)
    assert (done.state, done.closed_on) == (S.DONE, ahead(0))
    with pytest.raises(IllegalMove):
        service_requests.take_up(request=done, by=serving.worker)
    with pytest.raises(IllegalMove):
        service_requests.note_progress(request=done, by=serving.worker, note="Lagi.")


def test_turning_down_says_why(serving):
    asked = serving.ask(serving.ready())
    with pytest.raises(ValidationError):
        service_requests.turn_down(request=asked, by=serving.giver, reason=" ")
    asked = service_requests.turn_down(request=asked, by=serving.giver, reason="Bukan aset kami.")
    assert (asked.state, line_of(asked).note) == (S.TURNED_DOWN, "Bukan aset kami.")


def test_what_was_closed_by_mistake_is_in_work_again_and_says_why(serving):
    asked = serving.ask(serving.ready())
    with pytest.raises(IllegalMove):
        service_requests.reopen(request=asked, by=serving.worker, reason="Keliru.")
    for close in (
        lambda: service_requests.finish(request=asked, by=serving.worker),
        lambda: service_requests.turn_down(request=asked, by=serving.worker, reason="Dobel."),
    ):
        closed = close()
        with pytest.raises(ValidationError):
            service_requests.reopen(request=closed, by=serving.worker, reason=" ")
        again = service_requests.reopen(request=closed, by=serving.worker, reason="Keliru.")
        assert (again.state, again.closed_on, again.due_on) == (S.IN_WORK, None, asked.due_on)
        line = line_of(again)
        assert (line.from_state, line.to_state, line.note) == (closed.state, S.IN_WORK, "Keliru.")


def test_a_step_is_between_asking_and_today(serving):
    asked = serving.ask(serving.ready())
    for day in (ahead(-3), ahead(1)):
        with pytest.raises(ValidationError):
            service_requests.take_up(request=asked, by=serving.giver, on=day)


def test_overdue_is_computed_and_ends_with_the_request(db):
    late, fine = ServiceRequestFactory(overdue=True), ServiceRequestFactory()
    closed = ServiceRequestFactory(overdue=True, done=True)
    assert late.is_overdue
    assert not fine.is_overdue
    assert (closed.is_overdue, closed.was_late) == (False, True)
    assert list(ServiceRequest.objects.overdue()) == [late]


def test_the_people_of_whoever_asked_see_it_and_no_other_stranger(db):
    asked = ServiceRequestFactory()
    own = UserFactory(organization=asked.organization)
    assert asked in ServiceRequest.objects.visible_to(own)
    assert asked not in ServiceRequest.objects.visible_to(UserFactory())
