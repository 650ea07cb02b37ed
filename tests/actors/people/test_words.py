"""People are active or not; only things are in use. Whoever acts, and for whom, is said plainly."""

import pytest

from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


def text_of(client, address, data=None):
    answer = client.post(address, data, follow=True) if data is not None else client.get(address)
    assert answer.status_code == 200
    return " ".join(soup_of(answer).select_one("main").text.split())


def test_no_page_of_a_person_speaks_of_a_thing(client):
    person = PersonFactory(full_name="Rina")
    home = person.get_absolute_url()
    assert "Nyatakan tidak aktif lagi" in text_of(client, home)
    assert "Nyatakan Rina tidak aktif lagi" in text_of(client, f"{home}deactivate/")
    pages = [
        text_of(client, f"{home}deactivate/"),
        text_of(client, f"{home}deactivate/", {}),
        text_of(client, home),
        text_of(client, "/people/?active=0"),
        text_of(client, "/people/new/", {"full_name": "Rina"}),
        text_of(client, f"{home}activate/", {}),
    ]
    for page in pages:
        assert "dipakai" not in page.lower()
    for page in pages[1:5]:
        assert "Tidak aktif lagi" in page
    assert "Aktif kembali." in pages[5]


def test_an_organization_is_in_use_or_not(client):
    organization = OrganizationFactory(name="Dinas Sosial")
    page = text_of(client, f"{organization.get_absolute_url()}deactivate/")
    assert "Nyatakan Dinas Sosial tidak dipakai" in page


def test_an_acting_person_is_told_from_the_permanent_holder(client):
    post = {"organization": OrganizationFactory(), "post": "Kepala Dinas Sosial"}
    acting = AppointmentFactory(**post, is_acting=True, person__full_name="Budi").person
    holder = AppointmentFactory(**post, person__full_name="Sari").person
    assert "pejabat definitif: Sari" in text_of(client, acting.get_absolute_url())
    assert "pelaksana: Budi" in text_of(client, holder.get_absolute_url())
    other = AppointmentFactory(**post, person__full_name="Tono").person
    assert "juga dijabat oleh Sari" in text_of(client, other.get_absolute_url())


def test_a_name_that_is_only_like_another_is_asked_about_in_one_sentence(client):
    AppointmentFactory(person__full_name="Sitti Nurhaliza")
    soup = soup_of(client.post("/people/new/", {"full_name": "Siti Nurhaliza"}))
    assert soup.select_one("#twins-title").text == "Mungkin sudah ada di daftar"
    lines = [line.text.strip() for line in soup.select(".error-summary li")]
    assert len(lines) == 1
    assert lines[0].startswith("Di daftar ada nama yang mirip.")
    box = soup.select_one("[name=add_anyway]")
    assert soup.select_one(".error-summary a")["href"] == f"#{box['id']}"


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("admin", "Instansi ini tidak mengikuti kolaborasi apa pun"),
        ("auditor", "Instansi ini tidak mengikuti kolaborasi apa pun"),
        ("staff", "Tidak ada yang Anda lihat"),
    ],
)
def test_who_sees_all_is_told_that_there_is_nothing(client, sign_in, role, words):
    sign_in(UserFactory(role=role))
    page = text_of(client, OrganizationFactory().get_absolute_url())
    assert words in page
    assert ("Tidak ada yang Anda lihat" in page) == (role == "staff")
