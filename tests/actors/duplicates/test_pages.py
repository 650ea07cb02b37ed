"""The pages of duplicates: who comes in, what they say, and what strangers' posts do."""

import pytest
from django.urls import reverse

from actors.models import Merge, NotDuplicate, Organization
from tests.factories.actors import OrganizationFactory, PersonFactory, RegionFactory
from tests.factories.charter import PartyFactory
from tests.factories.duplicates import MergeFactory, NotDuplicateFactory, SuggestedPairFactory

pytestmark = pytest.mark.django_db
LIST = reverse("actors:duplicate-list")


@pytest.fixture
def pair(db):
    one = OrganizationFactory(name="Dinas Kesehatan", region=RegionFactory())
    other = OrganizationFactory(name="Dinkes", mandate="Mengurus kesehatan")
    SuggestedPairFactory(low=one.pk, high=other.pk)
    return one, other


@pytest.fixture
def admin(sign_in):
    return sign_in(role="admin")


def compare_url(one, other, kind="organization"):
    return reverse(f"actors:{kind}-compare", args=[one.pk, other.pk])


def fields_of(response):
    """What the form on the page would send."""
    form = response.context["form"]
    return {field.html_name: field.value() for field in form}


@pytest.mark.parametrize(
    "name", ["duplicate-list", "duplicate-people", "merge-list", "not-duplicate-list"]
)
def test_admins_and_auditors_come_in_nobody_else(name, sign_in, client):
    url = reverse(f"actors:{name}")
    for role, status in (("admin", 200), ("auditor", 200), ("staff", 403)):
        sign_in(role=role)
        assert client.get(url).status_code == status


def test_the_menu_leads_there_for_admins_and_auditors(sign_in, client):
    for role, is_there in (("admin", True), ("auditor", True), ("staff", False)):
        sign_in(role=role)
        menu = client.get("/organizations/").content.decode().split("menu-panel")[1]
        assert (f'href="{LIST}"' in menu.split("</details>")[0]) is is_there


def test_an_empty_list_says_whether_anybody_has_looked(admin, client):
    OrganizationFactory(name="Bappeda")
    assert "Belum pernah diperiksa" in client.get(LIST).content.decode()
    client.post(reverse("actors:duplicate-search"))
    assert "Setiap catatan tampaknya hanya ada satu" in client.get(LIST).content.decode()
    OrganizationFactory(name="Dinas Sosial")
    page = client.get(LIST).content.decode()
    assert "Tidak ada dugaan duplikat saat terakhir diperiksa" in page
    assert "Setiap catatan" not in page


def test_the_list_shows_a_pair_with_its_reason(pair, admin, client):
    page = client.get(LIST).content.decode()
    assert compare_url(*pair) in page
    assert "Nama sama" in page
    assert "Bukan duplikat" in page


def test_an_auditor_looks_and_has_no_buttons(pair, sign_in, client):
    sign_in(role="auditor")
    assert "csrfmiddlewaretoken" not in client.get(LIST).content.decode().split("<main")[1]
    url = compare_url(*pair)
    assert client.get(url).status_code == 200
    assert client.post(url, {"step": "merge"}).status_code == 403
    assert client.post(reverse("actors:duplicate-search")).status_code == 403


def test_filters_live_in_the_address_and_tolerate_nonsense(pair, admin, client):
    assert len(client.get(LIST, {"q": "dinkes"}).context["pairs"]) == 1
    assert len(client.get(LIST, {"region": pair[0].region_id}).context["pairs"]) == 1
    assert not client.get(LIST, {"q": "zzzz"}).context["pairs"]
    assert not client.get(LIST, {"reason": "like_name"}).context["pairs"]
    for junk in ({"reason": "x\x00"}, {"region": "-1"}, {"page": "10**9"}, {"q": "\x00%_"}):
        assert client.get(LIST, junk).status_code == 200


def test_the_list_costs_the_same_however_long(pair, admin, assert_flat_queries):
    def grow():
        for _ in range(5):
            one, other = OrganizationFactory.create_batch(2)
            SuggestedPairFactory(low=one.pk, high=other.pk)

    assert_flat_queries(LIST, grow=grow, ceiling=16)


@pytest.mark.parametrize("name", ["merge-list", "not-duplicate-list"])
def test_the_other_lists_cost_the_same_however_long(name, admin, assert_flat_queries):
    def grow(number=4):
        for _ in range(number):
            one, other = OrganizationFactory.create_batch(2)
            MergeFactory(kept_id=one.pk, away_id=other.pk)
            NotDuplicateFactory(low=one.pk, high=other.pk)

    grow(1)
    assert_flat_queries(reverse(f"actors:{name}"), grow=grow, ceiling=12)


def test_from_the_pair_to_the_merge_and_back(pair, admin, client):
    one, other = pair
    PartyFactory.create_batch(2, organization=one)  # with more about it, this one is kept
    party = PartyFactory(organization=other)
    url = compare_url(one, other)
    sent = fields_of(client.get(url))
    assert sent["field_mandate"] == "right"  # only that side says something
    preview = client.post(url, sent | {"step": "preview"})
    assert party.collaboration.get_absolute_url() in preview.content.decode()
    after = {text for _label, text in preview.context["after"]}
    assert not Merge.objects.exists()
    kept = one if sent["keep"] == "left" else other
    away = other if kept == one else one
    answer = client.post(url, sent | {"step": "merge"})
    made = Merge.objects.get()
    kept.refresh_from_db()
    assert {kept.name, other.mandate, kept.aliases} <= after
    assert away.name in kept.aliases
    assert answer.url == made.get_absolute_url()
    assert client.get(answer.url).status_code == 200
    assert client.get(away.get_absolute_url()).url == kept.get_absolute_url()
    assert client.get(url).url == made.get_absolute_url()
    client.post(reverse("actors:merge-undo", args=[made.pk]))
    assert Organization.objects.filter(pk__in=(one.pk, other.pk)).count() == 2


def test_an_undo_that_meets_a_change_names_it_first(pair, admin, client):
    url = compare_url(*pair)
    client.post(url, fields_of(client.get(url)) | {"step": "merge"})
    made = Merge.objects.get()
    Organization.objects.filter(pk=made.kept_id).update(aliases="Lain")
    undo = reverse("actors:merge-undo", args=[made.pk])
    assert "nama lain" in client.post(undo).content.decode()
    client.post(undo, {"rest": "1"})
    made.refresh_from_db()
    assert made.undone_at
    assert "nama lain" in client.get(made.get_absolute_url()).content.decode()


def test_an_old_form_and_a_forged_one_merge_nothing(pair, admin, client):
    url = compare_url(*pair)
    sent = fields_of(client.get(url)) | {"step": "merge"}
    for change in (
        {"left_version": "99"},
        {"keep": "both"},
        {"field_name": "x"},
        {"left_version": ""},
    ):
        assert client.post(url, sent | change).status_code in {200, 302}
    assert not Merge.objects.exists()


def test_ids_that_are_no_pair_do_not_exist(pair, admin, client):
    one, _other = pair
    person = PersonFactory(pk=77_001)
    for first, second in ((one.pk, one.pk), (one.pk, 987_654_321), (one.pk, person.pk)):
        url = reverse("actors:organization-compare", args=[first, second])
        assert client.get(url).status_code == 404
        assert client.post(url, {"step": "merge"}).status_code == 404


def test_a_pair_judged_different_is_not_suggested_until_it_is_again(pair, admin, client):
    one, other = pair
    client.post(reverse("actors:organization-different", args=[other.pk, one.pk]), {"note": "Beda"})
    judged = NotDuplicate.objects.get()
    assert (judged.note, judged.made_by) == ("Beda", admin)
    assert not client.get(LIST).context["pairs"]
    assert "Beda" in client.get(compare_url(one, other)).content.decode()
    assert "Beda" in client.get(reverse("actors:not-duplicate-list")).content.decode()
    client.post(reverse("actors:not-duplicate-remove", args=[judged.pk]))
    assert client.get(LIST).context["pairs"]


def test_any_second_record_can_be_chosen_by_searching(pair, admin, client):
    one, other = pair
    third = OrganizationFactory()
    url = reverse("actors:organization-duplicates", args=[one.pk])
    assert compare_url(one, other) in client.get(url).content.decode()
    assert client.post(url, {"other": third.pk}).url == compare_url(one, third)
    assert client.post(url, {"other": one.pk}).status_code == 200


def test_the_page_of_a_record_names_its_look_alikes_to_those_who_may_see(pair, sign_in, client):
    one, other = pair
    for role, is_shown in (("admin", True), ("auditor", True), ("staff", False)):
        sign_in(role=role)
        page = client.get(one.get_absolute_url()).content.decode()
        assert (compare_url(one, other) in page) == is_shown


def test_contact_details_are_hidden_from_who_may_not_see_them(sign_in, client):
    one = PersonFactory(full_name="Rina", email="rina@contoh.test")
    other = PersonFactory(full_name="Rina Sari", phone="081234567890", consent_note="Rapat")
    url = compare_url(one, other, "person")
    for role, is_shown in (("admin", True), ("auditor", False)):
        sign_in(role=role)
        page = client.get(url).content.decode()
        assert ("rina@contoh.test" in page) == ("081234567890" in page) == is_shown


@pytest.mark.parametrize(
    ("kind", "name"),
    [("organization", "duplicate-list"), ("person", "duplicate-people"), ("x", "duplicate-list")],
)
def test_looking_again_leads_back_to_the_list_it_was_pressed_on(kind, name, admin, client):
    url = reverse(f"actors:{name}")
    if kind != "x":
        button = f'<input type="hidden" name="kind" value="{kind}">'
        assert button in client.get(url).content.decode()
    assert client.post(reverse("actors:duplicate-search"), {"kind": kind}).url == url


def test_an_auditor_reads_what_is_not_compared_yet_and_no_advice_to_press(sign_in, client):
    sign_in(role="admin")
    client.post(reverse("actors:duplicate-search"))
    OrganizationFactory()
    advice, fact = "periksa lagi agar ikut terbaca", "belum dibandingkan"
    page = client.get(LIST).content.decode()
    assert advice in page
    assert fact not in page
    sign_in(role="auditor")
    page = client.get(LIST).content.decode()
    assert advice not in page
    assert fact in page


@pytest.mark.parametrize("name", ["duplicate-list", "duplicate-people"])
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "part"])
def test_a_search_without_a_match_leads_back_to_all_pairs(name, headers, admin, client):
    url = reverse(f"actors:{name}")
    page = client.get(url, {"q": "zzzz"}, headers=headers).content.decode()
    assert f'href="{url}">Tampilkan semua pasangan' in page


def test_the_tab_of_what_was_judged_says_not_duplicates(sign_in, client):
    sign_in(role="admin", language="en")
    page = client.get(reverse("actors:not-duplicate-list"))
    assert "Not duplicates" in page.content.decode()
    assert "No duplicates" not in page.content.decode()


@pytest.fixture
def told(admin, client):
    """Two records that both say something, and what the page sends about them: (url, sent)."""
    one = OrganizationFactory(name="Dinas Satu", mandate="Mandat satu", address="")
    other = OrganizationFactory(name="Dinas Dua", mandate="Mandat dua", address="Jalan Dua 2")
    url = compare_url(one, other)
    sent = fields_of(client.get(url))
    assert sent["keep"] == "right"  # fuller
    return url, sent


def test_fields_that_nobody_touched_follow_the_record_that_is_chosen_to_stay(told, client):
    url, sent = told
    assert (sent["field_name"], sent["field_address"]) == ("right", "right")
    page = client.post(url, sent | {"keep": "left", "step": "preview"})
    after = {text for _label, text in page.context["after"]}
    assert {"Dinas Satu", "Mandat satu", "Jalan Dua 2"} <= after  # the first one has no address
    assert "mengikuti catatan yang dipertahankan" in client.get(url).content.decode()
    back = fields_of(page)
    client.post(url, back | {"step": "merge"})
    kept = Organization.objects.get(name="Dinas Satu")
    assert (kept.mandate, kept.address) == ("Mandat satu", "Jalan Dua 2")


def test_with_a_script_the_fields_follow_at_once(told, client):
    url, sent = told
    assert f'hx-post="{url}" hx-trigger="change"' in client.get(url).content.decode()
    part = client.post(url, sent | {"keep": "left", "step": "edit"}, headers={"HX-Request": "true"})
    assert part.content.decode().count("<form") == 1
    assert "<html" not in part.content.decode()
    assert fields_of(part)["field_name"] == "left"


def test_a_field_that_somebody_chose_stays_chosen(told, client):
    url, sent = told
    changed = sent | {"field_mandate": "left", "keep": "left"}
    drawn = client.post(url, changed | {"step": "edit"})
    assert fields_of(drawn)["drawn_for"] == "left"
    again = fields_of(drawn) | {"field_name": "right"}  # chosen by hand
    back = fields_of(client.post(url, again | {"keep": "right", "step": "edit"}))
    assert (back["field_name"], back["field_mandate"]) == ("right", "right")
    back = fields_of(client.post(url, again | {"step": "preview"}))
    assert (back["field_name"], back["field_mandate"]) == ("right", "left")
    emptied = sent | {"field_address": "left", "keep": "left", "step": "preview"}
    assert fields_of(client.post(url, emptied))["field_address"] == "left"  # although it is empty


def test_a_form_that_does_not_say_for_whom_it_was_drawn_is_taken_as_it_is(told, client):
    url, sent = told
    for drawn in ("", "both"):
        page = client.post(url, sent | {"drawn_for": drawn, "keep": "left", "step": "edit"})
        assert fields_of(page)["field_name"] == "right"
    page = client.post(url, sent | {"keep": "both", "step": "edit"})
    assert fields_of(page)["field_name"] == "right"


def test_looking_again_says_how_many(pair, admin, client):
    assert client.post(reverse("actors:duplicate-search")).url == LIST
    assert "Kedua daftar sudah diperiksa" in client.get(LIST).content.decode()
