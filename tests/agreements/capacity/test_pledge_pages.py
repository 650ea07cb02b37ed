"""The pages of needs, pledges and deliveries: what each person is offered, and what they cost."""

import csv
import io
from decimal import Decimal

import pytest
from django.urls import reverse

from agreements.capacity.kinds import ResourceKind
from agreements.capacity.states import DeliveryState, PledgeState
from agreements.capacity.transitions import deliveries, needs
from agreements.charter.states import CollaborationState
from agreements.models import Collaboration, Pledge, ResourceNeed
from tests.agreements.capacity.scenes import ahead
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory
from tests.factories.documents import DocumentFactory
from tests.factories.engagement import AgendaItemFactory, DecisionFactory, MeetingFactory
from tests.factories.pledges import DeliveryFactory, PledgeFactory, ResourceNeedFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = "/pledges/"


def at(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def titles(response):
    return {link.text.strip() for link in soup_of(response).select("a.row-title")}


def offered(response):
    """The last words of the addresses to which buttons and links of the page lead."""
    main = soup_of(response).main
    places = [form["action"] for form in main.select("form[method=post]")]
    places += [link["href"] for link in main.select("a.btn[href]")]
    return {place.rstrip("/").rsplit("/", 1)[-1] for place in places}


def filled(scene, **fields):
    usual = {
        "what": "Mengasuh 20 anak",
        "kind": "foster",
        "quantity": "20",
        "unit": "anak",
        "giver": scene.giver.organization_id,
        "receiver": scene.receiver.organization_id,
        "made_on": "1/1/2026",
        "due_on": "31/12/2026",
    }
    return {**usual, **fields}


class TestRecording:
    def test_a_pledge_is_recorded_with_numbers_in_indonesian_style(self, client, sign_in, scene):
        sign_in(scene.giver)
        told = filled(scene, kind="fund", unit="Rupiah", quantity="150.000.000")
        response = client.post(at("pledge-create", scene.collaboration), told)
        pledge = Pledge.objects.get()
        assert response.url == pledge.get_absolute_url()
        assert (pledge.quantity, pledge.unit, pledge.state) == (150_000_000, "", "offered")
        page = soup_of(client.get(response.url))
        assert "Rp150.000.000" in page.main.text

    def test_to_oneself_is_refused_at_its_field(self, client, sign_in, scene):
        sign_in(scene.giver)
        told = filled(scene, receiver=scene.giver.organization_id)
        response = client.post(at("pledge-create", scene.collaboration), told)
        assert response.status_code == 200
        assert response.context["form"].errors.keys() == {"receiver"}
        assert not Pledge.objects.exists()

    def test_the_form_of_a_member_names_only_the_own_organization(self, client, sign_in, scene):
        sign_in(scene.worker)
        url = at("pledge-create", scene.collaboration)
        chosen = soup_of(client.get(url)).select("#id_giver option")
        assert [option["value"] for option in chosen] == ["", str(scene.giver.organization_id)]
        told = filled(scene, giver=scene.third.organization_id)
        assert client.post(url, told).context["form"].errors.keys() == {"giver"}

    def test_it_begins_with_the_need_that_it_meets(self, client, sign_in, scene):
        need = ResourceNeedFactory(
            collaboration=scene.collaboration, organization=scene.receiver.organization
        )
        sign_in(scene.giver)
        url = f"{at('pledge-create', scene.collaboration)}?need={need.pk}"
        soup = soup_of(client.get(url))
        assert soup.select_one("#id_what").text.strip() == need.what
        assert soup.select_one("#id_need [selected]")["value"] == str(need.pk)
        assert soup.select_one("#id_quantity")["value"] == "20"
        for strange in ("x", "99999999999999999999999", "\x00"):
            other = at("pledge-create", scene.collaboration)
            assert client.get(other, {"need": strange}).status_code == 200

    def test_a_need_is_stated_changed_closed_and_opened_again(self, client, sign_in, scene):
        sign_in(scene.coordinator)
        told = {"what": "Timbangan", "kind": "equipment", "quantity": "1.000", "unit": "buah"}
        client.post(at("need-create", scene.collaboration), told)
        need = ResourceNeed.objects.get()
        assert need.quantity == 1000
        client.post(at("need-edit", need), told | {"quantity": "900", "version": "1"})
        client.post(at("need-close", need), {"reason": "Terpenuhi."})
        need.refresh_from_db()
        assert (need.quantity, need.state) == (900, "closed")
        client.post(at("need-reopen", need))
        need.refresh_from_db()
        assert need.state == "open"

    def test_two_who_change_a_need_see_both_texts(self, client, sign_in, scene):
        need = ResourceNeedFactory(collaboration=scene.collaboration)
        sign_in(scene.coordinator)
        told = {"what": "Satu", "kind": "foster", "quantity": "20", "unit": "anak", "version": "1"}
        client.post(at("need-edit", need), told)
        response = client.post(at("need-edit", need), told | {"what": "Dua"})
        assert [row.typed for row in response.context["form"].conflict] == ["Dua"]


class TestOnePledge:
    @pytest.mark.parametrize(
        ("who", "verbs"),
        [
            ("giver", {"due-date", "withdraw"}),
            ("worker", {"due-date"}),
            ("receiver", {"accept", "decline"}),
            ("third", set()),
            ("coordinator", {"accept", "decline", "due-date", "withdraw"}),
        ],
    )
    def test_an_offer_waits_for_the_receiver(self, client, sign_in, scene, who, verbs):
        pledge = scene.offer()
        sign_in(getattr(scene, who))
        assert offered(client.get(pledge.get_absolute_url())) == verbs

    @pytest.mark.parametrize(
        ("who", "verbs"),
        [
            ("giver", {"deliver", "schedule", "due-date", "withdraw", "cancel"}),
            ("receiver", {"confirm", "dispute"}),
            ("third", set()),
        ],
    )
    def test_what_came_waits_for_the_receiver(self, client, sign_in, scene, who, verbs):
        pledge = scene.accepted()
        scene.deliver(pledge, 14)
        sign_in(getattr(scene, who))
        assert offered(client.get(pledge.get_absolute_url())) == verbs

    def test_what_a_coordinator_recorded_is_offered_to_the_giver(self, client, sign_in, scene):
        pledge = scene.offer(by=scene.coordinator)
        sign_in(scene.giver)
        assert "stand-by" in offered(client.get(pledge.get_absolute_url()))
        client.post(at("pledge-stand-by", pledge))
        pledge.refresh_from_db()
        assert not pledge.is_on_behalf

    def test_an_auditor_and_a_closed_collaboration_are_offered_nothing(
        self, client, sign_in, scene
    ):
        pledge = scene.accepted()
        scene.deliver(pledge)
        sign_in(UserFactory(auditor=True))
        assert offered(client.get(pledge.get_absolute_url())) == set()
        Collaboration.objects.filter(pk=scene.collaboration.pk).update(
            state=CollaborationState.CLOSED, ends_on=ahead(0)
        )
        for user in (scene.giver, scene.receiver, scene.coordinator):
            sign_in(user)
            assert offered(client.get(pledge.get_absolute_url())) == set()

    def test_from_offer_to_confirmation_by_its_pages(self, client, sign_in, scene):
        pledge = scene.offer()
        paper = DocumentFactory(collaboration=scene.collaboration)
        sign_in(scene.receiver)
        client.post(at("pledge-accept", pledge))
        sign_in(scene.worker)
        client.post(at("delivery-schedule", pledge), {"quantity": "14", "planned_on": "1/12/2026"})
        row = pledge.deliveries.get()
        told = {"quantity": "14", "delivered_on": "23/11/2026", "evidence": paper.pk}
        client.post(at("delivery-report", row), told)
        sign_in(scene.receiver)
        client.post(at("delivery-confirm", row))
        row.refresh_from_db()
        pledge.refresh_from_db()
        assert (row.state, row.evidence, pledge.state) == (
            DeliveryState.CONFIRMED,
            paper,
            PledgeState.PARTLY,
        )
        text = soup_of(client.get(pledge.get_absolute_url())).main.text
        assert "14\xa0anak" in text
        assert "70%" in text

    def test_more_than_pledged_is_said_in_words(self, client, sign_in, scene):
        pledge = scene.accepted()
        scene.deliver(pledge, 25)
        sign_in(scene.third)
        assert "Melebihi janji" in soup_of(client.get(pledge.get_absolute_url())).main.text

    def test_the_forms_of_reasons_and_days_refuse_with_a_sentence(self, client, sign_in, scene):
        pledge = scene.accepted()
        sign_in(scene.giver)
        response = client.post(at("pledge-withdraw", pledge), {"reason": ""})
        assert response.context["form"].errors.keys() == {"reason"}
        told = {"new_due_on": "1/1/2020", "reason": "x"}
        response = client.post(at("pledge-due-date", pledge), told)
        assert response.context["form"].errors.keys() == {"new_due_on"}
        told = {"quantity": "0", "delivered_on": "1/1/2099"}
        response = client.post(at("delivery-create", pledge), told)
        assert response.context["form"].errors.keys() == {"quantity"}
        told = {"quantity": "1", "delivered_on": "1/1/2030"}
        response = client.post(at("delivery-create", pledge), told)
        assert response.context["form"].errors.keys() == {"delivered_on"}

    def test_the_giver_cannot_confirm_by_hand_made_post(self, client, sign_in, scene):
        row = scene.deliver(scene.accepted())
        for user in (scene.giver, scene.worker, scene.third):
            sign_in(user)
            assert client.post(at("delivery-confirm", row)).status_code == 403
        row.refresh_from_db()
        assert row.state == DeliveryState.DELIVERED


class TestLists:
    @pytest.fixture
    def rows(self, scene):
        offer = scene.offer(what="Tawaran")
        partly = scene.accepted(what="Sebagian")
        scene.deliver(partly, 14)
        foreign = PledgeFactory(collaboration=CollaborationFactory(), what="Asing")
        return offer, partly, foreign

    @pytest.mark.parametrize(
        ("query", "shown"),
        [
            ({}, {"Tawaran", "Sebagian"}),
            ({"q": "sebagian"}, {"Sebagian"}),
            ({"kind": "fund"}, set()),
            ({"kind": "foster", "unit": "ANAK"}, {"Tawaran", "Sebagian"}),
            ({"state": "partly"}, {"Sebagian"}),
            ({"waiting": "1"}, {"Tawaran"}),
            ({"confirm": "1"}, {"Sebagian"}),
            ({"received": "1"}, {"Tawaran", "Sebagian"}),
            ({"given": "1"}, set()),
            ({"offered": "1"}, {"Tawaran"}),
            ({"promised": "1"}, {"Sebagian"}),
            ({"delivered": "1"}, {"Sebagian"}),
            ({"confirmed": "1"}, set()),
            ({"scheduled": "1"}, set()),
            ({"late": "1"}, set()),
            ({"collaboration": "999999"}, set()),
            ({"q": "\x00", "page": "x"}, {"Tawaran", "Sebagian"}),
        ],
    )
    def test_the_address_says_what_is_shown(self, client, sign_in, scene, rows, query, shown):
        sign_in(scene.receiver)
        assert titles(client.get(LIST, query)) == shown

    def test_who_has_to_deliver_finds_what_is_due_soon(self, client, sign_in, scene):
        scene.accepted(what="Segera", due_on=ahead(7))
        scene.accepted(what="Nanti", due_on=ahead(70))
        planned = scene.accepted(what="Terjadwal", due_on=ahead(80))
        facts = {"quantity": Decimal(3), "planned_on": ahead(2)}
        deliveries.schedule(pledge=planned, by=scene.giver, **facts)
        sign_in(scene.giver)
        assert titles(client.get(LIST, {"owed": "1"})) == {"Segera", "Terjadwal"}

    def test_an_organization_is_found_on_either_side(self, client, sign_in, scene, rows):
        sign_in(scene.third)
        for who, key in (("giver", "giver"), ("receiver", "receiver"), ("giver", "organization")):
            number = getattr(scene, who).organization_id
            assert titles(client.get(LIST, {key: number})) == {"Tawaran", "Sebagian"}
        assert titles(client.get(LIST, {"giver": scene.third.organization_id})) == set()

    @pytest.mark.parametrize("url", [LIST, "/needs/"])
    def test_the_file_holds_what_the_filter_shows(self, client, sign_in, scene, rows, url):
        ResourceNeedFactory(collaboration=scene.collaboration, what="Sebagian saja")
        sign_in(scene.third)
        response = client.get(url, {"q": "sebagian", "format": "csv"})
        lines = b"".join(response).decode().splitlines()
        assert len(lines) == 2
        assert "Sebagian" in lines[1]
        assert client.get(url, {"kind": "gold", "format": "csv"}).status_code == 400

    def test_page_and_file_say_what_stays_inside_and_whose_word_is_missing(
        self, client, sign_in, scene
    ):
        meeting = MeetingFactory(collaboration=scene.collaboration)
        item = AgendaItemFactory(meeting=meeting, is_confidential=True)
        decision = DecisionFactory(meeting=meeting, agenda_item=item)
        pledge = scene.offer(by=scene.coordinator, decision=decision)
        sign_in(scene.third)
        assert soup_of(client.get(pledge.get_absolute_url())).select(".icon-shield-lock")
        file = b"".join(client.get(LIST, {"format": "csv"})).decode("utf-8-sig")
        (row,) = csv.DictReader(io.StringIO(file))
        assert row["rahasia"] == "ya"
        assert row["menunggu pernyataan dari"] == pledge.giver.name

    @pytest.mark.parametrize("url", [LIST, "/needs/"])
    def test_an_outsider_finds_an_empty_list(self, client, sign_in, scene, rows, url):
        ResourceNeedFactory(collaboration=scene.collaboration)
        sign_in(UserFactory())
        soup = soup_of(client.get(url))
        assert soup.select_one(".empty")
        assert not soup.select("tbody tr")

    def test_the_list_of_needs_offers_to_meet_them(self, client, sign_in, scene):
        need = ResourceNeedFactory(collaboration=scene.collaboration)
        sign_in(scene.worker)
        links = soup_of(client.get("/needs/")).select(f"#need-{need.pk} a.btn")
        assert [link["href"] for link in links] == [
            f"{at('pledge-create', scene.collaboration)}?need={need.pk}"
        ]
        sign_in(scene.coordinator)
        assert len(soup_of(client.get("/needs/")).select(f"#need-{need.pk} a.btn")) == 3
        needs.close_need(need=need, by=scene.coordinator, reason="Cukup.")
        assert soup_of(client.get("/needs/")).select(f"#need-{need.pk} form")


@pytest.mark.parametrize(("url", "ceiling"), [(LIST, 12), ("/needs/", 9)])
def test_a_list_costs_the_same_however_long(sign_in, assert_flat_queries, scene, url, ceiling):
    def grow(number=1):
        for _number in range(number):
            other = CollaborationFactory()
            sign = {"collaboration": other, "giver": scene.worker.organization}
            DeliveryFactory(pledge=PledgeFactory(**sign))
            ResourceNeedFactory(collaboration=other, organization=scene.worker.organization)

    grow()
    sign_in(scene.worker)
    assert_flat_queries(url, grow=lambda: grow(4), ceiling=ceiling)


def test_the_page_of_a_pledge_costs_the_same_however_much_came(sign_in, assert_flat_queries, scene):
    pledge = scene.accepted(quantity=Decimal(900))
    scene.deliver(pledge, 1)
    sign_in(scene.receiver)

    def grow():
        for number in range(2, 6):
            deliveries.confirm(delivery=scene.deliver(pledge, number), by=scene.receiver)

    assert_flat_queries(pledge.get_absolute_url(), grow=grow, ceiling=9)


def test_money_and_things_are_told_apart(client, sign_in, scene):
    sign_in(scene.giver)
    told = filled(scene, kind=ResourceKind.STAFF.value, unit="")
    response = client.post(at("pledge-create", scene.collaboration), told)
    assert response.context["form"].errors.keys() == {"unit"}


def test_nobody_answers_an_offer_of_their_own_that_is_for_all(client, sign_in, scene):
    pledge = scene.offer(receiver=None)
    for user in (scene.giver, scene.worker):
        sign_in(user)
        assert client.post(at("pledge-accept", pledge)).status_code == 403
        assert not Pledge.objects.waiting_for(user).exists()
    assert list(Pledge.objects.waiting_for(scene.third)) == [pledge]


def test_whoever_reported_a_delivery_is_refused_by_hand_made_post(client, sign_in, scene):
    row = scene.deliver(scene.accepted(), by=scene.coordinator)
    sign_in(scene.coordinator)
    assert client.post(at("delivery-confirm", row)).status_code == 403
