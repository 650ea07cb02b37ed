"""The list of accounts and of invitations: who may look, filters, export, what they cost."""

import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone

from actors.accounts.models import SiteRole, User
from actors.audit.models import AccessEvent
from actors.people.models import Person
from tests.factories.actors import InvitationFactory, OrganizationFactory, UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(admin=True, email="admin@contoh.test", last_login=timezone.now()))


def emails(client, query=""):
    page = soup_of(client.get(f"/users/?{query}"))
    return {each.text for each in page.select("#users th .choice-meta")}


@pytest.mark.parametrize("path", ["/users/", "/users/invitations/"])
@pytest.mark.parametrize(("role", "status"), [("admin", 200), ("auditor", 200), ("staff", 403)])
def test_admins_and_auditors_look(client, sign_in, path, role, status):
    sign_in(UserFactory(role=role))
    answer = client.get(path)
    assert answer.status_code == status
    assert ("/users/invite/" in answer.content.decode()) == (role == "admin")


def test_filters_stand_in_the_address(client, admin):
    organization = OrganizationFactory(name="Dinas Sosial")
    quiet = timezone.now() - timedelta(days=100)
    UserFactory(email="rina@contoh.test", organization=organization, last_login=quiet)
    UserFactory(email="audit@contoh.test", role=SiteRole.AUDITOR, last_login=timezone.now())
    UserFactory(email="tutup@contoh.test", is_active=False)
    strong = UserFactory(email="kuat@contoh.test")
    Authenticator.objects.create(user=strong, type="totp", data={})
    everybody = {f"{name}@contoh.test" for name in ("admin", "rina", "audit", "kuat")}
    assert emails(client) == everybody
    assert emails(client, "active=all") == everybody | {"tutup@contoh.test"}
    assert emails(client, "active=0") == {"tutup@contoh.test"}
    assert emails(client, "role=auditor") == {"audit@contoh.test"}
    assert emails(client, f"organization={organization.pk}") == {"rina@contoh.test"}
    assert emails(client, "q=dinas+sosial") == {"rina@contoh.test"}
    assert emails(client, "signed_in=never") == {"kuat@contoh.test"}
    assert emails(client, "signed_in=quiet") == {"rina@contoh.test", "kuat@contoh.test"}
    assert emails(client, "factor=1") == {"kuat@contoh.test"}
    assert "kuat@contoh.test" not in emails(client, "factor=0")


@pytest.mark.parametrize(
    "query",
    [
        "role=king&organization=x&active=9&signed_in=1&factor=%00",
        "organization=99999999999999999999999",
        "page=-1&q=%27+OR+1%3D1--",
        "q=%00&page=1e9",
        "format=exe",
    ],
)
def test_nonsense_in_the_address_is_ignored(client, admin, query):
    assert client.get(f"/users/?{query}").status_code == 200
    assert client.get(f"/users/invitations/?{query}&state=king").status_code == 200


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_export_is_what_the_filter_shows_and_is_written_down(client, admin, kind):
    UserFactory(email="rina@contoh.test", person__full_name="=HYPERLINK(1)")
    UserFactory(email="audit@contoh.test", role=SiteRole.AUDITOR)
    answer = client.get(f"/users/?role=staff&format={kind}")
    body = answer.getvalue()
    if kind == "csv":
        text = body.decode("utf-8-sig")
        assert "rina@contoh.test" in text
        assert "'=HYPERLINK" in text
        assert "audit@contoh.test" not in text
    event = AccessEvent.objects.get(kind="exported")
    assert event.details["rows"] == 1
    assert event.user == admin


def test_the_lists_cost_the_same_however_many(client, admin, assert_flat_queries):
    UserFactory()
    InvitationFactory()
    assert_flat_queries("/users/", grow=lambda: UserFactory.create_batch(8), ceiling=12)
    assert_flat_queries(
        "/users/invitations/", grow=lambda: InvitationFactory.create_batch(8), ceiling=12
    )


def test_two_thousand_accounts_are_listed_as_fast(client, admin, django_assert_max_num_queries):
    people = Person.objects.bulk_create(Person(full_name=f"Orang {n:04}") for n in range(2000))
    User.objects.bulk_create(
        User(email=f"orang{n:04}@contoh.test", person=person, password="!")
        for n, person in enumerate(people)
    )
    for query in ("", "page=40", "q=orang+19", "factor=0&signed_in=never"):
        with django_assert_max_num_queries(12):
            began = time.perf_counter()
            assert client.get(f"/users/?{query}").status_code == 200
            assert time.perf_counter() - began < 3


def test_the_empty_lists_say_what_to_do(client, admin):
    assert "Tidak ada akun yang cocok" in client.get("/users/?q=tidakada").content.decode()
    page = client.get("/users/invitations/").content.decode()
    assert "Tidak ada yang menunggu" in page
    assert (
        "Tidak ada undangan yang cocok"
        in client.get("/users/invitations/?state=revoked").content.decode()
    )


def test_an_invitation_is_sent_again_and_revoked_from_its_row(client, admin, mailoutbox):
    row = InvitationFactory(sent_at=None, email="rina@contoh.test")
    client.post(f"/users/invitations/{row.pk}/send/")
    assert mailoutbox[0].to == ["rina@contoh.test"]
    page = client.post(f"/users/invitations/{row.pk}/send/", follow=True)
    assert "lima menit" in page.content.decode()
    client.post(f"/users/invitations/{row.pk}/revoke/")
    assert "rina@contoh.test" in client.get("/users/invitations/?state=revoked").content.decode()


@pytest.mark.parametrize("verb", ["send", "revoke"])
@pytest.mark.parametrize(("role", "status"), [("auditor", 403), ("staff", 404)])
def test_nobody_else_touches_an_invitation(client, sign_in, mailoutbox, verb, role, status):
    sign_in(UserFactory(role=role))
    path = f"/users/invitations/{InvitationFactory().pk}/{verb}/"
    assert client.post(path).status_code == status
    assert not mailoutbox
