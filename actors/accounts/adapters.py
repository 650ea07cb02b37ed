"""What we tell allauth about accounts: who may sign up (nobody), whose address, which words."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit
from django.utils.translation import gettext_lazy as _

from actors.accounts import devices
from actors.accounts.emails import folded
from actors.accounts.models import User
from actors.accounts.waiting import ACCOUNTS, seconds_since_proof, too_many
from actors.audit.recording import record_event
from collabgov.kit.client import client_ip

NO_MATCH = _("Email and password do not match. Check both and try again.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": NO_MATCH,
        "incorrect_password": _("That is not your password. Check it and try again."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, then try again."),
        "rate_limited": _("Too many tries. Wait five minutes, then try again."),
    }

    def is_open_for_signup(self, request):
        return False

    def is_ajax(self, request):
        """Pages answer with pages, whatever is asked for."""
        return False

    def get_client_ip(self, request):
        return client_ip(request)

    def add_message(self, request, level, *args, **kwargs):
        """Our pages say what happened in their own words."""

    def pre_authenticate(self, request, **credentials):
        """Count the try: for this account, and for this address unless the device is known."""
        email = folded(credentials.get("email") or "")
        device = devices.of(request, email)
        self._used = [self._count(request, "login_failed", key=f"{email}:{device}")]
        if not device:
            self._used.append(self._count(request, "login_spray"))

    def _count(self, request, action, *, key=None):
        usage = ratelimit.consume(request, app=ACCOUNTS, action=action, key=key)
        if not usage:
            raise ImmediateHttpResponse(too_many(request, action=action, key=key))
        return usage

    def _rollback_login_failed_rl_usage(self):
        for usage in self._used:
            usage.rollback()

    def authentication_failed(self, request, **credentials):
        email = credentials.get("email") or ""
        account = User.objects.with_email(email).first()
        record_event("sign_in_failed", request=request, about=account, email=email)

    def reauthenticate(self, user, password):
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_reauthentication_required(self, *, app, **kwargs):
        """Not right after signing in: that was proof enough."""
        records = get_authentication_records(context.request, context.request.user)
        return seconds_since_proof(records) is None
