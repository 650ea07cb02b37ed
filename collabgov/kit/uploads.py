"""How much may be handed in at once; what is larger is not even read."""

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

LARGEST_FILE = 10_000_000
LARGEST_BODY = LARGEST_FILE + 3_000_000  # the file and the form around it


class LimitedUpload(FileUploadHandler):
    """First of the upload handlers: stops what is too large, whatever its length was said to be."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        self.received = 0
        if content_length > LARGEST_BODY:
            raise RequestDataTooBig("A body larger than any form of this site.")

    def receive_data_chunk(self, raw_data, start):
        self.received += len(raw_data)
        if self.received > LARGEST_BODY:
            raise RequestDataTooBig("A file larger than any form of this site takes.")
        return raw_data

    def file_complete(self, file_size):
        return None
