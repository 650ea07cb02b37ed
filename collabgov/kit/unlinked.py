"""Addresses at which the site forgets who asks, before any other part of it looks.

What is sent there is said in confidence. No cookie is read or set, no address, program, page
before or number of the request is kept; the audit trail learns of no request, and nothing that is
refused there is written down. What a proxy in front writes is up to its own settings: see
`docs/operations.md`.
"""

PREFIX = "/pulse/"
# Everything else that a browser or a proxy tells is dropped: a list of what to drop has gaps.
NEEDED = frozenset(
    {
        "HTTP_HOST",
        "HTTP_ACCEPT",
        "HTTP_ACCEPT_LANGUAGE",
        "HTTP_ACCEPT_ENCODING",
        "HTTP_X_FORWARDED_PROTO",
        "HTTP_TRANSFER_ENCODING",
    }
)
TOLD = ("REMOTE_ADDR", "REMOTE_HOST", "REMOTE_PORT", "REMOTE_USER")


def is_unlinked(request):
    return getattr(request, "is_unlinked", False)


class UnlinkedMiddleware:
    """Stands before sessions, accounts, logs and the trail; and after them on the way out."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        request.is_unlinked = True
        forget(request.META)
        response = self.get_response(request)
        response.cookies.clear()
        del response.headers["X-Request-ID"]
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"
        return response


def forget(meta):
    """Leave of a request only what is needed to answer it."""
    for name in [name for name in meta if name.startswith("HTTP_") and name not in NEEDED]:
        del meta[name]
    for name in TOLD:
        if name in meta:
            meta[name] = ""
