"""Pages about the site itself: is it up, and what went wrong."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

RETRY_SECONDS = 30


def csrf_failure(request, reason=""):
    """The form was open too long, or came from elsewhere."""
    return render(request, "errors/csrf.html", status=403)


def forbidden(request, exception):
    return render(request, "403.html", status=403)


def not_found(request, exception):
    return render(request, "404.html", status=404)


def server_error(request):
    """A database that is away or too slow is a short wait (503); all else is our fault (500).

    Rendered without the request: its context would ask the database who is signed in.
    """
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        headers = {"Retry-After": RETRY_SECONDS, "Cache-Control": "no-store"}
        return HttpResponse(render_to_string("503.html"), status=503, headers=headers)
    return HttpResponse(render_to_string("500.html"), status=500)
