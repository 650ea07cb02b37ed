"""Pages of a refusal: an address that only takes forms, a verb that is somebody else's."""

import pytest

from collabgov.views import list_above
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, member_of
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "list_url"),
    [
        ("/commitments/13/accept/", "/commitments/"),
        ("/meetings/8/hold/", "/meetings/"),
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


@pytest.mark.parametrize("path", ["/meetings/new/", "/collaborations/new/"])
def test_a_page_about_no_record_does_not_speak_of_one(client, sign_in, path):
    sign_in()
    answer = client.get(path)
    assert answer.status_code == 403
    assert "Instansi Anda belum ikut kolaborasi mana pun" in answer.content.decode()
    assert "catatan" not in soup_of(answer).find(class_="lost").text


def test_a_verb_of_somebody_else_speaks_of_the_record(client, sign_in):
    collaboration = CollaborationFactory()
    sign_in(member_of(collaboration))
    answer = client.get(f"/collaborations/{collaboration.pk}/edit/")
    assert answer.status_code == 403
    assert "yang berjanji" in soup_of(answer).find(class_="lost").text
