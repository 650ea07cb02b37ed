"""The figures of the gap view: what each counts, and that it opens the very records it counts."""

import csv
from dataclasses import fields
from decimal import Decimal

import pytest
from django.urls import reverse

from agreements.capacity.kinds import ResourceKind
from agreements.capacity.ledger import Figure, ledger_of
from agreements.capacity.transitions import deliveries, needs, pledges
from agreements.models import Pledge, ResourceNeed
from tests.agreements.capacity.scenes import ahead
from tests.factories.pledges import ResourceNeedFactory
from tests.html import soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
STAFF = {"kind": ResourceKind.STAFF, "unit": "orang"}


def row_of(scene, *, kind="foster"):
    here = {"collaboration": scene.collaboration.pk}
    rows = ledger_of(ResourceNeed.objects.filter(**here), Pledge.objects.filter(**here), here)
    (row,) = [each for each in rows if each.kind == str(ResourceKind(kind).label)]
    return row


def need_of(scene, quantity, **more):
    return ResourceNeedFactory(
        collaboration=scene.collaboration, quantity=Decimal(quantity), **more
    )


def words(*figures):
    return tuple(figure.words for figure in figures)


class TestGap:
    def test_what_is_too_much_for_one_need_does_not_cover_another(self, scene):
        one, _other = need_of(scene, 10), need_of(scene, 10)
        scene.accepted(need=one, quantity=Decimal(15))
        row = row_of(scene)
        assert words(row.needed, row.promised, row.missing) == (
            "20\xa0anak",
            "15\xa0anak",
            "10\xa0anak",
        )

    def test_a_closed_need_lacks_nothing_and_its_pledges_stand_apart(self, scene):
        closed, _open = need_of(scene, 10), need_of(scene, 4)
        scene.accepted(need=closed, quantity=Decimal(10))
        needs.close_need(need=closed, by=scene.coordinator, reason="Terpenuhi.")
        row = row_of(scene)
        assert words(row.needed, row.missing, row.beyond) == (
            "4\xa0anak",
            "4\xa0anak",
            "10\xa0anak",
        )

    def test_what_a_coordinator_accepted_covers_nothing_yet(self, scene):
        need = need_of(scene, 10)
        offer = scene.offer(need=need, quantity=Decimal(10))
        pledge = pledges.accept(pledge=offer, by=scene.coordinator)
        scene.deliver(pledge, 3)
        row = row_of(scene)
        assert words(row.promised, row.unsaid, row.missing) == (
            "0\xa0anak",
            "10\xa0anak",
            "10\xa0anak",
        )
        assert words(row.delivered, row.apart) == ("0\xa0anak", "3\xa0anak")
        pledges.accept(pledge=pledge, by=scene.receiver)
        row = row_of(scene)
        assert words(row.promised, row.unsaid, row.missing, row.delivered) == (
            "10\xa0anak",
            "0\xa0anak",
            "0\xa0anak",
            "3\xa0anak",
        )


class TestShare:
    def test_too_much_of_one_pledge_makes_up_for_nothing(self, scene):
        for came in (30, 10):
            scene.deliver(scene.accepted(what=f"{came}"), came)
        row = row_of(scene)
        assert (row.delivered.words, row.share) == ("40\xa0anak", "75%")

    def test_what_was_withdrawn_stands_apart(self, scene):
        gone, kept = scene.accepted(what="Ditarik"), scene.accepted(what="Tetap")
        for pledge in (gone, kept):
            scene.deliver(pledge, 5)
        facts = {"quantity": Decimal(6), "planned_on": ahead(9)}
        deliveries.schedule(pledge=gone, by=scene.giver, **facts)
        pledges.withdraw(pledge=gone, by=scene.giver, reason="Habis.")
        row = row_of(scene)
        assert words(row.promised, row.scheduled, row.delivered, row.apart) == (
            "20\xa0anak",
            "0\xa0anak",
            "5\xa0anak",
            "5\xa0anak",
        )
        assert row.share == "25%"


class TestGiversSide:
    def test_what_is_still_to_come_and_how_much_of_it_is_late(self, scene):
        for what, due, came in (("Lewat", -2, 15), ("Nanti", 30, 0), ("Lebih", 30, 25)):
            pledge = scene.accepted(what=what, due_on=ahead(due))
            if came:
                scene.deliver(pledge, came)
        scene.offer(what="Tawaran")
        row = row_of(scene)
        assert words(row.owing, row.overdue) == ("25\xa0anak", "5\xa0anak")

    def test_the_page_of_an_organization_shows_it(self, client, sign_in, scene):
        scene.deliver(scene.accepted(due_on=ahead(-2)), 14)
        sign_in(scene.third)
        url = reverse("agreements:organization-resources", args=[scene.giver.organization_id])
        text = soup_of(client.get(url)).main.text
        assert "Masih harus diserahkan" in text
        assert "6\xa0anak di antaranya terlambat" in text


def test_a_unit_is_written_as_people_write_it(scene):
    for unit in ("OPD", "opd"):
        scene.accepted(what=unit, kind=ResourceKind.STAFF, unit=unit, quantity=Decimal(2))
    row = row_of(scene, kind="staff")
    assert (row.unit, row.promised.words) == ("OPD", "4\xa0OPD")


@pytest.fixture
def all_of_it(scene):
    """Every figure stands for something: of all, of the giver, of the receiver, to all."""
    whose = scene.receiver.organization
    need = need_of(scene, 30, organization=whose)
    part = scene.accepted(need=need, due_on=ahead(-2))
    deliveries.confirm(delivery=scene.deliver(part, 8), by=scene.receiver)
    scene.deliver(part, 6)
    facts = {"quantity": Decimal(6), "planned_on": ahead(9)}
    deliveries.schedule(pledge=part, by=scene.giver, **facts)
    scene.deliver(scene.accepted(what="Lebih", quantity=Decimal(3)), 5)
    gone = scene.accepted(what="Ditarik")
    scene.deliver(gone, 2)
    pledges.withdraw(pledge=gone, by=scene.giver, reason="Habis.")
    said = scene.offer(what="Atas nama", quantity=Decimal(7))
    scene.deliver(pledges.accept(pledge=said, by=scene.coordinator), 1)
    for_us = scene.accepted(what="Dikonfirmasi koordinator", quantity=Decimal(4))
    deliveries.confirm(delivery=scene.deliver(for_us, 4), by=scene.coordinator)
    scene.offer(what="Tawaran", quantity=Decimal(11))
    shared = scene.offer(what="Untuk semua", receiver=None, quantity=Decimal(13))
    scene.deliver(pledges.accept(pledge=shared, by=scene.third), 9)
    scene.accepted(what="Tenaga", quantity=Decimal(2), **STAFF)
    return scene


WORTH = {  # what a figure is of the rows behind it, by the columns of their file
    "needed": lambda row: row["jumlah"],
    "missing": lambda row: row["jumlah"] - row["dijanjikan"],
    "scheduled": lambda row: row["dijadwalkan"],
    "delivered": lambda row: row["diserahkan"],
    "apart": lambda row: row["diserahkan"],
    "confirmed": lambda row: row["dikonfirmasi"],
    "owing": lambda row: row["jumlah"] - row["diserahkan"],
    "overdue": lambda row: row["jumlah"] - row["diserahkan"],
}


def rows_behind(client, url):
    lines = b"".join(client.get(f"{url}&format=csv")).decode("utf-8-sig").splitlines()
    counted = ("jumlah", "dijanjikan", "dijadwalkan", "diserahkan", "dikonfirmasi")
    return [
        {name: Decimal(row[name]) for name in counted if row.get(name)}
        for row in csv.DictReader(lines)
    ]


@pytest.mark.parametrize("place", ["collaboration", "receiver", "giver", "to_all"])
def test_every_figure_is_that_of_the_records_it_opens(client, sign_in, all_of_it, place):
    sign_in(all_of_it.third)
    pages = {
        "collaboration": ("collaboration-resources", all_of_it.collaboration.pk),
        "receiver": ("organization-resources", all_of_it.receiver.organization_id),
        "giver": ("organization-resources", all_of_it.giver.organization_id),
        "to_all": ("organization-resources", all_of_it.third.organization_id),
    }
    name, number = pages[place]
    response = client.get(reverse(f"agreements:{name}", args=[number]))
    tables = {
        "collaboration": "rows",
        "receiver": "received",
        "giver": "given",
        "to_all": "shared",
    }
    seen = set()
    for row in response.context[tables[place]]:
        for field in fields(row):
            figure = getattr(row, field.name)
            if not isinstance(figure, Figure) or not figure.total:
                continue
            worth = WORTH.get(field.name, lambda each: each["jumlah"])
            behind = rows_behind(client, figure.url)
            assert sum(map(worth, behind)) == figure.total, (field.name, figure, behind)
            seen.add(field.name)
    assert (
        seen
        >= {
            "collaboration": set(WORTH) | {"offered", "unsaid", "promised", "beyond"},
            "receiver": set(WORTH) | {"offered", "unsaid", "promised", "beyond"},
            "giver": set(WORTH) - {"needed", "missing"},
            "to_all": {"promised", "delivered", "owing"},
        }[place]
    )
    links = {link["href"] for link in soup_of(response).select("table a")}
    assert all(client.get(link).status_code == 200 for link in links)


class TestPrefill:
    def begun(self, client, scene, need):
        url = reverse("agreements:pledge-create", args=[scene.collaboration.pk])
        return soup_of(client.get(f"{url}?need={need.pk}"))

    def test_a_pledge_begins_with_what_is_still_missing(self, client, sign_in, scene):
        need = need_of(scene, 30)
        scene.accepted(need=need)
        sign_in(scene.giver)
        page = self.begun(client, scene, need)
        assert page.select_one("#id_quantity")["value"] == "10"
        assert "10\xa0anak" in page.select_one("#id_need [selected]").text

    def test_of_a_need_that_is_covered_with_nothing(self, client, sign_in, scene):
        need = need_of(scene, 20)
        scene.accepted(need=need)
        sign_in(scene.giver)
        page = self.begun(client, scene, need)
        assert not page.select_one("#id_quantity").get("value")


def test_what_is_for_all_is_found_by_who_receives_it(client, sign_in, scene):
    scene.offer(what="Untuk semua", receiver=None)
    for user, shown in ((scene.third, 1), (scene.receiver, 1), (scene.giver, 0)):
        sign_in(user)
        for query in ({"received": "1"}, {"to_all": user.organization_id}):
            rows = soup_of(client.get("/pledges/", query)).select("tbody tr")
            assert len(rows) == shown, (user, query)
    query = {"organization": scene.third.organization_id}
    assert soup_of(client.get("/pledges/", query)).select("tbody tr")
