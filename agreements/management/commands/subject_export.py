"""Hand out everything that the site holds about one person, as JSON."""

from pathlib import Path

from django.core.management.base import CommandError

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from agreements.subjects.command import SubjectCommand
from agreements.subjects.exporting import as_json


class Command(SubjectCommand):
    help = "Write all data about one person, in readable JSON, to a new file or to the screen."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--to", type=Path, help="A file that does not exist yet.")

    def handle(self, *args, person, to, **options):
        record = self.find(person)
        text = as_json(record)
        record_event(EventKind.SUBJECT_EXPORTED, about=record)
        if to is None:
            self.stdout.write(text)
            return
        try:
            with to.open("x", encoding="utf-8") as file:
                to.chmod(0o600)
                file.write(text)
        except OSError as error:
            raise CommandError(f"Not written: {error}") from error
        self.stdout.write(f"Everything about {record} is in {to}.")
