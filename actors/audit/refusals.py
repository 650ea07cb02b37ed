"""Refusals are written down, in one place, and so that nobody can flood the table."""

import logging
from datetime import timedelta

from django.db import DatabaseError, models
from django.utils import timezone

from actors.audit.kinds import EventKind
from actors.audit.models import AccessEvent
from actors.audit.recording import path_of, record_event
from collabgov.kit.client import client_ip
from collabgov.kit.ids import LONGEST
from collabgov.kit.unlinked import is_unlinked

# Lines of one kind a minute, so that missing numbers never use up the room of real probes:
AT_MOST = 30  # for each account, and for each address without one
AT_MOST_OF_STRANGERS = 300  # for all addresses without an account together
WINDOW = timedelta(minutes=1)
logger = logging.getLogger(__name__)


class RefusalMiddleware:
    """After a page was refused (403) or its record not shown (404), write down who tried what.

    A record of others and one that is not there cost the same work, so the time that an answer
    takes tells nobody which it was. Addresses that lead nowhere at all are not recorded.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_unlinked(request):
            return response
        if response.status_code in (403, 404) and getattr(request, "resolver_match", None):
            try:
                record_refusal(request, response.status_code)
            except DatabaseError:  # the page stays refused; the operator learns of it
                logger.exception("A refusal could not be recorded.")
        return response


def record_refusal(request, status):
    """Write the refusal down, unless the same one, or too many, stand there already."""
    record = record_named_by(request)
    if status == 404 and not names_a_record(request):
        return None
    kind = _kind_of(status, record)
    paths, room = _earlier(request, kind)
    if path_of(request) in paths or room < 1:
        return None
    more = {"more_may_follow": True} if room == 1 else {}
    return record_event(kind, request=request, about=record, method=request.method, **more)


def _kind_of(status, record):
    if status == 403:
        return EventKind.REFUSED
    return EventKind.MISSING if record is None else EventKind.FOREIGN


def _earlier(request, kind):
    """What this account was refused of this kind in the last minute; room for how many more.

    Without an account: this address, and as long as all strangers together leave room.
    """
    user = request.user if request.user.is_authenticated else None
    most = AT_MOST if user else AT_MOST_OF_STRANGERS
    rows = AccessEvent.objects.filter(user=user, kind=kind, at__gt=timezone.now() - WINDOW)
    earlier = list(rows.order_by("-at").values_list("path", "ip")[:most])
    ip = client_ip(request) or None
    theirs = [path for path, other in earlier if user or other == ip]
    return theirs, min(AT_MOST - len(theirs), most - len(earlier))


def names_a_record(request):
    return bool(request.resolver_match.kwargs)


def record_named_by(request):
    """The record that the address names, whoever may see it; None when there is none.

    The view says of which model its `pk` is. Nothing of the record reaches the answer.
    """
    match = request.resolver_match
    pk = match.kwargs.get("pk")
    view = getattr(match.func, "view_class", None)
    named_by = getattr(view, "model_named_by", None)  # a page of several kinds of records
    model = named_by(match.kwargs) if named_by else getattr(view, "model", None)
    is_id = isinstance(pk, int) and len(str(pk)) <= LONGEST
    if model is None or not is_id or not isinstance(model._meta.pk, models.AutoField):
        return None
    return model._base_manager.filter(pk=pk).first()
