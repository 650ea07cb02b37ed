"""A run shows what stands now: only to who may carry it out today, and contacts are noted."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from actors.audit.models import AccessEvent
from actors.importing import pace
from actors.models import ImportRun
from agreements.models import Coordinator
from tests.actors.importing.tables import begin, organizations, table
from tests.factories.actors import PersonFactory, UserFactory
from tests.factories.charter import CollaborationFactory, coordinator_of
from tests.html import soup_of

pytestmark = pytest.mark.django_db
NEW = "/imports/organizations/new/"


def people(admin):
    PersonFactory(full_name="Rina", phone="081211112222", consent_note="lama")
    rows = table(["Nama", "HP", "purpose and consent"], ["Rina", "081233334444", "rapat"])
    return begin(rows, admin, "people")


def parties(collaboration, by):
    return begin(table(["Instansi"], ["Dinas Satu"]), by, "parties", collaboration)


def missing_to(client, run):
    pages = ("detail", "columns", "wrong-rows")
    verbs = ("confirm", "undo", "discard")
    at = {name: reverse(f"actors:import-{name}", args=[run.pk]) for name in (*pages, *verbs)}
    answers = [client.get(at[name]) for name in pages] + [client.post(at[name]) for name in verbs]
    return {answer.status_code for answer in answers} == {404}


def test_an_admin_no_more_sees_no_more_of_their_own_import(sign_in, client):
    admin = sign_in(UserFactory(admin=True))
    run = people(admin)
    assert client.get(run.get_absolute_url()).status_code == 200
    admin.role = "staff"
    admin.save()
    assert missing_to(client, run)
    assert not client.get("/imports/").context["runs"]


def test_a_coordinator_no_more_sees_no_more_of_their_own_import(sign_in, client):
    collaboration = CollaborationFactory()
    user = sign_in(coordinator_of(collaboration))
    run = parties(collaboration, user)
    assert client.get(run.get_absolute_url()).status_code == 200
    over = timezone.localdate() - dt.timedelta(days=1)
    Coordinator.objects.filter(person=user.person).update(starts_on=over, ends_on=over)
    assert missing_to(client, run)


def test_whoever_may_carry_a_run_out_sees_it_and_nobody_else_but_who_looks_after_the_site():
    one, other = CollaborationFactory(), CollaborationFactory()
    admin, auditor = UserFactory(admin=True), UserFactory(auditor=True)
    coordinators = [coordinator_of(one), coordinator_of(other)]
    runs = [people(admin), parties(one, coordinators[0]), parties(other, coordinators[1])]
    for user in (admin, UserFactory(), *coordinators):
        may = {run for run in runs if user.has_perm("actors.carry_out_import", run)}
        seen = set(ImportRun.objects.visible_to(user))
        assert seen == (set(runs) if user.is_admin else may)
    assert set(ImportRun.objects.visible_to(auditor)) == set(runs)


def test_an_admin_sees_how_an_import_of_parties_went_and_neither_its_rows_nor_its_verbs(
    sign_in, client
):
    collaboration = CollaborationFactory()
    run = parties(collaboration, coordinator_of(collaboration))
    sign_in(UserFactory(admin=True))
    assert run in client.get("/imports/").context["runs"]
    page = client.get(run.get_absolute_url(), {"show": "wrong"})
    assert page.status_code == 200
    assert "1 baris keliru" in page.content.decode()
    assert "Dinas Satu" not in page.content.decode()
    assert not soup_of(page).select("main form")
    for verb in ("confirm", "undo", "discard"):
        assert client.post(reverse(f"actors:import-{verb}", args=[run.pk])).status_code == 403
    for part in ("columns", "wrong-rows"):
        assert client.get(reverse(f"actors:import-{part}", args=[run.pk])).status_code == 403


def test_an_auditor_sees_how_many_rows_and_not_what_they_say(sign_in, client):
    run = people(UserFactory(admin=True))
    sign_in(UserFactory(auditor=True))
    for show in ("changed", "new", "wrong"):
        page = client.get(run.get_absolute_url(), {"show": show}).content.decode()
        assert "1 baris mengubah" in page
        assert not any(text in page for text in ("081233334444", "081211112222", "Rina", "rapat"))
    assert not AccessEvent.objects.filter(kind="viewed").exists()


def test_who_is_shown_contacts_in_a_preview_is_written_down(sign_in, client):
    admin = sign_in(UserFactory(admin=True))
    run = people(admin)
    viewed = AccessEvent.objects.filter(kind="viewed", user=admin, about_pk=str(run.pk))
    assert "081233334444" in client.get(run.get_absolute_url()).content.decode()
    assert viewed.get().details == {"shown": "contacts", "rows": 1}
    client.get(run.get_absolute_url(), {"show": "same"})
    client.get(begin(organizations(("A",)), admin).get_absolute_url())
    assert AccessEvent.objects.filter(kind="viewed").count() == 1
    client.get(reverse("actors:import-columns", args=[run.pk]))
    assert viewed.count() == 2


def test_so_many_files_are_read_for_an_account_within_ten_minutes(sign_in, client, monkeypatch):
    monkeypatch.setattr(pace, "MOST", 2)
    user = sign_in(UserFactory(admin=True))
    hand_in = lambda: client.post(NEW, {"paste": "Nama\nA\n"})  # noqa: E731
    assert [hand_in().status_code for _ in range(3)] == [302, 302, 200]
    assert "2 berkas dalam sepuluh menit" in hand_in().content.decode()
    assert AccessEvent.objects.filter(kind="limited", user=user).exists()
    sign_in(UserFactory(admin=True))
    assert hand_in().status_code == 302


def test_one_file_is_read_at_a_time_for_an_account(sign_in, client):
    user = sign_in(UserFactory(admin=True))
    with pace.reading_for(user):
        page = client.post(NEW, {"paste": "Nama\nA\n"})
        assert "sedang dibaca" in page.content.decode()
    assert client.post(NEW, {"paste": "Nama\nA\n"}).status_code == 302
