"""What can never be true of stored actors, whatever code writes them."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.db.models import F
from django.utils import timezone

from actors.models import Appointment, Organization, Person, Region, User
from actors.regions.models import RegionLevel
from tests.factories.actors import (
    AppointmentFactory,
    ImportRunFactory,
    InvitationFactory,
    OrganizationFactory,
    PersonFactory,
    RegionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def stored(factory, **values):
    """Write past all validation, as a careless script would."""
    record = factory()
    type(record).objects.filter(pk=record.pk).update(**values)


@pytest.mark.parametrize(
    ("name", "factory", "values"),
    [
        ("organization_kind_is_known", OrganizationFactory, {"kind": "club"}),
        ("organization_sector_is_known", OrganizationFactory, {"sector": "space"}),
        ("organization_level_is_known", OrganizationFactory, {"level": "galaxy"}),
        (
            "organization_website_is_a_page",
            OrganizationFactory,
            {"website": "javascript:alert(1)"},
        ),
        ("organization_not_its_own_parent", OrganizationFactory, {"parent_id": F("id")}),
        ("person_contact_has_a_purpose", PersonFactory, {"phone": "0812"}),
        ("region_level_is_known", RegionFactory, {"level": "island", "parent_id": F("id")}),
        ("region_province_has_no_parent", RegionFactory, {"level": RegionLevel.REGENCY}),
        ("region_province_has_no_parent", RegionFactory, {"parent_id": F("id")}),
        (
            "appointment_ends_after_start",
            AppointmentFactory,
            {"ends_on": TODAY - timedelta(days=9999)},
        ),
        ("import_run_state_is_known", ImportRunFactory, {"state": "lost"}),
        ("import_run_applied_has_a_time", ImportRunFactory, {"state": "applied"}),
        ("import_run_undone_has_a_time", ImportRunFactory, {"undone_at": timezone.now()}),
        ("invitation_role_is_known", InvitationFactory, {"role": "king"}),
        ("invitation_language_is_known", InvitationFactory, {"language": "xx"}),
        ("invitation_address_is_plain", InvitationFactory, {"email": "adm\u0131n@contoh.test"}),
        ("invitation_address_is_plain", InvitationFactory, {"email": "Admin@contoh.test"}),
        ("invitation_accepted_as_an_account", InvitationFactory, {"accepted_at": timezone.now()}),
        ("user_role_is_known", UserFactory, {"role": "king"}),
        ("user_language_is_known", UserFactory, {"language": "xx"}),
        ("user_time_zone_is_known", UserFactory, {"time_zone": "Mars/Base"}),
    ],
)
def test_the_database_refuses(name, factory, values):
    with pytest.raises(IntegrityError, match=name):
        stored(factory, **values)


def test_organization_name_once_per_region():
    OrganizationFactory(name="Bappeda")
    with pytest.raises(IntegrityError, match="organization_name_once_per_region"):
        OrganizationFactory(name="BAPPEDA")


def test_region_code_once():
    RegionFactory(code="76")
    with pytest.raises(IntegrityError):
        RegionFactory(code="76")


def test_user_email_once():
    UserFactory(email="rina@contoh.test")
    with pytest.raises(IntegrityError, match="user_email_once"):
        UserFactory(email="RINA@contoh.test")


def test_a_person_has_one_account():
    person = PersonFactory()
    UserFactory(person=person)
    with pytest.raises(IntegrityError):
        UserFactory(person=person)


def test_appointment_no_overlap():
    first = AppointmentFactory()
    same = {"person": first.person, "organization": first.organization}
    AppointmentFactory(**same, post="Jabatan lain")
    with pytest.raises(IntegrityError, match="appointment_no_overlap"):
        AppointmentFactory(**same, starts_on=TODAY)


def test_what_others_refer_to_cannot_be_deleted():
    post = AppointmentFactory(organization__region=RegionFactory())
    for record in (post.organization.region, post.organization, post.person):
        with pytest.raises(IntegrityError):
            record.delete()


def test_names_of_records_are_what_people_call_them():
    person = Person(full_name="Rina", title_before="dr.", title_after="M.Kes.")
    assert str(person) == "dr. Rina, M.Kes."
    assert str(Appointment(person=person, post="Kepala")) == "dr. Rina, M.Kes., Kepala"
    assert str(Region(name="Bali")) == "Bali"
    assert Organization(name="Dinas Kesehatan").label == "Dinas Kesehatan"
    assert Organization(name="Dinas Kesehatan", short_name="Dinkes").label == "Dinkes"
    assert str(User(email="a@b.test")) == "a@b.test"


@pytest.mark.parametrize(
    ("name", "shared"),
    [
        ("invitation_waiting_once_per_email", "email"),
        ("invitation_waiting_once_per_person", "person"),
    ],
)
def test_an_address_and_a_person_wait_for_one_answer_at_a_time(name, shared):
    first = InvitationFactory()
    same = {shared: getattr(first, shared)}
    InvitationFactory(revoked=True, **same)
    with pytest.raises(IntegrityError, match=name):
        InvitationFactory(**same)
