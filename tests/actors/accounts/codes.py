"""Somebody with an authenticator app, for tests of the second step."""

import time

from allauth.core import context
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import RequestFactory

LOGIN = "/accounts/login/"
STEP = "/accounts/login/second/"
PASSWORD = "rahasia-sekali-2026"


def give_app(user):
    """Set up an app and recovery codes for the user; returns the secret of the app."""
    with context.request_context(RequestFactory().get("/")):
        secret = generate_totp_secret()
        TOTP.activate(user, secret)
        RecoveryCodes.activate(user)
    return secret


def code_of(secret, *, periods=0):
    """What the app shows now, or some half minutes from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + periods))


def sign_in(client, user, **more):
    return client.post(LOGIN, {"login": user.email, "password": PASSWORD, **more})
