"""The only code that changes accounts."""

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext as _

from actors.accounts.keys import end_keys
from actors.accounts.models import SiteRole, User
from actors.accounts.notices import MADE_ADMIN, PASSWORD_CHANGED, tell_owner
from actors.accounts.own_gain import refuse_own_gain
from actors.accounts.sessions import end_sessions
from actors.audit.recording import record_event
from actors.people.models import Person
from collabgov.kit.access import require_rule
from collabgov.kit.audit import because
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked


@transaction.atomic
def set_preferences(*, user, by, language=None, time_zone=None):
    """People choose their own language and time zone."""
    require_rule(by, "actors.set_preferences", user)
    fresh = User.objects.select_for_update().get(pk=user.pk)
    fresh.language = language or fresh.language
    fresh.time_zone = time_zone or fresh.time_zone
    return save_checked(fresh)


@transaction.atomic
def change_role(*, user, role, by, reason="", request=None):
    """An admin gives somebody else a site role; one admin always remains."""
    fresh = _locked(user, by=by, rule_name="actors.change_role")
    if role == fresh.role:
        return fresh
    if role != SiteRole.ADMIN:
        refuse_last_admin(fresh)
    change = {"from": fresh.role, "to": role}
    fresh.role = role
    with because(reason):
        save_checked(fresh)
    end_sessions(fresh)  # a session opened for one role does not go on with another
    end_keys(fresh, by=by)
    record_event("role_changed", request=request, user=by, about=fresh, reason=reason, **change)
    return fresh


@transaction.atomic
def deactivate(*, user, by, reason="", request=None):
    """An admin closes somebody else's account; its next request is already refused."""
    fresh = _locked(user, by=by, rule_name="actors.change_role")
    refuse_last_admin(fresh)
    if not fresh.is_active:
        raise Refused(_("This account is closed already."))
    fresh.is_active = False
    with because(reason):
        save_checked(fresh)
    ended = end_sessions(fresh)
    end_keys(fresh, by=by)
    record_event(
        "deactivated", request=request, user=by, about=fresh, reason=reason, sessions=ended
    )
    return fresh


@transaction.atomic
def reactivate(*, user, by, reason="", request=None):
    """An admin opens a closed account again, with the role and the password it had."""
    fresh = _locked(user, by=by, rule_name="actors.change_role")
    if fresh.is_active:
        raise Refused(_("This account is open already."))
    fresh.is_active = True
    with because(reason):
        save_checked(fresh)
    record_event("reactivated", request=request, user=by, about=fresh, reason=reason)
    return fresh


@transaction.atomic
def link(*, user, person, organization, by, reason="", request=None):
    """An admin says whose account it is, and which organization it stands for."""
    fresh = _locked(user, by=by, rule_name="actors.link_account")
    refuse_own_gain(by=by, account=fresh, person=person, organization=organization)
    if (fresh.person, fresh.organization) != (person, organization):
        end_keys(fresh, by=by)  # they were given to somebody else, or for other rows
    fresh.person, fresh.organization = person, organization
    with because(reason):
        save_checked(fresh)
    record_event("account_changed", request=request, user=by, about=fresh, reason=reason)
    return fresh


@transaction.atomic
def sign_out_everywhere(*, user, by, request=None):
    """An admin ends every session and key of somebody else's account, as after a theft."""
    fresh = _locked(user, by=by, rule_name="actors.change_role")
    ended = end_sessions(fresh)
    end_keys(fresh, by=by)
    record_event("sessions_ended", request=request, user=by, about=fresh, sessions=ended)
    return ended


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
    is_changed = password is not None or not user.is_admin
    user.role, user.is_active = SiteRole.ADMIN, True
    if password is not None:
        validate_password(password, user)
        user.set_password(password)
    save_checked(user)
    record_event("account_changed", about=user, why="made an admin by command", is_new=is_new)
    if is_changed and not is_new:
        end_sessions(user)  # they were opened for another role, or with another password
        end_keys(user, by=None)
        tell_owner(MADE_ADMIN if password is None else PASSWORD_CHANGED, user=user)
    return user, is_new


def _locked(user, *, by, rule_name):
    """The row, and those of all admins: two admins cannot remove each other at once.

    Whether `by` may do it is judged after the wait, on the row as it is by then.
    """
    admins = User.objects.active().filter(role=SiteRole.ADMIN)
    list(admins.select_for_update().order_by("pk").values_list("pk", flat=True))
    require_rule(User.objects.get(pk=by.pk), rule_name, user)
    return User.objects.select_for_update().get(pk=user.pk)


def refuse_last_admin(user):
    """A site without an admin could make no other."""
    others = User.objects.active().filter(role=SiteRole.ADMIN).exclude(pk=user.pk)
    if user.is_admin and not others.exists():
        raise Refused(_("This is the last admin. Make somebody else an admin first."))
