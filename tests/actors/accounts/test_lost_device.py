"""Who lost device and codes is let in again, by an admin or by who runs the server."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from actors.accounts.duties import has_second_factor
from actors.accounts.factors import forget_factors
from actors.accounts.models import SiteRole
from actors.audit.models import AccessEvent
from tests.actors.accounts.codes import give_app, sign_in
from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


def test_the_command_removes_factors_and_sessions_and_may_run_twice(client, capsys):
    user = UserFactory()
    sign_in(client, user)
    give_app(user)
    call_command("forget_second_factor", user.email.upper())
    call_command("forget_second_factor", user.email)
    said = capsys.readouterr().out.splitlines()
    assert "its second factor is removed" in said[0]
    assert "nothing was changed" in said[1]
    assert not has_second_factor(user)
    assert client.get("/accounts/profile/").status_code == 302
    assert AccessEvent.objects.filter(kind="factor_removed").count() == 1


def test_an_unknown_address_is_said():
    with pytest.raises(CommandError, match="no account"):
        call_command("forget_second_factor", "entah@contoh.test")


def test_an_admin_may_and_nobody_else():
    user = UserFactory()
    give_app(user)
    for by in (UserFactory(), UserFactory(role=SiteRole.AUDITOR), user):
        with pytest.raises(PermissionDenied):
            forget_factors(user=user, by=by)
    forget_factors(user=user, by=UserFactory(role=SiteRole.ADMIN), reason="Ponsel hilang")
    assert not Authenticator.objects.filter(user=user).exists()
    assert AccessEvent.objects.get(kind="factor_removed").details["reason"] == "Ponsel hilang"


def test_who_is_no_admin_any_more_is_judged_as_of_now():
    user, by = UserFactory(), UserFactory(role=SiteRole.ADMIN)
    give_app(user)
    type(by).objects.filter(pk=by.pk).update(role=SiteRole.STAFF)
    with pytest.raises(PermissionDenied):
        forget_factors(user=user, by=by)


def test_the_second_step_says_who_helps(client):
    user = UserFactory()
    give_app(user)
    sign_in(client, user)
    assert "admin" in soup_of(client.get("/accounts/login/second/")).find(id="lost-device").text
