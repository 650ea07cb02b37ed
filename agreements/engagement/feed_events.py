"""What stands in somebody's private feed: what they may see today, in few fields."""

import datetime as dt

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.engagement.events import calendar_of, due_event, meeting_event
from agreements.engagement.states import MeetingState
from agreements.models import Commitment, Meeting

BACK = dt.timedelta(days=183)
CANCELLED_FOR = dt.timedelta(days=60)  # so that a calendar sees it and takes the meeting away
MOST = 1_000


def feed_content(feed, *, site, today=None):
    """The file, in the language that is active: time, title, place and link."""
    today = today or timezone.localdate()
    meetings = nearest(meetings_of(feed.user, today=today), "held_on", today, MOST)
    events = [meeting_event(meeting, site=site) for meeting in meetings]
    if feed.with_due_dates:
        room = MOST - len(events)
        owed = nearest(due_of(feed.user, today=today), "due_on", today, room)
        events += [due_event(commitment, site=site) for commitment in owed]
    name = _("%(site)s: meetings") % {"site": settings.SITE_NAME}
    return calendar_of(events, name=name)


def meetings_of(user, *, today):
    """Half a year back and all to come; cancelled ones for two months after that was said."""
    since = timezone.now() - CANCELLED_FOR
    told = ~Q(state=MeetingState.CANCELLED) | Q(updated_at__gte=since)
    rows = Meeting.objects.visible_to(user).select_related("collaboration")
    return rows.filter(told, held_on__gte=today - BACK)


def due_of(user, *, today):
    """What the account's organization accepted to do and has not reported done."""
    rows = Commitment.objects.visible_to(user).ours(user).owed()
    rows = rows.with_secrecy()
    return rows.filter(due_on__gte=today - BACK)


def nearest(rows, field, today, most):
    """As many rows as there is room for: those to come first, then the latest of the past."""
    ahead = list(rows.filter(**{f"{field}__gte": today}).order_by(field, "pk")[:most])
    past = rows.filter(**{f"{field}__lt": today}).order_by(f"-{field}", "-pk")
    return [*ahead, *past[: most - len(ahead)]]
