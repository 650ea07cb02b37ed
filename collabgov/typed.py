"""What people type arrives with plain line ends, and without characters that nobody sees."""

import re

from django.http import QueryDict

# Controls but tab and the ends of lines, zero-width spaces and joins of words, marks of byte order,
# and everything that changes the direction of writing. What joins letters or emoji (U+200C, U+200D)
# stays: it is seen. NUL stays, too: every field refuses it in words.
UNSEEN = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
# Browsers send every end of a line as two characters; one is what is counted, kept and compared.
LINE_END = re.compile("\r\n?")
TO_CLEAN = re.compile(f"{UNSEEN.pattern}|\r")


class TypedTextMiddleware:
    """Cleans every form, so that no field needs to think of it; what files hold stays."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.GET = cleaned(request.GET)
        if request.method == "POST":
            request.POST = cleaned(request.POST)
        return self.get_response(request)


def cleaned(sent):
    """The same form as it should be; the very same object where nothing is to be done."""
    if not any(TO_CLEAN.search(value) for _, values in sent.lists() for value in values):
        return sent
    clean = QueryDict(mutable=True, encoding=sent.encoding)
    for name, values in sent.lists():
        clean.setlist(name, [LINE_END.sub("\n", UNSEEN.sub("", value)) for value in values])
    clean._mutable = False
    return clean
