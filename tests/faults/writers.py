"""People who log meetings over HTTP, note what was acknowledged, and try again when it was not."""

import http.client
import http.cookiejar
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from dataclasses import dataclass, field

from django.utils import timezone

from tests.agreements.engagement.posts import fields_of
from tests.html import soup_of

LOGIN, NEW = "/accounts/login/", "/meetings/new/"
LOST = (OSError, http.client.HTTPException)  # the server died meanwhile, perhaps in mid-answer


@dataclass
class Answer:
    """What the site said: enough for the helpers that read pages."""

    status: int
    content: bytes
    location: str


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


class Visitor:
    """A browser as far as forms need one: cookies, fields, no redirects."""

    def __init__(self, base):
        self.base = base
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        proxies = urllib.request.ProxyHandler({})
        self.opener = urllib.request.build_opener(proxies, cookies, NoRedirect)

    def ask(self, path, fields=None):
        data = urllib.parse.urlencode(fields).encode() if fields is not None else None
        try:
            with self.opener.open(self.base + path, data, timeout=40) as answer:
                return Answer(answer.status, answer.read(), "")
        except urllib.error.HTTPError as answer:
            with answer:
                return Answer(answer.code, answer.read(), answer.headers.get("Location", ""))

    def sign_in(self, email, password):
        form = soup_of(self.ask(LOGIN)).find("input", {"name": "password"}).find_parent("form")
        hidden = {field["name"]: field["value"] for field in form.find_all(type="hidden")}
        answer = self.ask(LOGIN, hidden | {"login": email, "password": password, "next": NEW})
        assert answer.status == 302, answer.content.decode()


@dataclass
class Journal:
    """Outside the database: what was sent, and what the site said it had saved."""

    sent: set = field(default_factory=set)
    acknowledged: dict = field(default_factory=dict)
    troubles: list = field(default_factory=list)
    unanswered: int = 0


class Writer(threading.Thread):
    """Logs one meeting after another until told to stop."""

    def __init__(self, visitor, journal):
        super().__init__(daemon=True)
        self.visitor, self.journal = visitor, journal
        self.over = threading.Event()

    def run(self):
        while not self.over.is_set():
            fields = self._form()
            if fields:
                self._save(fields)

    def _form(self):
        """The form as a browser would send it, with a meeting of our own typed in."""
        try:
            page = self.visitor.ask(NEW)
        except LOST:
            page = None
        if page is None or page.status != 200:
            self._wait(page)
            return None
        title = f"Uji {uuid.uuid4()}"
        fields = fields_of(page) | {
            "title": title,
            "held_on": timezone.localdate().isoformat(),
            "agenda-0-topic": f"Topik {title}",
            "agenda-0-decision": f"Keputusan {title}",
            "save": "1",
        }
        self.journal.sent.add(title)
        return fields

    def _save(self, fields):
        """Send until it is acknowledged: the submission id makes that safe."""
        while True:
            try:
                answer = self.visitor.ask(NEW, fields)
            except LOST:
                answer = None
            if answer is not None and answer.status == 302 and "/meetings/" in answer.location:
                self.journal.acknowledged[fields["title"]] = answer.location
                return
            self._wait(answer)
            if self.over.is_set():
                return

    def _wait(self, answer):
        """A 503 or no answer is part of the game; anything else is a fault of ours."""
        self.journal.unanswered += 1
        if answer is not None and answer.status != 503:
            self.journal.troubles.append((answer.status, answer.location, answer.content[:400]))
            self.over.set()
        time.sleep(0.1)
