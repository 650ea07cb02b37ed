"""Seal the days of the audit trail that are over. For a daily timer; safe to run twice."""

from django.core.management.base import BaseCommand

from actors.audit.models import AuditSeal
from actors.audit.seals import seal_days
from collabgov.roles.owner import as_owner


class Command(BaseCommand):
    help = "Seal the days of the audit trail that are over, and print the digest to keep elsewhere."

    def add_arguments(self, parser):
        parser.add_argument(
            "--today", action="store_true", help="Also seal today, as far as it is."
        )

    def handle(self, *args, today, **options):
        with as_owner():
            made = seal_days(with_today=today)
            head = AuditSeal.objects.last()
        for seal in made:
            rows = sum(table["rows"] for table in seal.tables.values())
            self.stdout.write(f"Sealed {seal.day}: {rows} rows of {len(seal.tables)} tables.")
        if head is None:
            self.stdout.write("There is nothing to seal yet.")
            return
        self.stdout.write(f"Head of the chain ({head.day}), to be kept elsewhere:")
        self.stdout.write(head.digest)
