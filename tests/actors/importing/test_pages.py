"""The wizard on screen: file, columns, preview, confirm, undo; and what is refused on the way."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.audit.models import AccessEvent
from actors.importing import transitions
from actors.importing.organizations import OrganizationResource
from actors.importing.registry import KINDS
from actors.models import ImportRun, Organization
from tests.actors.importing.tables import begin, confirm, csv_bytes, organizations, plan, table
from tests.factories.actors import OrganizationFactory, RegionFactory, UserFactory
from tests.factories.charter import CollaborationFactory, coordinator_of
from tests.html import soup_of

pytestmark = pytest.mark.django_db
NEW = "/imports/organizations/new/"


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


def upload(client, content, name="instansi.csv"):
    return client.post(NEW, {"file": SimpleUploadedFile(name, content)})


def test_from_the_file_to_the_register_and_back(admin, client):
    content = organizations(("Dinas Satu",), ("Dinas Dua", "99.99"))
    response = upload(client, csv_bytes(content, ";"))
    run = ImportRun.objects.get()
    assert response.url == reverse("actors:import-columns", args=[run.pk])
    columns = client.get(response.url)
    chosen = {
        f"column_{at}": name
        for at, name in enumerate(["name", "kind", "sector", "region_id", "parent_id"])
    }
    assert columns.context["form"].initial == {}
    assert client.post(response.url, chosen).url == run.get_absolute_url()
    page = client.get(run.get_absolute_url())
    assert "D3" in page.content.decode()
    assert not Organization.objects.filter(name="Dinas Satu").exists()
    seen = soup_of(page).find("input", {"name": "seen"})["value"]
    client.post(reverse("actors:import-confirm", args=[run.pk]), {"seen": seen})
    assert Organization.objects.filter(name="Dinas Satu").exists()
    assert client.get(run.get_absolute_url()).status_code == 200
    client.post(reverse("actors:import-undo", args=[run.pk]))
    assert not Organization.objects.filter(name="Dinas Satu").exists()
    assert client.get("/imports/").status_code == 200


def test_cells_can_be_pasted(admin, client):
    client.post(NEW, {"paste": "Nama\tJenis\nDinas Tempel\tMedia massa\n"})
    assert ImportRun.objects.get().content.columns == {"name": 0, "kind": 1}


def test_a_column_that_new_records_need_and_is_not_there_is_said_before_any_row(admin, client):
    said = "Tidak ada kolom “Sektor”, padahal catatan baru memerlukannya."
    upload(client, b"Nama;Jenis\nDinas Satu;Media massa\n")
    run = ImportRun.objects.get()
    for address in (reverse("actors:import-columns", args=[run.pk]), run.get_absolute_url()):
        notes = [
            each.text.strip()
            for each in soup_of(client.get(address)).select(".import-notes .alert")
        ]
        assert notes == [said]
    whole = begin(organizations(("Dinas Dua",)), admin)
    assert not soup_of(client.get(whole.get_absolute_url())).select(".import-notes")


@pytest.mark.parametrize("show", ["wrong", "new", "changed", "same", "twins", "junk", "\x00"])
def test_every_tab_of_the_preview(show, admin, client):
    OrganizationFactory(name="Lama", region=None, sector="media", kind="media")
    run = begin(organizations(("Lama",), ("Baru",), ("Salah", "x")), admin)
    assert client.get(run.get_absolute_url(), {"show": show, "page": show}).status_code == 200


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7"),
        ("a.xlsx", b"%PDF-1.7"),
        ("a.csv", b""),
        ("a.csv", b"Nama\n"),
        ("a.csv", b'Nama\n"=1+1"\n'),
        ("a.csv", b"Nama\n" + b"x\n" * 5_001),
        ("a.csv", b"x" * 10_000_001),
        ("../../a.exe", b"x"),
    ],
)
def test_a_file_that_cannot_be_taken_is_answered_with_a_sentence(name, content, admin, client):
    page = upload(client, content, name)
    assert page.status_code == 200
    assert soup_of(page).find(class_="error-summary")
    assert not ImportRun.objects.exists()


def test_too_many_rows_name_the_command(admin, client):
    page = upload(client, b"Nama\n" + b"x\n" * 5_001)
    assert "manage.py import_organizations" in page.content.decode()


def test_a_file_or_cells_but_one_of_them(admin, client):
    assert client.post(NEW, {}).context["form"].errors
    both = {"paste": "Nama\nA\n", "file": SimpleUploadedFile("a.csv", b"Nama\nB\n")}
    assert client.post(NEW, both).context["form"].errors


@pytest.mark.parametrize(
    "data",
    [
        {"file": SimpleUploadedFile("a.csv", b"x" * 13_500_000)},
        {"paste": "x" * 3_000_000},
        {f"x{n}": "1" for n in range(5_100)},
    ],
    ids=["file", "body", "fields"],
)
def test_what_is_too_much_is_a_page_of_ours(data, admin, client):
    page = client.post(NEW, data)
    assert page.status_code == 413
    assert soup_of(page).h1


def test_one_field_for_two_columns_is_an_error(admin, client):
    run = begin(organizations(("A",)), admin)
    page = client.post(
        reverse("actors:import-columns", args=[run.pk]), {"column_0": "name", "column_1": "name"}
    )
    assert page.context["form"].errors
    assert client.post(reverse("actors:import-columns", args=[run.pk]), {}).status_code == 200


def test_the_wrong_rows_can_be_downloaded(admin, client):
    run = begin(organizations(("A",), ("B", "x")), admin)
    page = client.get(reverse("actors:import-wrong-rows", args=[run.pk]), {"format": "csv"})
    lines = page.getvalue().decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[1].startswith('"B",')
    assert "D3" in lines[1]
    event = AccessEvent.objects.get(kind="exported")
    assert (event.about_pk, event.details["rows"]) == (str(run.pk), 1)


def test_undo_says_which_rows_stand_in_the_way(admin, client):
    run = confirm(begin(organizations(("Satu",)), admin), admin)
    Organization.objects.filter(name="Satu").update(short_name="S")
    page = client.post(reverse("actors:import-undo", args=[run.pk]))
    assert page.status_code == 409
    assert "<strong>Satu</strong>" in page.content.decode()


def test_the_second_page_of_a_preview_is_not_planned_anew(admin, client, monkeypatch):
    run = begin(organizations(*((f"Kantor {n}",) for n in range(60))), admin)
    planned = []
    whole = OrganizationResource.plan
    monkeypatch.setattr(
        OrganizationResource, "plan", lambda *args: planned.append(1) or whole(*args)
    )
    first = client.get(run.get_absolute_url())
    assert first.context["preview"].head["counts"]["new"] == 60
    second = client.get(run.get_absolute_url(), {"page": "2"})
    assert [row["title"] for row in second.context["preview"].page.object_list][-1] == "Kantor 59"
    assert len(planned) == 1


def test_a_preview_is_never_older_than_the_register_or_its_columns(admin, client):
    run = begin(organizations(("Baru",), ("Anak", "76.05")), admin)
    counts = lambda: client.get(run.get_absolute_url()).context["preview"].head["counts"]  # noqa: E731
    assert (counts()["new"], counts()["wrong"]) == (1, 1)
    RegionFactory(code="76.05")
    assert (counts()["new"], counts()["wrong"]) == (2, 0)
    OrganizationFactory(name="Baru", region=None)
    assert counts()["new"] == 1
    transitions.choose_columns(run=run, by=admin, columns={"name": 0})
    assert counts()["wrong"] == 1


def test_a_preview_speaks_the_language_of_its_reader(admin, client):
    run = begin(organizations(("A", "x")), admin)
    said = {}
    for language in ("id", "en"):
        client.post(reverse("accounts:language"), {"language": language, "next": "/"})
        said[language] = client.get(run.get_absolute_url()).content.decode()
    assert "Tidak ada wilayah “x”" in said["id"]
    assert "There is no region “x”" in said["en"]


@pytest.mark.parametrize("kind", ["organizations", "people", "parties"])
def test_a_plan_reads_no_table_whose_changes_would_go_unnoticed(kind, admin):
    subject = CollaborationFactory() if kind == "parties" else None
    by = coordinator_of(subject) if subject else admin
    OrganizationFactory(name="Dinas Satu")
    headers = ["Nama", "Instansi", "Induk", "Wilayah"]
    run = begin(table(headers, ["Dinas Satu", "Dinas Satu", "Dinas Satu", "x"]), by, kind, subject)
    resource = KINDS[kind].resource
    with CaptureQueriesContext(connection) as asked:
        resource(subject).plan(run.content.rows, run.content.columns)
    said = " ".join(query["sql"] for query in asked)
    read = set(re.findall(r'(?:FROM|JOIN) "(\w+)"', said)) - {"actors_importcontent"}
    assert read <= {model._meta.db_table for model in resource.looks_at}


def test_the_page_says_how_many_rows_are_written_and_how_many_left_out(admin, client):
    run = begin(organizations(("Satu",), ("Dua",), ("Tiga", "x")), admin)
    words = soup_of(client.get(run.get_absolute_url())).find(class_="import-summary").text
    assert "1 baris keliru dan tidak ikut diimpor." in words
    assert "Impor 2 baris, lewati 1" in words
    seen = plan(run).fingerprint
    page = client.post(reverse("actors:import-confirm", args=[run.pk]), {"seen": seen}, follow=True)
    assert "2 baris sudah diimpor. 1 baris keliru tidak ikut." in page.content.decode()


def test_cells_are_shown_in_the_order_of_the_file(admin, client):
    run = begin(table(["Surel", "Nama", "Jenis"], ["a@b.test", "A", "Media massa"]), admin)
    (row,) = plan(run).rows
    assert [change.field.attribute for change in row.changes] == ["email", "name", "kind"]


def test_an_old_preview_is_not_written(admin, client):
    run = begin(organizations(("Satu",)), admin)
    client.post(reverse("actors:import-confirm", args=[run.pk]), {"seen": "x"})
    assert not Organization.objects.filter(name="Satu").exists()


def test_what_is_thrown_away_is_gone(admin, client):
    run = begin(organizations(("Satu",)), admin)
    client.post(reverse("actors:import-discard", args=[run.pk]))
    assert client.get(run.get_absolute_url()).status_code == 200
    assert client.get(reverse("actors:import-columns", args=[run.pk])).status_code == 302
    assert client.get(reverse("actors:import-wrong-rows", args=[run.pk])).status_code == 404


VERBS = ("confirm", "undo", "discard")


def test_an_auditor_looks_and_carries_nothing_out(admin, sign_in, client):
    run = begin(organizations(("Satu",)), admin)
    sign_in(UserFactory(auditor=True))
    assert client.get(run.get_absolute_url()).status_code == 200
    assert client.get("/imports/").status_code == 200
    assert client.get(NEW).status_code == 403
    for verb in VERBS:
        assert client.post(reverse(f"actors:import-{verb}", args=[run.pk])).status_code == 403
    for page in ("columns", "wrong-rows"):
        assert client.get(reverse(f"actors:import-{page}", args=[run.pk])).status_code == 403


def test_to_others_an_import_is_missing(admin, sign_in, client):
    run = begin(organizations(("Satu",)), admin)
    sign_in(UserFactory())
    assert client.get(run.get_absolute_url()).status_code == 404
    assert client.get("/imports/").status_code == 200
    assert client.post(NEW, {}).status_code == 403
    for verb in VERBS:
        assert client.post(reverse(f"actors:import-{verb}", args=[run.pk])).status_code == 404


def test_the_list_costs_the_same_however_long(admin, client, assert_flat_queries):
    begin(organizations(("A",)), admin)
    grow = lambda: [begin(organizations(("A",)), admin) for _ in range(4)]  # noqa: E731
    assert_flat_queries("/imports/", grow=grow, ceiling=9)


@pytest.mark.parametrize("kind", ["organizations", "people", "parties"])
@pytest.mark.parametrize("form", ["csv", "xlsx", "junk"])
def test_a_template_names_every_column(kind, form, admin, client):
    page = client.get(f"/imports/{kind}/template/", {"format": form})
    assert page.status_code == 200
    assert client.get("/imports/junk/template/").status_code == 404
    assert client.get("/imports/junk/new/").status_code == 404


def test_an_export_is_exactly_what_the_filter_shows_and_is_written_down(admin, client):
    OrganizationFactory(name="=Dinas Rahasia")
    OrganizationFactory(name="Kantor Lain")
    page = client.get("/organizations/", {"q": "rahasia", "format": "csv"})
    lines = page.getvalue().decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "'=Dinas Rahasia" in lines[1]
    event = AccessEvent.objects.get(kind="exported")
    assert event.details["rows"] == 1
    assert event.details["filters"] == {"q": "rahasia"}


def test_an_export_comes_back_unchanged(admin, client):
    parent = OrganizationFactory(name="Induk", aliases="Satu\nDua; tiga", mandate="+ tugas")
    OrganizationFactory(name="'Anak'", parent=parent, email="a@b.test")
    whole = client.get("/organizations/", {"format": "xlsx", "active": "all"}).getvalue()
    upload(client, whole, "instansi.xlsx")
    page = client.get(ImportRun.objects.get().get_absolute_url())
    counts = page.context["preview"].head["counts"]
    assert (counts["new"], counts["changed"], counts["wrong"]) == (0, 0, 0)
    assert counts["same"] == Organization.objects.count()


@pytest.mark.parametrize(
    "path",
    [
        *("/organizations/", "/people/", "/regions/", "/users/"),
        *("/meetings/", "/meetings/?when=drafts", "/decisions/", "/commitments/", "/audit/"),
    ],
)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_every_list_can_be_exported_and_each_time_it_is_written_down(path, form, admin, client):
    page = client.get(f"{path}{'&' if '?' in path else '?'}format={form}")
    assert page.status_code == 200
    assert page["Cache-Control"] == "private, no-store"
    assert page["Content-Disposition"].startswith("attachment")
    (event,) = AccessEvent.objects.filter(kind="exported")
    assert (event.user_id, event.details["format"]) == (admin.pk, form)
    page.close()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/organizations/", "kind"),
        ("/people/", "active"),
        ("/regions/", "level"),
        ("/users/", "role"),
        ("/commitments/", "state"),
    ],
)
def test_an_unknown_filter_is_said_on_the_page_and_no_file_is_made_of_it(path, name, admin, client):
    answer = client.get(path, {name: "opd"})
    assert answer.status_code == 200
    assert soup_of(answer).select_one("main .alert-warning")
    exported = client.get(path, {name: "opd", "format": "csv"})
    assert exported.status_code == 400
    assert soup_of(exported).select_one(f"main a[href='{path}?']")
    assert not AccessEvent.objects.filter(kind="exported")


def test_the_file_links_under_a_list_leave_out_what_the_list_ignores(admin, client):
    OrganizationFactory(name="Dinas Anu")
    page = soup_of(client.get("/organizations/", {"kind": "opd", "q": "anu"}))
    assert "Jenis" in page.select_one("#organizations .alert-warning").text
    (csv,) = [link["href"] for link in page.select(".export-links a") if "csv" in link["href"]]
    assert csv == "/organizations/?q=anu&format=csv"
    assert client.get(csv).status_code == 200
