"""The commands: any size, nothing while a row is wrong, safe to run twice."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from actors.models import ImportContent, ImportRun, Organization, Person
from tests.actors.importing.tables import begin, csv_bytes, organizations
from tests.factories.actors import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path):
    def run(content, *options, command="import_organizations"):
        path, said, complained = tmp_path / "berkas.csv", StringIO(), StringIO()
        path.write_bytes(content if isinstance(content, bytes) else csv_bytes(content))
        try:
            call_command(command, path, *options, stdout=said, stderr=complained)
        finally:
            run.said, run.complained = said.getvalue(), complained.getvalue()
        return said.getvalue()

    return run


def test_it_imports_once_and_says_what(run):
    UserFactory(admin=True)
    content = organizations(("Satu",), ("Dua", "", "Satu"))
    assert "2 new" in run(content)
    assert Organization.objects.get(name="Dua").parent.name == "Satu"
    assert "2 unchanged" in run(content)
    assert ImportRun.objects.count() == 1


def test_a_wrong_row_is_named_and_nothing_is_written(run):
    UserFactory(admin=True)
    with pytest.raises(CommandError, match="1 rows are wrong"):
        run(organizations(("Satu",), ("Dua", "99.99")))
    assert "D3" in run.complained
    assert not Organization.objects.filter(name="Satu").exists()


def test_a_dry_run_writes_nothing(run):
    UserFactory(admin=True)
    assert "1 new" in run(organizations(("Satu",)), "--dry-run")
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize("content", [b"", b"%PDF", b"x,y\n1,2\n", b'Nama\n"=1"\n'])
def test_what_cannot_be_read_is_an_error(content, run):
    UserFactory(admin=True)
    with pytest.raises(CommandError):
        run(content)


def test_without_an_admin_or_a_file_it_says_so(run):
    with pytest.raises(CommandError, match="admin"):
        run(organizations(("Satu",)))
    UserFactory(admin=True)
    with pytest.raises(CommandError):
        call_command("import_organizations", "/nowhere/at/all.csv")


def test_people_are_imported_in_the_name_of_somebody(run):
    UserFactory(admin=True)
    other = UserFactory(admin=True)
    run(b"Nama\nRina\n", "--by", other.email, command="import_people")
    assert Person.objects.filter(full_name="Rina").exists()
    assert ImportRun.objects.get().made_by == other


def test_contents_of_old_files_are_forgotten_and_the_runs_stay():
    admin = UserFactory(admin=True)
    old, fresh = (begin(organizations(("Satu",)), admin) for _ in range(2))
    ImportRun.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=9))
    said = StringIO()
    for _ in range(2):
        call_command("forget_imports", stdout=said)
    assert said.getvalue().splitlines() == [
        "Contents of files forgotten: 1.",
        "Contents of files forgotten: 0.",
    ]
    assert ImportContent.objects.get().run == fresh
    assert ImportRun.objects.count() == 2
