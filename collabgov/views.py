"""Pages about the site itself: is it up, and what went wrong."""

from django.shortcuts import render


def csrf_failure(request, reason=""):
    """The form was open too long, or came from elsewhere."""
    return render(request, "errors/csrf.html", status=403)


def forbidden(request, exception):
    return render(request, "403.html", status=403)


def not_found(request, exception):
    return render(request, "404.html", status=404)
