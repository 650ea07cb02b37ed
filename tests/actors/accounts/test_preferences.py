"""Language and time zone: chosen once, followed by every page, errors included."""

import pytest
from django.http import HttpResponse
from django.urls import reverse

from actors.accounts.middleware import keep_private
from actors.accounts.models import User
from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
PROFILE, LANGUAGE = "/accounts/profile/", "/accounts/language/"


def lang(answer):
    return soup_of(answer).html["lang"]


def test_the_profile_shows_who_one_is_and_changes_language_and_zone(client, sign_in):
    user = sign_in(UserFactory())
    page = client.get(PROFILE)
    for words in (user.email, str(user.person), str(user.organization)):
        assert words in page.content.decode()
    answer = client.post(PROFILE, {"language": "en", "time_zone": "Asia/Jayapura"}, follow=True)
    user.refresh_from_db()
    assert (user.language, user.time_zone) == ("en", "Asia/Jayapura")
    assert lang(answer) == "en"
    assert "Your preferences are saved." in answer.content.decode()


@pytest.mark.parametrize("bad", [{"language": "xx"}, {"time_zone": "\x00"}, {"language": ""}])
def test_nonsense_is_refused(client, sign_in, bad):
    user = sign_in()
    data = {"language": "en", "time_zone": "Asia/Jakarta", **bad}
    assert soup_of(client.post(PROFILE, data)).select(".error-summary a")
    assert User.objects.get(pk=user.pk).language == "id"


def test_an_account_without_person_or_organization_has_a_profile(client, sign_in):
    sign_in(UserFactory(person=None, organization=None))
    assert client.get(PROFILE).status_code == 200


def test_the_account_wins_over_cookie_and_browser(client, sign_in):
    sign_in(UserFactory(language="en"))
    client.cookies["django_language"] = "id"
    answer = client.get(PROFILE, headers={"accept-language": "id"})
    assert lang(answer) == "en"
    assert answer["Content-Language"] == "en"


def test_error_pages_speak_the_language_of_the_account(client, sign_in):
    sign_in(UserFactory(language="en"))
    missing = client.get("/there/is/no/such/page/", headers={"accept-language": "id"})
    assert (missing.status_code, lang(missing)) == (404, "en")
    forbidden = client.get("/organizations/new/", headers={"accept-language": "id"})
    assert (forbidden.status_code, lang(forbidden)) == (403, "en")
    gone = client.get("/organizations/999999/", headers={"accept-language": "id"})
    assert (gone.status_code, lang(gone)) == (404, "en")


def test_a_rejected_form_speaks_the_language_of_the_account(sign_in, client):
    client.handler.enforce_csrf_checks = True
    sign_in(UserFactory(language="en"))
    answer = client.post(PROFILE, {}, headers={"accept-language": "id"})
    assert (answer.status_code, lang(answer)) == (403, "en")


def test_a_page_that_breaks_speaks_the_language_of_the_account(client, sign_in, monkeypatch):
    monkeypatch.setattr("actors.accounts.views.Profile.get_initial", lambda self: 1 / 0)
    client.raise_request_exception = False
    sign_in(UserFactory(language="en"))
    answer = client.get(PROFILE, headers={"accept-language": "id"})
    assert (answer.status_code, lang(answer)) == (500, "en")


def test_the_switch_is_kept_in_the_account_and_in_a_cookie(client, sign_in):
    user = sign_in()
    answer = client.post(LANGUAGE, {"language": "en", "next": PROFILE})
    assert answer.url == PROFILE
    assert answer.cookies["django_language"].value == "en"
    assert User.objects.get(pk=user.pk).language == "en"
    assert lang(client.get(PROFILE)) == "en"


def test_the_switch_works_without_signing_in(client):
    client.post(LANGUAGE, {"language": "en", "next": "/accounts/login/"})
    assert lang(client.get("/accounts/login/")) == "en"


def test_the_language_stays_after_signing_out(client, sign_in):
    sign_in(UserFactory(language="en"))
    assert lang(client.post(reverse("accounts:logout"), follow=True)) == "en"


@pytest.mark.parametrize("language", ["", "xx", "\x00", "id'--"])
def test_an_unknown_language_changes_nothing(client, sign_in, language):
    user = sign_in()
    answer = client.post(LANGUAGE, {"language": language})
    assert answer.status_code == 302
    assert not answer.cookies.get("django_language")
    assert User.objects.get(pk=user.pk).language == "id"


@pytest.mark.parametrize("way", ["https://jahat.test/", "//jahat.test", "javascript:1", "", "\x00"])
def test_the_switch_never_leads_elsewhere(client, way):
    assert client.post(LANGUAGE, {"language": "en", "next": way}).url == "/"


def test_the_switch_takes_a_post(client):
    assert client.get(LANGUAGE).status_code == 405


@pytest.mark.parametrize("address", [PROFILE, "/", "/no-such-page/", "/organizations/999999999/"])
def test_what_is_read_signed_in_is_in_no_cache(client, sign_in, address):
    sign_in()
    assert client.get(address).headers["Cache-Control"] == "private, no-store"


def test_files_and_data_are_in_no_cache_either(client, sign_in):
    user = sign_in()
    answer = client.post(f"/people/{user.person_id}/data/")
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_answers_of_every_kind_are_private_but_what_says_more_stays():
    plain, strict = HttpResponse(content_type="text/calendar"), HttpResponse()
    strict.headers["Cache-Control"] = "no-store, max-age=0"
    for answer in (plain, strict):
        keep_private(answer)
    assert plain.headers["Cache-Control"] == "private, no-store"
    assert strict.headers["Cache-Control"] == "no-store, max-age=0"


def test_what_is_stopped_from_caching_elsewhere_stays_as_it_is(client, sign_in):
    sign_in()
    assert "no-store" in client.get("/accounts/login/").headers["Cache-Control"]


def test_public_pages_are_no_secret(client):
    page = client.get("/accounts/password/forgotten/")
    assert page.status_code == 200
    assert "private, no-store" not in page.headers.get("Cache-Control", "")
