"""Mails to the owner of an account: what opens it has changed, by them or by somebody else."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from actors.accounts.agents import device_in_words
from actors.accounts.mail import send_apart
from collabgov.kit.client import client_ip
from collabgov.kit.mail import text_mail
from collabgov.kit.site import site_url

PASSWORD_CHANGED = _("The password of your account was changed.")
APP_ADDED = _("An authenticator app was set up as your second factor.")
APP_REMOVED = _("The authenticator app of your account was removed.")
PASSKEY_ADDED = _("A passkey was set up as your second factor.")
PASSKEY_REMOVED = _("A passkey of your account was removed.")
CODES_MADE = _("New recovery codes were made. The old ones no longer work.")
CODE_USED = _("A recovery code of your account was used in place of your second factor.")
FACTORS_RESET = _(
    "Your second factor and your recovery codes were taken away, because somebody said that "
    "they are lost. Your password alone signs you in now, until you set up a new second factor."
)
MADE_ADMIN = _("Your account was made an admin by those who run the server.")
LINKED = _("Your account can now be opened by single sign-on.")

ADDED = {Authenticator.Type.TOTP: APP_ADDED, Authenticator.Type.WEBAUTHN: PASSKEY_ADDED}
REMOVED = {Authenticator.Type.TOTP: APP_REMOVED, Authenticator.Type.WEBAUTHN: PASSKEY_REMOVED}


def tell_owner(words, *, user, request=None, by=None):
    """Mail the words to the account, in its language and its time, once the change is certain.

    The device of the request is told when it was the owner's own doing, or passes for it.
    """
    is_own = by is None or by.pk == user.pk
    with translation.override(user.language), timezone.override(user.time_zone):
        mail = text_mail(
            to=user.email,
            language=user.language,
            subject="accounts/mail/notice_subject.txt",
            body="accounts/mail/notice.txt",
            words=words,
            at=timezone.localtime(),
            by="" if is_own else str(by),
            site=site_url(request) if request else settings.SITE_URL,
            **(_where(request) if request and is_own else {}),
        )
    transaction.on_commit(lambda: send_apart(mail), robust=True)


def _where(request):
    agent = request.headers.get("user-agent", "")
    return {"device": device_in_words(agent), "ip": client_ip(request)}
