"""An import of organizations: what it would do, what it does, and taking it back."""

import resource
import threading
import time
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection
from django.utils import timezone

from actors.audit.models import AccessEvent
from actors.importing import transitions
from actors.importing.registry import KINDS
from actors.importing.states import ImportState
from actors.models import ImportContent, ImportRun, Organization
from actors.organizations import transitions as register
from collabgov.kit.audit import events_of
from collabgov.kit.errors import IllegalMove, Refused
from tests.actors.importing.tables import (
    KIND,
    SECTOR,
    begin,
    confirm,
    organizations,
    plan,
    problems,
    table,
)
from tests.factories.actors import OrganizationFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return UserFactory(admin=True)


@pytest.fixture
def majene():
    return RegionFactory(code="76.05", name="Kabupaten Majene")


def test_nothing_is_written_before_it_is_confirmed(admin, majene):
    before = Organization.objects.count()
    run = begin(organizations(("Dinas Baru", "76.05")), admin)
    assert plan(run).counts["new"] == 1
    assert Organization.objects.count() == before
    confirm(run, admin)
    made = Organization.objects.get(name="Dinas Baru")
    assert made.region == majene
    assert made.kind == "regional_apparatus"


@pytest.mark.parametrize("said", ["76.05", "Majene", "Kab. Majene", "76.05 Kabupaten Majene"])
def test_a_region_is_found_by_code_name_or_both(said, admin, majene):
    (row,) = plan(begin(organizations(("A", said)), admin)).rows
    assert row.values["region_id"] == majene.pk


def test_a_wrong_region_is_named_by_its_cell_and_answered_with_a_guess(admin, majene):
    found = plan(begin(organizations(("A", ""), ("B", "Majne")), admin))
    assert problems(found) == [
        "D3 (Wilayah): Tidak ada wilayah “Majne”. Maksud Anda Kabupaten Majene?"
    ]


def test_a_code_that_lost_its_zero_is_asked_about(admin):
    RegionFactory(code="76.10", name="Kota Contoh")
    (problem,) = problems(plan(begin(organizations(("A", "76.1")), admin)))
    assert "76.10 Kota Contoh" in problem


def test_a_row_about_what_stands_shows_old_and_new(admin, majene):
    old = OrganizationFactory(name="Dinas Lama", region=majene, sector="government")
    content = table(["name", "region", "sector"], ["dinas lama", "76.05", "Media"])
    (row,) = plan(begin(content, admin)).rows
    assert row.pk == old.pk
    assert [(c.column, c.old, c.new) for c in row.changes] == [
        ("Nama", "Dinas Lama", "dinas lama"),
        ("Sektor", "Pemerintah", "Media massa"),
    ]


def test_a_number_finds_the_record_whatever_its_new_name(admin):
    old = OrganizationFactory(name="Dinas Lama")
    run = begin(table(["id", "nama"], [old.pk, "Dinas Berganti Nama"]), admin)
    confirm(run, admin)
    old.refresh_from_db()
    assert (old.name, old.version) == ("Dinas Berganti Nama", 2)


@pytest.mark.parametrize("number", ["987654321", "x", "9" * 30, "-1", "1.5"])
def test_a_number_of_nobody_is_wrong(number, admin):
    assert plan(begin(table(["id", "nama"], [number, "A"]), admin)).counts["wrong"] == 1


def test_an_unchanged_row_writes_nothing(admin):
    old = OrganizationFactory(name="Dinas Lama")
    run = begin(table(["id", "nama"], [old.pk, "Dinas Lama"]), admin)
    found = plan(run)
    assert (found.counts["same"], found.to_write) == (1, 0)


def test_two_rows_about_one_record_are_wrong(admin):
    found = plan(begin(organizations(("Sama",), ("SAMA",)), admin))
    assert found.counts == {"wrong": 1, "new": 1, "changed": 0, "same": 0}
    assert "2" in problems(found)[0]


def test_a_missing_column_is_named(admin):
    found = plan(begin(table(["Nama"], ["Baru"]), admin))
    assert [p.split(":")[0] for p in problems(found)] == ["Jenis", "Sektor"]


def test_whoever_belongs_to_a_row_of_the_file_comes_after_it(admin):
    rows = organizations(("Cucu", "", "Anak"), ("Anak", "", "Induk"), ("Induk",))
    confirm(begin(rows, admin), admin)
    grandchild = Organization.objects.get(name="Cucu")
    assert grandchild.parent.parent.name == "Induk"


def test_a_circle_is_wrong(admin):
    a, b = OrganizationFactory(name="A"), OrganizationFactory(name="B")
    b.parent = a
    b.save()
    found = plan(begin(table(["nama", "induk"], ["A", "B"]), admin))
    assert found.counts["wrong"] == 1
    new = plan(begin(organizations(("C", "", "D"), ("D", "", "C")), admin))
    assert new.counts["wrong"] == 2


def test_whoever_belongs_to_a_wrong_row_is_wrong_too(admin):
    found = plan(begin(organizations(("Induk", "99.99"), ("Anak", "", "Induk")), admin))
    assert found.counts["wrong"] == 2


def test_one_of_several_of_a_name_is_told_by_its_region(admin, majene):
    here = OrganizationFactory(name="Dinas Kesehatan", region=majene)
    OrganizationFactory(name="Dinas Kesehatan", region=None)
    content = organizations(("Puskesmas", "", "Dinas Kesehatan (76.05)"))
    (row,) = plan(begin(content, admin)).rows
    assert row.values["parent_id"] == here.pk
    no_region = plan(begin(table(["nama", "sektor"], ["Dinas Kesehatan", "Media"]), admin))
    assert no_region.counts["wrong"] == 1


def test_what_looks_like_a_known_one_is_said(admin, majene):
    OrganizationFactory(name="Dinas Kesehatan", region=None)
    (row,) = plan(begin(organizations(("dinas  KESEHATAN", "76.05")), admin)).with_twins
    assert row.twins == ["Dinas Kesehatan"]


def test_only_an_admin_imports_organizations():
    with pytest.raises(PermissionDenied):
        begin(organizations(("A",)), UserFactory())
    with pytest.raises(PermissionDenied):
        begin(organizations(("A",)), UserFactory(auditor=True))


@pytest.mark.parametrize(
    "verb",
    [
        lambda run, by: transitions.confirm(run=run, by=by, seen=""),
        lambda run, by: transitions.undo(run=run, by=by),
        lambda run, by: transitions.discard(run=run, by=by),
        lambda run, by: transitions.choose_columns(run=run, by=by, columns={}),
    ],
)
def test_an_admin_who_is_none_any_more_carries_nothing_on(verb, admin):
    run = begin(organizations(("A",)), admin)
    with pytest.raises(PermissionDenied):
        verb(run, UserFactory(auditor=True))


def test_a_row_edited_after_the_preview_is_shown_again(admin):
    old = OrganizationFactory(name="Dinas Lama")
    run = begin(table(["id", "singkatan"], [old.pk, "DL"]), admin)
    seen = plan(run).fingerprint
    Organization.objects.filter(pk=old.pk).update(version=2)
    with pytest.raises(transitions.PlanChanged):
        transitions.confirm(run=run, by=admin, seen=seen)
    old.refresh_from_db()
    assert old.short_name == ""


def test_a_name_taken_after_the_preview_is_shown_again(admin):
    run = begin(organizations(("Baru",)), admin)
    seen = plan(run).fingerprint
    OrganizationFactory(name="BARU", region=None)
    with pytest.raises(transitions.PlanChanged):
        transitions.confirm(run=run, by=admin, seen=seen)


def test_an_import_is_confirmed_once_and_says_so_in_the_event_log(admin):
    run = begin(organizations(("Baru",)), admin)
    done = confirm(run, admin)
    assert (done.state, done.new_count) == (ImportState.APPLIED, 1)
    assert AccessEvent.objects.filter(kind="imported", about_pk=str(run.pk)).count() == 1
    with pytest.raises(IllegalMove):
        transitions.confirm(run=run, by=admin, seen="")


def test_the_audit_trail_says_which_import_it_was(admin):
    run = begin(organizations(("Baru",)), admin)
    confirm(run, admin)
    event = events_of(Organization.objects.get(name="Baru")).first()
    assert event.pgh_context["reason"].startswith(f"import {run.pk}")


def test_undo_puts_everything_back(admin):
    old = OrganizationFactory(name="Dinas Lama", mandate="dulu")
    before = list(Organization.objects.order_by("pk").values("pk", "name", "mandate", "parent_id"))
    content = table(
        ["nama", "jenis", "sektor", "mandate", "induk"],
        ["Dinas Lama", KIND, SECTOR, "kini", ""],
        ["Anak", KIND, SECTOR, "", "Induk"],
        ["Induk", KIND, SECTOR, "", "Dinas Lama"],
    )
    run = confirm(begin(content, admin), admin)
    assert Organization.objects.count() == len(before) + 2
    undone = transitions.undo(run=run, by=admin)
    after = list(Organization.objects.order_by("pk").values("pk", "name", "mandate", "parent_id"))
    assert after == before
    assert undone.state == ImportState.UNDONE
    old.refresh_from_db()
    assert old.version == 3
    assert AccessEvent.objects.filter(kind="import_undone").count() == 1


def test_undo_changes_nothing_when_a_row_was_edited_since_and_says_which(admin):
    run = confirm(begin(organizations(("Satu",), ("Dua",)), admin), admin)
    one = Organization.objects.get(name="Satu")
    register.edit(organization=one, by=admin, version=1, short_name="S")
    with pytest.raises(transitions.CannotUndo) as refused:
        transitions.undo(run=run, by=admin)
    assert [record for record, _why in refused.value.rows] == ["Satu"]
    assert Organization.objects.filter(name__in=["Satu", "Dua"]).count() == 2


def test_undo_changes_nothing_when_a_new_row_is_used_since(admin):
    run = confirm(begin(organizations(("Satu",), ("Dua",)), admin), admin)
    UserFactory(organization=Organization.objects.get(name="Dua"))
    with pytest.raises(transitions.CannotUndo) as refused:
        transitions.undo(run=run, by=admin)
    assert [record for record, _why in refused.value.rows] == ["Dua"]


def test_undo_ends_after_thirty_days_and_the_content_is_forgotten(admin):
    run = confirm(begin(organizations(("Satu",)), admin), admin)
    waiting = begin(organizations(("Dua",)), admin)
    now = timezone.localdate()
    assert transitions.forget(today=now + timedelta(days=7)) == 0
    assert transitions.forget(today=now + timedelta(days=8)) == 1
    waiting.refresh_from_db()
    assert waiting.state == ImportState.DISCARDED
    assert transitions.forget(today=now + timedelta(days=30)) == 0
    assert transitions.forget(today=now + timedelta(days=31)) == 1
    with pytest.raises(Refused):
        transitions.undo(run=run, by=admin)
    assert ImportRun.objects.count() == 2
    assert not ImportContent.objects.exists()


def test_what_is_thrown_away_keeps_nothing_of_the_file(admin):
    run = transitions.discard(run=begin(organizations(("A",)), admin), by=admin)
    assert run.state == ImportState.DISCARDED
    assert not ImportContent.objects.filter(run=run).exists()
    with pytest.raises(IllegalMove):
        transitions.discard(run=run, by=admin)


def test_the_database_stops_what_validation_could_not_see(admin):
    OrganizationFactory(name="Ada", region=None)
    twin = Organization(name="ADA", kind="media", sector="media")
    with pytest.raises(ValidationError, match="sudah"):
        register.register_many(by=admin, organizations=[twin])


@pytest.mark.django_db(transaction=True)
def test_two_people_confirm_at_once_and_it_is_imported_once(admin):
    run = begin(organizations(*((f"Kantor {n}",) for n in range(50))), admin)
    seen, said, gate = plan(run).fingerprint, [], threading.Barrier(2)

    def press():
        gate.wait()
        try:
            transitions.confirm(run=run, by=admin, seen=seen)
            said.append("done")
        except (Refused, IntegrityError) as refusal:
            said.append(type(refusal).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["IllegalMove", "done"]
    assert Organization.objects.filter(name__startswith="Kantor ").count() == 50


def test_five_thousand_rows_with_37_wrong_ones(admin, capsys):
    """Shown with their cells, nothing written before, undone completely; in time and in memory."""
    for n in range(40):
        RegionFactory(code=f"90.{n:02d}", name=f"Kabupaten Uji {n}")
    standing = OrganizationFactory(name="Dinas 0000", region=None, mandate="dulu")
    content = organizations(
        *((f"Dinas {n:04d}", "88.88" if n % 135 == 5 else f"90.{n % 40:02d}") for n in range(5_000))
    )
    content.rows[1][1][3] = ""  # row 2 is the organization that stands
    content.rows[1][1][2] = "Media"
    before = list(Organization.objects.order_by("pk").values())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    times, began = {}, time.monotonic()

    def lap(name):
        nonlocal began
        times[name], began = time.monotonic() - began, time.monotonic()

    run = begin(content, admin)
    lap("start")
    found = plan(run)
    lap("preview")
    assert found.counts == {"wrong": 37, "new": 4_962, "changed": 1, "same": 0}
    assert [row.problems[0].cell for row in found.of("wrong")][:2] == ["D7", "D142"]
    assert list(Organization.objects.order_by("pk").values()) == before
    with connection.cursor() as cursor:  # what a page may ask for, and what waits for the end
        cursor.execute("SET LOCAL statement_timeout = '15s'")
        done = transitions.confirm(run=run, by=admin, seen=found.fingerprint)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        lap("confirm")
        assert (done.new_count, done.changed_count, done.wrong_count) == (4_962, 1, 37)
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        transitions.undo(run=run, by=admin)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        lap("undo")
        cursor.execute("SET LOCAL statement_timeout = 0")
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) / 1_000
    after = list(Organization.objects.order_by("pk").values())
    for row in (*before, *after):
        for name in ("version", "updated_at"):
            row.pop(name)
    assert after == before
    standing.refresh_from_db()
    assert standing.mandate == "dulu"
    with capsys.disabled():
        said = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in times.items())
        print(f"\n5,000 rows: {said}; {peak:.0f} MB more memory")  # noqa: T201
    assert peak < 150
    assert sum(times.values()) < 60


def test_every_kind_can_be_carried_out_by_somebody():
    assert {kind.rule_name for kind in KINDS.values()} == {
        "actors.manage_register",
        "agreements.edit_charter",
    }
