"""Too many tries: how long to wait, and the page that says so."""

import math
import time
from contextlib import contextmanager

from allauth.account import app_settings
from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import ngettext

from actors.audit.recording import record_event

ACCOUNTS = "allauth.account"
BY_ADDRESS = ("login", "login_spray", "reset_password", "reset_password_from_key")
BY_ACCOUNT = ("reauthenticate", "change_password")


def seconds_to_wait(request, *, action, key=None):
    """How long until one more try of this kind is allowed."""
    longest = 0.0
    for rate in ratelimit.get_rates(app=ACCOUNTS, action=action):
        if (rate.per == "key" and key is None) or (
            rate.per == "user" and not request.user.is_authenticated
        ):
            continue
        place = ratelimit.get_cache_key(request, app=ACCOUNTS, action=action, rate=rate, key=key)
        tries = cache.get(place, [])
        if len(tries) >= rate.amount:
            longest = max(longest, tries[-1] + rate.duration - time.time())
    return math.ceil(longest)


def too_many(request, exception=None, *, action="", key=None):
    """The page for whoever tried too often. Allauth asks for it without saying which try it was."""
    actions = (action,) if action else (*BY_ADDRESS, *BY_ACCOUNT)
    seconds = max(1, *(seconds_to_wait(request, action=each, key=key) for each in actions))
    record_event("limited", request=request, limit=action, wait_seconds=seconds)
    answer = render(request, "429.html", {"wait": in_words(seconds)}, status=429)
    answer.headers["Retry-After"] = str(seconds)
    add_never_cache_headers(answer)
    return answer


@contextmanager
def no_sooner_than(seconds):
    """Take as long whatever the block finds: nobody can time whether an account is known."""
    until = time.monotonic() + seconds
    yield
    time.sleep(max(0, until - time.monotonic()))


def in_words(seconds):
    minutes = math.ceil(seconds / 60)
    if minutes <= 1:
        return ngettext("%(count)d second", "%(count)d seconds", seconds) % {"count": seconds}
    return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}


def seconds_since_proof(records):
    """How long ago somebody proved who they are; None when it is too long ago, or never."""
    if not records:
        return None
    seconds = time.time() - records[-1]["at"]
    return seconds if seconds < app_settings.REAUTHENTICATION_TIMEOUT else None
