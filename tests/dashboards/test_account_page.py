"""The page of an account: who may look, and the facts that say what it may do."""

import pytest

from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    coordinator_of,
    member_of,
    representative_in,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db


def facts(client, account):
    page = soup_of(client.get(f"/users/{account.pk}/"))
    return [
        each.text for each in page.select("section[aria-labelledby=standings-title] .row-meta span")
    ]


@pytest.mark.parametrize(
    ("make", "said"),
    [(coordinator_of, "Mengoordinasikan"), (representative_in, "Mewakili"), (member_of, "Anggota")],
)
def test_what_it_may_do_follows_from_facts(client, sign_in, make, said):
    account = make(CollaborationFactory())
    sign_in(UserFactory(admin=True))
    assert any(said in fact for fact in facts(client, account))


def test_an_account_that_stands_for_nobody_takes_part_nowhere(client, sign_in):
    CollaborationFactory()
    account = UserFactory(person=None, organization=None)
    sign_in(UserFactory(auditor=True))
    answer = client.get(f"/users/{account.pk}/")
    assert "Akun ini belum ikut di mana pun" in answer.content.decode()
    assert not soup_of(answer).select("main form, main .btn-outline-danger")


def test_an_outsider_finds_only_their_own(client, sign_in):
    user = sign_in(UserFactory())
    assert client.get(f"/users/{UserFactory().pk}/").status_code == 404
    assert client.get(f"/users/{user.pk}/").status_code == 200


def test_a_closed_account_may_do_nothing_and_the_state_is_the_collaborations(client, sign_in):
    account = member_of(CollaborationFactory())
    sign_in(UserFactory(admin=True))
    part = "section[aria-labelledby=standings-title]"
    closed = "tidak boleh melakukan apa pun"
    said = soup_of(client.get(f"/users/{account.pk}/")).select_one(part)
    assert closed not in said.text
    assert "Kolaborasi:" in said.select_one(".row-end").text
    account.is_active = False
    account.save()
    assert closed in soup_of(client.get(f"/users/{account.pk}/")).select_one(part).text
