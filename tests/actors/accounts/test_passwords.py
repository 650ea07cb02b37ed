"""Changing a password, and getting a new one by mail."""

import re

import pytest
from django.core import mail

from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
OLD, NEW = "rahasia-sekali-2026", "jembatan-hujan-pagi-7"
FORGOTTEN = "/accounts/password/forgotten/"


def change(client, old=OLD, new=NEW, again=NEW):
    data = {"old_password": old, "new_password1": new, "new_password2": again}
    return client.post("/accounts/password/", data)


def test_a_password_is_changed_and_the_session_stays(client, sign_in):
    user = sign_in()
    assert change(client).url == "/accounts/profile/"
    user.refresh_from_db()
    assert user.check_password(NEW)
    assert "Kata sandi Anda sudah diubah." in client.get("/accounts/profile/").content.decode()


@pytest.mark.parametrize(
    "data",
    [
        {"old": "salah"},
        {"again": "lain-lagi-2026"},
        {"new": "pendek", "again": "pendek"},
        {"new": "password1234", "again": "password1234"},
        {"old": "", "new": "", "again": ""},
        {"new": "\x00" * 20, "again": "\x00" * 20},
    ],
)
def test_a_password_is_not_changed_when_something_is_wrong(client, sign_in, data):
    user = sign_in()
    answer = change(client, **data)
    assert soup_of(answer).select(".error-summary a")
    user.refresh_from_db()
    assert user.check_password(OLD)


@pytest.mark.parametrize("again", ["12345", "54321"])
def test_a_weak_password_is_reported_where_it_was_typed_first(client, sign_in, again):
    sign_in()
    form = change(client, new="12345", again=again).context["form"]
    assert form.errors["new_password1"]
    assert ("new_password2" in form.errors) == (again != "12345")


def test_a_password_that_differs_is_reported_at_its_repetition(client, sign_in):
    sign_in()
    assert set(change(client, again="lain-lagi-2026").context["form"].errors) == {"new_password2"}


def test_changing_a_password_wants_a_sign_in(client):
    assert change(client).url.startswith("/accounts/login/")


def ask(client, email):
    return client.post(FORGOTTEN, {"email": email}, follow=True)


def link_in(message):
    return re.search(r"http://testserver(/\S+)", message.body).group(1)


def test_known_unknown_and_closed_addresses_see_the_same_page(client):
    UserFactory(email="ada@contoh.test")
    UserFactory(email="tutup@contoh.test", is_active=False)
    pages = [
        soup_of(ask(client, address)).main.text
        for address in ("ada@contoh.test", "tidak@contoh.test", "tutup@contoh.test")
    ]
    assert pages[0] == pages[1] == pages[2]
    assert [message.to for message in mail.outbox] == [["ada@contoh.test"]]


@pytest.mark.parametrize(
    ("language", "subject", "words"),
    [
        ("id", "Kata sandi baru untuk collabgov", "Tautan berlaku satu kali"),
        ("en", "A new password for collabgov", "It works once"),
    ],
)
def test_the_mail_speaks_the_language_of_the_account(client, language, subject, words):
    UserFactory(email="ada@contoh.test", language=language)
    client.post(FORGOTTEN, {"email": "ADA@contoh.test"}, headers={"accept-language": "en"})
    (message,) = mail.outbox
    assert message.subject == subject
    assert words in message.body
    assert "\n" not in message.subject


def test_the_link_sets_a_password_once(client):
    user = UserFactory(email="ada@contoh.test")
    ask(client, "ada@contoh.test")
    link = link_in(mail.outbox[0])
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0]
    assert "Pilih kata sandi baru" in form.content.decode()
    answer = client.post(address, {"new_password1": NEW, "new_password2": NEW})
    assert answer.url == "/accounts/login/"
    user.refresh_from_db()
    assert user.check_password(NEW)
    assert "tidak berlaku lagi" in client.get(link).content.decode()


def test_a_weak_new_password_comes_back_with_reasons(client):
    UserFactory(email="ada@contoh.test")
    ask(client, "ada@contoh.test")
    address = client.get(link_in(mail.outbox[0])).url
    answer = client.post(address, {"new_password1": "ada", "new_password2": "ada"})
    assert soup_of(answer).select(".error-summary a")


def test_an_account_closed_meanwhile_gets_no_new_password(client):
    user = UserFactory(email="ada@contoh.test")
    ask(client, "ada@contoh.test")
    type(user).objects.update(is_active=False)
    assert "tidak berlaku lagi" in client.get(link_in(mail.outbox[0])).content.decode()


def test_somebody_invited_without_a_password_can_ask_for_one(client):
    user = UserFactory(email="ada@contoh.test")
    user.set_unusable_password()
    user.save()
    ask(client, "ada@contoh.test")
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("link", ["x/y/", "MQ/abc-def/", "OTk5OTk5OTk5OTk5OTk/a-b/", "%00/%00/"])
def test_a_made_up_link_is_explained(client, link):
    answer = client.get(f"/accounts/password/new/{link}")
    assert "tidak berlaku lagi" in answer.content.decode()


@pytest.mark.parametrize("email", ["", "x", "a@b.test\x00", "x" * 10_000, "a@b.test\nBcc: c@d.e"])
def test_hostile_addresses_give_the_form_back(client, email):
    assert client.post(FORGOTTEN, {"email": email}).status_code == 200
    assert not mail.outbox
