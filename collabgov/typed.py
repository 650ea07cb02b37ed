"""What people type arrives without the characters that nobody sees and that turn a text around."""

import re

from django.http import QueryDict

# Zero-width spaces and joins of words, marks of byte order, and everything that changes the
# direction of writing. What joins letters or emoji (U+200C, U+200D) stays: it is seen.
UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class TypedTextMiddleware:
    """Takes unseen characters out of every form, so that no field needs to think of them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.GET = without_unseen(request.GET)
        if request.method == "POST":
            request.POST = without_unseen(request.POST)
        return self.get_response(request)


def without_unseen(sent):
    """The same form without them; the very same object where there are none."""
    if not any(UNSEEN.search(value) for _, values in sent.lists() for value in values):
        return sent
    clean = QueryDict(mutable=True, encoding=sent.encoding)
    for name, values in sent.lists():
        clean.setlist(name, [UNSEEN.sub("", value) for value in values])
    clean._mutable = False
    return clean
