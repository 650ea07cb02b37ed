"""How many files an account may have read: each costs the server seconds."""

import time
from contextlib import contextmanager

from django.core.cache import cache
from django.utils.translation import gettext as _

from actors.audit.recording import record_event
from collabgov.kit.errors import Refused

MOST, MINUTES = 20, 10
LONGEST = 60  # seconds; no file is read for longer (`kit.incoming.WAIT`)


@contextmanager
def reading_for(user):
    """Read one file for the account; a second one at the same time, or too many, is refused."""
    busy, places = f"import-reading:{user.pk}", f"import-read:{user.pk}"
    if not cache.add(busy, True, timeout=LONGEST):
        raise Refused(_("Another file of yours is being read. Wait until it is done."))
    try:
        now = time.time()
        lately = [at for at in cache.get(places, []) if at > now - MINUTES * 60]
        if len(lately) >= MOST:
            record_event("limited", user=user, limit="import")
            raise Refused(
                _("You have handed in %(count)s files within ten minutes. Go on in a while.")
                % {"count": MOST}
            )
        cache.set(places, [*lately, now], timeout=MINUTES * 60)
        yield
    finally:
        cache.delete(busy)
