"""The pages of people: who opens them, who sees how to reach somebody, what they cost."""

import pytest

from actors.models import Person
from actors.people.contacts import international
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = "/people/"


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


@pytest.fixture
def reachable():
    return PersonFactory(
        full_name="Rina", email="rina@contoh.test", phone="0812-3456-789", consent_note="Rapat"
    )


def names(answer):
    return [link.text for link in soup_of(answer).select("#people .row-title")]


def test_the_register_wants_a_sign_in(client):
    assert client.get(LIST).status_code == 302
    assert client.get(PersonFactory().get_absolute_url()).status_code == 302


def test_staff_read_names_and_posts_but_change_nothing(client, sign_in):
    sign_in()
    post = AppointmentFactory(person__full_name="Rina", post="Kepala Bidang")
    assert "Rina" in names(client.get(LIST))
    assert "Kepala Bidang" in client.get(LIST).content.decode()
    page = soup_of(client.get(post.person.get_absolute_url()))
    assert "Kepala Bidang" in page.text
    assert not page.select("main form, main .btn-primary")
    for path in ("new/", f"{post.person.pk}/edit/", f"{post.person.pk}/posts/new/"):
        assert client.get(LIST + path).status_code == 403
        assert client.post(LIST + path).status_code == 403
    for path in ("edit/", "end/"):
        assert client.get(f"/posts/{post.pk}/{path}").status_code == 403
        assert client.post(f"/posts/{post.pk}/{path}", {"ends_on": "1/1/2026"}).status_code == 403
    assert client.post(f"{LIST}{post.person.pk}/deactivate/").status_code == 403
    post.refresh_from_db()
    assert post.ends_on is None


@pytest.mark.parametrize("pk", [0, 999_999_999, 10**30])
def test_a_missing_person_or_post_is_404(client, admin, pk):
    for address in (f"{LIST}{pk}/", f"{LIST}{pk}/edit/", f"{LIST}{pk}/posts/new/"):
        assert client.get(address).status_code == 404
    for address in (f"/posts/{pk}/edit/", f"/posts/{pk}/end/"):
        assert client.get(address).status_code == 404


def test_contacts_have_links_that_call_and_write(client, admin, reachable):
    page = soup_of(client.get(reachable.get_absolute_url()))
    links = [link["href"] for link in page.select("main a")]
    assert "tel:+628123456789" in links
    assert "https://wa.me/628123456789" in links
    assert "mailto:rina@contoh.test" in links


def test_contacts_are_not_for_everybody(client, sign_in, reachable):
    sign_in()
    for address in (reachable.get_absolute_url(), LIST, f"{LIST}?q=rina"):
        text = client.get(address).content.decode()
        assert "0812" not in text
        assert "rina@contoh.test" not in text


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0812-3456-789", "628123456789"),
        ("+62 812 3456 789", "628123456789"),
        ("(0426) 21001", "6242621001"),
        ("", ""),
    ],
)
def test_numbers_get_their_country(typed, number):
    assert international(typed) == number


def test_search_and_filters_stand_in_the_address(client, sign_in):
    sign_in()
    organization = OrganizationFactory(name="Dinas Sosial")
    AppointmentFactory(person__full_name="Rina", organization=organization)
    PersonFactory(full_name="Budi", is_active=False)

    def shown(**query):
        return names(client.get(LIST, query))

    assert shown(q="rina dinsos") == ["Rina"]
    assert shown(organization=organization.pk) == ["Rina"]
    assert shown(active="0") == ["Budi"]
    assert "Budi" not in shown()
    assert "Budi" in shown(active="all")


@pytest.mark.parametrize(
    "query", ["q=%00", "organization=x", "organization=" + "9" * 40, "page=x", "active=zz"]
)
def test_a_hostile_address_is_answered_calmly(client, sign_in, query):
    sign_in()
    assert client.get(f"{LIST}?{query}").status_code == 200


def test_nobody_found_and_nobody_yet_are_told_apart(client, sign_in):
    sign_in(UserFactory(admin=True, person=None))
    assert "Belum ada orang" in client.get(LIST).content.decode()
    assert "Tidak ada yang cocok" in client.get(f"{LIST}?q=zzz").content.decode()


def test_the_list_costs_the_same_however_long(client, sign_in, assert_flat_queries):
    sign_in()
    AppointmentFactory()
    assert_flat_queries(LIST, grow=lambda: AppointmentFactory.create_batch(5), ceiling=6)


def test_the_page_costs_the_same_however_many_posts(client, admin, assert_flat_queries):
    person = AppointmentFactory().person
    assert_flat_queries(
        person.get_absolute_url(),
        grow=lambda: AppointmentFactory.create_batch(5, person=person),
        ceiling=14,
    )


def test_taken_out_of_use_and_put_back(client, admin):
    person = PersonFactory()
    client.post(f"{person.get_absolute_url()}deactivate/")
    assert not Person.objects.get(pk=person.pk).is_active
    client.post(f"{person.get_absolute_url()}activate/")
    assert Person.objects.get(pk=person.pk).is_active
