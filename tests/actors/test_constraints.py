"""Every constraint on organizations, regions, people and accounts refuses what it should."""

import datetime as dt

import pytest

from actors.models import Organization
from actors.regions.models import RegionLevel
from tests.constraints import assert_refused
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    RegionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 2)
EARLIER = dt.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("constraint", "factory", "fields"),
    [
        ("organization_kind_is_known", OrganizationFactory, {"kind": "club"}),
        ("organization_sector_is_known", OrganizationFactory, {"sector": "space"}),
        ("organization_level_is_known", OrganizationFactory, {"level": "galaxy"}),
        ("region_level_is_known", RegionFactory, {"level": "galaxy"}),
        ("region_province_has_no_parent", RegionFactory, {"level": RegionLevel.REGENCY}),
        ("person_contact_has_a_purpose", PersonFactory, {"phone": "0811", "consent_note": ""}),
        (
            "appointment_ends_after_start",
            AppointmentFactory,
            {"starts_on": DAY, "ends_on": EARLIER},
        ),
        ("user_role_is_known", UserFactory, {"role": "king"}),
        ("user_language_is_known", UserFactory, {"language": "xx"}),
        ("user_time_zone_is_known", UserFactory, {"time_zone": "Mars/Base"}),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(constraint, factory, fields):
    assert_refused(constraint, lambda: factory(**fields))


def test_a_province_cannot_lie_in_a_region():
    sulbar = RegionFactory()
    assert_refused("region_province_has_no_parent", lambda: RegionFactory(parent=sulbar))


def test_a_name_stands_once_in_a_region_whatever_its_case():
    region = RegionFactory()
    OrganizationFactory(name="Dinas Kesehatan", region=region)
    OrganizationFactory(name="Dinas Kesehatan", region=RegionFactory())
    assert_refused(
        "organization_name_once_per_region",
        lambda: OrganizationFactory(name="dinas kesehatan", region=region),
    )


def test_a_name_stands_once_without_a_region_too():
    OrganizationFactory(name="Palang Merah", region=None)
    assert_refused(
        "organization_name_once_per_region",
        lambda: OrganizationFactory(name="Palang Merah", region=None),
    )


def test_an_organization_does_not_belong_to_itself():
    office = OrganizationFactory()
    rows = Organization.objects.filter(pk=office.pk)
    assert_refused("organization_not_its_own_parent", lambda: rows.update(parent=office))


def test_a_person_holds_a_post_once_at_a_time():
    held = AppointmentFactory(starts_on=EARLIER, ends_on=DAY)
    same = {"person": held.person, "organization": held.organization, "post": held.post}
    AppointmentFactory(**same, starts_on=DAY + dt.timedelta(days=1))
    assert_refused(
        "appointment_no_overlap", lambda: AppointmentFactory(**same, starts_on=DAY, ends_on=DAY)
    )


def test_an_email_signs_in_once_whatever_its_case():
    UserFactory(email="rina@contoh.test")
    assert_refused("user_email_once", lambda: UserFactory(email="RINA@contoh.test"))
