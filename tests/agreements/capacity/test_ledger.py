"""Needed, promised, scheduled, delivered, confirmed: side by side, never added across kinds."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation

from agreements.capacity.amounts import amount_in_words, percent_in_words
from agreements.capacity.exchanges import Esteve, exchanges_in
from agreements.capacity.kinds import ResourceKind
from agreements.capacity.ledger import ledger_of
from agreements.capacity.transitions import deliveries, pledges
from agreements.models import Collaboration, Pledge, ResourceNeed
from tests.agreements.capacity.scenes import ahead
from tests.factories.assistance import AssistanceRequestFactory
from tests.factories.charter import CollaborationFactory, coordinator_of
from tests.factories.pledges import DeliveryFactory, PledgeFactory, ResourceNeedFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
FUND = {"kind": ResourceKind.FUND, "unit": "", "quantity": Decimal(150_000_000)}


def ledger(collaboration):
    needs = ResourceNeed.objects.filter(collaboration=collaboration)
    rows = Pledge.objects.filter(collaboration=collaboration)
    return ledger_of(needs, rows, {"collaboration": collaboration.pk})


@pytest.fixture
def filled(scene):
    """The demo's three pledges: 14 of 20 children, 100 of 150 million, 10 of 10 devices."""
    ResourceNeedFactory(collaboration=scene.collaboration, quantity=Decimal(30), unit="Anak")
    foster, fund = scene.accepted(), scene.accepted(what="Dana", **FUND)
    kit = scene.accepted(
        what="Gawai", kind=ResourceKind.EQUIPMENT, quantity=Decimal(10), unit="gawai"
    )
    for pledge, came in ((foster, 14), (fund, 100_000_000), (kit, 10)):
        scene.deliver(pledge, came)
    deliveries.confirm(delivery=kit.deliveries.get(), by=scene.receiver)
    facts = {"quantity": Decimal(6), "planned_on": ahead(9)}
    deliveries.schedule(pledge=foster, by=scene.giver, **facts)
    scene.offer(what="Tawaran lain", quantity=Decimal(5))
    return scene


def test_each_kind_and_unit_has_its_own_row(filled):
    rows = {row.unit or "Rp": row for row in ledger(filled.collaboration)}
    assert set(rows) == {"Rp", "Anak", "gawai"}  # as it was written first
    foster, fund, kit = rows["Anak"], rows["Rp"], rows["gawai"]
    words = [
        getattr(foster, name).words
        for name in ("needed", "offered", "promised", "scheduled", "delivered", "confirmed")
    ]
    assert words == [f"{number}\xa0Anak" for number in (30, 5, 20, 6, 14, 0)]
    # What was pledged without naming the need does not meet it.
    assert (foster.missing.words, foster.beyond.words) == ("30\xa0Anak", "20\xa0Anak")
    assert foster.share == "70%"
    assert (fund.promised.words, fund.delivered.words) == ("Rp150.000.000", "Rp100.000.000")
    assert fund.share == "66,7%"
    assert (kit.confirmed.words, kit.share) == ("10\xa0gawai", "100%")


def test_two_units_of_one_kind_are_not_added(scene):
    for unit, quantity in (("orang", 2), ("Orang", 3), ("hari", 40)):
        scene.accepted(what=unit, kind=ResourceKind.STAFF, unit=unit, quantity=Decimal(quantity))
    rows = {row.unit: row.promised.words for row in ledger(scene.collaboration)}
    assert rows == {"orang": "5\xa0orang", "hari": "40\xa0hari"}


def test_a_figure_of_nothing_opens_nothing(filled):
    kit = next(row for row in ledger(filled.collaboration) if row.unit == "gawai")
    assert (kit.needed.url, kit.offered.url, kit.scheduled.url) == ("", "", "")


def test_an_organization_sees_what_it_gives_and_what_it_receives(client, sign_in, filled):
    sign_in(filled.third)

    def captions(user):
        url = reverse("agreements:organization-resources", args=[user.organization_id])
        return [caption.text for caption in soup_of(client.get(url)).select("caption")]

    assert captions(filled.giver) == ["Yang diberikannya"]
    assert captions(filled.receiver) == ["Yang dibutuhkan dan diterimanya"]
    assert captions(filled.third) == []
    filled.offer(what="Untuk semua", receiver=None)
    assert captions(filled.third) == ["Yang diberikan kepada semua pihak, termasuk kepadanya"]


def test_of_collaborations_that_one_does_not_see_nothing_is_counted(client, sign_in, filled):
    other = coordinator_of(CollaborationFactory())
    sign_in(other)
    for name in ("organization-resources", "organization-exchanges"):
        url = reverse(f"agreements:{name}", args=[filled.giver.organization_id])
        assert not soup_of(client.get(url)).select("tbody tr")


@pytest.mark.parametrize(
    ("name", "ceiling"), [("collaboration-resources", 6), ("collaboration-exchanges", 9)]
)
def test_a_page_costs_the_same_however_many_records(
    sign_in, assert_flat_queries, scene, name, ceiling
):
    def grow(number=1):
        for _number in range(number):
            row = PledgeFactory(collaboration=scene.collaboration)
            DeliveryFactory(pledge=row)
            ResourceNeedFactory(collaboration=scene.collaboration)

    grow()
    sign_in(scene.third)
    url = reverse(f"agreements:{name}", args=[scene.collaboration.pk])
    assert_flat_queries(url, grow=lambda: grow(5), ceiling=ceiling)


def test_every_figure_of_a_card_on_a_phone_is_named_as_its_column(client, sign_in, filled):
    sign_in(filled.third)
    organization = filled.giver.organization_id
    for name, pk in (
        ("collaboration-resources", filled.collaboration.pk),
        ("organization-resources", organization),
        ("collaboration-exchanges", filled.collaboration.pk),
        ("organization-exchanges", organization),
    ):
        page = soup_of(client.get(reverse(f"agreements:{name}", args=[pk])))
        for table in page.select("table"):
            assert "table-cards" in table["class"]
            heads = [head.text for head in table.select("thead th")][1:]
            rows = table.select("tbody tr")
            assert rows
            for row in rows:
                assert [cell["data-label"] for cell in row.select("td")] == heads


def test_the_empty_page_says_what_to_do(client, sign_in, scene):
    url = reverse("agreements:collaboration-resources", args=[scene.collaboration.pk])
    sign_in(scene.worker)
    assert soup_of(client.get(url)).select_one(".empty a.btn")
    url = reverse("agreements:collaboration-exchanges", args=[scene.collaboration.pk])
    assert soup_of(client.get(url)).select_one(".empty")


def given():
    return {row.what for row in exchanges_in(Collaboration.objects.all())}


class TestExchanges:
    def test_one_row_is_seen_from_two_sides(self, filled):
        rows = exchanges_in(Collaboration.objects.all())
        fund = next(row for row in rows if row.what == "Dana")
        giver, receiver = filled.giver.organization, filled.receiver.organization
        assert (fund.giver, fund.receiver, fund.amount) == (giver, receiver, "Rp100.000.000")
        assert fund.seen_from(giver) == Esteve.GIVE_GRANTS
        assert fund.seen_from(receiver) == Esteve.RECEIVE_GRANTS
        foster = next(row for row in rows if row.what.startswith("Mengasuh"))
        assert foster.seen_from(giver) == foster.seen_from(receiver) == Esteve.INFORMAL

    def test_there_are_eleven_activities(self):
        assert len(Esteve) == 11

    def test_what_is_only_promised_or_did_not_arrive_is_none(self, filled):
        pledge = filled.accepted(what="Hanya janji")
        row = filled.deliver(pledge, 3)
        deliveries.dispute(delivery=row, by=filled.receiver, reason="Tidak sampai.")
        assert "Hanya janji" not in {
            each.what for each in exchanges_in(Collaboration.objects.all())
        }

    def test_what_came_before_a_pledge_was_withdrawn_is_one(self, filled):
        pledge = Pledge.objects.get(what="Dana")
        pledges.withdraw(pledge=pledge, by=filled.giver, reason="Habis.")
        assert "Dana" in given()

    def test_assistance_that_was_given_is_one_from_the_asked_to_the_one_that_asked(self):
        asked = AssistanceRequestFactory(completed=True)
        AssistanceRequestFactory()
        (row,) = exchanges_in(Collaboration.objects.all())
        assert (row.giver, row.receiver) == (
            asked.to_party.organization,
            asked.from_party.organization,
        )
        assert row.seen_from(row.giver) == Esteve.GIVE_ASSISTANCE

    def test_of_one_organization_only_its_own(self, filled):
        rows = exchanges_in(Collaboration.objects.all(), organization=filled.third.organization)
        assert rows == []

    def test_the_page_of_an_organization_tells_its_side(self, client, sign_in, filled):
        sign_in(filled.third)
        url = reverse("agreements:organization-exchanges", args=[filled.receiver.organization_id])
        text = soup_of(client.get(url)).main.text
        assert "Menerima pengelolaan hibah" in text
        assert f"diterima dari {filled.giver.organization.label}" in text


def test_amounts_are_written_as_the_language_does():
    with translation.override("id"):
        assert amount_in_words(Decimal("1250000.00"), "") == "Rp1.250.000"
        assert amount_in_words(Decimal("2.50"), "hari") == "2,5\xa0hari"
        assert percent_in_words(Decimal(2), Decimal(3)) == "66,7%"
    with translation.override("en"):
        assert amount_in_words(Decimal("1250000.00"), "") == "Rp1,250,000"
    assert percent_in_words(Decimal(1), Decimal(0)) == "0%"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("0", "0%"),
        ("0.01", "<0,1%"),
        ("0.1", "0,1%"),
        ("66.6667", "66,7%"),
        ("99.99", "99,9%"),
        ("100", "100%"),
        ("100.01", "100,1%"),
        ("125", "125%"),
    ],
)
def test_a_share_is_never_rounded_to_nothing_or_to_all(part, words):
    with translation.override("id"):
        assert percent_in_words(Decimal(part), Decimal(100)) == words
