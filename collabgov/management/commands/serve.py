"""What `make run` ends in: prepare the site, serve it, stop everything it started."""

import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError, connection, connections

from collabgov import preparing, serving
from collabgov.demo import ACCOUNTS, demo_password
from collabgov.embedded.failure import DatabaseFailure
from collabgov.production import refuse_demo_accounts

TRIES = 4
LOST = (OperationalError, InterfaceError)
REFUSALS = (DatabaseFailure, OperationalError, OSError, ImproperlyConfigured, serving.CannotServe)
PATIENCE = 2 * serving.WORKER_PATIENCE  # seconds to end the workers, then PostgreSQL


class Command(BaseCommand):
    help = "Prepare the database and the static files, then serve the site until Ctrl+C."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--port", default=os.environ.get("PORT") or "8000")
        parser.add_argument("--bind", default=os.environ.get("BIND") or "127.0.0.1")
        parser.add_argument("--dev", action="store_true", help="Autoreload, with runserver.")
        parser.add_argument(
            "--with-parent", action="store_true", help="Stop when the program that started it ends."
        )

    def execute(self, *args, **options):
        try:
            return super().execute(*args, **options)
        except CommandError as refusal:
            if getattr(self, "_called_from_command_line", False):
                sys.exit(str(refusal))  # the sentence, without the name of a class before it
            raise

    def handle(self, *args, port, bind, dev, with_parent, **options):
        signal.signal(signal.SIGTERM, serving.leave_tidily)
        signal.signal(signal.SIGINT, signal.default_int_handler)  # also when started with `&`
        try:
            self.run(bind, port_number(port), dev=dev, with_parent=with_parent)
        except REFUSALS as failure:
            raise CommandError(str(failure).strip()) from failure
        except KeyboardInterrupt:
            self.stdout.write("\nStopped.")

    def run(self, bind, port, *, dev, with_parent):
        with ExitStack() as watches:
            if with_parent:
                watches.enter_context(
                    serving.Watch(serving.stop_when_orphaned(os.getppid(), PATIENCE))
                )
            serving.require_free(bind, port)
            if keep_up := supervisor():
                watches.enter_context(serving.Watch(keep_up))
            self.prepare(collect=not dev)
            text = self.welcome(bind, port)
            connections.close_all()
            connection.close_pool()
            announcement = serving.announce(bind, port, text, self.say)
            watches.enter_context(serving.Watch(announcement, 0.1))
            runserver(bind, port) if dev else serving.serve(bind, port)
        self.say("Stopped.")

    def prepare(self, *, collect):
        """Each step may be done twice: a PostgreSQL that starts anew meanwhile ends no start."""
        connection.ensure_connection()  # one that was never there is said at once
        for tries_left in reversed(range(TRIES)):
            try:
                self.prepare_once(collect=collect)
            except LOST:
                if not tries_left:
                    raise
                connections.close_all()
                time.sleep(1)
            else:
                return

    def prepare_once(self, *, collect):
        if preparing.migrate():
            self.say("Database: tables are up to date.")
        if loaded := preparing.load_regions():
            self.say(loaded)
        if added := preparing.load_legal_bases():
            self.say(added)
        preparing.load_agreement_types()
        preparing.load_assistance_lists()
        refuse_demo_accounts()
        if collect and preparing.collect_static():
            self.say("Static files: collected.")
        if preparing.seed_demo():
            self.say("Demo: two sample collaborations are in the database.")

    def say(self, text):
        self.stdout.write(text)
        self.stdout.flush()

    def welcome(self, bind, port):
        host = f"[{bind}]" if ":" in bind else bind
        lines = ["", f"collabgov is ready: http://{host}:{port}"]
        emails = preparing.demo_accounts() if settings.DEMO else []
        lines += [f"  {email:<24}{ACCOUNTS.get(email, '')}".rstrip() for email in emails]
        if emails:
            lines += [f"password: {demo_password()}"]
        if settings.DEMO:
            lines += ["Stop: Ctrl+C   Data: .local/   Start afresh: make reset"]
        return "\n".join([*lines, ""])


def port_number(text):
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise CommandError(f"PORT must be a number from 1 to 65535, not {text!r}.")
    return int(text)


def supervisor():
    """What brings the embedded PostgreSQL up again when it dies; nothing with a DATABASE_URL."""
    if "EMBEDDED_FOLDER" not in connection.settings_dict:
        return None
    from collabgov.embedded.backend.base import join

    return join(connection.settings_dict).keep_up


def runserver(bind, port):
    """Django's own server, for its autoreload; ends when we do."""
    host = f"[{bind}]" if ":" in bind else bind
    command = [sys.executable, "manage.py", "runserver", f"{host}:{port}"]
    with subprocess.Popen(command, cwd=settings.BASE_DIR) as server:
        try:
            server.wait()
        finally:
            server.terminate()
