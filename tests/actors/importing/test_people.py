"""An import of people: who a row is about, their posts, whose contact details go out."""

import pytest
from django.utils import timezone

from actors.importing import transitions
from actors.models import Appointment, ImportRun, Person
from tests.actors.importing.tables import begin, confirm, plan, problems, table
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
HEADERS = ["Nama", "Instansi", "Jabatan", "TMT", "HP", "purpose and consent"]


@pytest.fixture
def admin():
    return UserFactory(admin=True)


def people(*rows):
    return table(HEADERS, *rows)


def test_a_person_comes_with_a_post_and_goes_with_it(admin):
    place = OrganizationFactory(name="Dinas Sosial")
    content = people(["Rina", "Dinas Sosial", "Kabid", "3 Mei 2026", 81234567890, "rapat"])
    run = confirm(begin(content, admin, "people"), admin)
    rina = Person.objects.get(full_name="Rina")
    assert rina.phone == "081234567890"
    post = rina.appointments.get()
    assert (post.organization, post.post, str(post.starts_on)) == (place, "Kabid", "2026-05-03")
    transitions.undo(run=run, by=admin)
    assert not Person.objects.filter(pk=rina.pk).exists()
    assert not Appointment.objects.filter(pk=post.pk).exists()


def test_an_older_person_gets_the_post_only_once(admin):
    held = AppointmentFactory(person__full_name="Budi", post="Kabid")
    row = ["Budi", held.organization.name, "kabid", "", "", ""]
    assert plan(begin(people(row), admin, "people")).counts["same"] == 1
    row[2] = "Sekretaris"
    confirm(begin(people(row), admin, "people"), admin)
    assert held.person.appointments.count() == 2
    assert held.person.appointments.get(post="Sekretaris").starts_on == timezone.localdate()


def test_the_one_who_serves_there_is_meant(admin):
    held = AppointmentFactory(person__full_name="Budi")
    PersonFactory(full_name="Budi")
    AppointmentFactory(person__full_name="Budi")
    row = ["Budi", held.organization.name, held.post, "", "", ""]
    assert plan(begin(people(row), admin, "people")).rows[0].pk == held.person_id
    unclear = plan(begin(table(["Nama"], ["Budi"]), admin, "people"))
    assert unclear.counts["wrong"] == 1


def test_a_namesake_elsewhere_is_said(admin):
    AppointmentFactory(person__full_name="Budi")
    place = OrganizationFactory()
    (row,) = plan(begin(people(["Budi", place.name, "Kabid", "", "", ""]), admin, "people")).rows
    assert row.pk is None
    assert len(row.twins) == 1


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (["A", "Tak Ada", "Kabid", "", "", ""], "B2"),
        (["A", "", "Kabid", "", "", ""], "B2"),
        (["A", "", "", "31/2/2026", "", ""], "D2"),
        (["A", "", "", "", "0812345678", ""], "F2"),
        (["A", "", "", "", "telepon", "rapat"], "E2"),
        (["", "", "", "", "", ""], ""),
        (["", "", "", "", "0812345678", "x"], "A2"),
    ],
)
def test_what_is_wrong_is_named_by_its_cell(row, cell, admin):
    found = plan(begin(people(row, ["B", "", "", "", "", ""]), admin, "people"))
    assert [p.cell for p in found.rows[0].problems][:1] == [cell] or (not cell and found.rows)


def test_undo_stops_when_a_new_person_is_used_since(admin):
    run = confirm(begin(table(["Nama"], ["Rina"]), admin, "people"), admin)
    UserFactory(person=Person.objects.get(full_name="Rina"))
    with pytest.raises(transitions.CannotUndo):
        transitions.undo(run=run, by=admin)


def test_contact_details_go_out_to_who_may_see_them(sign_in, client):
    rina = PersonFactory(full_name="Rina", phone="0812345678", consent_note="rapat")
    sign_in(UserFactory())
    assert b"0812345678" not in client.get("/people/?format=csv").getvalue()
    sign_in(UserFactory(auditor=True))
    assert b"0812345678" not in client.get("/people/?format=csv").getvalue()
    sign_in(UserFactory(person=rina))
    assert b"0812345678" in client.get("/people/?format=csv").getvalue()
    sign_in(UserFactory(admin=True))
    assert b"0812345678" in client.get("/people/?format=csv").getvalue()


def test_an_export_comes_back_unchanged(sign_in, client):
    from django.core.files.uploadedfile import SimpleUploadedFile

    sign_in(UserFactory(admin=True))
    AppointmentFactory(person__full_name="Budi", person__title_after="S.Sos.", is_acting=True)
    whole = client.get("/people/?format=csv&active=all").getvalue()
    client.post("/imports/people/new/", {"file": SimpleUploadedFile("a.csv", whole)})
    found = plan(ImportRun.objects.get())
    assert problems(found) == []
    assert found.counts["same"] == Person.objects.filter(is_active=True).count()


def test_a_row_about_oneself_adds_a_post_and_leaves_the_account_where_it_is(admin):
    home, party = admin.organization, OrganizationFactory()
    AppointmentFactory(person=admin.person, organization=home)
    headers = ["number", *HEADERS[:3]]
    row = [admin.person_id, admin.person.full_name, party.name, "Kepala"]
    confirm(begin(table(headers, row), admin, "people"), admin)
    assert admin.person.appointments.filter(organization=party).exists()
    admin.refresh_from_db()
    assert admin.organization == home
