"""The only code that makes, sends, revokes and accepts invitations."""

import secrets
from datetime import timedelta

import pghistory
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.accounts.addresses import plain_address
from actors.accounts.models import User
from actors.audit.reasons import reason_for
from actors.audit.recording import record_event
from actors.invitations.mail import send_invitation
from actors.invitations.models import Invitation, hash_of
from actors.people.models import Person
from collabgov.kit.access import require_rule
from collabgov.kit.audit import because, who
from collabgov.kit.errors import AlreadySaved, Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago

WORKS_FOR = timedelta(days=7)
BETWEEN_MAILS = timedelta(minutes=5)
HOUR = timedelta(hours=1)


class LinkDead(Refused):
    """Unknown, used, revoked, expired: whoever holds such a link is told the same."""


def invite(*, email, by, site, request=None, **fields):
    """Offer an account by mail. A mail server that is down leaves the invitation to send again."""
    email = plain_address(email)
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        voucher = _voucher(by)
        if twin := _twin(email, voucher, fields):
            return twin
        invitation = _make(email=email, token=token, by=voucher, **fields)
        record_event(
            "invited", request=request, user=voucher, about=invitation, role=invitation.role
        )
    return _send(invitation, token=token, site=site)


def send_again(*, invitation, by, site, request=None):
    """A new link to the same address; the old one is dead. Whoever sends it vouches for it."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        voucher = _voucher(by)
        fresh = _waiting(invitation)
        if fresh.sent_at and fresh.sent_at > timezone.now() - BETWEEN_MAILS:
            raise Refused(_("It was sent a moment ago. Wait five minutes before sending it again."))
        _refuse_account_holders(fresh.email, fresh.person)
        _refuse_too_many(voucher)
        fresh.token_hash, fresh.invited_by = hash_of(token), voucher
        fresh.expires_at, fresh.sent_at = timezone.now() + WORKS_FOR, None
        fresh.tried_at = timezone.now()
        save_checked(fresh)
        record_event(
            "invited", request=request, user=voucher, about=fresh, role=fresh.role, again=True
        )
    return _send(fresh, token=token, site=site)


@transaction.atomic
def revoke(*, invitation, by, request=None):
    """The link stops working at once."""
    voucher = _voucher(by)
    fresh = _waiting(invitation)
    fresh.revoked_at = timezone.now()
    save_checked(fresh)
    record_event("invitation_withdrawn", request=request, user=voucher, about=fresh)
    return fresh


@transaction.atomic
def accept(*, token_hash, password, request=None):
    """The person behind the address opens the account; a link works once, in one tab."""
    rows = Invitation.objects.usable().for_acceptance().filter(token_hash=token_hash)
    invitation = rows.select_for_update(of=("self",)).first()
    if invitation is None or _account_of(invitation.email, invitation.person):
        raise LinkDead(_("This link no longer works."))
    user = User(
        email=invitation.email,
        person=invitation.person,
        organization=invitation.organization,
        role=invitation.role,
        language=invitation.language,
    )
    user.set_password(password)
    why = reason_for("invited", by=invitation.invited_by.email)
    with pghistory.context(invitation=invitation.pk), because(why):
        invitation.account = save_checked(user)
        pghistory.context(**who(user))  # from here on it is the new account that acts
        invitation.accepted_at = timezone.now()
        save_checked(invitation)
    record_event(
        "invitation_accepted", request=request, user=user, about=invitation, role=user.role
    )
    return user


def _twin(email, by, fields):
    """The same form sent twice makes one invitation and one mail."""
    same = {name: fields.get(name) for name in ("role", "language", "organization")}
    rows = Invitation.objects.waiting()
    return made_a_moment_ago(rows, when="created_at", email=email, invited_by=by, **same)


def _make(*, email, token, by, role, language, person=None, organization=None, full_name=""):
    _refuse_account_holders(email, person)
    waiting = Invitation.objects.waiting().for_list()
    if there := waiting.for_address(email).first():
        raise AlreadySaved(_("This address has been invited already."), there)
    _refuse_too_many(by)
    return save_checked(
        Invitation(
            email=email,
            person=person or save_checked(Person(full_name=full_name)),
            organization=organization,
            role=role,
            language=language,
            token_hash=hash_of(token),
            invited_by=by,
            expires_at=timezone.now() + WORKS_FOR,
        )
    )


def _send(invitation, *, token, site):
    """After the transaction: a slow mail server holds no lock, a dead one loses no row."""
    if send_invitation(invitation, token=token, site=site):
        invitation.sent_at = timezone.now()
        rows = Invitation.objects.filter(pk=invitation.pk, token_hash=hash_of(token))
        rows.update(sent_at=invitation.sent_at)
    return invitation


def _voucher(by):
    """Who invites, judged as of now and locked: two clicks of one admin come one by one."""
    fresh = User.objects.select_for_update().get(pk=by.pk)
    require_rule(fresh, "actors.manage_accounts")
    return fresh


def _waiting(invitation):
    rows = Invitation.objects.select_for_update(of=("self",))
    fresh = rows.select_related("person", "organization").get(pk=invitation.pk)
    if not fresh.is_waiting:
        raise Refused(_("This invitation has been answered or revoked already."))
    return fresh


def _account_of(email, person):
    found = User.objects.filter(email__iexact=email)
    if person is not None:
        found |= User.objects.filter(person=person)
    return found.for_list().first()


def _refuse_account_holders(email, person):
    account = _account_of(email, person)
    if account is None:
        return
    if account.email == email:
        text = _("There is already an account with this email.")
    else:
        text = _("This person already has an account.")
    raise AlreadySaved(text, account)


def _refuse_too_many(by):
    """A stolen session of an admin cannot flood mailboxes."""
    lately = Invitation.objects.filter(invited_by=by, tried_at__gt=timezone.now() - HOUR)
    if lately.count() >= settings.INVITATIONS_PER_HOUR:
        raise Refused(
            _("You have sent %(count)s invitations within an hour. Go on later.")
            % {"count": settings.INVITATIONS_PER_HOUR}
        )
