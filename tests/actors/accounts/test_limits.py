"""Guessing: a few tries for an account, a few for an address, and how long to wait."""

import pytest

from actors.audit.models import AccessEvent
from tests.actors.accounts.codes import LOGIN, PASSWORD, sign_in
from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


def guess(client, email, ip="203.0.113.1", **headers):
    data = {"login": email, "password": "salah-salah-2026"}
    return client.post(LOGIN, data, REMOTE_ADDR=ip, **headers)


def lock(client, email):
    return [guess(client, email, ip=f"203.0.113.{n}").status_code for n in range(11)]


def test_after_ten_wrong_passwords_an_account_waits(client):
    user = UserFactory()
    assert lock(client, user.email) == [200] * 10 + [429]
    answer = sign_in(client, user)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 300
    assert "menit" in soup_of(answer).main.text
    assert AccessEvent.objects.filter(kind="limited").exists()
    assert AccessEvent.objects.filter(kind="sign_in_failed", details__email=user.email).exists()


def test_the_case_of_an_address_is_no_way_around(client):
    user = UserFactory(email="ada@contoh.test")
    lock(client, user.email)
    assert guess(client, "ADA@Contoh.Test", ip="198.51.100.9").status_code == 429


def test_an_unknown_account_waits_just_the_same(client):
    assert lock(client, "tidak-ada@contoh.test") == [200] * 10 + [429]


def test_a_device_where_one_signed_in_before_is_not_locked_out_by_others(client):
    user = UserFactory()
    known = type(client)()
    sign_in(known, user)
    known.post("/accounts/logout/")
    lock(client, user.email)
    assert sign_in(known, user).status_code == 302


def test_a_forged_device_helps_nobody(client):
    user = UserFactory()
    lock(client, user.email)
    client.cookies["known_device"] = "forged"
    assert guess(client, user.email).status_code == 429


def test_another_persons_device_helps_nobody(client):
    user = UserFactory()
    lock(client, user.email)
    sign_in(client, UserFactory())
    client.post("/accounts/logout/")
    assert guess(client, user.email, ip="198.51.100.3").status_code == 429


def test_spraying_many_accounts_from_one_address_ends(client):
    answers = [guess(client, f"akun{n}@contoh.test").status_code for n in range(40)]
    assert answers == [200] * 30 + [429] * 10
    assert guess(client, "akun0@contoh.test", ip="203.0.113.2").status_code == 200


@pytest.mark.parametrize("proxies", [0, 1])
def test_a_forged_address_is_not_believed(proxies, client, settings):
    """What the client writes into X-Forwarded-For stands left of what our own proxy adds."""
    settings.TRUSTED_PROXY_COUNT = proxies
    answers = []
    for n in range(40):
        told = f"10.0.0.{n}, 198.51.100.4" if proxies else f"10.0.0.{n}"
        answer = guess(client, f"akun{n}@contoh.test", HTTP_X_FORWARDED_FOR=told)
        answers.append(answer.status_code)
    assert answers == [200] * 30 + [429] * 10


def test_right_passwords_use_nothing_up(client):
    user = UserFactory()
    for _time in range(12):
        assert sign_in(client, user).status_code == 302
        client.post("/accounts/logout/")


def test_new_passwords_are_asked_for_a_few_times_only(client, mailoutbox):
    user = UserFactory()
    codes = [
        client.post("/accounts/password/forgotten/", {"email": user.email}).status_code
        for _time in range(7)
    ]
    assert codes == [302] * 5 + [429] * 2
    assert len(mailoutbox) == 5


def test_the_present_password_is_not_guessed_by_changing_it(client):
    user = UserFactory()
    sign_in(client, user)
    wrong = {"old_password": "salah", "new_password1": PASSWORD, "new_password2": PASSWORD}
    codes = [client.post("/accounts/password/", wrong).status_code for _time in range(6)]
    assert codes[-1] == 429
