"""Planning, running and ending a joint service, and the standard that it publishes."""

import pytest
from django.core.exceptions import ValidationError

from agreements.capacity.service_kinds import ServiceEvent, ServiceState
from agreements.capacity.transitions import service_requests, service_standards, services
from agreements.charter.states import CollaborationState
from agreements.models import Collaboration, JointService, ServiceStandard
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.agreements.capacity.service_scene import STANDARD, ahead
from tests.factories.charter import PartyFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
S, E = ServiceState, ServiceEvent


def line_of(service):
    return service.changes.order_by("pk").last()


class TestPlanning:
    def test_two_parties_plan_one_event_for_two_purposes(self, serving):
        service = serving.plan(name="  Bimtek   bersama ")
        assert (service.state, service.name) == (S.PLANNED, "Bimtek bersama")
        assert service.purposes.count() == 2
        assert service.givers.get().party == serving.party(serving.giver)
        assert (line_of(service).event, line_of(service).from_state) == (E.PLANNED, "")

    def test_sent_twice_it_is_one(self, serving):
        assert serving.plan() == serving.plan()
        assert JointService.objects.count() == 1

    def test_one_purpose_is_no_joint_service(self, serving):
        one = (serving.party(serving.giver), "Satu", "Semua")
        for purposes in ([one], [one, one]):
            with pytest.raises(ValidationError, match="two parties"):
                serving.plan(purposes=purposes)

    def test_nobody_gives_nothing(self, serving):
        with pytest.raises(ValidationError, match="at least one party"):
            serving.plan(givers=[])

    def test_a_party_of_elsewhere_has_no_part(self, serving):
        with pytest.raises(ValidationError, match="takes part"):
            serving.plan(givers=[PartyFactory()])

    def test_a_closed_collaboration_plans_nothing(self, serving):
        rows = Collaboration.objects.filter(pk=serving.collaboration.pk)
        rows.update(state=CollaborationState.CLOSED, ends_on=ahead(0))
        with pytest.raises(Refused, match="closed"):
            serving.plan()


class TestChanging:
    def test_who_gives_it_changes_with_it(self, serving):
        service = serving.plan()
        third = serving.party(serving.third)
        said = {"version": service.version, "givers": [third], "name": "Loket terpadu"}
        changed = services.edit_service(service=service, by=serving.giver, **said)
        assert [row.party for row in changed.givers.all()] == [third]
        assert (changed.name, line_of(service).event) == ("Loket terpadu", E.EDITED)

    def test_two_people_do_not_overwrite_each_other(self, serving):
        service = serving.plan()
        said = {"version": service.version, "givers": [serving.party(serving.giver)]}
        services.edit_service(service=service, by=serving.giver, name="Satu", **said)
        with pytest.raises(EditConflict):
            services.edit_service(service=service, by=serving.giver, name="Dua", **said)

    def test_a_running_service_was_first_held_by_now(self, serving):
        service = serving.running()
        said = {"version": service.version, "givers": [serving.party(serving.giver)]}
        with pytest.raises(ValidationError, match="still to come"):
            services.edit_service(service=service, by=serving.giver, starts_on=ahead(3), **said)

    def test_a_third_purpose_comes_and_goes_but_two_stay(self, serving):
        service = serving.plan()
        said = {"party": serving.party(serving.third), "purpose": "Data", "target_group": "Desa"}
        third = services.add_purpose(service=service, by=serving.coordinator, **said)
        assert line_of(service).event == E.PURPOSE_ADDED
        words = {"version": third.version, "purpose": "Data desa", "target_group": "Desa"}
        third = services.edit_purpose(row=third, by=serving.third, **words)
        assert (third.purpose, line_of(service).event) == ("Data desa", E.PURPOSE_EDITED)
        assert line_of(service).subject == "Data → Data desa"
        services.remove_purpose(row=third, by=serving.third)
        assert line_of(service).event == E.PURPOSE_REMOVED
        with pytest.raises(Refused, match="two parties"):
            services.remove_purpose(row=service.purposes.first(), by=serving.giver)


class TestRunning:
    def test_it_starts_on_the_day_that_was_planned(self, serving):
        service = serving.running()
        assert (service.state, service.starts_on) == (S.RUNNING, ahead(-30))
        assert (line_of(service).from_state, line_of(service).to_state) == (S.PLANNED, S.RUNNING)

    def test_what_starts_sooner_than_planned_starts_today(self, serving):
        service = services.start_service(service=serving.plan(starts_on=ahead(9)), by=serving.giver)
        assert service.starts_on == ahead(0)

    def test_it_starts_once(self, serving):
        service = serving.running()
        first = line_of(service)
        again = services.start_service(service=service, by=serving.giver)
        assert (again.state, line_of(service)) == (S.RUNNING, first)
        with pytest.raises(IllegalMove):
            services.start_service(service=service, by=serving.worker)

    def test_it_ends_with_a_reason_and_stays_as_it_was(self, serving):
        service = serving.running()
        with pytest.raises(ValidationError):
            services.end_service(service=service, by=serving.giver, reason=" ")
        ended = services.end_service(service=service, by=serving.giver, reason="Selesai.")
        assert (ended.state, ended.ended_on, line_of(service).note) == (
            S.ENDED,
            ahead(0),
            "Selesai.",
        )
        said = {"version": ended.version, "givers": [serving.party(serving.giver)]}
        with pytest.raises(Refused, match="has ended"):
            services.edit_service(service=ended, by=serving.giver, **said)

    def test_it_does_not_end_while_somebody_waits(self, serving):
        service = serving.ready()
        asked = serving.ask(service)
        with pytest.raises(Refused, match="still open"):
            services.end_service(service=service, by=serving.giver, reason="Selesai.")
        service_requests.finish(request=asked, by=serving.giver)
        ended = services.end_service(service=service, by=serving.giver, reason="Selesai.")
        assert ended.state == S.ENDED

    def test_a_plan_that_is_given_up_was_never_held(self, serving):
        ended = services.end_service(service=serving.plan(), by=serving.giver, reason="Batal.")
        assert (ended.state, ended.starts_on) == (S.ENDED, None)
        assert ended not in JointService.objects.held()


class TestStandard:
    def test_a_draft_is_published_from_a_day(self, serving):
        service = serving.running()
        draft = serving.draft(service)
        assert (draft.number, draft.is_published, line_of(service).event) == (1, False, E.DRAFTED)
        made = service_standards.publish_standard(
            standard=draft, by=serving.giver, holds_from=ahead(-20)
        )
        assert (made.published_from, made.published_by) == (ahead(-20), serving.giver)
        assert line_of(service).event == E.PUBLISHED

    def test_there_is_one_draft_at_a_time(self, serving):
        service = serving.running()
        serving.draft(service)
        with pytest.raises(Refused, match="draft of the standard already"):
            serving.draft(service, duration=7)

    def test_a_draft_is_edited_and_discarded(self, serving):
        service = serving.running()
        draft = serving.draft(service)
        said = {**STANDARD, "is_free": False, "fee": 5000, "version": draft.version}
        draft = service_standards.edit_standard(standard=draft, by=serving.giver, **said)
        assert (draft.fee, line_of(service).event) == (5000, E.REVISED)
        service_standards.discard_standard(standard=draft, by=serving.giver)
        assert (ServiceStandard.objects.count(), line_of(service).event) == (0, E.DISCARDED)

    def test_free_of_charge_has_no_fee(self, serving):
        assert serving.draft(serving.running(), fee=0).fee is None

    def test_a_published_one_is_neither_edited_nor_discarded_nor_published_again(self, serving):
        standard = serving.publish(serving.running())
        said = {**STANDARD, "version": standard.version}
        with pytest.raises(Refused, match="stays as it is"):
            service_standards.edit_standard(standard=standard, by=serving.giver, **said)
        with pytest.raises(Refused, match="stays as it is"):
            service_standards.discard_standard(standard=standard, by=serving.giver)
        with pytest.raises(Refused, match="stays as it is"):
            service_standards.publish_standard(
                standard=standard, by=serving.giver, holds_from=ahead(0)
            )

    def test_it_does_not_overtake_one_that_is_still_to_come(self, serving):
        service = serving.running()
        serving.publish(service, holds_from=ahead(9))
        with pytest.raises(ValidationError, match="can only follow it"):
            serving.publish(service, holds_from=ahead(9), duration=3)

    def test_the_next_version_follows_the_one_before(self, serving):
        service = serving.running()
        first = serving.publish(service)
        second = serving.draft(service, duration=3)
        for day in (first.published_from, ahead(-1)):
            with pytest.raises(ValidationError):
                service_standards.publish_standard(
                    standard=second, by=serving.giver, holds_from=day
                )
        service_standards.publish_standard(standard=second, by=serving.giver, holds_from=ahead(5))
        assert service.standards.holding().first() == first
        assert service.standards.holding(on=ahead(5)).first() == second

    def test_who_publishes_has_read_what_is_published(self, serving):
        draft = serving.draft(serving.running())
        said = {**STANDARD, "duration": 9, "version": draft.version}
        service_standards.edit_standard(standard=draft, by=serving.giver, **said)
        with pytest.raises(Refused, match="changed since"):
            service_standards.publish_standard(
                standard=draft, by=serving.giver, holds_from=ahead(0), seen=str(draft.version)
            )
