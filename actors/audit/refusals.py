"""Refusals are written down, in one place, and so that nobody can flood the table."""

import logging
from datetime import timedelta

from django.db import DatabaseError, models
from django.utils import timezone

from actors.audit.kinds import REFUSALS, EventKind
from actors.audit.models import AccessEvent
from actors.audit.recording import path_of, record_event
from collabgov.kit.ids import LONGEST

AT_MOST = 30  # lines a minute: for each account, and for all that are not signed in together
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
    earlier = _earlier(request)
    path = path_of(request)
    if path in earlier or len(earlier) >= AT_MOST:
        return None
    more = {"more_may_follow": True} if len(earlier) == AT_MOST - 1 else {}
    return record_event(
        _kind_of(status, record), request=request, about=record, method=request.method, **more
    )


def _kind_of(status, record):
    if status == 403:
        return EventKind.REFUSED
    return EventKind.MISSING if record is None else EventKind.FOREIGN


def _earlier(request):
    """The addresses of this account's refusals in the last minute, as many as matter."""
    user = request.user if request.user.is_authenticated else None
    rows = AccessEvent.objects.filter(user=user, kind__in=REFUSALS, at__gt=timezone.now() - WINDOW)
    return list(rows.order_by("-at").values_list("path", flat=True)[:AT_MOST])


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
