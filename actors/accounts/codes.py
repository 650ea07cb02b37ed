"""A code of the app works once, for as long as a clock that is a little off would take it."""

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache


def use_up(user, code):
    """Remember that the code was used: allauth does so for half a minute, and not at set-up."""
    key = TOTP(Authenticator(user=user))._get_used_cache_key(code)
    cache.set(key, "y", timeout=app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1))
