"""The only code that writes calendar feeds: made, renewed, revoked, read."""

import datetime as dt
import hashlib
import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from actors.models import User
from agreements.engagement.models import CalendarFeed
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked

TOKEN_BYTES = 32  # 256 bits: nobody guesses it
A_YEAR = dt.timedelta(days=365)


@transaction.atomic
def make_feed(*, by, with_due_dates=False, seen="", today=None):
    """A new address for one's own calendar, which ends the one before: (feed, token).

    The token is told here once and cannot be had again. `seen` is the mark of the newest one when
    the page was opened: sent again, the page does not end the address that it has just made.
    """
    _lock(by)
    if seen and seen != mark_of_newest(by):
        raise Refused(
            _(
                "The address was made already and shown once. It goes on working; if you have not"
                " copied it, make a new one."
            )
        )
    revoke_feeds(user=by, by=by)
    today = today or timezone.localdate()
    token = secrets.token_urlsafe(TOKEN_BYTES)
    feed = CalendarFeed(
        user=by,
        token_hash=hash_of(token),
        with_due_dates=with_due_dates,
        made_on=today,
        expires_on=today + A_YEAR,
    )
    return save_checked(feed), token


def mark_of_newest(user):
    """What tells the newest address of an account from the next; an ended one counts too."""
    newest = CalendarFeed.objects.filter(user=user).order_by("-pk").first()
    return f"feed-{newest.pk if newest else 0}"


@transaction.atomic
def choose_due_dates(*, by, with_due_dates):
    """Whether one's own feed also holds what one's organization has to do; None without a feed."""
    _lock(by)
    feed = CalendarFeed.objects.standing().filter(user=by).first()
    if feed:
        feed.with_due_dates = with_due_dates
        save_checked(feed)
    return feed


@transaction.atomic
def revoke_feeds(*, user, by):
    """The address of this account opens nothing from now on; returns how many there were.

    By its owner, or by whoever closes the account or changes what it may see: the trail says who.
    """
    return CalendarFeed.objects.standing().filter(user=user).update(revoked_at=timezone.now())


def feed_of(token, *, today=None):
    """The live feed behind an address, with its account as it is now, or None."""
    wanted = hash_of(token)
    feed = (
        CalendarFeed.objects.live(today=today)
        .select_related("user")
        .filter(token_hash=wanted)
        .first()
    )
    return feed if feed and constant_time_compare(feed.token_hash, wanted) else None


def note_use(*, feed, today=None):
    """Which day it was last read; no time, no address: that is nobody's business."""
    today = today or timezone.localdate()
    if feed.last_used_on != today:
        CalendarFeed.objects.filter(pk=feed.pk).update(last_used_on=today)


def hash_of(token):
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _lock(user):
    """Two clicks come one by one."""
    User.objects.select_for_update().get(pk=user.pk)
