"""Devices on which an account has signed in: a stranger's tries elsewhere do not lock it there."""

import secrets

from django.conf import settings
from django.core import signing

from actors.accounts.emails import folded

COOKIE = "known_device"
SALT = "actors.accounts.devices"
MAX_AGE = 90 * 24 * 3600
MOST = 5  # accounts on one device


def of(request, email):
    """Return the name of this device when the account has signed in on it, else ""."""
    return _known(request).get(email, "")


def remember(request, response, user):
    """The account has signed in here: its tries are counted apart from everybody else's."""
    known = _known(request)
    email = folded(user.email)
    name = known.pop(email, "") or secrets.token_urlsafe(9)
    newest = dict([*list(known.items())[1 - MOST :], (email, name)])
    response.set_cookie(
        COOKIE,
        signing.dumps(newest, salt=SALT),
        max_age=MAX_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
        path="/accounts/",
    )


def _known(request):
    try:
        return signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=MAX_AGE)
    except signing.BadSignature:
        return {}
