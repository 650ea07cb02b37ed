"""Sessions of an account: how long they last, which there are, and ending them."""

import time

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from collabgov.kit.client import client_ip

STARTED = "signed_in_at"
SEEN = "seen_at"
SEEN_EVERY = 60  # seconds; looking at pages writes no more often than this


def begin_session(request, user):
    """Note that a session starts now, and from where."""
    now = int(time.time())
    request.session[STARTED] = request.session[SEEN] = now
    if request.session.session_key:
        _write_row(request, user)


def is_over(request):
    """Whether the session was idle too long, or is older than any session may be."""
    now = time.time()
    started = request.session.get(STARTED, now)
    seen = request.session.get(SEEN, now)
    return (
        now - started >= settings.SESSION_COOKIE_AGE or now - seen >= settings.SESSION_IDLE_SECONDS
    )


def notice(request):
    """Note that the session is in use; at most once a minute."""
    if STARTED not in request.session:
        begin_session(request, request.user)
    elif time.time() - request.session[SEEN] >= SEEN_EVERY:
        request.session[SEEN] = int(time.time())
        _write_row(request, request.user)


def sessions_of(user):
    """Return the devices that are signed in as the user, the last seen first."""
    alive = Session.objects.filter(expire_date__gt=timezone.now())
    rows = UserSession.objects.filter(user=user, session_key__in=alive.values("session_key"))
    return rows.order_by("-last_seen_at", "-pk")


def end_sessions(user, *, keep=None, only=None):
    """Sign the user out everywhere but in the session with the key `keep`; return how many.

    With `only`, just that session ends.
    """
    rows = UserSession.objects.filter(user=user).exclude(session_key=keep or "")
    if only is not None:
        rows = rows.filter(session_key=only)
    keys = list(rows.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(session_key__in=keys).delete()
    return len(keys)


def end_others(request):
    """Sign the user of the request out everywhere else, its key being new or not."""
    _write_row(request, request.user)
    return end_sessions(request.user, keep=request.session.session_key)


def _write_row(request, user):
    longest = UserSession._meta.get_field("user_agent").max_length
    agent = request.headers.get("user-agent", "").replace("\x00", "")[:longest]
    seen = {
        "user": user,
        "ip": client_ip(request) or "0.0.0.0",
        "user_agent": agent,
        "last_seen_at": timezone.now(),
    }
    UserSession.objects.update_or_create(session_key=request.session.session_key, defaults=seen)
