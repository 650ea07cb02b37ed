"""An admin takes no rights of another record by merging their own with it, or undoing that."""

import pytest
from django.urls import reverse

from actors.duplicates.transitions import merge, preview
from actors.duplicates.undoing import undo
from actors.models import AccessEvent, Merge, Organization, Person, User
from agreements.charter.rules import takes_part
from collabgov.kit.errors import Refused
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory
from tests.factories.charter import CollaborationFactory, CoordinatorFactory, PartyFactory

pytestmark = pytest.mark.django_db
SENTENCE = "admin lain"


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


@pytest.fixture
def another():
    return UserFactory(admin=True)


@pytest.fixture(params=["organization", "person"])
def records(request, admin):
    """(kind, the admin's own record, one that carries rights, where)."""
    where = CollaborationFactory()
    if request.param == "person":
        tempting = CoordinatorFactory(collaboration=where).person
        return "person", admin.person, tempting, where
    tempting = PartyFactory(collaboration=where).organization
    return "organization", admin.organization, tempting, where


def pair(kind, keep, away):
    return {"kind": kind, "keep": keep.pk, "away": away.pk, "sides": {}}


def fresh(user):
    return User.objects.get(pk=user.pk)


@pytest.mark.parametrize("is_kept", [True, False])
@pytest.mark.parametrize("verb", [merge, preview])
def test_nobody_merges_their_own_record(records, admin, verb, is_kept):
    kind, own, tempting, where = records
    both = pair(kind, own, tempting) if is_kept else pair(kind, tempting, own)
    with pytest.raises(Refused, match=SENTENCE):
        verb(**both, by=admin)
    assert not Merge.objects.exists()
    assert not takes_part(fresh(admin), where)


@pytest.mark.parametrize("is_kept", [True, False])
def test_nobody_undoes_a_merge_of_their_own_record(records, admin, another, is_kept):
    kind, own, tempting, _where = records
    both = pair(kind, own, tempting) if is_kept else pair(kind, tempting, own)
    made = merge(**both, by=another)
    with pytest.raises(Refused, match=SENTENCE):
        undo(merge=made, by=fresh(admin))
    assert undo(merge=made, by=another).undone_at


def test_the_account_is_judged_as_it_is_by_now(another):
    by, where = UserFactory(admin=True, person=None), OrganizationFactory()
    person = PersonFactory()
    User.objects.filter(pk=by.pk).update(person=person, organization=where)
    for kind, own, other in (
        ("person", person, PersonFactory()),
        ("organization", where, OrganizationFactory()),
    ):
        with pytest.raises(Refused, match=SENTENCE):
            merge(**pair(kind, own, other), by=by)


def test_the_page_says_so_has_no_button_and_takes_no_post(records, client):
    kind, own, tempting, _where = records
    url = reverse(f"actors:{kind}-compare", args=[own.pk, tempting.pk])
    page = client.get(url)
    assert SENTENCE in page.content.decode()
    assert 'name="step"' not in page.content.decode()
    sent = {field.html_name: field.value() for field in page.context["form"]}
    for step in ("preview", "merge"):
        assert client.post(url, sent | {"step": step}).status_code == 403
    assert not Merge.objects.exists()
    assert not AccessEvent.objects.filter(kind="merged").exists()


def test_the_page_of_a_merge_says_so_and_its_undo_takes_no_post(records, another, client):
    kind, own, tempting, _where = records
    made = merge(**pair(kind, own, tempting), by=another)
    undo_url = reverse("actors:merge-undo", args=[made.pk])
    page = client.get(made.get_absolute_url()).content.decode()
    assert SENTENCE in page
    assert undo_url not in page
    assert client.post(undo_url).status_code == 403
    register = Organization if kind == "organization" else Person
    assert register.everything.get(pk=made.away_id).merged_into_id == made.kept_id


def test_other_records_are_merged_as_before(records, another, client, sign_in):
    kind, own, tempting, _where = records
    sign_in(another)
    url = reverse(f"actors:{kind}-compare", args=[own.pk, tempting.pk])
    assert SENTENCE not in client.get(url).content.decode()
    assert merge(**pair(kind, tempting, own), by=another).pk
