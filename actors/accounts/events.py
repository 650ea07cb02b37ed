"""What allauth and Django tell us about signing in goes into the event log, and ends sessions.

Their signals are the only place that sees every way in; nothing of our own is wired this way.
"""

from allauth.account import signals as account_signals
from allauth.mfa import signals as factor_signals
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in

from actors.accounts.notices import ADDED, CODE_USED, CODES_MADE, REMOVED, tell_owner
from actors.accounts.sessions import begin_session, end_others
from actors.audit.recording import record_event


def connect():
    """Called once, when the apps are ready."""
    user_logged_in.connect(session_began, dispatch_uid="accounts.session_began")
    account_signals.user_logged_in.connect(signed_in, dispatch_uid="accounts.signed_in")
    factor_signals.authenticator_added.connect(factor_added, dispatch_uid="accounts.added")
    factor_signals.authenticator_removed.connect(factor_removed, dispatch_uid="accounts.removed")
    factor_signals.authenticator_reset.connect(codes_made, dispatch_uid="accounts.codes")
    factor_signals.authenticator_used.connect(factor_used, dispatch_uid="accounts.used")
    factor_signals.authentication_failed.connect(factor_failed, dispatch_uid="accounts.failed")


def session_began(sender, request, user, **kwargs):
    begin_session(request, user)


def signed_in(sender, request, user, **kwargs):
    way = "single sign-on" if kwargs.get("sociallogin") else "password"
    record_event("signed_in", request=request, user=user, way=way)


def factor_added(sender, request, user, authenticator, **kwargs):
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        record_event("recovery_codes", request=request, user=user, what="made")
        return
    record_event("factor_added", request=request, user=user, factor=authenticator.type)
    tell_owner(ADDED[authenticator.type], user=user, request=request)
    _end_others(request, user, "second factor added")


def factor_removed(sender, request, user, authenticator, **kwargs):
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:  # they go with the last factor
        record_event("recovery_codes", request=request, user=user, what="removed")
        return
    record_event("factor_removed", request=request, user=user, factor=authenticator.type)
    tell_owner(REMOVED[authenticator.type], user=user, request=request)
    _end_others(request, user, "second factor removed")


def codes_made(sender, request, user, **kwargs):
    record_event("recovery_codes", request=request, user=user, what="made anew")
    tell_owner(CODES_MADE, user=user, request=request)


def factor_used(sender, request, user, authenticator, **kwargs):
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        record_event("recovery_codes", request=request, user=user, what="used")
        tell_owner(CODE_USED, user=user, request=request)
    else:
        record_event("factor_used", request=request, user=user, factor=authenticator.type)


def factor_failed(sender, request, user, **kwargs):
    record_event("factor_failed", request=request, user=user)


def _end_others(request, user, why):
    ended = end_others(request)
    if ended:
        record_event("sessions_ended", request=request, user=user, why=why, sessions=ended)
