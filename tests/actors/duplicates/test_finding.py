"""Which pairs are suggested, for which reason, and which are not."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from actors.duplicates.finding import find_pairs
from actors.models import Person, SuggestedPair
from tests.factories.actors import (
    AbbreviationFactory,
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    RegionFactory,
)

pytestmark = pytest.mark.django_db


def found():
    find_pairs()
    return {(pair.low, pair.high): pair.reason for pair in SuggestedPair.objects.all()}


def reason_of(one, other):
    return found().get((min(one.pk, other.pk), max(one.pk, other.pk)))


@pytest.fixture
def majene(db):
    return RegionFactory(name="Kabupaten Majene")


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Dinas Kesehatan Kabupaten Majene", "dinas kesehatan", "same_name"),
        ("Dinas Kesehatan", "DINAS  KESEHATAN, Kab. Majene", "same_name"),
        ("Dinkes Majene", "Dinas Kesehatan", "same_name"),
        ("Dinas Kesehatan", "Dinas Keshatan", "like_name"),
        ("Dinas Kesehatan", "Dinas Pendidikan", None),
        ("Puskesmas Banggae 1", "Puskesmas Banggae 2", None),
    ],
    ids=["place left out", "sign and case", "abbreviation", "typo", "two offices", "numbers"],
)
def test_two_names_in_one_region(one, other, reason, majene):
    first = OrganizationFactory(name=one, region=majene)
    second = OrganizationFactory(name=other, region=majene)
    assert reason_of(first, second) == reason


def test_another_region_is_another_organization_unless_one_has_none(majene):
    here = OrganizationFactory(name="Dinas Kesehatan", region=majene)
    there = OrganizationFactory(name="Dinas Kesehatan", region=RegionFactory())
    nowhere = OrganizationFactory(name="Dinas Kesehatan")
    pairs = found()
    assert (here.pk, there.pk) not in pairs
    assert pairs[here.pk, nowhere.pk] == pairs[there.pk, nowhere.pk] == "same_name_one_place"


def test_a_short_or_other_name_is_a_name_too(majene):
    one = OrganizationFactory(name="Badan Riset Daerah", short_name="Brida", region=majene)
    other = OrganizationFactory(name="BRIDA", region=majene, is_active=False)
    third = OrganizationFactory(name="Balai Lain", aliases="Rumah\nBrida")
    pairs = found()
    assert pairs[one.pk, other.pk] == "other_name"
    assert pairs[other.pk, third.pk] == "other_name_one_place"


def test_abbreviations_of_the_register_count(majene):
    AbbreviationFactory(short="dukp", meaning="dinas urusan khusus pantai")
    one = OrganizationFactory(name="DUKP Majene", region=majene)
    other = OrganizationFactory(name="Dinas Urusan Khusus Pantai", region=majene)
    assert reason_of(one, other) == "same_name"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"full_name": "dr. Rina Sari, M.Kes"}, "same_name"),
        ({"full_name": "Orang Lain", "email": "RINA@contoh.test"}, "same_email"),
        (
            {"full_name": "Orang Lain", "phone": "+62 812 3456 7890", "consent_note": "Rapat"},
            "same_phone",
        ),
        ({"full_name": "Rina Sarah"}, None),
    ],
    ids=["titles", "email", "phone", "another name"],
)
def test_two_people(fields, reason, db):
    rina = PersonFactory(
        full_name="Rina Sari", email="rina@contoh.test", phone="081234567890", consent_note="Rapat"
    )
    assert reason_of(rina, PersonFactory(**fields)) == reason


def test_in_one_organization_a_typo_or_a_single_name_is_enough(db):
    post = AppointmentFactory(person__full_name="Sutrisno")
    same = AppointmentFactory(person__full_name="Sutrisno", organization=post.organization)
    like = AppointmentFactory(person__full_name="Sutrisnoo", organization=post.organization)
    elsewhere = AppointmentFactory(person__full_name="Sutrisno")
    pairs = found()
    assert pairs[post.person_id, same.person_id] == "same_name_and_place"
    assert pairs[post.person_id, like.person_id] == "like_name_and_place"
    assert not any(elsewhere.person_id in pair for pair in pairs)


@pytest.fixture
def aminah(db):
    """Somebody in office, by a name of two words."""
    return AppointmentFactory(person__full_name="Siti Aminah").person


def test_a_typo_is_found_where_one_of_the_two_has_no_post_today(aminah):
    gone = AppointmentFactory(
        person__full_name="Siti Aminahh", ends_on=timezone.localdate() - timedelta(days=1)
    ).person
    never = PersonFactory(full_name="Hj. Siti Amina, S.Pd")
    pairs = found()
    assert pairs[aminah.pk, gone.pk] == "like_name_no_post"
    assert pairs[aminah.pk, never.pk] == "like_name_no_post"
    assert pairs[gone.pk, never.pk] == "like_name_no_post"


def test_nearly_one_name_in_two_offices_is_two_people(aminah):
    AppointmentFactory(person__full_name="Siti Aminahh")
    assert not found()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sutrisno", "Sutrisnoo"), ("Operator Data 1", "Operator Data 2"), ("Rina Sari", "Rudi Sari")],
    ids=["single names are shared by many", "numbers", "another name"],
)
def test_without_a_post_these_are_still_two(one, other, db):
    PersonFactory(full_name=one)
    PersonFactory(full_name=other)
    assert not found()


def test_the_form_asks_about_whom_the_list_and_the_page_name(aminah, sign_in, client):
    sign_in(role="admin")
    url = reverse("actors:person-create")
    sent = {"full_name": "Siti Aminahh"}
    assert list(client.post(url, sent).context["form"].twins) == [aminah]
    client.post(url, sent | {"add_anyway": "on"})
    other = Person.objects.get(full_name="Siti Aminahh")
    client.post(reverse("actors:duplicate-search"), {"kind": "person"})
    compare = reverse("actors:person-compare", args=[aminah.pk, other.pk])
    page = client.get(reverse("actors:duplicate-people")).content.decode()
    assert compare in page
    assert "paling banyak satu yang menjabat saat ini" in page
    assert compare in client.get(aminah.get_absolute_url()).content.decode()


def test_looking_again_replaces_what_was_found(majene):
    one = OrganizationFactory(name="Dinas Sosial", region=majene)
    other = OrganizationFactory(name="Dinsos", region=majene)
    assert len(found()) == 1
    other.name = "Dinas Perhubungan"
    other.save()
    assert not found()
    assert one.pk
