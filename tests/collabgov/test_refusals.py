"""Pages of a refusal: an address that only takes forms, a verb that is somebody else's."""

import pytest
from django.core.exceptions import PermissionDenied

from collabgov.views import forbidden, list_above
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, member_of
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "list_url"),
    [
        ("/commitments/13/accept/", "/commitments/"),
        ("/meetings/8/adopt/", "/meetings/"),
        ("/accounts/logout/", None),
    ],
)
def test_an_address_that_only_takes_forms_says_so_and_where_to_go(client, sign_in, path, list_url):
    sign_in()
    answer = client.get(path)
    page = soup_of(answer)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert page.h1.text == "Alamat ini hanya menerima kiriman formulir"
    ways = [link["href"] for link in page.select(".lost .btn-row a")]
    assert ways == [url for url in (list_url, "/") if url]


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "BREW"])
def test_a_method_that_no_page_sends_is_refused_everywhere(client, sign_in, method):
    sign_in()
    for path in ("/", "/accounts/profile/", "/nowhere/"):
        assert client.generic(method, path).status_code == 405


def test_it_speaks_the_language_of_the_account(client, sign_in):
    sign_in(UserFactory(language="en"))
    assert soup_of(client.get("/commitments/13/accept/")).html["lang"] == "en"


def test_a_list_is_only_named_where_there_is_one():
    assert list_above("/meetings/8/hold/") == "/meetings/"
    assert not list_above("/nowhere/8/hold/")


def said_to(client, path):
    answer = client.get(path)
    assert answer.status_code == 403
    return soup_of(answer).select_one(".lost p").text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/meetings/new/", "yang ikut serta dalam suatu kolaborasi"),
        ("/collaborations/new/", "dimulai oleh admin"),
        ("/organizations/new/", "Ini untuk admin."),
        ("/users/", "Ini untuk admin dan auditor."),
        ("/audit/", "Ini untuk admin, auditor, dan koordinator."),
    ],
)
def test_a_refusal_says_whose_the_page_is(client, sign_in, path, words):
    sign_in()
    assert words in said_to(client, path)


def test_a_verb_of_somebody_else_says_whose_it_is(client, sign_in):
    collaboration = CollaborationFactory()
    sign_in(member_of(collaboration))
    said = said_to(client, f"/collaborations/{collaboration.pk}/edit/")
    assert said == "Ini untuk koordinator kolaborasi."


def test_a_refusal_without_a_rule_says_as_much(rf):
    request = rf.get("/")
    request.user = UserFactory()
    page = forbidden(request, PermissionDenied()).content.decode()
    assert "Ini tidak termasuk tugas peran Anda." in page
