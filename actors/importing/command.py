"""What the import commands share: read, plan, show, write."""

import hashlib
from contextlib import ExitStack
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from actors.accounts.models import SiteRole, User
from actors.importing import headers, transitions
from actors.importing.plan import Plan
from actors.importing.registry import KINDS
from collabgov.kit.errors import Refused
from collabgov.kit.incoming import note_sentences, read_table

MEGABYTES, SECONDS = 4_000, 600


class ImportCommand(BaseCommand):
    """Say `kind_key`. Nothing is written while any row is wrong."""

    kind_key = ""

    def add_arguments(self, parser):
        parser.add_argument("file", help="An XLSX or CSV file whose first row names the columns.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would be written, write nothing."
        )
        parser.add_argument("--by", help="Email of the admin in whose name it is done.")

    def handle(self, *args, file, dry_run, by, **options):
        kind, path = KINDS[self.kind_key], Path(file)
        admin = self._admin(by)
        resource, table, columns = self._read(kind, path)
        plan = self._plan(resource, table, columns)
        self._say(plan)
        if plan.counts["wrong"]:
            number = plan.counts["wrong"]
            raise CommandError(f"{number} rows are wrong. Nothing was written.")
        if dry_run or not plan.to_write:
            self.stdout.write("Nothing was written.")
            return
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        run = transitions.start(
            kind=kind, table=table, file_name=path.name[-120:], sha256=digest, by=admin
        )
        try:
            run = transitions.confirm(run=run, by=admin, seen=plan.fingerprint)
        except (Refused, ValidationError) as refusal:
            said = " ".join(getattr(refusal, "messages", [str(refusal)]))
            raise CommandError(f"{said} Nothing was written.") from refusal
        self.stdout.write(
            f"Written: {run.new_count} new, {run.changed_count} changed. "
            f"It can be undone for 30 days at /imports/{run.pk}/."
        )

    def _admin(self, email):
        admins = User.objects.filter(role=SiteRole.ADMIN, is_active=True).order_by("pk")
        admin = admins.filter(email=email).first() if email else admins.first()
        if admin is None:
            raise CommandError(f"There is no admin {email or ''}; make one with create_admin.")
        return admin

    def _read(self, kind, path):
        try:
            with path.open("rb") as file:
                table = read_table(file, most_rows=None, megabytes=MEGABYTES, seconds=SECONDS)
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        for sentence in note_sentences(table.notes):
            self.stdout.write(str(sentence))
        resource = kind.resource()
        columns = headers.guess(resource, table.rows[0][1])
        if not columns:
            raise CommandError("The first row names no column that is known.")
        return resource, table, columns

    def _plan(self, resource, table, columns):
        """A progress bar where somebody watches; silence in a log."""
        with ExitStack() as stack:
            bar = stack.enter_context(
                tqdm(total=len(table.rows) - 1, unit="row", disable=None, leave=False)
            )
            resource.on_row = bar.update
            return resource.plan(table.rows, columns)

    def _say(self, plan: Plan):
        for row in plan.of("wrong"):
            for problem in row.problems:
                self.stderr.write(f"row {row.number}: {problem}")
        for row in plan.with_twins:
            self.stdout.write(f"row {row.number}: {row.title} looks like {', '.join(row.twins)}")
        counts = plan.counts
        self.stdout.write(
            f"{len(plan.rows)} rows: {counts['new']} new, {counts['changed']} changed, "
            f"{counts['same']} unchanged, {counts['wrong']} wrong."
        )
