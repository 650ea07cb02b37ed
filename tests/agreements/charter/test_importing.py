"""An import of parties, by the coordinator of their collaboration and nobody else."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from actors.audit.models import AccessEvent
from actors.importing import transitions
from actors.importing.registry import KINDS
from actors.models import ImportRun
from agreements.models import Party
from tests.actors.importing.tables import begin, confirm, plan, problems, table
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory, coordinator_of, member_of

pytestmark = pytest.mark.django_db
FIRST_NAMES_SAID = ["calon", "aktif", "Active", "prospect", "diundang"]
HEADERS = ["Instansi", "basis", "voice", "state"]


@pytest.fixture
def collaboration():
    return CollaborationFactory()


@pytest.fixture
def coordinator(collaboration):
    return coordinator_of(collaboration)


def test_parties_join_and_are_taken_back(collaboration, coordinator):
    OrganizationFactory(name="Dinas Baru")
    before = set(Party.objects.values_list("pk", flat=True))
    content = table(HEADERS, ["Dinas Baru", "Mandated", "", "Invited"])
    run = confirm(begin(content, coordinator, "parties", collaboration), coordinator)
    party = Party.objects.get(organization__name="Dinas Baru")
    assert (party.basis, party.voice, party.state) == ("mandated", "decides", "invited")
    transitions.undo(run=run, by=coordinator)
    assert set(Party.objects.values_list("pk", flat=True)) == before


def test_the_role_of_a_party_changes_and_its_state_does_not(collaboration, coordinator):
    party = Party.objects.filter(collaboration=collaboration).first()
    if party is None:
        member_of(collaboration)
        party = Party.objects.filter(collaboration=collaboration).first()
    name = party.organization.name
    content = table(HEADERS, [name, "Mandated", "Is consulted", ""])
    run = confirm(begin(content, coordinator, "parties", collaboration), coordinator)
    party.refresh_from_db()
    assert (party.basis, party.voice) == ("mandated", "consulted")
    transitions.undo(run=run, by=coordinator)
    wrong = begin(table(HEADERS, [name, "", "", "Paused"]), coordinator, "parties", collaboration)
    assert len(problems(plan(wrong))) == 1


@pytest.mark.parametrize("who", ["admin", "auditor", "member", "outsider"])
def test_nobody_but_the_coordinator_imports_parties(who, collaboration, sign_in, client):
    users = {
        "admin": lambda: UserFactory(admin=True),
        "auditor": lambda: UserFactory(auditor=True),
        "member": lambda: member_of(collaboration),
        "outsider": UserFactory,
    }
    user = sign_in(users[who]())
    with pytest.raises(PermissionDenied):
        begin(table(HEADERS, ["A", "", "", ""]), user, "parties", collaboration)
    expected = 404 if who == "outsider" else 403
    assert client.get(f"/collaborations/{collaboration.pk}/parties/import/").status_code == expected


def test_an_export_comes_back_unchanged(collaboration, coordinator, sign_in, client):
    member_of(collaboration)
    sign_in(coordinator)
    page = f"/collaborations/{collaboration.pk}/parties/"
    whole = client.get(f"{page}export/?format=csv").getvalue()
    event = AccessEvent.objects.get(kind="exported")
    assert event.about_model == "agreements.collaboration"
    assert event.collaboration_id == collaboration.pk
    client.post(f"{page}import/", {"file": SimpleUploadedFile("pihak.csv", whole)})
    found = plan(ImportRun.objects.get())
    assert problems(found) == []
    assert found.counts["same"] == len(found.rows) > 0


def test_to_outsiders_there_is_nothing_to_export(collaboration, sign_in, client):
    sign_in(UserFactory())
    assert (
        client.get(f"/collaborations/{collaboration.pk}/parties/export/?format=csv").status_code
        == 404
    )


def test_the_template_names_states_that_are_understood(collaboration, coordinator):
    resource = KINDS["parties"].resource(collaboration)
    hint = str(resource.fields["state"].hint)
    assert hint == "Untuk pihak baru: Calon pihak · Diundang · Pihak aktif."
    for number, said in enumerate([*FIRST_NAMES_SAID, *hint[18:-1].split(" · ")]):
        OrganizationFactory(name=f"Dinas {number}")
        content = table(HEADERS, [f"Dinas {number}", "", "", said])
        found = plan(begin(content, coordinator, "parties", collaboration))
        assert found.counts["new"] == 1, (said, problems(found))
        assert found.rows[0].values["state"] in ("prospect", "invited", "active")


def test_a_state_that_no_party_begins_with_is_answered_with_those_that_it_may(
    collaboration, coordinator
):
    OrganizationFactory(name="Dinas Baru")
    for said, words in [("Jeda", "Calon pihak · Diundang · Pihak aktif"), ("Pihak", "Maksud Anda")]:
        content = table(HEADERS, ["Dinas Baru", "", "", said])
        (problem,) = problems(plan(begin(content, coordinator, "parties", collaboration)))
        assert words in problem


def test_a_preview_shows_days_as_they_are_written_here(collaboration, coordinator):
    OrganizationFactory(name="Dinas Baru")
    content = table([*HEADERS, "sejak"], ["Dinas Baru", "", "", "", "3 Mei 2026"])
    (row,) = plan(begin(content, coordinator, "parties", collaboration)).rows
    assert "3 Mei 2026" in [change.new for change in row.changes]
