"""Who gives a joint service, and whose purpose it is: each party in its own words only."""

import pytest
from django.core.exceptions import ValidationError

from agreements.capacity.exchanges.services import exchanges_of
from agreements.capacity.service_exports import service_table
from agreements.capacity.service_kinds import ServiceEvent, ServiceState
from agreements.capacity.service_page import givers_of
from agreements.capacity.transitions import service_givers, services
from agreements.models import Collaboration, JointService, ServiceGiver, ServiceRequest
from collabgov.kit.errors import Refused
from tests.constraints import assert_refused
from tests.factories.services import JointServiceFactory, ServiceGiverFactory
from tests.html import soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
E = ServiceEvent


def lines_of(service):
    return list(service.changes.order_by("pk").values_list("event", "subject"))


def edit(serving, service, *givers, by, **fields):
    service.refresh_from_db()
    parties = [serving.party(user) for user in givers]
    said = {"version": service.version, "givers": parties, **fields}
    return services.edit_service(service=service, by=by, **said)


@pytest.fixture
def named(serving):
    """A service that runs; a coordinator named the third party as giver beside the first."""
    service = serving.running()
    edit(serving, service, serving.giver, serving.third, by=serving.coordinator)
    return service


class TestNamedByOthers:
    def test_only_its_own_word_makes_it_a_giver(self, serving, named):
        third = named.givers.get(party=serving.party(serving.third))
        assert third.is_on_behalf
        assert lines_of(named)[-1] == (E.GIVER_ADDED, str(third))
        assert givers_of(named) == serving.giver.organization.label
        for user in (serving.giver, serving.coordinator, serving.served):
            with pytest.raises(Refused, match="speaks for the party"):
                service_givers.stand_by(giver=third, by=user)
        stands = serving.stand_by(named, by=serving.third)
        assert not stands.is_on_behalf
        assert lines_of(named)[-1] == (E.GIVER_STOOD_BY, str(third))
        with pytest.raises(Refused, match="already"):
            serving.stand_by(named, by=serving.third)

    def test_who_plans_names_others_but_speaks_for_its_own_party(self, serving):
        parties = [serving.party(serving.giver), serving.party(serving.third)]
        mine, theirs = serving.plan(givers=parties).givers.order_by("pk")
        assert (mine.is_on_behalf, theirs.is_on_behalf) == (False, True)
        assert all(row.is_on_behalf for row in serving.plan(by=serving.coordinator).givers.all())

    def test_it_owes_no_request_and_stands_in_no_exchange(self, serving, named):
        serving.publish(named)
        serving.ask(named, asked_on=None)
        theirs = ServiceRequest.objects.worked_on_by(serving.third)
        assert not theirs.exists()
        assert not serving.third.has_perm("agreements.publish_service_standard", named)
        here = Collaboration.objects.filter(pk=serving.collaboration.pk)
        assert serving.third.organization not in {row.giver for row in exchanges_of(here, None)}
        serving.stand_by(named, by=serving.third)
        assert theirs.exists()
        assert serving.third.has_perm("agreements.publish_service_standard", named)
        assert serving.third.organization in {row.giver for row in exchanges_of(here, None)}

    def test_page_and_file_tell_it_apart_and_offer_the_word(self, client, sign_in, serving, named):
        row = service_table(JointService.objects.for_list())[1]
        assert any("(not confirmed yet)" in str(cell) for cell in row)
        third = named.givers.get(party=serving.party(serving.third))
        button = f"form[action='/service-givers/{third.pk}/stand-by/']"
        sign_in(serving.giver)
        page = soup_of(client.get(named.get_absolute_url()))
        assert "Belum dikonfirmasi oleh pihaknya" in page.text
        assert not page.select(button)
        sign_in(serving.third)
        assert soup_of(client.get(named.get_absolute_url())).select(button)
        client.post(f"/service-givers/{third.pk}/stand-by/")
        assert not ServiceGiver.objects.get(pk=third.pk).is_on_behalf

    def test_a_service_that_nobody_gives_in_their_own_word_does_not_run(self, serving):
        service = serving.plan(by=serving.coordinator)
        with pytest.raises(Refused, match="said itself"):
            services.start_service(service=service, by=serving.coordinator)
        serving.stand_by(service, by=serving.giver)
        started = services.start_service(service=service, by=serving.giver)
        assert started.state == ServiceState.RUNNING

    def test_nor_does_the_database_let_it(self):
        service = JointServiceFactory()
        rows = ServiceGiver.objects.filter(service=service)
        refused = "service_runs_by_a_partys_own_word"
        assert_refused(refused, lambda: rows.update(is_on_behalf=True))
        planned = JointServiceFactory(planned=True)
        planned.givers.update(is_on_behalf=True)
        services_there = JointService.objects.filter(pk=planned.pk)
        assert_refused(refused, lambda: services_there.update(state=ServiceState.RUNNING))
        second = ServiceGiverFactory(service=service, is_on_behalf=True)
        assert_refused(refused, lambda: service.givers.exclude(pk=second.pk).delete())


class TestWhoChangesTheGivers:
    def test_a_party_that_is_served_puts_nobody_in_not_even_itself(self, serving):
        service = serving.running()
        for who in (serving.served, serving.third):
            with pytest.raises(ValidationError, match="adds another one"):
                edit(serving, service, serving.giver, who, by=serving.served)
        assert service.givers.count() == 1

    def test_nor_takes_it_another_one_out(self, serving, named):
        with pytest.raises(ValidationError, match="gives no more"):
            edit(serving, named, serving.third, by=serving.served)
        with pytest.raises(ValidationError, match="gives no more"):
            edit(serving, named, serving.giver, by=serving.giver)
        assert named.givers.count() == 2

    def test_whom_others_named_takes_itself_out(self, serving, named):
        edit(serving, named, serving.giver, by=serving.third)
        label = serving.third.organization.label
        assert lines_of(named)[-1] == (E.GIVER_REMOVED, label)

    def test_a_service_that_runs_keeps_one_that_gave_its_word(self, serving, named):
        with pytest.raises(ValidationError, match="said so itself"):
            edit(serving, named, serving.third, by=serving.giver)
        serving.stand_by(named, by=serving.third)
        edit(serving, named, serving.third, by=serving.giver)
        assert [row.party for row in named.givers.all()] == [serving.party(serving.third)]

    def test_the_history_quotes_what_was_changed_and_what_it_is_now(self, serving):
        service = serving.running()
        edit(serving, service, serving.giver, by=serving.served, name="Bimtek baru", place="Aula")
        event, subject = lines_of(service)[-1]
        assert event == E.EDITED
        assert subject == "Bimtek bersama → Bimtek baru; \N{EN DASH} → Aula"

    def test_what_is_long_is_shortened_on_both_sides(self, serving):
        service = serving.running()
        changes = {"name": "N" * 200, "place": "P" * 200, "rhythm": "R" * 120}
        edit(serving, service, serving.giver, by=serving.giver, **changes)
        subject = lines_of(service)[-1][1]
        assert len(subject) <= 300
        assert all(f"{letter * 30}" in subject for letter in "NPR")


class TestPurposes:
    def test_nobody_rewrites_or_removes_that_of_another_party(self, serving):
        service = serving.running()
        third = services.add_purpose(
            service=service,
            by=serving.coordinator,
            party=serving.party(serving.third),
            purpose="Data",
            target_group="Desa",
        )
        words = {"version": third.version, "purpose": "Lain", "target_group": "Lain"}
        for user in (serving.giver, serving.served):
            with pytest.raises(Refused, match="party itself"):
                services.edit_purpose(row=third, by=user, **words)
            with pytest.raises(Refused, match="party itself"):
                services.remove_purpose(row=third, by=user)
        services.edit_purpose(row=third, by=serving.coordinator, **words)
        assert lines_of(service)[-1] == (E.PURPOSE_EDITED, "Data → Lain; Desa → Lain")

    def test_nobody_adds_one_in_the_name_of_another_party(self, serving):
        service = serving.running()
        said = {"party": serving.party(serving.third), "purpose": "Data", "target_group": "Desa"}
        for user in (serving.giver, serving.served):
            with pytest.raises(ValidationError, match="own party"):
                services.add_purpose(service=service, by=user, **said)

    def test_the_page_offers_each_party_its_own(self, client, sign_in, serving):
        service = serving.running()
        own = service.purposes.get(party=serving.party(serving.served))
        sign_in(serving.served)
        page = soup_of(client.get(service.get_absolute_url())).select_one("#purposes")
        offered = [link["href"] for link in page.select("a[href^='/service-purposes/']")]
        assert offered == [f"/service-purposes/{own.pk}/edit/"]
        assert not page.select("a[href$='/purposes/new/']")
        other = service.purposes.exclude(pk=own.pk).get()
        assert client.get(f"/service-purposes/{other.pk}/edit/").status_code == 403


class TestTheEnd:
    def test_a_party_that_is_only_served_neither_starts_nor_ends_it(self, client, sign_in, serving):
        service = serving.plan()
        sign_in(serving.served)
        page = soup_of(client.get(service.get_absolute_url()))
        assert not page.select("a[href$='/end/'], form[action$='/start/']")
        assert client.post(f"/services/{service.pk}/start/").status_code == 403
        assert client.post(f"/services/{service.pk}/end/").status_code == 403
        sign_in(serving.worker)
        page = soup_of(client.get(service.get_absolute_url()))
        assert page.select("a[href$='/end/']")
        assert page.select("form[action$='/start/']")
