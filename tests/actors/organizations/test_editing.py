"""Adding and changing organizations: what admins can do, and what is refused readably."""

import pytest

from actors.models import Organization
from actors.organizations import transitions
from collabgov.kit.errors import EditConflict
from tests.factories.actors import (
    OrganizationFactory,
    RegionFactory,
    UserFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db
NEW = "/organizations/new/"
VALID = {
    "name": "Dinas Kesehatan",
    "kind": "regional_apparatus",
    "sector": "government",
    "level": "province",
}
TEXTS = ("name", "short_name", "aliases", "mandate")


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


def summary(answer):
    assert answer.status_code == 200
    return soup_of(answer).find(class_="error-summary").text


def test_an_admin_adds_an_organization(client, admin):
    region, parent = RegionFactory(), OrganizationFactory()
    data = {**VALID, "region": region.pk, "parent": parent.pk, "aliases": "Dinkes\nDKes"}
    answer = client.post(NEW, data)
    made = Organization.objects.get(name="Dinas Kesehatan")
    assert answer.url == made.get_absolute_url()
    assert (made.region, made.parent, made.version) == (region, parent, 1)


def test_the_search_button_of_the_form_saves_nothing_and_keeps_what_was_typed(client, admin):
    parent = OrganizationFactory(name="Pemerintah Provinsi Sulawesi Barat")
    data = {**VALID, "name": "", "mandate": "Sehat", "parent_q": "pemprov sulbar"}
    page = soup_of(client.post(NEW, {**data, "parent_find": "1"}))
    assert page.find(class_="error-summary") is None
    assert page.find("textarea", {"name": "mandate"}).text.strip() == "Sehat"
    assert page.find("input", {"type": "radio", "name": "parent"})["value"] == str(parent.pk)


def test_missing_fields_are_named_and_linked(client, admin):
    answer = client.post(NEW, {})
    links = {link["href"] for link in soup_of(answer).select(".error-summary a")}
    assert links == {"#id_name", "#id_kind", "#id_sector"}


def test_the_same_name_in_the_same_region_is_refused_at_the_name(client, admin):
    region = RegionFactory()
    OrganizationFactory(name="dinas kesehatan", region=region)
    answer = client.post(NEW, {**VALID, "region": region.pk})
    assert "Wilayah ini sudah memiliki instansi dengan nama ini." in summary(answer)
    assert not soup_of(answer).select(".twins")  # no way on, so no question
    assert soup_of(answer).select_one(".error-summary a")["href"] == "#id_name"
    OrganizationFactory(name="Kementerian Sosial")
    assert "sudah memiliki" in summary(client.post(NEW, {**VALID, "name": "KEMENTERIAN SOSIAL"}))


def test_the_same_name_in_another_region_is_asked_about_and_then_another_one(client, admin):
    there = OrganizationFactory(name="dinas kesehatan", region=RegionFactory(name="Jawa Barat"))
    data = {**VALID, "region": RegionFactory().pk}
    answer = client.post(NEW, data)
    assert "Nama ini sudah ada" in summary(answer)
    page = soup_of(answer)
    assert page.select_one(".twins a")["href"] == there.get_absolute_url()
    assert "Jawa Barat" in page.select_one(".twins").text
    box = page.find("input", {"name": "add_anyway", "type": "checkbox"})
    assert page.select_one(".error-summary a")["href"] == f"#{box['id']}"
    assert not box.has_attr("checked")
    assert client.post(NEW, {**data, "add_anyway": "on"}).status_code == 302
    assert Organization.objects.filter(name__iexact="dinas kesehatan").count() == 2


@pytest.mark.parametrize(
    ("there", "typed"),
    [
        ({"name": "Dinas Kesehatan Kabupaten Majene"}, "Dinkes Majene"),
        ({"name": "Dinas Kesehatan"}, "Dinas Kesehatn"),
        ({"name": "Badan Pendapatan", "short_name": "Bapenda"}, "Bapenda"),
        ({"name": "Rumah Sakit", "aliases": "RS Kebun Jeruk"}, "RS Kebun Jeruk"),
    ],
    ids=["short form and place", "typo", "short name", "other name"],
)
def test_a_name_that_is_nearly_there_is_asked_about_and_then_another_one(
    there, typed, client, admin
):
    region = RegionFactory(name="Kabupaten Majene")
    known = OrganizationFactory(region=region, **there)
    data = {**VALID, "name": typed, "region": region.pk}
    answer = client.post(NEW, data)
    assert "mirip" in summary(answer)
    page = soup_of(answer)
    assert page.select_one(".twins a")["href"] == known.get_absolute_url()
    assert page.find("input", {"name": "name"})["value"] == typed
    assert client.post(NEW, {**data, "add_anyway": "on"}).status_code == 302


def test_without_a_region_a_like_name_is_asked_about_wherever_it_is(client, admin):
    OrganizationFactory(name="Balai Latihan Kerja Mamuju", region=RegionFactory())
    assert "mirip" in summary(client.post(NEW, {**VALID, "name": "Balai Latihan Kerja Mamuj"}))


@pytest.mark.parametrize("typed", ["Dinas Kehutanan", "SD Negeri 2", "Dinas Sosial"])
def test_a_neighbour_with_a_like_name_is_not_asked_about(typed, client, admin):
    region = RegionFactory()
    for name in ("Dinas Kesehatan", "SD Negeri 1"):
        OrganizationFactory(name=name, region=region)
    OrganizationFactory(name="Dinas Sosial Anak", region=RegionFactory())
    assert client.post(NEW, {**VALID, "name": typed, "region": region.pk}).status_code == 302


def test_an_edit_to_a_taken_name_is_refused_at_the_name_before_anything_is_written(client, admin):
    region = RegionFactory()
    OrganizationFactory(name="Dinas Sosial", region=region)
    mine = OrganizationFactory(region=region)
    page = edit(client, mine, name="dinas sosial", region=region.pk)
    assert page.context["form"].has_error("name", "name")
    assert soup_of(page).select_one(".error-summary a")["href"] == "#id_name"


def test_the_name_of_what_was_merged_away_is_free_again(client, admin):
    region, kept = RegionFactory(), OrganizationFactory()
    gone = OrganizationFactory(name="Dinas Sosial", region=region)
    Organization.objects.filter(pk=gone.pk).update(merged_into=kept, is_active=False)
    data = {**VALID, "name": "Dinas Sosial", "region": region.pk}
    assert client.post(NEW, data).status_code == 302


def test_a_new_name_is_not_asked_about(client, admin):
    page = soup_of(client.get(NEW))
    assert page.find("input", {"name": "add_anyway"})["type"] == "hidden"
    assert client.post(NEW, {**VALID, "add_anyway": ""}).status_code == 302


def edit(client, organization, **changes):
    data = {**VALID, "name": organization.name, "version": organization.version, **changes}
    return client.post(f"/organizations/{organization.pk}/edit/", data)


def test_an_admin_edits_and_the_version_counts_up(client, admin):
    organization = OrganizationFactory()
    assert edit(client, organization, name="Nama Baru").status_code == 302
    organization.refresh_from_db()
    assert (organization.name, organization.version) == ("Nama Baru", 2)


def test_two_people_who_edit_see_both_texts_and_nothing_is_lost(client, admin):
    organization = OrganizationFactory(mandate="Lama")
    assert edit(client, organization, mandate="Tulisan orang lain").status_code == 302
    page = soup_of(edit(client, organization, mandate="Tulisan saya"))
    assert page.find(class_="conflict")
    row = page.select_one(".conflict tbody").text
    assert "Tulisan orang lain" in row
    assert "Tulisan saya" in row
    assert page.find("textarea", {"name": "mandate"}).text.strip() == "Tulisan saya"
    assert Organization.objects.get(pk=organization.pk).mandate == "Tulisan orang lain"
    assert page.find("input", {"name": "version"})["value"] == "2"
    assert edit(client, organization, mandate="Tulisan saya", version=2).status_code == 302


def test_an_organization_cannot_belong_to_one_below_it(client, admin):
    top = OrganizationFactory(name="Atas")
    middle = OrganizationFactory(parent=top)
    leaf = OrganizationFactory(name="Bawah", parent=middle)
    answer = edit(client, top, parent=leaf.pk)
    assert "“Bawah” justru berada di bawah instansi ini." in summary(answer)
    assert soup_of(answer).select_one(".error-summary a")["href"] == "#id_parent"
    assert Organization.objects.get(pk=top.pk).parent is None
    itself = edit(client, top, parent=top.pk)
    assert "error-summary" in itself.content.decode()


def test_a_parent_out_of_use_may_stay_but_not_be_chosen_anew(client, admin):
    gone = OrganizationFactory(is_active=False)
    child, other = OrganizationFactory(parent=gone), OrganizationFactory()
    assert edit(client, child, parent=gone.pk).status_code == 302
    assert "error-summary" in edit(client, other, parent=gone.pk).content.decode()


def test_taken_out_of_use_and_put_back(client, admin):
    organization = OrganizationFactory()
    address = organization.get_absolute_url()
    assert client.post(f"{address}deactivate/", {"reason": "Dilebur"}).url == address
    organization.refresh_from_db()
    assert not organization.is_active
    client.post(f"{address}activate/")
    organization.refresh_from_db()
    assert organization.is_active
    assert client.get(f"{address}activate/").status_code == 405


def test_an_old_form_of_one_taken_out_of_use_meanwhile_is_a_conflict(admin):
    organization = OrganizationFactory()
    transitions.set_active(organization=organization, by=admin, is_active=False)
    with pytest.raises(EditConflict):
        transitions.edit(organization=organization, by=admin, version=1, name="Lain")


@pytest.mark.parametrize("field", TEXTS)
@pytest.mark.parametrize("text", ["\x00", "x" * 10_000, "\u202eX", "<script>alert(1)</script>"])
def test_hostile_text_never_breaks_the_form(client, admin, field, text):
    answer = client.post(NEW, {**VALID, field: text})
    assert answer.status_code in (200, 302)
    if answer.status_code == 302:
        assert "<script>alert" not in client.get(answer.url).content.decode()


@pytest.mark.parametrize("field", ["kind", "sector", "level", "region", "parent", "version"])
@pytest.mark.parametrize("value", ["\x00", "zzz", "-1", "9" * 40, "<script>"])
def test_hostile_choices_never_break_the_form(client, admin, field, value):
    organization = OrganizationFactory()
    assert edit(client, organization, **{field: value}).status_code == 200


def test_searching_for_the_region_of_a_known_name_does_not_ask_yet(client, admin):
    OrganizationFactory(name="Dinas Kesehatan", region=RegionFactory())
    page = soup_of(client.post(NEW, {**VALID, "region_q": "sulbar", "region_find": "1"}))
    assert not page.select(".twins, .error-summary")


def test_other_names_and_mandate_have_a_length(client, admin):
    long = {"aliases": "x" * 2001, "mandate": "x" * 4001}
    answer = client.post(NEW, {**VALID, **long})
    links = [link["href"] for link in soup_of(answer).select(".error-summary a")]
    assert links == ["#id_aliases", "#id_mandate"]
    answer = client.post(NEW, {**VALID, "aliases": "x" * 2000, "mandate": "x" * 4000})
    assert answer.status_code == 302
