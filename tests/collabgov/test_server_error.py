"""When the database is away, people are told to wait; they are not shown a failure of ours."""

import pytest
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.urls import path

from tests.html import check_html, soup_of


def fail_with(error):
    def view(request):
        raise error

    view.login_required = False
    return view


urlpatterns = [
    path("away/", fail_with(OperationalError("couldn't get a connection after 5.00 sec"))),
    path("cut/", fail_with(InterfaceError("connection already closed"))),
    path("fine/", lambda request: HttpResponse("fine")),
    path("bug/", fail_with(ZeroDivisionError("a bug of ours"))),
]
handler500 = "collabgov.views.server_error"
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def answer(client):
    client.raise_request_exception = False
    return client.get


@pytest.mark.parametrize("address", ["/away/", "/cut/"])
def test_a_database_that_is_away_is_a_short_wait(answer, address):
    page = answer(address)
    assert page.status_code == 503
    assert page.headers["Retry-After"] == "30"
    assert page.headers["Cache-Control"] == "no-store"


def test_a_bug_is_still_our_fault(answer):
    assert answer("/bug/").status_code == 500


@pytest.mark.parametrize(("language", "words"), [("id", "Situs sedang sibuk"), ("en", "busy")])
def test_the_wait_is_explained_in_both_languages(answer, language, words):
    page = answer("/away/", headers={"accept-language": language})
    check_html(page)
    assert words in soup_of(page).h1.text


def test_a_session_that_cannot_be_read_is_a_short_wait_too(answer, client, monkeypatch):
    def refuse(self):
        raise OperationalError("the connection is lost")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", refuse)
    client.cookies["sessionid"] = "x" * 32
    assert answer("/fine/").status_code == 503
