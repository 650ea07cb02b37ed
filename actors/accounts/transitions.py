"""The only code that changes accounts."""

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext as _

from actors.accounts.models import SiteRole, User
from actors.people.models import Person
from collabgov.kit.access import require_rule
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked


@transaction.atomic
def set_preferences(*, user, by, language=None, time_zone=None):
    """People choose their own language and time zone."""
    require_rule(by, "actors.set_preferences", user)
    fresh = _locked(user)
    fresh.language = language or fresh.language
    fresh.time_zone = time_zone or fresh.time_zone
    return save_checked(fresh)


@transaction.atomic
def change_role(*, user, role, by):
    """An admin gives somebody else a site role; one admin always remains."""
    require_rule(by, "actors.change_role", user)
    fresh = _locked(user)
    if role != SiteRole.ADMIN:
        _refuse_last_admin(fresh)
    fresh.role = role
    return save_checked(fresh)


@transaction.atomic
def deactivate(*, user, by):
    """An admin closes somebody else's account; its next request is already refused."""
    require_rule(by, "actors.change_role", user)
    fresh = _locked(user)
    _refuse_last_admin(fresh)
    fresh.is_active = False
    return save_checked(fresh)


@transaction.atomic
def make_admin(*, email, password=None, full_name=""):
    """The operator of the server makes or restores an admin; returns (user, whether it is new)."""
    user = User.objects.select_for_update().filter(email__iexact=email).first()
    is_new = user is None
    if is_new:
        user = User(email=User.objects.normalize_email(email).lower())
        user.set_unusable_password()
    if full_name and user.person is None:
        user.person = save_checked(Person(full_name=full_name))
    user.role, user.is_active = SiteRole.ADMIN, True
    if password is not None:
        validate_password(password, user)
        user.set_password(password)
    return save_checked(user), is_new


def _locked(user):
    """The row, and those of all admins: two admins cannot remove each other at once."""
    admins = User.objects.active().filter(role=SiteRole.ADMIN)
    list(admins.select_for_update().order_by("pk").values_list("pk", flat=True))
    return User.objects.select_for_update().get(pk=user.pk)


def _refuse_last_admin(user):
    others = User.objects.active().filter(role=SiteRole.ADMIN).exclude(pk=user.pk)
    if user.is_admin and not others.exists():
        raise Refused(_("This is the last admin. Make somebody else an admin first."))
