"""How much may be handed in at once; what is larger is not even read.

A view says itself when it takes more than the usual: `LargeUploadMixin`.
"""

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler
from django.urls import Resolver404, resolve

from collabgov.kit.files import LARGEST_DOCUMENT

LARGEST_FILE = 10_000_000
FORM = 3_000_000  # what may stand around the file
LARGEST_BODY = LARGEST_FILE + FORM


class LargeUploadMixin:
    """A page to which documents are handed in; every other address takes `LARGEST_BODY`."""

    largest_body = LARGEST_DOCUMENT + FORM


class LimitedUpload(FileUploadHandler):
    """First of the upload handlers: stops what is too large, whatever its length was said to be."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        self.received, self.most = 0, largest_body_of(self.request)
        if content_length > self.most:
            raise RequestDataTooBig("A body larger than any form of this address.")

    def receive_data_chunk(self, raw_data, start):
        self.received += len(raw_data)
        if self.received > self.most:
            raise RequestDataTooBig("A file larger than any form of this address takes.")
        return raw_data

    def file_complete(self, file_size):
        return None


def largest_body_of(request):
    """What the view behind the address takes; forms are read before the address is resolved."""
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return LARGEST_BODY
    return getattr(getattr(view, "view_class", None), "largest_body", LARGEST_BODY)
