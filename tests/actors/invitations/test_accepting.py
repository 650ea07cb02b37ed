"""The page behind the link: who gets in, once, and where the link does not show."""

import threading

import pytest
from django.contrib.auth.hashers import check_password
from django.db import connection

from actors.accounts.models import SiteRole, User
from actors.audit.models import AccessEvent
from actors.invitations import transitions
from actors.invitations.models import hash_of
from actors.models import Invitation
from tests.factories.actors import InvitationFactory, UserFactory
from tests.html import soup_of

TOKEN = "x" * 43
STRONG = "jembatan-hujan-pagi-7"
BOTH = {"new_password1": STRONG, "new_password2": STRONG}
OPEN = "/accounts/invitations/open/"


@pytest.fixture
def invitation(db):
    return InvitationFactory(token=TOKEN, email="rina@contoh.test", role=SiteRole.AUDITOR)


def follow(client, token=TOKEN):
    return client.get(f"/accounts/invitations/{token}/")


def heading(answer):
    return soup_of(answer).h1.text


def test_the_link_opens_an_account_with_what_was_offered(client, invitation):
    follow(client)
    answer = client.post(OPEN, BOTH)
    assert answer.status_code == 302
    assert answer.url == "/accounts/login/"
    user = User.objects.get(email="rina@contoh.test")
    assert user.is_auditor
    assert user.person == invitation.person
    assert user.organization == invitation.organization
    assert check_password(STRONG, user.password)
    assert Invitation.objects.get().account == user
    assert AccessEvent.objects.get(kind="invitation_accepted").about_pk == str(invitation.pk)


def test_no_page_holds_the_link_and_no_referrer_or_cache_tells_it(client, invitation):
    first = follow(client)
    assert first.status_code == 302
    assert first.url == OPEN
    page = client.get(OPEN)
    assert TOKEN not in page.content.decode()
    for answer in (first, page):
        assert answer.headers["Referrer-Policy"] == "strict-origin"  # never the path
        assert "no-store" in answer.headers["Cache-Control"]
    assert TOKEN not in str(dict(client.session))


def test_looking_at_the_link_does_not_use_it_up(client, invitation):
    for _ in range(3):
        follow(client)
        assert heading(client.get(OPEN)) == "Buka akun Anda"
    assert Invitation.objects.get().accepted_at is None


def test_the_page_speaks_the_language_of_the_invitation(client, db):
    InvitationFactory(token=TOKEN, language="en")
    follow(client)
    assert heading(client.get(OPEN)) == "Open your account"


def dead(**facts):
    return lambda: InvitationFactory(token=TOKEN, **facts)


@pytest.mark.parametrize(
    "make",
    [
        dead(expired=True),
        dead(revoked=True),
        dead(invited_by__is_active=False),
        dead(invited_by__role=SiteRole.STAFF),
        dead(person__is_active=False),
        lambda: None,
    ],
    ids=["expired", "revoked", "inviter closed", "inviter demoted", "person gone", "unknown"],
)
@pytest.mark.django_db
def test_every_dead_link_gets_the_same_page(client, make):
    make()
    answer = follow(client)
    assert answer.status_code == 200
    assert heading(answer) == "Tautan ini tidak berlaku lagi"
    assert "sessionid" not in answer.cookies
    assert heading(client.post(OPEN, BOTH)) == "Tautan ini tidak berlaku lagi"
    assert not User.objects.filter(email__startswith="diundang").exists()


def test_a_used_link_gets_that_page_too(client, invitation):
    follow(client)
    client.post(OPEN, BOTH)
    assert heading(follow(client)) == "Tautan ini tidak berlaku lagi"


def test_a_link_that_dies_while_the_page_is_open_says_so(client, invitation):
    follow(client)
    transitions.revoke(invitation=invitation, by=invitation.invited_by)
    assert heading(client.post(OPEN, BOTH)) == "Tautan ini tidak berlaku lagi"
    assert not User.objects.filter(email="rina@contoh.test").exists()


def test_an_account_made_meanwhile_is_not_taken_over(client, invitation):
    follow(client)
    there = UserFactory(email="rina@contoh.test")
    assert heading(client.post(OPEN, BOTH)) == "Tautan ini tidak berlaku lagi"
    assert User.objects.get(email="rina@contoh.test").password == there.password


@pytest.mark.parametrize(
    ("first", "second"),
    [("pendek-7", "pendek-7"), (STRONG, "lain-sekali-2026"), ("password1234",) * 2],
)
def test_a_weak_or_mistyped_password_is_refused(client, invitation, first, second):
    follow(client)
    answer = client.post(OPEN, {"new_password1": first, "new_password2": second})
    assert soup_of(answer).find(class_="error-summary")
    assert first not in answer.content.decode()
    assert Invitation.objects.get().accepted_at is None


def test_posted_extras_change_nothing(client, invitation):
    follow(client)
    client.post(OPEN, BOTH | {"role": "admin", "email": "lain@contoh.test", "organization": "1"})
    user = User.objects.get(email="rina@contoh.test")
    assert user.is_auditor


def test_whoever_is_signed_in_is_told_to_sign_out_first(client, sign_in, invitation):
    sign_in()
    answer = follow(client)
    assert heading(answer) == "Anda sudah masuk"
    client.post(OPEN, BOTH)
    assert Invitation.objects.get().accepted_at is None


@pytest.mark.django_db(transaction=True)
def test_two_tabs_at_once_open_one_account():
    InvitationFactory(token=TOKEN, email="rina@contoh.test")
    gate, answers = threading.Barrier(2), []

    def accept():
        try:
            gate.wait(timeout=10)
            answers.append(transitions.accept(token_hash=hash_of(TOKEN), password=STRONG))
        except transitions.LinkDead as refusal:
            answers.append(refusal)
        finally:
            connection.close()

    tabs = [threading.Thread(target=accept) for _ in range(2)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join(timeout=30)
    assert sorted(type(answer).__name__ for answer in answers) == ["LinkDead", "User"]
    assert User.objects.filter(email="rina@contoh.test").count() == 1
