"""The owner of an account learns by mail that what opens it has changed; a real mail server."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.db import transaction

from actors.accounts.factors import forget_factors
from actors.accounts.notices import PASSWORD_CHANGED, tell_owner
from tests.actors.accounts.codes import PASSWORD, STEP, code_of, give_app, sign_in
from tests.actors.conftest import SITE
from tests.factories.actors import UserFactory

pytestmark = pytest.mark.django_db
NEW = "jembatan-hujan-pagi-7"
TWICE = {"new_password1": NEW, "new_password2": NEW}
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0"


@pytest.fixture
def user():
    return UserFactory(email="sari@contoh.test")


@pytest.fixture
def here(client, user):
    """Somebody signed in at a browser with a name and an address."""
    client.defaults |= {"HTTP_USER_AGENT": FIREFOX, "REMOTE_ADDR": "203.0.113.7"}
    sign_in(client, user)
    return client


def only(inbox):
    (mail,) = inbox.mails
    assert mail["To"] == "sari@contoh.test"
    return mail.get_content()


def change_password(client):
    return client.post("/accounts/password/", {"old_password": PASSWORD, **TWICE})


@pytest.mark.parametrize(
    ("language", "subject", "sentences"),
    [
        (
            "id",
            "Keamanan akun Anda di collabgov berubah",
            ("Kata sandi akun Anda telah diubah.", "WITA", "Firefox di Linux, 203.0.113.7"),
        ),
        (
            "en",
            "The security of your account at collabgov has changed",
            ("The password of your account was changed.", "Firefox on Linux, 203.0.113.7"),
        ),
    ],
)
def test_a_changed_password_is_told_in_the_language_of_the_account(
    language, subject, sentences, inbox, client, user, here, committed
):
    type(user).objects.update(language=language)
    with committed():
        assert change_password(client).status_code == 302
    text = only(inbox)
    assert inbox.mails[0]["Subject"] == subject
    assert all(sentence in text for sentence in sentences), text
    assert f"{SITE}/accounts/password/forgotten/" in text
    assert f"{SITE}/accounts/sessions/" in text
    assert NEW not in text


def test_the_links_lead_to_the_site_whatever_host_was_typed(inbox, here, committed, settings):
    settings.ALLOWED_HOSTS = ["*"]
    with committed():
        here.post(
            "/accounts/password/",
            {"old_password": PASSWORD, **TWICE},
            headers={"host": "jahat.test"},
        )
    assert "jahat" not in only(inbox)


def test_a_password_set_by_mail_is_told(inbox, client, user, committed):
    client.post("/accounts/password/forgotten/", {"email": user.email})
    link = re.search(rf"{SITE}(/\S+)", only(inbox)).group(1)
    form = client.get(link).url
    with committed():
        client.post(form, TWICE)
    assert "Kata sandi akun Anda telah diubah." in inbox.mails[1].get_content()


def test_a_password_that_was_not_changed_is_not_told(inbox, here, committed):
    with committed():
        here.post("/accounts/password/", {"old_password": "salah", **TWICE})
    assert not inbox.mails


def test_an_app_is_told_when_it_comes_and_when_it_goes(inbox, here, committed):
    secret = re.search(
        r'id="app-secret"[^>]*>([A-Z2-7]+)', here.get("/accounts/security/app/").content.decode()
    ).group(1)
    with committed():
        here.post("/accounts/security/app/", {"code": code_of(secret)})
    assert "Aplikasi autentikator dipasang" in only(inbox)
    with committed():
        here.post("/accounts/security/app/remove/")
    assert "Aplikasi autentikator akun Anda dihapus" in inbox.mails[1].get_content()
    assert len(inbox.mails) == 2


def test_a_passkey_that_goes_is_told(inbox, here, user, committed):
    passkey = Authenticator.objects.create(user=user, type="webauthn", data={"name": "Kunci"})
    with committed():
        here.post(f"/accounts/security/passkeys/{passkey.pk}/remove/")
    assert "Sebuah kunci sandi akun Anda dihapus" in only(inbox)


def test_recovery_codes_are_told_when_made_anew_and_when_used(inbox, client, user, committed):
    secret = give_app(user)
    sign_in(client, user)
    client.post(STEP, {"code": code_of(secret)})
    with committed():
        client.post("/accounts/security/codes/new/")
    assert "Kode pemulihan baru telah dibuat" in only(inbox)
    codes = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()
    another = type(client)()
    sign_in(another, user)
    with committed():
        another.post(STEP, {"code": codes[0]})
    assert "Sebuah kode pemulihan akun Anda dipakai" in inbox.mails[1].get_content()


def test_factors_taken_away_are_told_with_the_name_of_the_admin(
    inbox, client, user, committed, sign_in
):
    give_app(user)
    admin = sign_in(UserFactory(admin=True))
    with committed():
        client.post(
            f"/users/{user.pk}/second-factor/reset/",
            {"reason": "Ponsel hilang"},
            headers={"user-agent": FIREFOX},
        )
    text = only(inbox)
    assert "ada yang menyatakan" in text
    assert str(admin) in text
    assert "Firefox" not in text  # the admin's device is not the owner's business


def test_factors_taken_away_by_command_are_told(inbox, user, committed, capsys):
    give_app(user)
    with committed():
        call_command("forget_second_factor", user.email)
    assert f"{SITE}/accounts/password/forgotten/" in only(inbox)


def test_an_account_restored_by_command_is_told_and_signed_out(inbox, here, committed, capsys):
    with committed():
        call_command("create_admin", "sari@contoh.test")
        call_command("create_admin", "sari@contoh.test")
    assert "dijadikan admin" in only(inbox)  # the second time changes nothing
    assert here.get("/accounts/profile/").status_code == 302


def test_what_is_undone_is_not_told(inbox, user, committed):
    give_app(user)
    with committed(), transaction.atomic():
        forget_factors(user=user)
        transaction.set_rollback(True)
    assert not inbox.mails


def test_a_mail_server_that_is_down_stops_no_change(no_mail_server, here, user, committed, caplog):
    with committed():
        assert change_password(here).status_code == 302
    user.refresh_from_db()
    assert user.check_password(NEW)
    assert "A mail was not sent" in caplog.text
    assert "contoh.test" not in caplog.text


def test_no_name_breaks_out_of_the_head(inbox, user, committed, settings):
    settings.SITE_NAME = "kolab\r\nBcc: semua@contoh.test"
    with committed():
        tell_owner(PASSWORD_CHANGED, user=user, by=UserFactory(person__full_name="A\nBcc: b@c.d"))
    assert inbox.envelopes[0].rcpt_tos == ["sari@contoh.test"]
    assert inbox.mails[0]["Bcc"] is None
