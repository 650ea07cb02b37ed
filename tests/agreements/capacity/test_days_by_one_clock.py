"""Services, structures, guidelines and trainings go by the clock of their collaboration."""

import datetime as dt
from unittest import mock

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from actors.accounts.models import TimeZone
from agreements.capacity.arrangement_kinds import GuidelineState
from agreements.capacity.leadership_gaps import leadership_of, left_vacant
from agreements.capacity.matrix_page import matrix_of
from agreements.capacity.service_page import facts_of
from agreements.capacity.structure_kinds import LeadershipRole
from agreements.capacity.transitions import (
    areas,
    ground_rules,
    guidelines,
    roles,
    service_costs,
    service_requests,
    service_standards,
    services,
    structures,
    trainings,
)
from agreements.charter.clock import now_in, today_in
from agreements.charter.transitions.locking import moment
from agreements.models import (
    AreaResponsibility,
    Collaboration,
    GroundRule,
    Guideline,
    JointService,
    RoleAssignment,
    ServiceRequest,
    ServiceStandard,
    Structure,
    Training,
)
from tests.agreements.capacity.structure_scene import scene_of
from tests.factories.arrangements import GroundRuleFactory, GuidelineFactory, TrainingFactory
from tests.factories.documents import DocumentFactory
from tests.factories.services import ServiceRequestFactory, ServiceStandardFactory
from tests.factories.structures import RoleAssignmentFactory, StructureFactory
from tests.html import soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
DAY = dt.timedelta(days=1)


@pytest.fixture(params=["Etc/GMT+12", "Pacific/Kiritimati"])
def far_away(request):
    """One of the two readers is on another day than the collaboration, whatever the hour."""
    with timezone.override(request.param):
        yield


@pytest.fixture
def led(db):
    return scene_of()


class TestServices:
    def dues(self, serving):
        """A request that is due today, and one that was due yesterday."""
        today = today_in(serving.collaboration)
        standard = ServiceStandardFactory(service=serving.ready(), number=9, published=True)
        days = {"asked_on": today - 9 * DAY, "standard": standard, "service": standard.service}
        return [ServiceRequestFactory(due_on=today - number * DAY, **days) for number in (0, 1)]

    def test_a_request_is_overdue_when_the_day_has_passed_there(self, serving, far_away):
        due, late = self.dues(serving)
        rows = ServiceRequest.objects.for_list()
        assert list(rows.overdue()) == [late]
        assert [row.is_overdue for row in rows.filter(pk__in=[due.pk, late.pk])] == [True, False]
        assert JointService.objects.with_requests().get().overdue_requests == 1
        assert facts_of(late.service, serving.giver)["overdue"] == 1

    def test_a_standard_holds_from_its_day_there(self, serving, far_away):
        today = today_in(serving.collaboration)
        service = serving.running(starts_on=today - DAY)
        holds = ServiceStandardFactory(
            service=service, published_from=today, published_by=serving.giver
        )
        ServiceStandardFactory(
            service=service, published_from=today + DAY, published_by=serving.giver
        )
        assert ServiceStandard.objects.holding().first() == holds
        assert facts_of(service, serving.giver)["standard"] == holds

    def test_a_standard_that_follows_holds_from_today_at_the_earliest(self, serving, far_away):
        today = today_in(serving.collaboration)
        service = serving.running(starts_on=today - 9 * DAY)
        serving.publish(service, holds_from=today - 5 * DAY)
        draft = serving.draft(service, steps="Ambil nomor")
        said = {"standard": draft, "by": serving.giver}
        with pytest.raises(ValidationError, match="today or later"):
            service_standards.publish_standard(holds_from=today - DAY, **said)
        published = service_standards.publish_standard(holds_from=today, **said)
        assert published.published_from == today

    def test_today_is_no_day_to_come_and_tomorrow_is(self, serving, far_away):
        today = today_in(serving.collaboration)
        service = serving.running(starts_on=today - 9 * DAY)
        serving.publish(service, holds_from=today - 5 * DAY)
        asked = serving.ask(service, asked_on=today)
        cost = serving.state(service, held_on=today)
        assert (asked.asked_on, cost.confirmed_on) == (today, today)
        steps = (
            lambda: serving.ask(service, asked_on=today + DAY, reference="LT-2026/0099"),
            lambda: serving.state(service, held_on=today + DAY),
            lambda: service_requests.take_up(request=asked, by=serving.giver, on=today + DAY),
            lambda: services.end_service(
                service=serving.running(name="Lain", starts_on=today - DAY),
                by=serving.giver,
                reason="x",
                on=today + DAY,
            ),
        )
        for step in steps:
            with pytest.raises(ValidationError, match="still to come"):
                step()
        assert service_requests.finish(request=asked, by=serving.giver).closed_on == today

    def test_a_service_starts_and_ends_on_the_day_it_is_there(self, serving, far_away):
        today = today_in(serving.collaboration)
        planned = serving.plan(starts_on=None)
        running = services.start_service(service=planned, by=serving.giver)
        assert running.starts_on == today
        ended = services.end_service(service=running, by=serving.giver, reason="Selesai.")
        assert ended.ended_on == today

    def test_what_a_coordinator_stated_is_confirmed_on_the_day_it_is_there(self, serving, far_away):
        today = today_in(serving.collaboration)
        service = serving.running(starts_on=today - DAY)
        cost = serving.state(service, by=serving.coordinator, held_on=today)
        done = service_costs.confirm_cost(cost=cost, by=serving.giver)
        assert done.confirmed_on == today


class TestStructures:
    def ending(self, factory, place, **fields):
        """A row that ends today, and one that ended yesterday."""
        today = today_in(place)
        return [factory(ends_on=today - number * DAY, **fields) for number in (0, 1)]

    def test_what_ends_today_is_not_over(self, led, far_away):
        here = {"collaboration": led.collaboration}
        for factory, model in (
            (StructureFactory, Structure),
            (RoleAssignmentFactory, RoleAssignment),
        ):
            last, over = self.ending(factory, led.collaboration, **here)
            assert (last.is_over, last.is_running) == (False, True)
            assert (over.is_over, over.is_running) == (True, False)
            assert list(model.objects.current()) == [last]
            assert list(model.objects.not_over()) == [last]

    def test_nobody_leads_from_the_day_on_that_it_is_there(self, led, far_away):
        today = today_in(led.collaboration)
        led.role(starts_on=today - 5 * DAY, ends_on=today)
        verifier = led.role(
            role=LeadershipRole.VERIFIER, starts_on=today - 5 * DAY, ends_on=today - DAY
        )
        held = {place.holders[0].role for place in leadership_of(led.collaboration).held}
        assert held == {LeadershipRole.SECRETARIAT}
        assert list(left_vacant(RoleAssignment.objects.for_list())) == [verifier]

    def test_a_matrix_asks_who_answers_today(self, led, far_away):
        today = today_in(led.collaboration)
        led.area(starts_on=today)
        assert matrix_of(led.collaboration).filled == 1
        AreaResponsibility.objects.update(starts_on=today + DAY)
        assert matrix_of(led.collaboration).filled == 0

    def test_what_ends_without_a_day_ends_on_the_day_it_is_there(self, led, far_away):
        today = today_in(led.collaboration)
        role, area, body = led.role(), led.area(), led.structure()
        assert roles.end_role(role=role, by=led.coordinator).ends_on == today
        assert areas.end_area(area=area, by=led.coordinator).ends_on == today
        assert structures.end_structure(structure=body, by=led.coordinator).ends_on == today


class TestArrangements:
    def test_a_guideline_is_issued_and_revoked_on_the_day_it_is_there(self, scene, far_away):
        today = today_in(scene.collaboration)
        paper = DocumentFactory(collaboration=scene.collaboration)
        row = GuidelineFactory(
            collaboration=scene.collaboration,
            owner=scene.giver.organization,
            state=GuidelineState.REVIEW,
        )
        said = {"guideline": row, "by": scene.giver, "number": "1/2026", "document": paper}
        with pytest.raises(ValidationError, match="still to come"):
            guidelines.issue_guideline(issued_on=today + DAY, **said)
        issued = guidelines.issue_guideline(**said)
        assert issued.issued_on == today
        gone = {"guideline": issued, "by": scene.giver, "reason": "Diganti."}
        with pytest.raises(ValidationError, match="still to come"):
            guidelines.revoke_guideline(revoked_on=today + DAY, **gone)
        assert guidelines.revoke_guideline(**gone).revoked_on == today

    def test_a_guideline_is_due_when_its_day_has_passed_there(self, scene, far_away):
        today = today_in(scene.collaboration)
        here = {"collaboration": scene.collaboration}
        GuidelineFactory(due_on=today, **here)
        late = GuidelineFactory(due_on=today - DAY, **here)
        assert list(Guideline.objects.due()) == [late]

    def test_a_training_of_today_was_held_and_one_of_tomorrow_was_not(self, scene, far_away):
        today = today_in(scene.collaboration)
        for day in (today, today + DAY):
            TrainingFactory(
                collaboration=scene.collaboration, giver=scene.giver.organization, held_on=day
            )
        first, second = Training.objects.order_by("held_on")
        said = {"by": scene.giver, "participants": 3}
        assert trainings.hold_training(training=first, **said).held_on == today
        with pytest.raises(ValidationError, match="still to come"):
            trainings.hold_training(training=second, **said)

    def test_a_rule_holds_from_its_day_there_and_a_proposal_ends_on_it(self, scene, far_away):
        today = today_in(scene.collaboration)
        rule = GroundRuleFactory(collaboration=scene.collaboration, adopted=True)
        GroundRule.objects.update(adopted_on=today)
        rule.refresh_from_db()
        assert not rule.is_still_to_come
        GroundRule.objects.update(adopted_on=today + DAY)
        rule.refresh_from_db()
        assert rule.is_still_to_come
        idea = GroundRuleFactory(collaboration=scene.collaboration)
        gone = ground_rules.withdraw_rule(rule=idea, by=scene.coordinator, reason="Tidak perlu.")
        assert gone.ended_on == today


def test_a_past_day_is_written_down_in_the_morning_there(scene, far_away):
    yesterday = today_in(scene.collaboration) - DAY
    at = now_in(scene.collaboration, moment(yesterday, scene.collaboration))
    assert (at.date(), at.hour) == (yesterday, 9)
    assert moment(yesterday + DAY, scene.collaboration) > timezone.now() - DAY / 24


def test_a_form_begins_with_the_day_that_it_is_there(serving, client, sign_in):
    """23.30 in Jakarta, where the reader is: in Jayapura the next day has begun."""
    service = serving.ready()
    serving.giver.time_zone = TimeZone.WIB
    serving.giver.save()
    Collaboration.objects.update(time_zone=TimeZone.WIT)
    late = timezone.now().replace(hour=16, minute=30)
    with mock.patch("django.utils.timezone.now", return_value=late):
        sign_in(serving.giver)
        page = client.get(reverse("agreements:service-request-create", args=[service.pk]))
    there = late.date() + DAY
    shown = soup_of(page).select_one("#id_asked_on")["value"]
    assert str(there.day) in shown
    assert page.context["form"]["asked_on"].value() == there
