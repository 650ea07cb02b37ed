"""The only code that sends an account the link to a new password, on an admin's word."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.accounts.models import User
from actors.audit.kinds import EventKind
from actors.audit.models import AccessEvent
from actors.audit.recording import record_event
from actors.users import mail
from collabgov.kit.access import require_rule
from collabgov.kit.errors import Refused

BETWEEN_LINKS, HOUR = timedelta(minutes=5), timedelta(hours=1)
LINKS_PER_HOUR = 30  # of one admin
ASKED = EventKind.PASSWORD_RESET_ASKED


def send_password_link(*, user, by, site, request=None):
    """Say whether the mail server took it; too many, or to one account too soon, are refused."""
    with transaction.atomic():
        # Locked: two clicks, of one admin or of two on one account, come one by one.
        rows = User.objects.filter(pk__in=[user.pk, by.pk]).select_for_update().order_by("pk")
        locked = {row.pk: row for row in rows}
        user, by = locked[user.pk], locked[by.pk]
        require_rule(by, "actors.change_role", user)
        _refuse_too_many(user, by)
        record_event(ASKED, request=request, user=by, about=user)
    return mail.send_password_link(user, site=site)


def _refuse_too_many(user, by):
    """A stolen session of an admin cannot flood mailboxes."""
    now = timezone.now()
    asked = AccessEvent.objects.filter(kind=ASKED)
    label = user._meta.label_lower
    about = asked.filter(about_model=label, about_pk=str(user.pk), at__gt=now - BETWEEN_LINKS)
    if about.exists():
        raise Refused(_("A link was sent a moment ago. Wait five minutes before sending another."))
    lately = asked.filter(user=by, about_model=label, at__gt=now - HOUR)
    if lately.count() >= LINKS_PER_HOUR:
        raise Refused(
            _("You have sent %(count)s links within an hour. Go on later.")
            % {"count": LINKS_PER_HOUR}
        )
