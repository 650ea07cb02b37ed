"""Finding a person by name, title or the organization they serve today."""

from datetime import timedelta

import pytest
from django.utils import timezone

from actors.models import Person
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    RegionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def rina():
    """Head of a section at the health agency of Sulawesi Barat, earlier at the social agency."""
    person = PersonFactory(full_name="Rina Wulandari", title_before="dr.", title_after="M.Kes.")
    sulbar = RegionFactory(name="Sulawesi Barat")
    AppointmentFactory(
        person=person, organization=OrganizationFactory(name="Dinas Kesehatan", region=sulbar)
    )
    yesterday = timezone.localdate() - timedelta(days=1)
    AppointmentFactory(
        person=person, organization=OrganizationFactory(name="Dinas Sosial"), ends_on=yesterday
    )
    PersonFactory(full_name="Budi Santoso")
    return person


@pytest.mark.parametrize(
    "text",
    ["rina", "Wulandari Rina", "rina dinkes", "rina kesehatan sulbar", "dinkes sulbar", "kes rina"],
)
def test_a_person_is_found_by_name_and_organization(rina, text):
    assert list(Person.objects.search(text)) == [rina]


@pytest.mark.parametrize("text", ["rinna wulandri", "wulndari", "rina kesehtan"])
def test_typos_are_forgiven(rina, text):
    assert Person.objects.search(text).first() == rina


def test_a_former_organization_does_not_count(rina):
    assert not Person.objects.search("rina dinsos").exists()


def test_contact_details_are_never_searched():
    PersonFactory(full_name="Sari", email="rahasia@contoh.test")
    PersonFactory(full_name="Dewi", phone="0812345678", consent_note="Rapat")
    assert not Person.objects.search("rahasia").exists()
    assert not Person.objects.search("0812345678").exists()


def test_two_posts_in_one_place_show_the_person_once(rina):
    place = rina.appointments.current().get().organization
    AppointmentFactory(person=rina, organization=place, post="Pelaksana tugas kepala")
    assert list(Person.objects.search("dinkes")) == [rina]


@pytest.mark.parametrize("text", ["\x00", "%", "\\", "x" * 1_000_000, "z " * 500_000, "🏥"])
def test_hostile_text_is_harmless(rina, text):
    assert rina not in Person.objects.search(text)
