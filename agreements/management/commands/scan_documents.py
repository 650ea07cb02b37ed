"""Scan the files that wait for it, or whose scan failed; `--all` scans every file anew."""

from django.conf import settings
from django.core.files import File
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from agreements.documents import store
from agreements.documents.kinds import ScanState
from agreements.documents.scanner import Verdict, scan
from agreements.documents.transitions import record_scan
from agreements.models import DocumentVersion


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Also those already scanned.")

    def handle(self, *args, **options):
        if not settings.CLAMD:
            raise CommandError(_("No virus scanner is set: see CLAMD in docs/operations.md."))
        rows = DocumentVersion.objects.select_related("document").order_by("pk")
        rows = rows if options["all"] else rows.waiting_for_scan()
        told = dict.fromkeys(ScanState.values, 0)
        for version in rows.iterator(chunk_size=200):
            verdict = self._verdict(version)
            told[verdict.state] += 1
            if verdict.state == ScanState.INFECTED:
                self.stderr.write(f"{version.document_id} {version}: {verdict.note}")
        for state, number in told.items():
            if number:
                self.stdout.write(f"{ScanState(state).label}: {number}")
        if told[ScanState.ERROR] or told[ScanState.PENDING]:
            raise CommandError(
                _("Some files could not be scanned. They are tried again next time.")
            )

    def _verdict(self, version):
        """What the scanner says now; a known virus stays one while the scanner is away."""
        try:
            with store.path_of(version.stored_name).open("rb") as content:
                verdict = scan(File(content))
        except OSError as error:
            verdict = Verdict(ScanState.ERROR, str(error.strerror or error)[:200])
        is_answer = verdict.state in (ScanState.CLEAN, ScanState.INFECTED)
        if is_answer or version.scan_state in (ScanState.PENDING, ScanState.ERROR):
            record_scan(version=version, verdict=verdict)
        return verdict
