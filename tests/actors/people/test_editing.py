"""Adding and changing people and their posts."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from actors.models import Appointment, Person
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db
NEW = "/people/new/"
HOSTILE = ["\x00", "x" * 10_000, "\u202e\u0627\u0628", "<script>alert(1)</script>"]


@pytest.fixture(autouse=True)
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


def summary(answer):
    assert answer.status_code == 200
    return soup_of(answer).find(class_="error-summary").text


def test_a_single_name_is_enough(client):
    answer = client.post(NEW, {"full_name": "Suharti"})
    assert answer.url == Person.objects.get(full_name="Suharti").get_absolute_url()


def test_a_person_of_the_same_name_is_asked_about_first(client):
    post = AppointmentFactory(person__full_name="Suharti")
    answer = client.post(NEW, {"full_name": "SUHARTI"})
    assert "Nama ini sudah ada" in summary(answer)
    assert post.organization.name in soup_of(answer).select_one(".twins").text
    assert client.post(NEW, {"full_name": "SUHARTI", "add_anyway": "on"}).status_code == 302
    assert Person.objects.filter(full_name__iexact="suharti").count() == 2


def test_a_person_whose_name_is_nearly_there_is_asked_about_first(client):
    AppointmentFactory(person__full_name="Sitti Nurhaliza")
    answer = client.post(NEW, {"full_name": "Siti Nurhaliza"})
    assert "mirip" in summary(answer)
    assert "Sitti Nurhaliza" in soup_of(answer).select_one(".twins").text
    data = {"full_name": "Siti Nurhaliza", "add_anyway": "on"}
    assert client.post(NEW, data).status_code == 302
    assert client.post(NEW, {"full_name": "Siti Rahmawati"}).status_code == 302


def test_a_phone_number_needs_a_reason(client):
    answer = client.post(NEW, {"full_name": "Rina", "phone": "0812-3456-7890"})
    assert "Jelaskan mengapa nomor telepon disimpan." in summary(answer)
    assert soup_of(answer).select_one(".error-summary a")["href"] == "#id_consent_note"


@pytest.mark.parametrize("phone", ["abc", "12", "javascript:alert(1)", "0812;rm -rf"])
def test_what_is_no_phone_number_is_refused(client, phone):
    answer = client.post(NEW, {"full_name": "Rina", "phone": phone, "consent_note": "Rapat"})
    assert "Tulis nomor telepon" in summary(answer)


def test_two_people_who_edit_see_both_texts(client):
    person = PersonFactory()
    address = f"{person.get_absolute_url()}edit/"
    assert client.post(address, {"full_name": "Nama Satu", "version": 1}).status_code == 302
    page = soup_of(client.post(address, {"full_name": "Nama Dua", "version": 1}))
    assert "Nama Satu" in page.select_one(".conflict").text
    assert page.find("input", {"name": "full_name"})["value"] == "Nama Dua"
    assert Person.objects.get(pk=person.pk).full_name == "Nama Satu"


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "field", ["full_name", "title_before", "title_after", "email", "phone", "consent_note"]
)
def test_hostile_text_never_breaks_the_form(client, field, text):
    answer = client.post(NEW, {"full_name": "Rina", field: text})
    assert answer.status_code in (200, 302)
    if answer.status_code == 302:
        assert "<script>alert" not in client.get(answer.url).content.decode()


def add_post(client, person, **data):
    return client.post(f"{person.get_absolute_url()}posts/new/", data)


def test_a_post_is_added_with_a_day_first_date(client):
    person, organization = PersonFactory(), OrganizationFactory()
    answer = add_post(
        client, person, organization=organization.pk, post="Kepala Bidang", starts_on="3 Mei 2026"
    )
    assert answer.url == person.get_absolute_url()
    made = Appointment.objects.get(person=person)
    assert (made.organization, made.starts_on, made.ends_on) == (
        organization,
        date(2026, 5, 3),
        None,
    )
    assert "3 Mei 2026 \u2013 sekarang" in client.get(answer.url).content.decode()


def test_the_same_post_twice_at_a_time_is_refused_readably(client):
    there = AppointmentFactory(post="Kepala")
    answer = add_post(
        client,
        there.person,
        organization=there.organization_id,
        post="Kepala",
        starts_on="1/1/2026",
    )
    assert "Orang ini sudah memegang jabatan itu pada masa tersebut." in summary(answer)
    assert soup_of(answer).select_one(".error-summary a")["href"] == "#id_starts_on"


def test_days_back_to_front_are_refused_at_the_last_day(client):
    answer = add_post(
        client,
        PersonFactory(),
        organization=OrganizationFactory().pk,
        post="Kepala",
        starts_on="2/5/2026",
        ends_on="1/5/2026",
    )
    assert soup_of(answer).select_one(".error-summary a")["href"] == "#id_ends_on"


def test_searching_the_organization_of_a_post_keeps_the_rest(client):
    OrganizationFactory(name="Dinas Kesehatan")
    page = soup_of(
        add_post(
            client, PersonFactory(), post="Kepala", organization_q="dinkes", organization_find="1"
        )
    )
    assert page.find("input", {"name": "post"})["value"] == "Kepala"
    assert len(page.find_all("input", {"name": "organization", "type": "radio"})) == 1
    assert page.find(class_="error-summary") is None


def test_a_post_ends_on_its_last_day(client):
    post = AppointmentFactory()
    page = soup_of(client.get(f"/posts/{post.pk}/end/"))
    assert page.find("input", {"name": "ends_on"})["value"]
    yesterday = timezone.localdate() - timedelta(days=1)
    answer = client.post(f"/posts/{post.pk}/end/", {"ends_on": yesterday.isoformat(), "version": 1})
    assert answer.url == post.person.get_absolute_url()
    post.refresh_from_db()
    assert post.ends_on == yesterday
    assert "berakhir" in client.get(answer.url).content.decode()


def test_a_post_cannot_end_before_it_began(client):
    post = AppointmentFactory()
    answer = client.post(f"/posts/{post.pk}/end/", {"ends_on": "1/1/1999"})
    assert "Hari terakhir tidak boleh sebelum hari pertama." in summary(answer)


def test_a_post_is_corrected(client):
    post = AppointmentFactory(organization__is_active=False)
    data = {"organization": post.organization_id, "post": "Sekretaris", "starts_on": "1/2/2026"}
    data["version"] = 1
    assert client.post(f"/posts/{post.pk}/edit/", data).status_code == 302
    post.refresh_from_db()
    assert (post.post, post.starts_on) == ("Sekretaris", date(2026, 2, 1))


@pytest.mark.parametrize("text", [*HOSTILE, "11/20/2026", "-1"])
@pytest.mark.parametrize("field", ["organization", "post", "starts_on", "ends_on"])
def test_hostile_posts_never_break_the_form(client, field, text):
    valid = {"organization": OrganizationFactory().pk, "post": "Staf", "starts_on": "1/1/2026"}
    assert add_post(client, PersonFactory(), **{**valid, field: text}).status_code in (200, 302)
