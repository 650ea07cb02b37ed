"""What the tests of documents share: an upload, an empty store, a scanner that answers."""

import socketserver
import struct
import threading

import pytest
from django.core.files.base import ContentFile

from tests.factories.documents import small_pdf
from tests.files import EICAR


@pytest.fixture(autouse=True)
def store(settings, tmp_path):
    """A store of the test's own, so that it can be looked into."""
    settings.DOCUMENTS_DIR = tmp_path / "documents"
    return settings.DOCUMENTS_DIR


@pytest.fixture
def upload():
    """A file as a form hands it over; another PDF each time unless told."""

    def upload(content=None, name="surat.pdf"):
        return ContentFile(small_pdf() if content is None else content, name=name)

    return upload


def files_in(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


class Clamd(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    """Speaks clamd's INSTREAM on a real socket; knows one virus, the EICAR test file."""

    daemon_threads = True
    answer = None  # says this, whatever came
    is_silent = False


class Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        if self.rfile.read(10) != b"zINSTREAM\0":
            self.wfile.write(b"UNKNOWN COMMAND\0")
            return
        content = b""
        while size := struct.unpack(">I", self.rfile.read(4))[0]:
            content += self.rfile.read(size)
        if self.server.is_silent:
            self.server.released.wait(5)
            return
        found = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
        self.wfile.write(self.server.answer or found)


@pytest.fixture
def clamd(settings, tmp_path):
    address = str(tmp_path / "clamd.sock")
    with Clamd(address, Conversation) as server:
        server.released = threading.Event()
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        settings.CLAMD, settings.CLAMD_SECONDS = address, 2
        yield server
        server.released.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def infected_pdf():
    """Whole, and with the test virus in it."""
    return small_pdf().replace(b"xref\n", b"% " + EICAR + b"\nxref\n", 1)
