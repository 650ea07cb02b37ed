"""The form that invites: somebody of the register, or somebody new by name."""

import pytest

from actors.models import Invitation, Person
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
INVITE = "/users/invite/"


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


@pytest.fixture
def facts(db):
    return {
        "email": "rina@contoh.test",
        "organization": OrganizationFactory().pk,
        "role": "staff",
        "language": "id",
    }


def errors(answer):
    summary = soup_of(answer).find(class_="error-summary")
    return summary.text if summary else ""


def test_somebody_new_is_put_on_the_register(client, admin, facts, mailoutbox):
    answer = client.post(INVITE, facts | {"full_name": " Dewi\u200b  Anjani "})
    assert answer.status_code == 302
    assert Invitation.objects.get().person.full_name == "Dewi Anjani"
    assert len(mailoutbox) == 1


def test_a_name_that_is_there_is_asked_about_first(client, admin, facts, mailoutbox):
    PersonFactory(full_name="Dewi Anjani")
    answer = client.post(INVITE, facts | {"full_name": "dewi anjani"})
    assert "Dewi Anjani" in soup_of(answer).find(class_="twins").text
    assert not mailoutbox
    client.post(INVITE, facts | {"full_name": "Dewi Anjani", "add_anyway": "on"})
    assert Person.objects.filter(full_name__iexact="dewi anjani").count() == 2


def test_one_or_the_other(client, admin, facts):
    person = PersonFactory()
    both = client.post(INVITE, facts | {"person": person.pk, "full_name": "Dewi"})
    assert "jangan keduanya" in errors(both)
    assert "Pilih orang" in errors(client.post(INVITE, facts))
    assert not Invitation.objects.exists()


def test_searching_without_scripts_says_nothing_wrong(client, admin, facts):
    PersonFactory(full_name="Dewi Anjani")
    answer = client.post(INVITE, {"person_q": "dewi", "person_find": "1"})
    assert "Dewi Anjani" in answer.content.decode()
    assert not errors(answer)


def test_what_the_form_does_not_offer_is_refused(client, admin, facts):
    holder = UserFactory()
    gone = OrganizationFactory(is_active=False)
    for wrong in (
        {"person": holder.person_id},
        {"person": PersonFactory(is_active=False).pk},
        {"full_name": "Dewi", "organization": gone.pk},
        {"full_name": "Dewi", "role": "king"},
        {"full_name": "Dewi", "email": "bukan surel"},
        {"full_name": "Dewi", "email": "a\r\nBcc: b@contoh.test"},
        {"full_name": "Dewi", "email": ""},
        {"full_name": "D" * 151},
        {"full_name": "\x00"},
    ):
        assert errors(client.post(INVITE, facts | wrong)), wrong
    assert not Invitation.objects.exists()


def test_an_address_with_an_account_leads_to_it(client, admin, facts):
    holder = UserFactory(email="rina@contoh.test")
    answer = client.post(INVITE, facts | {"email": "RINA@contoh.test", "full_name": "Rina"})
    assert "Sudah ada akun" in errors(answer)
    assert soup_of(answer).find("a", href=f"/users/{holder.pk}/")


@pytest.mark.parametrize("role", ["staff", "auditor"])
def test_only_admins_invite(client, sign_in, facts, role):
    sign_in(UserFactory(role=role))
    assert client.get(INVITE).status_code == 403
    assert client.post(INVITE, facts | {"full_name": "Dewi"}).status_code == 403
    assert not Invitation.objects.exists()
