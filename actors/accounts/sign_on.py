"""What a single sign-on may write: a new account, and the role that the provider names."""

import hashlib

from django.db import transaction
from django.utils import translation

from actors.accounts.emails import folded
from actors.accounts.models import SiteRole, User
from actors.accounts.sessions import end_sessions
from actors.audit.recording import record_event
from actors.people.models import Person
from collabgov.kit.models import save_checked

RANK = (SiteRole.ADMIN, SiteRole.AUDITOR)


def nonce_of(code_verifier):
    """The number that ties an ID token to the sign-in it was asked for: known to both ends only."""
    return hashlib.sha256(f"nonce:{code_verifier}".encode()).hexdigest()


def highest(roles):
    """The role that opens most; staff when there is none."""
    return next((role for role in RANK if role in roles), SiteRole.STAFF)


@transaction.atomic
def open_account(*, email, full_name=""):
    """Somebody the provider vouches for gets an account: staff, of no organization yet."""
    user = User(email=folded(email), language=translation.get_language() or "id")
    user.set_unusable_password()
    if full_name.strip():
        user.person = save_checked(Person(full_name=full_name.strip()))
    user = save_checked(user)
    record_event("account_changed", user=user, about=user, why="made by single sign-on")
    return user


@transaction.atomic
def follow_role(*, user, role, request=None):
    """The provider says which role somebody has; the last admin stays one all the same."""
    admins = User.objects.active().filter(role=SiteRole.ADMIN)
    locked = set(admins.select_for_update().order_by("pk").values_list("pk", flat=True))
    fresh = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if fresh.role == role or locked == {fresh.pk}:
        return fresh
    before, fresh.role = fresh.role, role
    save_checked(fresh)
    end_sessions(fresh)
    record_event(
        "role_changed",
        request=request,
        user=fresh,
        about=fresh,
        before=before,
        after=role,
        why="single sign-on",
    )
    return fresh
