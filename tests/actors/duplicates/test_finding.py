"""Which pairs are suggested, for which reason, and which are not."""

import pytest

from actors.duplicates.finding import find_pairs
from actors.models import SuggestedPair
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


def test_looking_again_replaces_what_was_found(majene):
    one = OrganizationFactory(name="Dinas Sosial", region=majene)
    other = OrganizationFactory(name="Dinsos", region=majene)
    assert len(found()) == 1
    other.name = "Dinas Perhubungan"
    other.save()
    assert not found()
    assert one.pk
