"""Who may give whom which role; and the command that makes the first admin."""

import io
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection

from actors.accounts import transitions
from actors.accounts.models import SiteRole, User
from collabgov.kit.errors import Refused
from tests.factories.actors import UserFactory

pytestmark = pytest.mark.django_db
STRONG = "jembatan-hujan-pagi-7"


def test_an_admin_gives_somebody_else_a_role():
    user = transitions.change_role(
        user=UserFactory(), role=SiteRole.AUDITOR, by=UserFactory(admin=True)
    )
    assert User.objects.get(pk=user.pk).is_auditor


@pytest.mark.parametrize("role", [SiteRole.STAFF, SiteRole.AUDITOR])
def test_nobody_else_gives_roles_least_of_all_to_themselves(role):
    by = UserFactory(role=role)
    for user in (by, UserFactory()):
        with pytest.raises(PermissionDenied):
            transitions.change_role(user=user, role=SiteRole.ADMIN, by=by)
        with pytest.raises(PermissionDenied):
            transitions.deactivate(user=user, by=by)


def test_an_admin_does_not_change_their_own_role_nor_close_their_own_account():
    admin = UserFactory(admin=True)
    UserFactory(admin=True)
    with pytest.raises(PermissionDenied):
        transitions.change_role(user=admin, role=SiteRole.STAFF, by=admin)
    with pytest.raises(PermissionDenied):
        transitions.deactivate(user=admin, by=admin)


def test_the_last_admin_stays():
    last = UserFactory(admin=True)
    with pytest.raises(Refused, match=r"admin terakhir|last admin"):
        transitions.refuse_last_admin(last)
    UserFactory(admin=True)
    transitions.refuse_last_admin(last)


@pytest.mark.parametrize("then", [{"is_active": False}, {"role": SiteRole.STAFF}])
def test_who_was_an_admin_when_the_page_opened_is_judged_as_of_now(then):
    other, was = UserFactory(admin=True), UserFactory(admin=True)
    User.objects.filter(pk=was.pk).update(**then)  # `was` is an old object, as in a slow request
    for verb, more in (
        (transitions.change_role, {"role": "staff"}),
        (transitions.deactivate, {}),
        (transitions.link, {"person": None, "organization": None}),
    ):
        with pytest.raises(PermissionDenied):
            verb(user=other, by=was, **more)
    assert User.objects.get(pk=other.pk).is_admin


def test_one_of_two_admins_can_go():
    by, other = UserFactory(admin=True), UserFactory(admin=True)
    transitions.deactivate(user=other, by=by)
    assert not User.objects.get(pk=other.pk).is_active


def test_preferences_are_ones_own():
    with pytest.raises(PermissionDenied):
        transitions.set_preferences(user=UserFactory(), by=UserFactory(admin=True), language="en")


def create_admin(monkeypatch, *args, stdin=""):
    monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
    said = io.StringIO()
    call_command("create_admin", *args, stdout=said)
    return said.getvalue()


def test_create_admin_prints_a_link_that_sets_the_password(monkeypatch, client):
    said = create_admin(monkeypatch, "Baru@Contoh.test", "--name", "Rina Wulandari")
    user = User.objects.get(email="baru@contoh.test")
    assert user.is_admin
    assert str(user.person) == "Rina Wulandari"
    link = re.search(r"http://127\.0\.0\.1:8000(\S+)", said).group(1)
    assert "Pilih kata sandi baru" in client.get(link, follow=True).content.decode()


def test_create_admin_takes_a_password_and_runs_twice(monkeypatch):
    for words in ("Made the admin", "There was already an account"):
        said = create_admin(monkeypatch, "a@b.test", "--password-stdin", stdin=f"{STRONG}\n")
        assert words in said
    user = User.objects.get(email="a@b.test")
    assert user.check_password(STRONG)
    assert "link" not in create_admin(monkeypatch, "a@b.test")
    assert User.objects.count() == 1


def test_create_admin_restores_a_closed_account(monkeypatch):
    user = UserFactory(email="tutup@contoh.test", is_active=False)
    create_admin(monkeypatch, "TUTUP@contoh.test")
    assert User.objects.get(pk=user.pk).is_admin


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("a@b.test", "pendek"),
        ("a@b.test", "password1234"),
        ("a@b.test", ""),
        ("bukan surel", STRONG),
    ],
)
def test_create_admin_refuses_and_makes_nothing(monkeypatch, email, password):
    with pytest.raises(CommandError):
        create_admin(monkeypatch, email, "--password-stdin", stdin=password)
    assert not User.objects.exists()


def test_create_admin_says_in_a_sentence_that_the_database_is_empty(monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", list)
    with pytest.raises(CommandError, match=r"manage\.py migrate"):
        create_admin(monkeypatch, "a@b.test")
