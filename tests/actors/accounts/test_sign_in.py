"""Signing in and out: one answer for whoever may not, a safe way on for whoever may."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.urls import reverse

from actors.accounts.demo import TASKS
from collabgov.demo import ACCOUNTS
from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/login/"
PASSWORD = "rahasia-sekali-2026"


def sign_in(client, email, password=PASSWORD, **more):
    return client.post(LOGIN, {"login": email, "password": password, **more})


def refusal(client, email, password=PASSWORD):
    answer = sign_in(client, email, password)
    assert answer.status_code == 200
    assert not answer.wsgi_request.user.is_authenticated
    return soup_of(answer).find(class_="error-summary").text


def test_email_and_password_open_the_home_page_whatever_the_case(client):
    user = UserFactory(email="rina@contoh.test")
    answer = sign_in(client, "Rina@Contoh.TEST")
    assert answer.status_code == 302
    assert answer.url == "/"
    assert client.session["_auth_user_id"] == str(user.pk)


def test_wrong_unknown_and_closed_get_the_same_answer(client):
    UserFactory(email="ada@contoh.test")
    UserFactory(email="tutup@contoh.test", is_active=False)
    wrong = refusal(client, "ada@contoh.test", "salah-salah-2026")
    assert wrong == refusal(client, "tidak-ada@contoh.test")
    assert wrong == refusal(client, "tutup@contoh.test")


def test_an_error_keeps_the_email_and_forgets_the_password(client):
    page = soup_of(sign_in(client, "ada@contoh.test", "salah"))
    assert page.find("input", {"name": "login"})["value"] == "ada@contoh.test"
    assert not page.find("input", {"name": "password"}).get("value")


def test_the_boxes_help_password_managers_and_phones(client):
    page = soup_of(client.get(LOGIN))
    email, password = (page.find("input", {"name": name}) for name in ("login", "password"))
    assert (email["type"], email["autocomplete"]) == ("email", "username")
    assert password["autocomplete"] == "current-password"


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("", ""),
        ("bukan-surel", "x"),
        ("a@b.test\x00", "x"),
        ("a@b.test", "\x00"),
        ("x" * 9999, "x"),
        ("a@b.test", "x" * 100_000),
        ("\u202ea@b.test", "x"),
        ("<script>@b.test", "x"),
    ],
)
def test_hostile_input_gives_the_form_back(client, email, password):
    assert "error-summary" in sign_in(client, email, password).content.decode()


def test_the_way_on_is_kept_when_it_is_ours(client):
    UserFactory(email="ada@contoh.test")
    assert sign_in(client, "ada@contoh.test", next="/meetings/").url == "/meetings/"


@pytest.mark.parametrize("way", ["https://jahat.test/", "//jahat.test", "javascript:alert(1)"])
def test_the_way_on_never_leads_elsewhere(client, way):
    UserFactory(email="ada@contoh.test")
    assert sign_in(client, "ada@contoh.test", next=way).url == "/"


def test_a_page_asked_for_signed_out_comes_after_signing_in(client):
    answer = client.get("/accounts/profile/")
    assert answer.url == f"{LOGIN}?next=/accounts/profile/"


def test_the_session_gets_a_new_key_on_signing_in(client):
    UserFactory(email="ada@contoh.test")
    client.get(LOGIN)
    client.session["before"] = 1
    before = client.session.session_key
    sign_in(client, "ada@contoh.test")
    assert client.session.session_key != before


def test_a_closed_account_is_out_with_its_next_request(client):
    user = UserFactory()
    client.force_login(user)
    assert client.get("/accounts/profile/").status_code == 200
    type(user).objects.filter(pk=user.pk).update(is_active=False)
    assert client.get("/accounts/profile/").status_code == 302


def test_signing_out_takes_a_post_and_ends_the_session(client):
    client.force_login(UserFactory())
    assert client.get(reverse("accounts:logout")).status_code == 405
    answer = client.post(reverse("accounts:logout"), follow=True)
    assert not answer.wsgi_request.user.is_authenticated
    assert "Anda sudah keluar." in answer.content.decode()


def test_demo_accounts_are_offered_in_demo_mode_only(client, settings, tmp_path):
    settings.LOCAL_DIR = tmp_path
    UserFactory(email="petugas@demo.test")
    settings.DEMO = False
    assert "demo.test" not in client.get(LOGIN).content.decode()
    settings.DEMO = True
    page = soup_of(client.get(LOGIN))
    assert [box["value"] for box in page.select("li input[name=login]")] == ["petugas@demo.test"]


def test_every_demo_account_says_what_it_is_for():
    assert set(TASKS) == set(ACCOUNTS)


def test_wrong_unknown_and_closed_cost_the_same_work(client, monkeypatch):
    """Whoever measures the time of an answer learns nothing about who has an account."""
    UserFactory(email="ada@contoh.test")
    UserFactory(email="tutup@contoh.test", is_active=False)
    UserFactory(email="diundang@contoh.test", password="!tidak-dapat-dipakai")
    work, encode = [], MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *args: work.append(1) or encode(*args))

    def cost(email):
        work.clear()
        refusal(client, email, "salah-salah-2026")
        return len(work)

    costs = {name: cost(f"{name}@contoh.test") for name in ("ada", "tutup", "entah", "diundang")}
    assert set(costs.values()) == {1}, costs


@pytest.mark.parametrize("way", [LOGIN, f"{LOGIN}?next=/", f"http://testserver{LOGIN}"])
def test_being_sent_back_to_signing_in_while_signed_in_means_home(client, way):
    client.force_login(UserFactory())
    answer = client.get(LOGIN, {"next": way})
    assert answer.status_code == 302
    assert answer.url == "/"
