"""Single sign-on against a real provider: who comes in, as whom, and who does not."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from actors.accounts.models import SiteRole, User
from actors.audit.models import AccessEvent
from tests.actors.accounts.single_sign_on.provider import away, with_parameter
from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


def signed_in_as(client):
    return client.session.get("_auth_user_id")


def refused(answer, client, words):
    assert answer.status_code == 403
    assert words in soup_of(answer).main.text
    assert signed_in_as(client) is None
    return True


def test_the_button_comes_first_on_the_sign_in_page(trusted, client):
    page = soup_of(client.get("/accounts/login/"))
    assert "Portal Pegawai" in page.main.find("form").button.text


def test_without_a_provider_there_is_no_button_and_no_address(client, settings):
    settings.OIDC_ISSUER = ""
    assert "oidc" not in client.get("/accounts/login/").content.decode()
    assert client.post("/accounts/oidc/sso/").status_code == 404
    assert client.get("/accounts/oidc/sso/back/?state=x&code=y").status_code == 404


def test_a_verified_email_opens_its_account_whatever_the_case(come_back, client):
    user = UserFactory(email="rina@contoh.test")
    answer = come_back("rina", next="/meetings/")
    assert answer.url == "/meetings/"
    assert signed_in_as(client) == str(user.pk)
    assert AccessEvent.objects.filter(kind="signed_in", user_id=user.pk).exists()


def test_the_link_stays_when_the_email_here_becomes_another(come_back, client):
    user = UserFactory(email="rina@contoh.test")
    come_back("rina")
    client.logout()
    User.objects.filter(pk=user.pk).update(email="rina.wati@contoh.test")
    come_back("rina")
    assert signed_in_as(client) == str(user.pk)


def test_an_email_that_nobody_vouches_for_opens_nothing(come_back, client):
    UserFactory(email="rina@contoh.test")
    assert refused(come_back("palsu"), client, "tidak menjamin")
    assert not SocialAccount.objects.exists()
    assert AccessEvent.objects.filter(kind="single_sign_on", outcome="refused").exists()


def test_no_email_at_all_opens_nothing(come_back, client):
    assert refused(come_back("tanpa"), client, "tidak menjamin")


@pytest.mark.parametrize(
    ("who", "victim"), [("kelvin", "koor@contoh.test"), ("titik", "rina@contoh.test")]
)
@pytest.mark.parametrize("may_create", [True, False])
def test_letters_that_look_alike_are_somebody_else(
    who, victim, may_create, come_back, client, settings
):
    settings.OIDC_CREATE_ACCOUNTS = may_create
    UserFactory(email=victim)
    assert refused(come_back(who), client, "Belum ada akun")


def test_an_unknown_person_is_told_whom_to_ask(come_back, client):
    assert refused(come_back("baru"), client, "admin mengundang")
    assert not User.objects.filter(email="baru@contoh.test").exists()


def test_an_unknown_person_gets_an_account_where_that_is_wanted(come_back, client, settings):
    settings.OIDC_CREATE_ACCOUNTS = True
    assert come_back("baru").status_code == 302
    user = User.objects.get(email="baru@contoh.test")
    assert (user.role, user.organization, str(user.person)) == ("staff", None, "Orang Baru")
    assert not user.has_usable_password()
    assert signed_in_as(client) == str(user.pk)


def test_a_closed_account_stays_closed(come_back, client):
    UserFactory(email="rina@contoh.test", is_active=False)
    assert refused(come_back("rina"), client, "ditutup")
    assert not SocialAccount.objects.exists()


def test_a_closed_account_stays_closed_after_it_was_linked(come_back, client):
    user = UserFactory(email="rina@contoh.test")
    come_back("rina")
    client.logout()
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert refused(come_back("rina"), client, "ditutup")


def test_the_role_follows_the_claim_at_each_sign_in(come_back, settings):
    settings.OIDC_ROLE_CLAIM, settings.OIDC_ROLE_MAP = "groups", {"pengelola": "admin"}
    UserFactory(role=SiteRole.ADMIN)
    head = UserFactory(email="kepala@contoh.test")
    elsewhere = Client()
    elsewhere.force_login(head)
    elsewhere.get("/accounts/profile/")
    staff = UserFactory(email="pegawai@contoh.test", role=SiteRole.ADMIN)
    come_back("kepala")
    come_back("pegawai")
    head.refresh_from_db()
    staff.refresh_from_db()
    assert (head.role, staff.role) == ("admin", "staff")
    assert elsewhere.get("/accounts/profile/").status_code == 302  # opened for another role
    assert AccessEvent.objects.filter(kind="role_changed").count() == 2


def test_the_last_admin_stays_one(come_back, settings):
    settings.OIDC_ROLE_CLAIM, settings.OIDC_ROLE_MAP = "groups", {"pengelola": "admin"}
    only = UserFactory(email="pegawai@contoh.test", role=SiteRole.ADMIN)
    come_back("pegawai")
    only.refresh_from_db()
    assert only.role == "admin"


def test_turning_back_at_the_provider_leads_to_the_sign_in_page(come_back, client):
    answer = come_back("nobody")
    assert answer.url == "/accounts/oidc-cancelled/"
    assert client.get(answer.url).url == "/accounts/login/"
    assert signed_in_as(client) is None


def test_an_answer_with_another_state_is_refused(trusted, client):
    UserFactory(email="rina@contoh.test")
    start = away(client.post("/accounts/oidc/sso/"))
    back = trusted.sign_in(start, "rina")
    assert refused(client.get(with_parameter(back, "state", "somebody-elses")), client, "salah")


def test_an_answer_works_in_the_browser_that_asked_only(trusted, client):
    UserFactory(email="rina@contoh.test")
    back = trusted.sign_in(away(client.post("/accounts/oidc/sso/")), "rina")
    victim = type(client)()
    assert refused(victim.get(back), victim, "salah")


def test_an_answer_works_once(trusted, client):
    UserFactory(email="rina@contoh.test")
    back = trusted.sign_in(away(client.post("/accounts/oidc/sso/")), "rina")
    assert client.get(back).status_code == 302
    client.logout()
    assert refused(client.get(back), client, "salah")


def test_a_token_with_another_nonce_is_refused(trusted, client):
    UserFactory(email="rina@contoh.test")
    start = with_parameter(away(client.post("/accounts/oidc/sso/")), "nonce", "somebody-elses")
    assert refused(client.get(trusted.sign_in(start, "rina")), client, "salah")
    assert AccessEvent.objects.filter(details__why="token of another sign-in").exists()


def test_a_code_of_another_sign_in_is_refused(trusted, client):
    """The code of one sign-in with the state of another: the proof key does not fit."""
    UserFactory(email="rina@contoh.test")
    stolen = trusted.sign_in(away(client.post("/accounts/oidc/sso/")), "rina")
    code = dict(part.split("=", 1) for part in stolen.partition("?")[2].split("&"))["code"]
    own = trusted.sign_in(away(client.post("/accounts/oidc/sso/")), "pegawai")
    assert refused(client.get(with_parameter(own, "code", code)), client, "salah")


def test_a_provider_by_another_name_is_refused(trusted, client, settings):
    UserFactory(email="rina@contoh.test")
    back = trusted.sign_in(away(client.post("/accounts/oidc/sso/")), "rina")
    settings.OIDC_ISSUER = "https://provider.example"
    assert refused(client.get(back), client, "salah")


def test_a_provider_that_is_away_gets_a_page(trusted, client, settings):
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = "http://127.0.0.1:1"
    answer = client.post("/accounts/oidc/sso/")
    assert answer.status_code == 502
    assert "Coba lagi" in answer.content.decode()


@pytest.mark.parametrize("way", ["https://jahat.test/", "//jahat.test", r"/\jahat.test"])
def test_the_way_on_never_leads_elsewhere(come_back, way):
    UserFactory(email="rina@contoh.test")
    assert come_back("rina", next=way).url == "/"
