"""Short forms: everybody reads them, admins change them, the search follows at once."""

import pytest
from django.core.exceptions import PermissionDenied

from actors.abbreviations import transitions
from actors.models import Abbreviation, Organization
from tests.factories.actors import AbbreviationFactory, OrganizationFactory, UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = "/abbreviations/"


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


def test_everybody_signed_in_reads_and_finds(client, sign_in):
    assert client.get(LIST).status_code == 302
    sign_in()
    page = soup_of(client.get(LIST, {"q": "dinas kesehatan"}))
    assert [row.text for row in page.select("#abbreviations .row-title")] == ["dinkes"]
    assert not page.select("main .btn-primary")
    empty = soup_of(client.get(LIST, {"q": "zzzz"}))
    assert empty.select_one(".empty a")["href"] == LIST


def test_staff_may_change_nothing(client, sign_in):
    sign_in()
    row = AbbreviationFactory()
    assert client.post(f"{LIST}new/", {"short": "x", "meaning": "y"}).status_code == 403
    assert client.post(f"{LIST}{row.pk}/edit/", {"short": "x"}).status_code == 403
    assert client.post(f"{LIST}{row.pk}/remove/").status_code == 403
    for verb in (transitions.edit, transitions.remove):
        fields = {"short": "x", "meaning": "y"} if verb is transitions.edit else {}
        with pytest.raises(PermissionDenied):
            verb(abbreviation=row, by=UserFactory(), **fields)


def test_the_search_understands_what_an_admin_adds_changes_and_removes(client, admin):
    office = OrganizationFactory(name="Dinas Perlindungan Satwa")
    client.post(f"{LIST}new/", {"short": "DISWA", "meaning": "Dinas Perlindungan Satwa"})
    row = Abbreviation.objects.get(short="diswa")
    assert list(Organization.objects.search("diswa")) == [office]
    client.post(f"{LIST}{row.pk}/edit/", {"short": "disatwa", "meaning": row.meaning})
    assert list(Organization.objects.search("disatwa")) == [office]
    client.post(f"{LIST}{row.pk}/remove/")
    assert not Abbreviation.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize(
    ("short", "meaning", "field"),
    [
        ("dinkes", "dinas kesehatan", "short"),
        ("dua kata", "arti", "short"),
        ("%", "arti", "short"),
        ("\u200b", "arti", "short"),
        ("x" * 41, "arti", "short"),
        ("baru", "%%%", "meaning"),
        ("baru", "", "meaning"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client, admin, short, meaning, field):
    answer = client.post(f"{LIST}new/", {"short": short, "meaning": meaning})
    assert answer.status_code == 200
    assert field in answer.context["form"].errors


def test_the_list_costs_the_same_however_long(client, admin, assert_flat_queries):
    assert_flat_queries(LIST, grow=lambda: AbbreviationFactory.create_batch(5), ceiling=6)
