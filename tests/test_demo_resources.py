"""The demo's resources: pledges, every kind of exchange, and what waits for whom."""

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from actors.accounts.models import User
from agreements.demo.build import build_demo
from agreements.models import Collaboration, ServiceRequest
from tests.html import soup_of

SULBAR, BOGOR = "Penanganan 4+1 Provinsi Sulawesi Barat", "E-SAKIP Kabupaten Bogor"


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """Both scenarios, built once for this file and rolled back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        build_demo(today=timezone.localdate(), password="kata-sandi-peragaan")
        yield
        transaction.set_rollback(True)


def test_a_withdrawn_a_disputed_and_an_exceeded_pledge_are_told_as_such(demo, db, client):
    client.force_login(User.objects.get(email="auditor@demo.test"))
    where = Collaboration.objects.get(title=SULBAR)
    pledges = {pledge.what: pledge for pledge in where.pledges.all()}

    def told(what):
        return soup_of(client.get(pledges[what].get_absolute_url())).main.text

    assert "Ditarik" in told("Tenaga pendamping keluarga")
    assert "Melebihi janji" in told("Ruang kerja posko pendataan")
    assert "Narasumber tidak hadir pada hari itu." in told("Narasumber pelatihan kader")
    soup = soup_of(client.get(reverse("agreements:collaboration-resources", args=[where.pk])))
    rows = {row.th.text.split()[0]: row.text for row in soup.select("tbody tr")}
    assert "1\xa0orang di luar janji yang berlaku" in rows["Staf"]
    assert "100%" in rows["Fasilitas"]
    assert "150%" not in rows["Fasilitas"]


@pytest.mark.parametrize("title", [SULBAR, BOGOR])
def test_every_kind_of_exchange_has_its_place(demo, db, client, title):
    client.force_login(User.objects.get(email="auditor@demo.test"))
    where = Collaboration.objects.get(title__endswith=title)
    soup = soup_of(client.get(reverse("agreements:collaboration-exchanges", args=[where.pk])))
    assert len(soup.select("#kinds li")) == 7
    assert bool(soup.select("#kinds a[href*='kind=mutual_aid']")) == (title == BOGOR)
    whose = where.parties.first().organization
    soup = soup_of(client.get(reverse("agreements:organization-exchanges", args=[whose.pk])))
    assert len(soup.select("#kinds li")) == 11


def test_a_demo_account_is_told_of_joint_services_and_trainings_that_wait_for_it(demo, db, client):
    client.force_login(User.objects.get(email="perwakilan@demo.test"))
    home = soup_of(client.get("/"))
    served = home.select("section[aria-labelledby=served-title] li")
    assert len(served) == 2
    assert "Pemutakhiran data keluarga yang pindah desa" in served[0].text
    assert "Dinsos Sulbar" in served[1].text
    arranged = home.select("section[aria-labelledby=arranged-title] li")
    assert ["Mengisi kartu kendali keluarga" in row.text for row in arranged] == [True]


def test_a_demo_account_opens_a_closed_request_again(demo, db, client):
    client.force_login(User.objects.get(email="petugas@demo.test"))
    done = ServiceRequest.objects.get(what="Jadwal meja layanan di tiga desa")
    page = soup_of(client.get(done.get_absolute_url()))
    url = reverse("agreements:service-request-reopen", args=[done.pk])
    assert page.select_one(f"a[href='{url}']")
    assert soup_of(client.get(url)).select_one("textarea[name=reason]")
