"""Whose account a single sign-on opens: by an earlier link, else by a verified email, or none."""

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base.constants import AuthError
from django.conf import settings
from django.shortcuts import render
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from actors.accounts import sign_on
from actors.accounts.models import User
from actors.accounts.notices import LINKED, tell_owner
from actors.audit.recording import record_event

FAILED = _("Something went wrong between this site and the single sign-on. Try again.")
UNVERIFIED = _("The single sign-on does not vouch for your email address, so we cannot use it.")
UNKNOWN = _("There is no account here for your email address. Ask an admin to invite you.")
CLOSED = _("Your account here is closed. Ask an admin if you need it again.")


def refusal(request, words, *, why, status=403, email=""):
    """A page that says what stands in the way, and a line in the event log."""
    record_event("single_sign_on", request=request, outcome="refused", why=why, email=email)
    context = {"words": words, "sso_name": settings.OIDC_NAME}
    return render(request, "accounts/sso_refused.html", context, status=status)


class SingleSignOnAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request, sociallogin):
        """Accounts of unknown people are made below, or not at all."""
        return False

    def on_authentication_error(
        self, request, provider, error=None, exception=None, extra_context=None
    ):
        if error != AuthError.CANCELLED:
            kind = type(exception).__name__ if exception else "state or answer"
            raise ImmediateHttpResponse(refusal(request, FAILED, why=kind))

    def pre_social_login(self, request, sociallogin):
        said = Said(sociallogin)
        if not said.is_for_us():
            self._refuse(request, FAILED, "token of another sign-in", said)
        user = sociallogin.user if sociallogin.is_existing else self._account(request, said)
        if not user.is_active:
            self._refuse(request, CLOSED, "account closed", said)
        if not sociallogin.is_existing:
            sociallogin.connect(request, user)
            record_event("single_sign_on", request=request, user=user, about=user, why="linked")
            tell_owner(LINKED, user=user, request=request)
        if settings.OIDC_ROLE_CLAIM:
            sociallogin.user = sign_on.follow_role(user=user, role=said.role(), request=request)

    def _account(self, request, said):
        """Return the account of the email that the provider vouches for; casing aside, exactly."""
        if not said.email or not said.is_verified:
            self._refuse(request, UNVERIFIED, "email not verified", said)
        user = User.objects.with_email(said.email).first()
        if user is not None:
            return user
        if not settings.OIDC_CREATE_ACCOUNTS or not said.email.isascii():
            self._refuse(request, UNKNOWN, "no account", said)
        return sign_on.open_account(email=said.email, full_name=said.name)

    def _refuse(self, request, words, why, said):
        raise ImmediateHttpResponse(refusal(request, words, why=why, email=said.email))


class Said:
    """What the provider says about somebody: signed claims first, its other answer after."""

    def __init__(self, sociallogin):
        self.state = sociallogin.state
        self.token = sociallogin.account.extra_data.get("id_token") or {}
        self.info = sociallogin.account.extra_data.get("userinfo") or {}
        source = self.token if self.token.get("email") else self.info
        self.email = text_of(source.get("email")).strip()
        self.is_verified = source.get("email_verified") in (True, "true")
        self.name = text_of(self.token.get("name") or self.info.get("name"))[:150]

    def is_for_us(self):
        """Whether the token answers this very sign-in, and both answers are about one person."""
        expected = sign_on.nonce_of(self.state.get("pkce_code_verifier") or "")
        is_answer = constant_time_compare(text_of(self.token.get("nonce")), expected)
        return is_answer and self.info.get("sub", self.token.get("sub")) == self.token.get("sub")

    def role(self):
        """Our role for the words of the claim; words that the map does not know are staff."""
        claim = settings.OIDC_ROLE_CLAIM
        words = self.token.get(claim, self.info.get(claim))
        words = words if isinstance(words, list) else [words]
        return sign_on.highest({settings.OIDC_ROLE_MAP.get(text_of(word)) for word in words})


def text_of(value):
    return value if isinstance(value, str) else ""
