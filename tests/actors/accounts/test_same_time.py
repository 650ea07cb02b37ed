"""How long an answer takes says nothing about who has an account; a real mail server."""

import time
from statistics import median

import pytest

from actors.accounts.password_views import ANSWER_SECONDS
from tests.factories.actors import UserFactory

pytestmark = pytest.mark.django_db
LOGIN, FORGOTTEN = "/accounts/login/", "/accounts/password/forgotten/"
SLOW = 1.5
TRIES = 10


@pytest.fixture(autouse=True)
def as_deployed(settings):
    settings.MAIL_APART = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.fixture
def ada(as_deployed):
    return UserFactory(email="ada@contoh.test")


def seconds(client, path, data):
    began = time.perf_counter()
    client.post(path, data)
    return time.perf_counter() - began


def ratio(measure, tries=TRIES):
    """Known to unknown, turn by turn, so that a busy machine is busy for both."""
    turns = [(measure("ada@contoh.test"), measure("ide@contoh.test")) for _ in range(tries)]
    known, unknown = zip(*turns[2:], strict=True)
    return median(known) / median(unknown)


def test_the_time_of_an_answer_is_set_and_not_found_out(client, ada, inbox):
    fastest = min(seconds(client, FORGOTTEN, {"email": email}) for email in (ada.email, "ide@a.id"))
    assert fastest >= ANSWER_SECONDS


def test_a_sign_in_takes_as_long_without_an_account(client, ada):
    def measure(email):
        return seconds(client, LOGIN, {"login": email, "password": "salah-salah-2026"})

    assert 0.6 < ratio(measure) < 1.6


def test_asking_for_a_new_password_takes_as_long_without_an_account(client, ada, inbox):
    def measure(email):
        return seconds(client, FORGOTTEN, {"email": email})

    assert 0.8 < ratio(measure) < 1.25
    assert len(inbox.wait_for(TRIES)) == TRIES


def test_nobody_waits_for_a_slow_mail_server_and_the_mail_arrives(client, ada, inbox):
    inbox.seconds = SLOW
    assert seconds(client, FORGOTTEN, {"email": ada.email}) < SLOW
    assert not inbox.mails
    (mail,) = inbox.wait_for(1)
    assert mail["To"] == ada.email


def test_a_mail_server_that_is_down_shows_to_nobody(client, ada, no_mail_server, caplog):
    pages = [
        client.post(FORGOTTEN, {"email": email}, follow=True)
        for email in (ada.email, "ide@contoh.test")
    ]
    assert pages[0].redirect_chain == pages[1].redirect_chain
    assert [page.status_code for page in pages] == [200, 200]
    until = time.monotonic() + 10
    while "A mail was not sent" not in caplog.text and time.monotonic() < until:
        time.sleep(0.01)
    assert "A mail was not sent" in caplog.text
    assert "contoh.test" not in caplog.text
