"""A production site on an empty database, with a real mail server: for its very first day."""

import os
import re
import secrets
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tests.actors.invitations.mail_server import Inbox, mail_server
from tests.architecture.sources import ROOT
from tests.journeys.site import drop, environment, free_port, fresh_database, wait


@dataclass(frozen=True)
class EmptySite:
    """Where it answers, its mailbox, and the terminal of whoever runs it."""

    url: str
    inbox: Inbox
    environment: dict

    def command(self, *words):
        """What a command of `manage.py` says."""
        command = [sys.executable, "manage.py", *words]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    def link_in_mail(self, number):
        """The address in the mail of that number."""
        text = self.inbox.wait_for(number + 1)[number].get_content()
        return re.search(rf"{self.url}/accounts/\S+", text).group(0)


def beside(work, *facts):
    """In a thread of its own: Django's database calls do not mix with Playwright's event loop."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(work, *facts).result()


def empty_site(folder):
    """Start it as in production, but by http on this machine; stop it at the end."""
    database = beside(fresh_database, "empty")
    url = f"http://localhost:{free_port()}"
    log = folder / "serve.log"
    with mail_server() as (inbox, mail_port), log.open("w") as out:
        known = environment(database) | {
            "DJANGO_SETTINGS_MODULE": "collabgov.settings.prod",
            "SECRET_KEY": secrets.token_urlsafe(60),
            "ALLOWED_HOSTS": "localhost",
            "SITE_URL": url,
            "SECURE_SSL_REDIRECT": "false",
            "EMAIL_URL": f"smtp://127.0.0.1:{mail_port}",
        }
        command = [sys.executable, "manage.py", "serve", "--port", url.rpartition(":")[2]]
        with subprocess.Popen(
            command, cwd=ROOT, env=known, stdout=out, stderr=subprocess.STDOUT
        ) as server:
            try:
                wait(url, server, log, said="collabgov is ready")
                yield EmptySite(url, inbox, os.environ | known)
            finally:
                server.terminate()
                server.wait(timeout=40)
                beside(drop, database["dbname"])
