"""The pages of organizations: who may open them, what they show, what they cost."""

import pytest

from actors.models import Organization
from actors.organizations.kinds import GovernmentLevel, OrganizationKind
from actors.regions.models import RegionLevel
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    RegionFactory,
    UserFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = "/organizations/"


def titles(answer):
    return [link.text for link in soup_of(answer).select("#organizations .row-title")]


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(admin=True, organization__name="Sekretariat"))


@pytest.fixture
def staff(sign_in):
    return sign_in(UserFactory(organization__name="Sekretariat"))


def test_the_register_wants_a_sign_in(client):
    assert client.get(LIST).status_code == 302
    assert client.get(OrganizationFactory().get_absolute_url()).status_code == 302


def test_everybody_signed_in_reads_only_admins_see_buttons(client, staff):
    organization = OrganizationFactory(name="Dinas Sosial")
    assert "Dinas Sosial" in titles(client.get(LIST))
    page = soup_of(client.get(organization.get_absolute_url()))
    assert not page.select("main form")
    assert not page.select('main a[href$="/edit/"]')


def test_an_admin_sees_what_to_do(client, admin):
    organization = OrganizationFactory()
    page = soup_of(client.get(organization.get_absolute_url()))
    assert page.select_one(f'a[href="/organizations/{organization.pk}/edit/"]')
    assert page.select_one(f'a[href="/organizations/{organization.pk}/deactivate/"]')


@pytest.mark.parametrize("path", ["new/", "{pk}/edit/"])
def test_staff_may_not_change_the_register(client, staff, path):
    organization = OrganizationFactory()
    address = LIST + path.format(pk=organization.pk)
    assert client.get(address).status_code == 403
    assert client.post(address, {"name": "Lain"}).status_code == 403
    assert client.post(f"{LIST}{organization.pk}/deactivate/").status_code == 403
    assert Organization.objects.get(pk=organization.pk).is_active


@pytest.mark.parametrize("pk", [0, 999_999_999, 10**30])
def test_a_missing_organization_is_404(client, admin, pk):
    for path in ("", "edit/"):
        assert client.get(f"{LIST}{pk}/{path}").status_code == 404
    assert client.post(f"{LIST}{pk}/deactivate/").status_code == 404


def test_search_and_filters_stand_in_the_address(client, staff):
    sulbar = RegionFactory(code="76", name="Sulawesi Barat")
    polman = RegionFactory(
        code="76.04", name="Kabupaten Polewali Mandar", level=RegionLevel.REGENCY, parent=sulbar
    )
    jabar = RegionFactory(code="32", name="Jawa Barat")
    OrganizationFactory(name="Dinas Kesehatan A", region=sulbar)
    OrganizationFactory(name="Dinas Kesehatan B", region=polman, level=GovernmentLevel.REGENCY)
    OrganizationFactory(name="Dinas Kesehatan C", region=jabar)
    OrganizationFactory(name="Kampus", kind=OrganizationKind.UNIVERSITY, region=sulbar)
    OrganizationFactory(name="Dinas Lama", is_active=False)

    def shown(**query):
        return titles(client.get(LIST, query))

    assert shown(q="dinkes sulbar") == ["Dinas Kesehatan A"]
    assert shown(region=sulbar.pk) == ["Dinas Kesehatan A", "Dinas Kesehatan B", "Kampus"]
    assert shown(region=polman.pk) == ["Dinas Kesehatan B"]
    assert shown(region=sulbar.pk, kind="university") == ["Kampus"]
    assert shown(level="regency") == ["Dinas Kesehatan B"]
    assert shown(active="0") == ["Dinas Lama"]
    assert "Dinas Lama" in shown(active="all")
    assert "Dinas Lama" not in shown()


def smaller(answer):
    return [link.text for link in soup_of(answer).select(".smaller-regions a")]


def test_a_region_offers_the_smaller_ones_that_hold_results_folded(client, staff):
    sulbar = RegionFactory(code="76", name="Sulawesi Barat")
    polman, majene, mamuju = (
        RegionFactory(code=code, name=name, level=RegionLevel.REGENCY, parent=sulbar)
        for code, name in (("76.04", "Polman"), ("76.05", "Majene"), ("76.06", "Mamuju"))
    )
    district = RegionFactory(code="76.05.01", level=RegionLevel.DISTRICT, parent=majene)
    OrganizationFactory(name="Dinas Kesehatan", region=polman)
    OrganizationFactory(name="Puskesmas", region=district)
    OrganizationFactory(name="Dinas Lama", region=mamuju, is_active=False)
    OrganizationFactory(name="Pemprov", region=sulbar)
    address = f"{LIST}?region={sulbar.pk}"
    answer = client.get(address)
    assert smaller(answer) == ["Polman", "Majene"]
    assert not soup_of(answer).select_one(".smaller-regions").has_attr("open")
    assert smaller(client.get(f"{address}&q=puskesmas")) == ["Majene"]
    assert smaller(client.get(f"{address}&q=puskesms")) == ["Majene"]
    assert smaller(client.get(f"{address}&active=0")) == ["Mamuju"]
    assert smaller(client.get(f"{address}&view=tree")) == ["Polman", "Majene"]
    assert smaller(client.get(f"{LIST}?region={polman.pk}")) == []


def test_the_list_of_a_region_costs_the_same_however_long(client, staff, assert_flat_queries):
    sulbar = RegionFactory(code="76", name="Sulawesi Barat")

    def grow(*numbers):
        for number in numbers:
            place = {"code": f"76.{number}", "level": RegionLevel.REGENCY, "parent": sulbar}
            OrganizationFactory(region=RegionFactory(**place))

    grow(10)
    address = f"{LIST}?region={sulbar.pk}"
    assert_flat_queries(address, grow=lambda: grow(11, 12, 13, 14), ceiling=10)


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%25",
        "q=" + "x" * 5000,
        "kind=jahat",
        "region=x",
        "region=999999999999999999999999",
        "parent=-1",
        "page=x",
        "page=999",
        "page=-3",
        "active=%00",
        "q=%F0%9F%8F%A5",
    ],
)
def test_a_hostile_address_is_answered_calmly(client, staff, query):
    assert client.get(f"{LIST}?{query}").status_code == 200


def test_nothing_found_says_so_and_shows_the_way_back(client, staff):
    page = soup_of(client.get(LIST, {"q": "zzzz"}))
    assert page.select_one(".empty a")["href"] == LIST


def test_an_empty_register_tells_the_admin_where_to_begin(client, sign_in):
    sign_in(UserFactory(admin=True, organization=None))
    page = soup_of(client.get(LIST))
    assert page.select_one(".empty a")["href"] == "/organizations/new/"


def test_htmx_gets_the_rows_alone(client, staff):
    answer = client.get(f"{LIST}?q=dinas&kind=&level=", headers={"HX-Request": "true"})
    assert answer["HX-Push-Url"] == "/organizations/?q=dinas"
    assert "<html" not in answer.content.decode()
    assert "HX-Request" in answer["Vary"]


def test_the_page_shows_the_line_above_and_what_is_below(client, staff):
    top = OrganizationFactory(name="Pemerintah Provinsi")
    middle = OrganizationFactory(name="Sekretariat Daerah", parent=top)
    leaf = OrganizationFactory(name="Biro Hukum", parent=middle)
    OrganizationFactory(name="Biro Bubar", parent=middle, is_active=False)
    page = soup_of(client.get(leaf.get_absolute_url()))
    path = [item.text for item in page.select(".breadcrumb a")]
    assert path == ["Instansi", "Pemerintah Provinsi", "Sekretariat Daerah"]
    below = soup_of(client.get(middle.get_absolute_url()))

    assert "Biro Hukum" in below.text
    assert "Biro Bubar" not in below.text


def test_the_list_costs_the_same_however_long(client, staff, assert_flat_queries):
    def grow(number=1):
        for _each in range(number):
            parent = OrganizationFactory(region=RegionFactory())
            OrganizationFactory(region=RegionFactory(), parent=parent)

    grow()
    assert_flat_queries(LIST, grow=lambda: grow(4), ceiling=7)


def test_a_search_costs_the_same_however_many_it_finds(client, staff, assert_flat_queries):
    OrganizationFactory(region=RegionFactory())
    assert_flat_queries(
        f"{LIST}?q=dinas+contoh",
        grow=lambda: OrganizationFactory.create_batch(5, region=RegionFactory()),
        ceiling=9,
    )


def test_the_page_costs_the_same_however_much_is_below(client, staff, assert_flat_queries):
    top = OrganizationFactory()

    def grow(number=1):
        for _each in range(number):
            OrganizationFactory(parent=top, region=RegionFactory())
            AppointmentFactory(organization=top)

    grow()
    assert_flat_queries(top.get_absolute_url(), grow=lambda: grow(4), ceiling=22)


def test_the_tree_opens_level_by_level_and_keeps_the_filters(client, staff):
    top = OrganizationFactory(name="Pemerintah Provinsi")
    middle = OrganizationFactory(name="Sekretariat Daerah", parent=top)
    OrganizationFactory(name="Biro Hukum", parent=middle)
    OrganizationFactory(name="Biro Bubar", parent=middle, is_active=False)

    def shown(address):
        tree = soup_of(client.get(address))
        return tree, [link.text for link in tree.select(".register-tree .row-title")]

    tree, names = shown(f"{LIST}?view=tree&sector=government")
    assert "Pemerintah Provinsi" in names
    assert "Sekretariat Daerah" not in names
    opened, names = shown(LIST + tree.select_one(f"#open-{top.pk}")["hx-get"])
    assert "Sekretariat Daerah" in names
    assert "Biro Hukum" not in names
    deeper = opened.select_one(f"#open-{middle.pk}")["hx-get"]
    assert "sector=government" in deeper
    last, names = shown(LIST + deeper)
    assert "Biro Hukum" in names
    assert "Biro Bubar" not in names
    _closed, names = shown(LIST + last.select_one(f"#open-{top.pk}")["hx-get"])
    assert "Biro Hukum" not in names


def test_in_a_tree_whose_parent_is_filtered_out_stands_on_top(client, staff):
    parent = OrganizationFactory(name="Induk")
    OrganizationFactory(name="Kampus", parent=parent, kind=OrganizationKind.UNIVERSITY)
    tree = soup_of(client.get(LIST, {"view": "tree", "kind": "university"}))
    assert [link.text for link in tree.select(".register-tree .row-title")] == ["Kampus"]


@pytest.mark.parametrize("query", ["open=x", "open=%00", "open=" + "9" * 40, "view=jahat"])
def test_a_hostile_tree_is_answered_calmly(client, staff, query):
    assert client.get(f"{LIST}?view=tree&{query}").status_code == 200


def test_the_tree_costs_the_same_however_much_is_open(client, staff, assert_flat_queries):
    top = OrganizationFactory(name="AAA")

    def grow(number=1):
        for _each in range(number):
            child = OrganizationFactory(parent=top, region=RegionFactory())
            OrganizationFactory(parent=child)

    grow()
    assert_flat_queries(f"{LIST}?view=tree&open={top.pk}", grow=lambda: grow(4), ceiling=8)


def test_a_chosen_region_offers_the_smaller_ones_within_it(client, staff):
    province = RegionFactory(code="76", name="Sulawesi Barat")
    regency = RegionFactory(
        code="76.05", name="Kabupaten Majene", level=RegionLevel.REGENCY, parent=province
    )
    OrganizationFactory(region=regency)
    page = soup_of(client.get(LIST, {"region": province.pk, "sector": "government"}))
    chip = page.find("a", class_="chip", string="Kabupaten Majene")
    assert chip["href"] == f"?region={regency.pk}&sector=government"


def test_the_address_after_htmx_keeps_every_open_level(client, staff):
    OrganizationFactory(name="Dinas")
    answer = client.get(f"{LIST}?view=tree&open=1&open=2", headers={"HX-Request": "true"})
    assert answer["HX-Push-Url"] == f"{LIST}?view=tree&open=1&open=2"


def test_a_tree_begins_with_what_can_be_opened(client, staff):
    OrganizationFactory(name="AAA tanpa bagian")
    OrganizationFactory(parent=OrganizationFactory(name="Zat berbagian"))
    tree = soup_of(client.get(LIST, {"view": "tree"}))
    assert tree.select_one(".register-tree .row-title").text == "Zat berbagian"


def test_an_export_of_the_tree_has_every_row_not_only_the_tops(client, staff):
    child = OrganizationFactory(name="Biro Terdalam", parent=OrganizationFactory(name="Induk"))
    answer = client.get(LIST, {"view": "tree", "format": "csv"})
    content = b"".join(answer) if answer.streaming else answer.content
    assert child.name.encode() in content
