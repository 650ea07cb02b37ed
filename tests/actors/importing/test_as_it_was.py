"""A row that says what stands changes nothing; what it leaves empty stays, unless it is meant."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from actors.models import ImportRun
from tests.actors.importing.tables import begin, confirm, plan, table
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db
LINES = ["Satu\r\nDua", "Satu \n Dua\r", "Satu\rDua", "Satu\nDua"]


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


@pytest.mark.parametrize("mandate", LINES)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_lines_that_were_kept_with_other_ends_come_back_unchanged(form, mandate, admin, client):
    OrganizationFactory(mandate=mandate, address=mandate)
    whole = client.get("/organizations/", {"format": form, "active": "all"}).getvalue()
    upload = SimpleUploadedFile(f"instansi.{form}", whole)
    client.post("/imports/organizations/new/", {"file": upload})
    counts = plan(ImportRun.objects.get()).counts
    assert (counts["new"], counts["changed"], counts["wrong"]) == (0, 0, 0)


def test_what_is_imported_is_kept_with_plain_ends_of_lines(admin):
    old = OrganizationFactory(mandate="Lama")
    confirm(
        begin(table(["id", "nama", "mandate"], [old.pk, old.name, "Satu\r\nDua"]), admin), admin
    )
    old.refresh_from_db()
    assert old.mandate == "Satu\nDua"


def test_a_row_without_its_number_leaves_what_it_does_not_say(admin, client):
    rina = PersonFactory(full_name="Rina", title_after="S.H.", phone="0812345678", consent_note="x")
    headers = ["id", "Nama", "gelar belakang", "HP", "purpose and consent", "aktif"]
    unnamed = plan(begin(table(headers, ["", "Rina", "", "", "", ""]), admin, "people"))
    assert (unnamed.rows[0].pk, unnamed.counts["same"]) == (rina.pk, 1)
    run = begin(table(headers, ["", "Rina", "M.H.", "", "", ""]), admin, "people")
    page = client.get(run.get_absolute_url(), {"show": "changed"}).content.decode()
    assert "Sel kosong hanya mengosongkan isi lama pada baris yang memuat nomornya" in page
    confirm(run, admin)
    rina.refresh_from_db()
    assert (rina.title_after, rina.phone, rina.consent_note) == ("M.H.", "0812345678", "x")
    confirm(begin(table(headers, [rina.pk, "Rina", "", "", "", ""]), admin, "people"), admin)
    rina.refresh_from_db()
    assert (rina.title_after, rina.phone, rina.consent_note) == ("", "", "")


def test_an_organization_that_is_matched_by_its_name_keeps_what_the_row_leaves_empty(admin):
    old = OrganizationFactory(name="Dinas Lama", region=None, mandate="Tugas", is_active=False)
    headers = ["id", "nama", "jenis", "sektor", "mandate", "aktif", "singkatan"]
    confirm(begin(table(headers, ["", "Dinas Lama", "", "", "", "", "DL"]), admin), admin)
    old.refresh_from_db()
    assert (old.mandate, old.is_active, old.short_name) == ("Tugas", False, "DL")
    wrong = plan(begin(table(headers, [old.pk, "Dinas Lama", "", "", "", "", ""]), admin))
    assert {problem.cell for problem in wrong.rows[0].problems} == {"C2", "D2"}


def test_a_preview_says_since_when_a_post_is_held(admin):
    OrganizationFactory(name="Dinas Sosial")
    headers = ["Nama", "Instansi", "Jabatan", "TMT", "acting"]
    row = ["Rina", "Dinas Sosial", "Kabid", "3/5/2026", "ya"]
    (found,) = plan(begin(table(headers, row), admin, "people")).rows
    shown = {change.column: change.new for change in found.changes}
    assert shown["Menjabat sejak"] == "3 Mei 2026"
    assert shown["Jabatan"] == "Kabid, Dinas Sosial"
    assert len(shown) == 4


def test_a_cell_says_once_what_is_wrong_with_it(admin):
    content = table(["nama", "jenis", "sektor", "website"], ["A", "OPD", "Pemerintah", "bukan url"])
    (row,) = plan(begin(content, admin)).rows
    assert [problem.text for problem in row.problems] == ["Masukkan URL yang valid."]
