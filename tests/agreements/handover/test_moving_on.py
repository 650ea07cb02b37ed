"""A move says before and after that the account goes along, and what follows from it."""

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from tests.factories.actors import (
    AppointmentFactory,
    InvitationFactory,
    OrganizationFactory,
    UserFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


@pytest.fixture
def office():
    return OrganizationFactory(name="Dinas Sosial")


def before(client, post):
    note = soup_of(client.get(f"/posts/{post.pk}/move/")).select_one("main .alert-info")
    return note.text if note else ""


def after(client, post, organization):
    data = {
        "organization": organization.pk,
        "post": "Sekretaris",
        "starts_on": timezone.localdate().strftime("%d/%m/%Y"),
        "version": post.version,
    }
    answer = client.post(f"/posts/{post.pk}/move/", data)
    assert answer.status_code == 302
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def post_of(user):
    return AppointmentFactory(person=user.person, organization=user.organization)


def test_the_account_goes_along_and_sees_what_the_new_organization_sees(client, office):
    post = post_of(UserFactory())
    assert "Akunnya ikut pindah" in before(client, post)
    assert "Jabatan baru di instansi yang sama tidak mengubah hal ini." in before(client, post)
    assert post.organization.name in before(client, post)
    said = after(client, post, office)
    assert "ia bekerja untuk Dinas Sosial di collabgov dan melihat" in said
    assert said.startswith("Kepindahan dicatat")


@pytest.mark.parametrize("role", ["admin", "auditor"])
def test_who_sees_all_goes_on_seeing_all(client, office, role):
    post = post_of(UserFactory(role=role))
    assert "dengan peran yang sama" in before(client, post)
    assert "melihat" not in before(client, post)
    assert after(client, post, office).endswith("ia bekerja untuk Dinas Sosial di collabgov.")


def test_an_invitation_goes_along(client, office):
    post = AppointmentFactory()
    InvitationFactory(person=post.person, organization=post.organization)
    assert "Undangan akunnya ikut pindah" in before(client, post)
    assert "ia akan bekerja untuk Dinas Sosial" in after(client, post, office)


def test_nothing_is_said_where_nothing_goes_along(client, office):
    post = AppointmentFactory()
    assert before(client, post) == ""
    assert after(client, post, office).endswith("dalam riwayat.")
    elsewhere = AppointmentFactory(person=UserFactory().person)
    assert before(client, elsewhere) == ""
    closed = post_of(UserFactory(is_active=False))
    assert before(client, closed) == ""


def test_a_post_in_the_same_organization_moves_no_account(client):
    post = post_of(UserFactory())
    assert after(client, post, post.organization).endswith("dalam riwayat.")
