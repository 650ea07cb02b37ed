"""Who gave what to whom: eleven kinds, seen from either side, filtered, as a list and a file."""

import csv
import datetime as dt
from decimal import Decimal
from functools import partial

import pytest
from django.db.models.signals import post_init
from django.urls import reverse

from agreements.capacity import exchanges
from agreements.capacity.exchanges import Esteve, Exchange, ExchangeKind, exchanges_in
from agreements.capacity.kinds import ResourceKind
from agreements.capacity.transitions import pledges
from agreements.instruments.kinds import Benefit
from agreements.models import (
    Agreement,
    AssistanceRequest,
    Collaboration,
    JointService,
    Pledge,
    Training,
)
from tests.agreements.capacity.scenes import ahead
from tests.factories.arrangements import TrainingFactory
from tests.factories.assistance import AssistanceRequestFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, coordinator_of
from tests.factories.instruments import AgreementFactory, AgreementPartyFactory
from tests.factories.pledges import DeliveryFactory, PledgeFactory
from tests.factories.services import JointServiceFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
FUND = {"kind": ResourceKind.FUND, "unit": "", "quantity": Decimal(150_000_000)}


def here(scene):
    return reverse("agreements:collaboration-exchanges", args=[scene.collaboration.pk])


def of(user):
    return reverse("agreements:organization-exchanges", args=[user.organization_id])


def titles(response):
    return [link.text.strip() for link in soup_of(response).select("a.row-title")]


def chips(response):
    """{kind: how many, or None where the page says that there is none}."""
    found = {}
    for chip in soup_of(response).select("#kinds li"):
        count = chip.select_one(".count")
        name = chip.text.replace(count.text, "") if count else chip.text.split(":")[0]
        found[name.strip()] = int(count.text) if count else None
    return found


@pytest.fixture
def given(scene):
    """Money last week, children yesterday, a room to all today."""
    for what, day, fields in (
        ("Dana", -7, FUND),
        ("Asuh", -1, {}),
        ("Ruang", 0, {"kind": ResourceKind.FACILITY, "unit": "ruang", "receiver": None}),
    ):
        offer = scene.offer(what=what, **fields)
        by = scene.third if offer.receiver is None else scene.receiver
        pledge = pledges.accept(pledge=offer, by=by)
        scene.deliver(pledge, 1, delivered_on=ahead(day))
    return scene


class TestKinds:
    def test_each_of_the_eleven_has_its_place(self, client, sign_in, given):
        sign_in(given.third)
        found = chips(client.get(of(given.receiver)))
        assert set(found) == {str(each.label) for each in Esteve}
        assert len(found) == 11
        assert {name: count for name, count in found.items() if count} == {
            "Menerima pengelolaan hibah": 1,
            "Kerja sama informal": 1,
            "Menerima peralatan": 1,
        }
        assert found["Memberi pelatihan"] is None
        assert found["Perjanjian saling bantu"] is None

    def test_on_the_page_of_a_collaboration_a_pair_is_one(self, client, sign_in, given):
        sign_in(given.third)
        found = chips(client.get(here(given)))
        assert set(found) == {str(each.label) for each in ExchangeKind}
        assert (found["Pengelolaan hibah"], found["Pelatihan"]) == (1, None)

    def test_a_chip_opens_what_it_counts(self, client, sign_in, given):
        sign_in(given.third)
        for url in (here(given), of(given.receiver), of(given.giver)):
            links = soup_of(client.get(url)).select("#kinds a")
            assert links
            for link in links:
                count = int(link.select_one(".count").text)
                assert len(titles(client.get(link["href"]))) == count

    def test_one_that_is_chosen_and_has_nothing_says_so(self, client, sign_in, given):
        sign_in(given.third)
        response = client.get(of(given.receiver), {"kind": Esteve.GIVE_TRAINING})
        assert titles(response) == []
        assert soup_of(response).select_one(".empty")

    def test_every_source_gives_a_kind_that_has_a_place(self, given):
        kinds = {row.kind for row in exchanges_in(Collaboration.objects.all())}
        assert kinds <= set(ExchangeKind)


class TestToAll:
    def test_it_is_seen_from_the_receivers_side_too(self, client, sign_in, given):
        whose = given.third.organization
        (row,) = exchanges_in(Collaboration.objects.all(), organization=whose)
        assert (row.what, row.receiver) == ("Ruang", None)
        assert row.seen_from(whose) == Esteve.RECEIVE_EQUIPMENT
        assert row.seen_from(given.giver.organization) == Esteve.GIVE_EQUIPMENT
        sign_in(given.third)
        text = soup_of(client.get(of(given.third))).main.text
        assert f"diterima dari {given.giver.organization.label}, bersama semua pihak" in text

    def test_of_another_collaboration_it_is_not(self, given):
        other = PartyFactory(collaboration=CollaborationFactory()).organization
        assert exchanges_in(Collaboration.objects.all(), organization=other) == []


class TestMutualAid:
    @pytest.fixture
    def agreed(self, scene):
        def sign(**fields):
            usual = {"collaboration": scene.collaboration, "in_force": True}
            agreement = AgreementFactory(**{**usual, "benefits": [Benefit.MUTUAL], **fields})
            for _number in range(2):
                AgreementPartyFactory(agreement=agreement)
            return agreement

        return sign

    def test_an_agreement_for_mutual_benefit_is_one_between_its_parties(self, scene, agreed):
        agreement = agreed(title="Saling bantu")
        (row,) = exchanges_in([scene.collaboration])
        signed = [place.party.organization for place in agreement.parties.all()]
        assert (row.kind, [row.giver, row.receiver]) == (ExchangeKind.MUTUAL_AID, signed)
        assert row.url == agreement.get_absolute_url()
        for side in signed:
            assert row.seen_from(side) == Esteve.MUTUAL_AID
            assert exchanges_in([scene.collaboration], organization=side) == [row]

    def test_of_three_parties_each_has_one_with_each(self, scene, agreed):
        agreement = agreed()
        third = AgreementPartyFactory(agreement=agreement).party.organization
        assert len(exchanges_in([scene.collaboration])) == 3
        assert len(exchanges_in([scene.collaboration], organization=third)) == 2

    def test_a_draft_and_one_for_something_else_are_none(self, scene, agreed):
        agreed(in_force=False)
        agreed(benefits=[Benefit.EFFICIENCY])
        assert exchanges_in([scene.collaboration]) == []


class TestTheList:
    @pytest.mark.parametrize(
        ("query", "shown"),
        [
            ({}, ["Ruang", "Asuh", "Dana"]),
            ({"q": "asuh"}, ["Asuh"]),
            ({"kind": "grants"}, ["Dana"]),
            ({"kind": "gold"}, ["Ruang", "Asuh", "Dana"]),
            ({"organization": "third"}, ["Ruang"]),
            ({"organization": "999999"}, []),
            ({"q": "\x00", "page": "x"}, ["Ruang", "Asuh", "Dana"]),
        ],
    )
    def test_the_address_says_what_is_shown(self, client, sign_in, given, query, shown):
        sign_in(given.third)
        if query.get("organization") == "third":
            query = {"organization": given.third.organization_id}
        assert titles(client.get(here(given), query)) == shown

    def test_days_narrow_it(self, client, sign_in, given):
        sign_in(given.third)
        day = ahead(-3).strftime("%d/%m/%Y")
        assert titles(client.get(here(given), {"since": day})) == ["Ruang", "Asuh"]
        assert titles(client.get(here(given), {"until": day})) == ["Dana"]

    def test_of_an_organization_it_is_narrowed_by_collaboration(self, client, sign_in, given):
        other = CollaborationFactory()
        for organization in (given.giver.organization, given.third.organization):
            PartyFactory(collaboration=other, organization=organization)
        facts = {"collaboration": other, "giver": given.giver.organization, "what": "Di sana"}
        DeliveryFactory(pledge=PledgeFactory(**facts))
        sign_in(given.third)
        assert len(titles(client.get(of(given.giver)))) == 4
        assert titles(client.get(of(given.giver), {"collaboration": other.pk})) == ["Di sana"]
        hidden = CollaborationFactory()
        assert titles(client.get(of(given.giver), {"collaboration": hidden.pk})) == []

    def test_the_file_holds_what_the_filter_shows(self, client, sign_in, given):
        sign_in(given.third)
        for url, kind in ((here(given), "grants"), (of(given.receiver), "receive_grants")):
            response = client.get(url, {"kind": kind, "format": "csv"})
            lines = b"".join(response).decode("utf-8-sig").splitlines()
            (row,) = csv.DictReader(lines)
            assert "Dana" in row.values()
            assert client.get(url, {"kind": "gold", "format": "csv"}).status_code == 400
            links = soup_of(client.get(url)).select(".export-links a")
            assert [link.text for link in links] == ["XLSX", "CSV"]

    def test_an_outsider_sees_neither_list_nor_file(self, client, sign_in, given):
        sign_in(coordinator_of(CollaborationFactory()))
        assert client.get(here(given)).status_code == 404
        assert client.get(here(given), {"format": "csv"}).status_code == 404
        lines = b"".join(client.get(of(given.giver), {"format": "csv"})).decode().splitlines()
        assert len(lines) == 1


def _note(built, sender, **_more):
    built.append(sender)


def a_pledge(*, collaboration, day):
    return DeliveryFactory(pledge=PledgeFactory(collaboration=collaboration), delivered_on=day)


def an_agreement(*, collaboration, day):
    facts = {"in_force": True, "signed_on": day, "benefits": [Benefit.MUTUAL]}
    agreement = AgreementFactory(collaboration=collaboration, **facts)
    for _one in range(2):
        AgreementPartyFactory(agreement=agreement)


def a_training(*, collaboration, day):
    TrainingFactory(collaboration=collaboration, held=True, held_on=day)


def help_given(*, collaboration, day):
    facts = {"completed": True, "late": True, "ended_on": day}
    AssistanceRequestFactory(collaboration=collaboration, **facts)


def a_service(*, collaboration, day):
    JointServiceFactory(collaboration=collaboration, starts_on=day)


MADE = {
    Pledge: a_pledge,
    Agreement: an_agreement,
    Training: a_training,
    AssistanceRequest: help_given,
    JointService: a_service,
}


class TestReading:
    def test_what_stands_on_no_page_is_not_read(self, monkeypatch):
        """A source that is in order is read only as far as the page needs it."""
        read = []

        class Endless:
            @staticmethod
            def exchanges_of(collaborations, organization):
                day = dt.date(2026, 1, 1)
                for number in range(10_000):
                    read.append(number)
                    on = day - dt.timedelta(days=number // 10)
                    yield Exchange(ExchangeKind.INFORMAL, None, None, "", "", on, "", None)

        monkeypatch.setattr(exchanges, "_sources", lambda: (Endless,))
        assert len(exchanges_in([], most=30)) == 30
        assert len(read) < 40

    def test_each_source_tells_the_newest_first_and_is_read_no_further(self, monkeypatch, scene):
        monkeypatch.setattr(exchanges, "AT_ONCE", 2)
        here = [scene.collaboration]
        for model, make in MADE.items():
            for number in (3, 9, 1, 7, 5, 8):
                make(collaboration=scene.collaboration, day=ahead(-number))
            source = next(each for each in exchanges._sources() if model in vars(each).values())
            days = [row.on for row in source.exchanges_of(here, None)]
            assert days == sorted(days, reverse=True), source
            assert len(set(days)) == 6, source
            built = []
            note = partial(_note, built)
            post_init.connect(note, sender=model)
            next(iter(source.exchanges_of(here, None)))
            post_init.disconnect(note, sender=model)
            assert 0 < len(built) <= 3, source
        assert len(MADE) == len(exchanges._sources())

    @pytest.mark.parametrize(("side", "ceiling"), [("collaboration", 12), ("organization", 9)])
    def test_it_costs_the_same_however_much_was_given(
        self, sign_in, assert_flat_queries, scene, side, ceiling
    ):
        def grow(number=1):
            for _number in range(number):
                sides = {"giver": scene.giver.organization, "receiver": scene.receiver.organization}
                row = PledgeFactory(collaboration=scene.collaboration, **sides)
                DeliveryFactory(pledge=row)
                mutual = {"collaboration": scene.collaboration, "in_force": True}
                agreement = AgreementFactory(**mutual, benefits=[Benefit.MUTUAL])
                for _one in range(2):
                    AgreementPartyFactory(agreement=agreement)

        grow()
        sign_in(scene.third)
        url = here(scene) if side == "collaboration" else of(scene.giver)
        assert_flat_queries(url, grow=lambda: grow(4), ceiling=ceiling)
