"""The pages of regions."""

import pytest

from actors.models import Organization, Region
from actors.regions.models import RegionLevel
from tests.factories.actors import OrganizationFactory, RegionFactory, UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = "/regions/"


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


@pytest.fixture
def sulbar():
    return RegionFactory(code="76", name="Sulawesi Barat", aliases="Sulbar")


def polman_in(sulbar):
    return RegionFactory(
        code="76.04", name="Kabupaten Polewali Mandar", level=RegionLevel.REGENCY, parent=sulbar
    )


def names(answer):
    return [link.text for link in soup_of(answer).select("#regions .row-title")]


def summary(answer):
    assert answer.status_code == 200
    return soup_of(answer).find(class_="error-summary").text


def test_staff_read_and_change_nothing(client, sign_in, sulbar):
    sign_in()
    assert names(client.get(LIST)) == ["Sulawesi Barat"]
    assert client.get(sulbar.get_absolute_url()).status_code == 200
    for path in ("new/", f"{sulbar.pk}/edit/"):
        assert client.get(LIST + path).status_code == 403
        assert client.post(LIST + path, {"name": "X"}).status_code == 403


def test_nobody_reads_without_signing_in(client, sulbar):
    assert client.get(LIST).status_code == 302
    assert client.get(sulbar.get_absolute_url()).status_code == 302


@pytest.mark.parametrize("pk", [0, 10**30])
def test_a_missing_region_is_404(client, admin, pk):
    assert client.get(f"{LIST}{pk}/").status_code == 404
    assert client.get(f"{LIST}{pk}/edit/").status_code == 404


@pytest.mark.parametrize("text", ["sulbar", "sulawesi barat", "sulawsi barat", "76", "Sulbar prov"])
def test_a_region_is_found_by_name_short_form_and_code(text, sulbar):
    RegionFactory(code="11", name="Aceh")
    found = list(Region.objects.search(text.replace(" prov", "")))
    assert found[0] == sulbar
    assert len(found) == 1


def test_the_list_narrows_by_level_and_words(client, sign_in, sulbar):
    sign_in()
    polman_in(sulbar)
    assert names(client.get(LIST, {"level": "regency"})) == ["Kabupaten Polewali Mandar"]
    assert names(client.get(LIST, {"q": "polman"})) == ["Kabupaten Polewali Mandar"]
    assert client.get(f"{LIST}?level=jahat&q=%00&page=zz").status_code == 200
    assert "Tidak ada wilayah yang cocok" in client.get(f"{LIST}?q=zzzz").content.decode()


def test_the_page_counts_the_organizations_of_the_regions_within(client, sign_in, sulbar):
    sign_in(UserFactory(organization=None))
    OrganizationFactory(region=sulbar)
    OrganizationFactory(region=polman_in(sulbar))
    OrganizationFactory(region=RegionFactory(code="7", name="Lain"))
    link = soup_of(client.get(sulbar.get_absolute_url())).select_one('main a[href*="?region="]')
    assert link.text == "2 instansi"
    assert len(Organization.objects.in_region(sulbar)) == 2


def test_an_admin_adds_a_regency(client, admin, sulbar):
    data = {"name": "Majene", "code": "76.05", "level": "regency", "parent": sulbar.pk}
    assert client.post(f"{LIST}new/", data).status_code == 302
    assert Region.objects.get(code="76.05").parent == sulbar


@pytest.mark.parametrize(
    ("changes", "words", "field"),
    [
        ({"code": "76"}, "telah ada", "code"),
        ({"code": "abc"}, "Tulis kode dengan titik", "code"),
        ({"parent": ""}, "Hanya provinsi", "parent"),
        ({"level": "province", "code": "77"}, "Hanya provinsi", "parent"),
        ({"name": ""}, "", "name"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(client, admin, sulbar, changes, words, field):
    data = {"name": "Majene", "code": "76.05", "level": "regency", "parent": sulbar.pk, **changes}
    answer = client.post(f"{LIST}new/", data)
    assert words in summary(answer)
    assert soup_of(answer).select_one(".error-summary a")["href"] == f"#id_{field}"


def test_a_region_is_part_of_a_larger_one_only(client, admin, sulbar):
    polman = polman_in(sulbar)
    data = {"name": "Campalagian", "code": "76.04.01", "level": "regency", "parent": polman.pk}
    assert "tidak lebih besar" in summary(client.post(f"{LIST}new/", data))
    assert (
        "error-summary"
        in client.post(
            f"{LIST}{polman.pk}/edit/",
            {"name": polman.name, "code": polman.code, "level": "regency", "parent": polman.pk},
        ).content.decode()
    )


def test_an_admin_corrects_a_region(client, admin, sulbar):
    data = {"name": "Sulawesi Barat", "aliases": "Sulbar, SB", "code": "76", "level": "province"}
    assert client.post(f"{LIST}{sulbar.pk}/edit/", data).url == sulbar.get_absolute_url()
    sulbar.refresh_from_db()
    assert sulbar.aliases == "Sulbar, SB"


@pytest.mark.parametrize("text", ["\x00", "x" * 10_000, "\u202eX", "<script>alert(1)</script>"])
@pytest.mark.parametrize("field", ["name", "aliases", "code", "level", "parent"])
def test_hostile_text_never_breaks_the_form(client, admin, field, text):
    data = {"name": "Bali", "code": "51", "level": "province", field: text}
    assert client.post(f"{LIST}new/", data).status_code in (200, 302)


def test_the_list_costs_the_same_however_long(client, sign_in, sulbar, assert_flat_queries):
    sign_in()
    polman_in(sulbar)

    def grow():
        for number in range(5):
            RegionFactory(code=f"76.1{number}", level=RegionLevel.REGENCY, parent=sulbar)

    assert_flat_queries(LIST, grow=grow, ceiling=6)


def test_unasked_the_list_begins_with_the_provinces(client, sign_in, sulbar):
    sign_in()
    polman_in(sulbar)
    assert names(client.get(LIST)) == ["Sulawesi Barat"]
    assert "Kabupaten Polewali Mandar" in client.get(sulbar.get_absolute_url()).content.decode()
