"""The second step: who must have one, setting it up, signing in with it, taking it away."""

import time

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection

from actors.accounts.duties import must_set_up
from actors.accounts.models import SiteRole
from actors.audit.models import AccessEvent
from tests.actors.accounts.codes import LOGIN, PASSWORD, STEP, code_of, give_app, sign_in
from tests.factories.actors import PersonFactory, UserFactory
from tests.factories.charter import CoordinatorFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
SECURITY = "/accounts/security/"


@pytest.fixture
def required(settings):
    settings.MFA_REQUIRED = True


@pytest.fixture(params=["admin", "auditor", "coordinator"])
def on_duty(request, required):
    if request.param == "coordinator":
        person = PersonFactory()
        CoordinatorFactory(person=person)
        return UserFactory(person=person)
    return UserFactory(role=SiteRole(request.param))


def is_in(client):
    return client.get("/accounts/profile/").status_code == 200


def test_who_has_a_duty_sets_it_up_before_any_other_page(on_duty, client):
    sign_in(client, on_duty)
    for path in ("/", "/organizations/", "/accounts/profile/"):
        answer = client.get(path)
        assert answer.status_code == 403
        assert soup_of(answer).find("a", href=SECURITY)


def test_a_form_does_not_slip_through_and_its_text_is_shown(on_duty, client):
    sign_in(client, on_duty)
    answer = client.post("/accounts/profile/", {"language": "en", "time_zone": "Asia/Jakarta"})
    assert answer.status_code == 403
    assert "Asia/Jakarta" in answer.content.decode()
    on_duty.refresh_from_db()
    assert on_duty.language == "id"


def test_staff_and_former_coordinators_are_not_asked(required, client):
    assert not must_set_up(UserFactory())
    person = PersonFactory()
    CoordinatorFactory(person=person, starts_on="2020-01-01", ends_on="2020-12-31")
    assert not must_set_up(UserFactory(person=person))


def test_in_demo_mode_nobody_is_asked(settings):
    settings.MFA_REQUIRED = False
    assert not must_set_up(UserFactory(role=SiteRole.ADMIN))


def test_setting_up_an_app_opens_the_site_and_gives_recovery_codes(
    on_duty, client, django_capture_on_commit_callbacks
):
    sign_in(client, on_duty)
    page = soup_of(client.get("/accounts/security/app/"))
    secret = page.find(id="app-secret").text
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/accounts/security/app/", {"code": code_of(secret)})
    assert answer.url == "/accounts/security/codes/"
    assert len(soup_of(client.get(answer.url)).select(".recovery-codes li")) == 10
    assert is_in(client)
    assert AccessEvent.objects.filter(kind="factor_added", user_id=on_duty.pk).exists()


def test_setting_up_ends_the_sessions_elsewhere(client, django_capture_on_commit_callbacks):
    user = UserFactory()
    elsewhere = type(client)()
    sign_in(elsewhere, user)
    sign_in(client, user)
    page = soup_of(client.get("/accounts/security/app/"))
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/accounts/security/app/", {"code": code_of(page.find(id="app-secret").text)})
    assert is_in(client)
    assert not is_in(elsewhere)


def test_the_password_alone_no_longer_signs_in(client):
    user = UserFactory()
    secret = give_app(user)
    assert sign_in(client, user).url == STEP
    assert not is_in(client)
    assert client.post(STEP, {"code": code_of(secret)}).status_code == 302
    assert is_in(client)


@pytest.mark.parametrize("code", ["000000", "", "x" * 5000, "١٢٣٤٥٦", "\x00"])
def test_a_wrong_code_gives_the_form_back(code, client):
    user = UserFactory()
    give_app(user)
    sign_in(client, user)
    answer = client.post(STEP, {"code": code})
    assert "error-summary" in answer.content.decode()
    assert not is_in(client)


def test_a_code_works_once(client):
    user = UserFactory()
    code = code_of(give_app(user))
    sign_in(client, user)
    client.post(STEP, {"code": code})
    another = type(client)()
    sign_in(another, user)
    another.post(STEP, {"code": code})
    assert not is_in(another)


def test_a_code_works_once_as_long_as_a_slow_clock_would_take_it(client, monkeypatch):
    user = UserFactory()
    early = code_of(give_app(user), periods=1)
    sign_in(client, user)
    client.post(STEP, {"code": early})
    later = time.time() + 35  # allauth has forgotten it, it would still be taken
    with connection.cursor() as cursor:
        cursor.execute("UPDATE site_cache SET expires = expires - interval '35 seconds'")
    monkeypatch.setattr("time.time", lambda: later)
    another = type(client)()
    sign_in(another, user)
    another.post(STEP, {"code": early})
    assert is_in(client)
    assert not is_in(another)


def test_the_code_that_set_up_the_app_does_not_sign_in(client):
    user = UserFactory()
    sign_in(client, user)
    code = code_of(soup_of(client.get("/accounts/security/app/")).find(id="app-secret").text)
    client.post("/accounts/security/app/", {"code": code})
    another = type(client)()
    assert sign_in(another, user).url == STEP
    assert "error-summary" in another.post(STEP, {"code": code}).content.decode()
    assert not is_in(another)


def test_a_recovery_code_works_once(client):
    user = UserFactory()
    give_app(user)
    codes = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()
    for works in (True, False):
        browser = type(client)()
        sign_in(browser, user)
        browser.post(STEP, {"code": codes[0]})
        assert is_in(browser) is works


def test_codes_are_not_guessed_for_long(client):
    user = UserFactory()
    secret = give_app(user)
    sign_in(client, user)
    for _try in range(10):
        client.post(STEP, {"code": "000000"})
    answer = client.post(STEP, {"code": code_of(secret)})
    assert "Terlalu banyak percobaan" in answer.content.decode()
    assert not is_in(client)


def test_what_was_typed_comes_through_both_steps(client):
    user = UserFactory()
    secret = give_app(user)
    stopped = client.post("/accounts/profile/", {"language": "en", "time_zone": "Asia/Jakarta"})
    token = soup_of(stopped).find("input", {"name": "unsent"})["value"]
    second = sign_in(client, user, unsent=token)
    token = soup_of(second).find("input", {"name": "unsent"})["value"]
    answer = client.post(STEP, {"code": code_of(secret), "unsent": token})
    assert "Asia/Jakarta" in answer.content.decode()
    assert soup_of(answer).find("form", action="/accounts/profile/")


def test_starting_again_forgets_the_first_step(client):
    user = UserFactory()
    give_app(user)
    sign_in(client, user)
    client.post("/accounts/logout/")
    assert client.get(STEP).url == LOGIN


def test_the_last_factor_of_a_duty_stays(on_duty, client):
    secret = give_app(on_duty)
    sign_in(client, on_duty)
    client.post(STEP, {"code": code_of(secret)})
    answer = client.post("/accounts/security/app/remove/")
    assert "Peran Anda" in answer.content.decode()
    assert Authenticator.objects.filter(user=on_duty, type="totp").exists()


def test_staff_may_take_theirs_away(client):
    user = UserFactory()
    secret = give_app(user)
    sign_in(client, user)
    client.post(STEP, {"code": code_of(secret)})
    assert client.post("/accounts/security/app/remove/").url == SECURITY
    assert not Authenticator.objects.filter(user=user).exists()
    assert AccessEvent.objects.filter(kind="factor_removed").exists()


def test_after_a_while_the_password_is_asked_again(client):
    user = UserFactory()
    client.force_login(user)  # a session without a fresh proof
    way = client.get("/accounts/security/app/")
    assert way.url.startswith("/accounts/security/password/")
    assert client.post(way.url, {"password": "salah-salah"}).status_code == 200
    assert client.post(way.url, {"password": PASSWORD}).url == "/accounts/security/app/"
    assert client.get("/accounts/security/app/").status_code == 200


def test_the_secret_lies_sealed_in_the_database(settings):
    user = UserFactory()
    secret = give_app(user)
    row = Authenticator.objects.get(user=user, type="totp")
    assert secret not in str(row.data)
    key, settings.SECRET_KEY = settings.SECRET_KEY, "another-key" * 9
    settings.SECRET_KEY_FALLBACKS = [key]
    assert row.wrap().validate_code(code_of(secret))


@pytest.mark.parametrize("path", ["edit", "remove"])
def test_another_persons_passkey_is_not_there(path, client):
    theirs = Authenticator.objects.create(user=UserFactory(), type="webauthn", data={"name": "x"})
    sign_in(client, UserFactory())
    address = f"/accounts/security/passkeys/{theirs.pk}/{path}/"
    assert client.get(address).status_code == 404
    assert client.post(address, {"name": "y"}).status_code == 404
    theirs.refresh_from_db()
    assert theirs.data == {"name": "x"}


@pytest.mark.parametrize("answer", ["", "{}", "[]", "null", '{"id": 1}', "x" * 50_000, "\x00"])
def test_a_strange_answer_of_a_passkey_gives_the_page_back(answer, client):
    user = UserFactory()
    give_app(user)
    sign_in(client, user)
    reply = client.post(STEP, {"credential": answer})
    assert reply.status_code == 200
    assert "error-summary" in reply.content.decode()
