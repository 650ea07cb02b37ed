"""Filters stay folded: those that are on are named beside them, each with the way without it."""

import pytest
from django.utils import timezone

from actors.organizations.kinds import OrganizationKind
from agreements.action.states import CommitmentState
from tests.factories.actors import OrganizationFactory, RegionFactory, UserFactory
from tests.factories.charter import CollaborationFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


def shown(client, address, **headers):
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return soup_of(answer)


def chips(soup):
    return {
        " ".join(chip.text.split()).removeprefix("Lepaskan: "): chip["href"]
        for chip in soup.select("#chosen-filters .chip")
    }


def is_folded(soup):
    return not soup.select_one("details.filters").has_attr("open")


def test_each_choice_is_named_with_the_address_without_it(client):
    region = RegionFactory(name="Sulawesi Barat")
    OrganizationFactory(region=region, kind=OrganizationKind.UNIVERSITY)
    soup = shown(client, f"/organizations/?q=a&kind=university&sector=&region={region.pk}&page=2")
    assert is_folded(soup)
    assert "(2)" in soup.select_one("details.filters > summary").text
    assert chips(soup) == {
        "Jenis: Perguruan tinggi": f"/organizations/?q=a&region={region.pk}",
        "Wilayah: Sulawesi Barat": "/organizations/?q=a&kind=university",
    }


def test_nothing_is_named_where_nothing_is_chosen(client):
    soup = shown(client, "/organizations/?q=dinas&kind=nonsense&view=tree")
    assert chips(soup) == {}
    assert soup.select_one("#chosen-filters").has_attr("hidden")
    assert "(" not in soup.select_one("details.filters > summary").text


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/users/?role=staff", "Peran: Staf"),
        ("/people/?active=0", "Tampilkan: Tidak aktif lagi"),
        ("/users/invitations/?state=revoked", "Tampilkan: Ditarik"),
        ("/regions/?level=province", "Tingkat: Provinsi"),
        ("/duplicates/?reason=same_name", "Alasan: Nama sama"),
        ("/meetings/?state=took_place", "Status: Sudah terlaksana"),
        ("/meetings/?coordinated=1", "Peran: Hanya yang saya koordinasikan"),
        ("/decisions/?kind=procedural", "Jenis: Prosedural (cara kita bekerja)"),
        ("/commitments/?coordinated=1", "Hanya yang saya koordinasikan"),
        ("/audit/?action=update", "Perubahan: Diubah"),
    ],
)
def test_every_list_folds_its_filters_and_names_them(client, address, words):
    soup = shown(client, address)
    assert is_folded(soup)
    found = chips(soup)
    assert list(found.values()) == [address.split("?")[0]]
    assert list(found) == [words]


def test_a_collaboration_is_called_by_its_title_and_a_day_as_days_are_written(client):
    collaboration = CollaborationFactory(title="Kolaborasi air bersih")
    soup = shown(client, f"/commitments/?collaboration={collaboration.pk}&late=1")
    assert chips(soup) == {"Kolaborasi: Kolaborasi air bersih": "/commitments/?late=1"}
    soup = shown(client, "/audit/?since=3/5/2026&before=x")
    assert chips(soup) == {"Dari: 3 Mei 2026": "/audit/"}


@pytest.mark.parametrize("address", ["/audit/?since=besok", "/meetings/?state=nonsense"])
def test_a_filter_with_a_mistake_stays_open(client, address):
    assert not is_folded(shown(client, address))


def test_htmx_gets_what_is_on_where_the_filters_stand_outside_of_the_list(client):
    for address in ("/users/?role=staff", f"/commitments/?state={CommitmentState.PROPOSED}"):
        soup = shown(client, address, HX_Request="true")
        assert soup.select_one("#filter-count")["hx-swap-oob"] == "true"
        assert soup.select_one("#chosen-filters")["hx-swap-oob"] == "true"
        assert len(chips(soup)) == 1
    soup = shown(client, f"/meetings/?month={timezone.localdate():%Y-%m}", HX_Request="true")
    assert len(chips(soup)) == 1
    assert not soup.select("[hx-swap-oob]")
