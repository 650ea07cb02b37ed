"""Pages about the site itself: is it up, and what went wrong."""

import sys

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponseNotAllowed
from django.middleware.csrf import REASON_BAD_ORIGIN
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import is_valid_path

from collabgov.duties import WHO_MAY
from collabgov.kit.unsent import unsent_of

RETRY_SECONDS = 30
METHODS = ("GET", "HEAD", "POST", "OPTIONS")  # what a browser's pages and forms send


def csrf_failure(request, reason=""):
    """The form was open too long, or came from elsewhere.

    What our own page sent is shown, and may be sent again with one press. What another site
    made the browser send is neither shown nor offered: that press would be its whole attack.
    """
    elsewhere = reason.startswith(REASON_BAD_ORIGIN.partition("%s")[0])
    unsent = None if elsewhere else unsent_of(request)
    may_send = bool(unsent and request.headers.get("Origin") and request.user.is_authenticated)
    context = {"unsent": unsent, "may_send": may_send}
    return render(request, "errors/csrf.html", context, status=403)


def forbidden(request, exception):
    """The page or the verb is somebody else's: whose, as far as a rule says it.

    Somebody whose part ended while they were writing keeps what they typed.
    """
    rule_name = str(exception.args[0]) if exception.args else ""
    unsent = unsent_of(request) if request.method == "POST" else None
    context = {"who_may": WHO_MAY.get(rule_name), "unsent": unsent}
    return render(request, "403.html", context, status=403)


class KnownMethodsMiddleware:
    """No address takes PUT, PATCH or DELETE; Django's form views would read PUT as POST."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        return self.get_response(request)


class MethodPageMiddleware:
    """A method that an address does not take: a page instead of an empty answer."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 405 or response.content:
            return response
        context = {"list_url": list_above(request.path_info)}
        page = render(request, "405.html", context, status=405)
        page.headers["Allow"] = response.headers["Allow"]
        return page


def list_above(path):
    """Return the address of the list that a record's address begins with, or ""."""
    address = f"/{path.split('/')[1]}/"
    return address if is_valid_path(address) else ""


def bad_request(request, exception):
    """What cannot be read, or is too much; shown without the request, which may be the trouble."""
    is_large = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    page, status = ("413.html", 413) if is_large else ("400.html", 400)
    return HttpResponse(render_to_string(page), status=status)


def not_found(request, exception):
    return render(request, "404.html", status=404)


def server_error(request):
    """A database that is away or too slow is a short wait (503); all else is our fault (500).

    Rendered without the request: its context would ask the database who is signed in.
    """
    known = {"request_id": getattr(request, "request_id", "")}
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        headers = {"Retry-After": RETRY_SECONDS, "Cache-Control": "no-store"}
        return HttpResponse(render_to_string("503.html", known), status=503, headers=headers)
    return HttpResponse(render_to_string("500.html", known), status=500)
