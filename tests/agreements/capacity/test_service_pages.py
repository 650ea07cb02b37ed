"""The pages of joint services: what each person is offered, reads, sends, and what they cost."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from agreements.capacity.exchanges import Esteve, exchanges_in
from agreements.charter.states import CollaborationState
from agreements.models import (
    Collaboration,
    JointService,
    JointServiceCost,
    ServiceRequest,
    ServiceStandard,
)
from tests.agreements.capacity.service_scene import STANDARD, ahead
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory
from tests.factories.services import (
    JointServiceCostFactory,
    JointServiceFactory,
    ServiceRequestFactory,
    ServiceStandardFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db


def at(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def offered(response):
    """The last words of the addresses to which buttons and links of the page lead."""
    main = soup_of(response).main
    places = [form["action"] for form in main.select("form[method=post][action]")]
    places += [link["href"] for link in main.select("a[href]")]
    return {place.rstrip("/").rsplit("/", 1)[-1] for place in places}


def told(day):
    return f"{day.day}/{day.month}/{day.year}"


class TestPlanning:
    def filled(self, serving, **fields):
        usual = {
            "name": "Bimtek bersama",
            "starts_on": told(ahead(-30)),
            "rhythm": "Sekali",
            "purpose_1_party": serving.party(serving.giver).pk,
            "purpose_1": "Pencairan anggaran",
            "target_1": "Pengelola keuangan",
            "purpose_2_party": serving.party(serving.served).pk,
            "purpose_2": "Pencatatan aset",
            "target_2": "Pengelola aset",
            "givers": [serving.party(serving.giver).pk],
        }
        return {**usual, **fields}

    def test_a_member_plans_one_event_for_two_purposes(self, client, sign_in, serving):
        sign_in(serving.worker)
        url = at("service-create", serving.collaboration)
        response = client.post(url, self.filled(serving))
        service = JointService.objects.get()
        assert response.url == service.get_absolute_url()
        page = soup_of(client.get(response.url)).main.text
        assert "Pencairan anggaran" in page
        assert "Pengelola aset" in page

    def test_the_same_party_twice_is_refused_at_its_field(self, client, sign_in, serving):
        sign_in(serving.worker)
        twice = {"purpose_2_party": serving.party(serving.giver).pk}
        url = at("service-create", serving.collaboration)
        response = client.post(url, self.filled(serving, **twice))
        assert response.status_code == 200
        assert response.context["form"].errors.keys() == {"purpose_2_party"}

    def test_a_service_is_changed_by_its_parties(self, client, sign_in, serving):
        service = serving.plan()
        sign_in(serving.worker)
        said = {
            "name": "Loket terpadu",
            "givers": [serving.party(serving.third).pk],
            "version": service.version,
        }
        client.post(at("service-edit", service), said)
        service.refresh_from_db()
        assert service.name == "Loket terpadu"
        assert service.givers.get().party == serving.party(serving.third)

    def test_two_texts_stand_side_by_side_with_who_gives_it_by_name(self, client, sign_in, serving):
        service = serving.plan()
        sign_in(serving.worker)
        third = serving.party(serving.third)
        said = {"name": "Satu", "givers": [third.pk], "version": service.version}
        client.post(at("service-edit", service), said)
        own = {"givers": [serving.party(serving.giver).pk], "name": "Dua"}
        response = client.post(at("service-edit", service), said | own)
        text = soup_of(response).main.text
        assert third.organization.name in text
        assert "Satu" in text
        assert "ServiceGiver" not in text


class TestStandard:
    def test_it_is_drafted_and_published_with_what_the_page_showed(self, client, sign_in, serving):
        service = serving.running()
        sign_in(serving.giver)
        said = {name: value for name, value in STANDARD.items() if value is not None}
        client.post(at("service-standard-create", service), said | {"is_free": "on"})
        draft = ServiceStandard.objects.get()
        url = at("service-standard-publish", draft)
        seen = soup_of(client.get(url)).select_one("input[name=seen]")["value"]
        client.post(url, {"holds_from": told(ahead(0)), "seen": seen})
        draft.refresh_from_db()
        assert draft.published_from == ahead(0)
        page = soup_of(client.get(service.get_absolute_url())).select_one("#standard").text
        assert "Loket 3" in page
        assert "Ambil nomor" in page

    def test_the_next_version_begins_as_the_last_one_ends(self, client, sign_in, serving):
        service = serving.ready()
        sign_in(serving.giver)
        page = soup_of(client.get(at("service-standard-create", service)))
        assert page.select_one("#id_office")["value"] == "Loket 3"

    def test_neither_free_nor_a_fee_is_refused_at_the_fee(self, client, sign_in, serving):
        service = serving.running()
        sign_in(serving.giver)
        said = {name: value for name, value in STANDARD.items() if name not in ("is_free", "fee")}
        response = client.post(at("service-standard-create", service), said)
        assert response.context["form"].errors.keys() == {"fee"}

    @pytest.mark.parametrize(("fee", "is_refused"), [("5.000", True), ("0", False), ("", False)])
    def test_free_and_a_fee_at_once_is_refused(self, client, sign_in, serving, fee, is_refused):
        service = serving.running()
        sign_in(serving.giver)
        said = {**STANDARD, "is_free": "on", "fee": fee}
        response = client.post(at("service-standard-create", service), said)
        assert (response.status_code == 200) == is_refused
        if is_refused:
            assert response.context["form"].errors.keys() == {"fee"}
            with pytest.raises(ValidationError):
                serving.draft(service, fee=5000)
        assert ServiceStandard.objects.exists() != is_refused

    def test_a_member_drafts_and_does_not_publish(self, client, sign_in, serving):
        draft = serving.draft(serving.running())
        sign_in(serving.worker)
        assert {"edit", "discard"} <= offered(client.get(draft.get_absolute_url()))
        assert "publish" not in offered(client.get(draft.get_absolute_url()))
        assert client.get(at("service-standard-publish", draft)).status_code == 403

    def test_a_rule_that_nobody_checked_is_marked_so(self, client, sign_in, serving):
        standard = serving.publish(serving.running(), law="UU 25/2009")
        sign_in(serving.worker)
        page = soup_of(client.get(standard.get_absolute_url())).main.text
        assert "UU 25/2009" in page
        assert "Belum diverifikasi" in page


class TestRequests:
    def test_a_citizen_stays_nameless(self, client, sign_in, serving):
        service = serving.ready()
        serving.worker.language = "en"
        serving.worker.save()
        sign_in(serving.worker)
        url = at("service-request-create", service)
        said = {"what": "Konsultasi", "asked_on": told(ahead(0))}
        refused = client.post(url, {**said, "reference": "Budi"})
        assert refused.context["form"].errors.keys() == {"reference"}
        client.post(url, {**said, "reference": "LT-2026/0012"})
        asked = ServiceRequest.objects.get()
        assert asked.reference == "LT-2026/0012"
        page = soup_of(client.get(asked.get_absolute_url())).main
        facts = dict(zip(page.select("dt"), page.select("dd"), strict=True))
        where = [dt.text for dt, dd in facts.items() if "LT-2026/0012" in dd.text]
        assert where == ["Number of the slip"]
        row = soup_of(client.get(reverse("agreements:service-request-list"))).select_one("tbody tr")
        assert "LT-2026/0012" in row.th.text
        assert not any("LT-2026/0012" in cell.text for cell in row.select("td"))

    def test_it_gets_on_step_by_step(self, client, sign_in, serving):
        asked = serving.ask(serving.ready())
        sign_in(serving.worker)
        day = {"on": told(ahead(0))}
        client.post(at("service-request-take-up", asked), day)
        client.post(at("service-request-note", asked), day | {"note": "Berkas lengkap."})
        client.post(at("service-request-finish", asked), day)
        asked.refresh_from_db()
        assert asked.state == "done"
        assert "Berkas lengkap." in soup_of(client.get(asked.get_absolute_url())).main.text

    def test_the_requesters_people_read_the_progress_and_nothing_beside(self, client, sign_in):
        asked = ServiceRequestFactory()
        sign_in(UserFactory(organization=asked.organization))
        response = client.get(asked.get_absolute_url())
        assert response.status_code == 200
        assert not {"finish", "turn-down", "take-up"} & offered(response)
        assert asked.service.get_absolute_url() not in str(soup_of(response).main)
        assert client.get(asked.service.get_absolute_url()).status_code == 404
        assert client.get(at("service-request-finish", asked)).status_code == 403
        rows = soup_of(client.get("/service-requests/?ours=1")).select("a.row-title")
        assert [row["href"] for row in rows] == [asked.get_absolute_url()]

    def test_what_is_overdue_says_so(self, client, sign_in):
        asked = ServiceRequestFactory(overdue=True)
        sign_in(UserFactory(organization=asked.organization))
        assert soup_of(client.get(asked.get_absolute_url())).select(".badge .icon-clock")
        links = soup_of(client.get("/service-requests/?overdue=1")).select("a.row-title")
        assert len(links) == 1

    def test_every_number_on_the_page_of_a_service_opens_the_requests_behind_it(
        self, client, sign_in, serving
    ):
        service = serving.ready()
        done = serving.ask(service)
        sign_in(serving.worker)
        for step in ("take-up", "finish"):
            client.post(at(f"service-request-{step}", done), {"on": told(ahead(0))})
        serving.ask(service, what="Salinan kartu")
        counted = soup_of(client.get(service.get_absolute_url())).select("#requests ul a")
        assert [link.text.split()[0] for link in counted] == ["1", "0", "1", "0"]
        for link in counted:
            rows = soup_of(client.get(link["href"])).select("a.row-title")
            assert len(rows) == int(link.text.split()[0])

    def test_turning_down_asks_why(self, client, sign_in, serving):
        asked = serving.ask(serving.ready())
        sign_in(serving.worker)
        url = at("service-request-turn-down", asked)
        response = client.post(url, {"on": told(ahead(0))})
        assert response.context["form"].errors.keys() == {"reason"}


class TestCosts:
    def test_only_what_is_stated_is_shown(self, client, sign_in, serving):
        service = serving.running()
        serving.state(service, alone=None)
        sign_in(serving.worker)
        section = soup_of(client.get(service.get_absolute_url())).select_one("#costs")
        cells = [cell.text.strip() for cell in section.select("tbody td.num")]
        assert cells[0] == "Rp3.000.000"
        assert cells[2] == "\N{EN DASH}"

    def test_a_member_states_and_the_representative_confirms(self, client, sign_in, serving):
        service = serving.running()
        sign_in(serving.worker)
        said = {
            "party": serving.party(serving.giver).pk,
            "held_on": told(ahead(-5)),
            "basis": "spent",
            "together": "3.000.000",
            "alone": "5.000.000",
            "explanation": "Realisasi belanja",
        }
        client.post(at("service-cost-create", service), said)
        cost = JointServiceCost.objects.get()
        assert (cost.together, cost.confirmed_on) == (3_000_000, None)
        url = at("service-cost-confirm", cost)
        assert client.get(url).status_code == 403
        sign_in(serving.giver)
        seen = soup_of(client.get(url)).select_one("input[name=seen]")["value"]
        client.post(url, {"seen": seen})
        cost.refresh_from_db()
        assert cost.confirmed_by == serving.giver
        page = soup_of(client.get(service.get_absolute_url())).select_one("#costs").text
        assert "Rp2.000.000" in page


class TestOffers:
    def test_who_has_no_part_reads_and_asks_only(self, client, sign_in, serving):
        service = serving.ready()
        sign_in(serving.third)
        response = client.get(service.get_absolute_url())
        assert not {"edit", "end", "start"} & offered(response)
        assert client.get(at("service-edit", service)).status_code == 403
        assert client.get(at("service-request-create", service)).status_code == 200

    def test_a_closed_collaboration_offers_nothing(self, client, sign_in, serving):
        service = serving.ready()
        rows = Collaboration.objects.filter(pk=serving.collaboration.pk)
        rows.update(state=CollaborationState.CLOSED, ends_on=ahead(0))
        sign_in(serving.giver)
        assert not {"edit", "end", "new"} & offered(client.get(service.get_absolute_url()))
        assert client.get(at("service-edit", service)).status_code == 403

    def test_a_plan_starts_by_a_button(self, client, sign_in, serving):
        service = serving.plan()
        sign_in(serving.worker)
        assert "start" in offered(client.get(service.get_absolute_url()))
        client.post(at("service-start", service))
        service.refresh_from_db()
        assert service.state == "running"

    def test_outsiders_find_no_service(self, client, sign_in):
        service = JointServiceFactory()
        sign_in(UserFactory())
        assert client.get(service.get_absolute_url()).status_code == 404


def test_both_lists_go_into_a_file_as_the_filter_shows_them(client, sign_in, serving):
    service = serving.ready()
    serving.ask(service)
    sign_in(serving.worker)
    where = f"?collaboration={serving.collaboration.pk}&format=csv"
    for url, word in (("/services/", service.name), ("/service-requests/", "LT-2026/0012")):
        response = client.get(f"{url}{where}")
        assert response.status_code == 200
        assert word in b"".join(response).decode("utf-8-sig")
    assert client.get("/services/?collaboration=0&format=csv").status_code == 400


def test_the_overview_counts_what_runs_and_what_is_late(client, sign_in, serving):
    service = serving.ready()
    ServiceRequestFactory(
        service=service, standard=service.standards.get(), asked_on=ahead(-15), due_on=ahead(-9)
    )
    sign_in(serving.worker)
    url = reverse("agreements:collaboration-capacity", args=[serving.collaboration.pk])
    figures = soup_of(client.get(url)).select("#services li")
    assert [figure.text.split()[0] for figure in figures] == ["1", "1", "1"]


def test_two_that_serve_together_stand_once_in_the_list_of_exchanges(serving):
    serving.plan(name="Baru direncanakan")
    service = serving.running()
    (row,) = exchanges_in([serving.collaboration])
    assert (row.giver, row.receiver) == (
        serving.giver.organization,
        serving.served.organization,
    )
    assert row.what == service.name
    assert row.seen_from(row.receiver) == Esteve.PLANNING
    assert exchanges_in([serving.collaboration], organization=serving.third.organization) == []


@pytest.mark.parametrize(("url", "ceiling"), [("/services/", 8), ("/service-requests/", 6)])
def test_a_list_costs_the_same_however_long(sign_in, assert_flat_queries, serving, url, ceiling):
    def grow(number=1):
        for _number in range(number):
            other = CollaborationFactory()
            mine = PartyFactory(collaboration=other, organization=serving.worker.organization)
            beside = PartyFactory(collaboration=other)
            service = JointServiceFactory(collaboration=other, parties=[mine, beside])
            ServiceRequestFactory(service=service)

    grow()
    sign_in(serving.worker)
    assert_flat_queries(url, grow=lambda: grow(4), ceiling=ceiling)


def test_a_page_costs_the_same_however_much_happened(sign_in, assert_flat_queries, serving):
    service = serving.ready()
    mine = serving.party(serving.giver)

    def grow(number=1, start=0):
        standard = service.standards.get()
        for step in range(number):
            held = ahead(-start - step)
            ServiceRequestFactory(service=service, standard=standard)
            JointServiceCostFactory(service=service, party=mine, held_on=held)

    grow()
    sign_in(serving.giver)
    assert_flat_queries(service.get_absolute_url(), grow=lambda: grow(4, 3), ceiling=17)


def test_the_page_of_a_standard_is_the_same_for_every_version(client, sign_in, serving):
    standard = ServiceStandardFactory(service=serving.running(), published=True)
    sign_in(serving.worker)
    page = soup_of(client.get(standard.get_absolute_url()))
    assert len(page.main.select("ol li")) >= 3
