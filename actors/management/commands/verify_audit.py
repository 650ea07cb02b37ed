"""Hold the audit trail against its seals; ends with an error when a day of a table differs."""

from django.core.management.base import BaseCommand, CommandError

from actors.audit.models import AuditSeal
from actors.audit.verifying import differences


class Command(BaseCommand):
    help = "Check that no row of the audit trail was changed, removed or added since it was sealed."

    def add_arguments(self, parser):
        parser.add_argument("--head", default="", help="A digest that was kept elsewhere.")

    def handle(self, *args, head, **options):
        found = list(differences(head=head))
        for sentence in found:
            self.stderr.write(sentence)
        if found:
            places = "1 place" if len(found) == 1 else f"{len(found)} places"
            raise CommandError(f"The audit trail differs from its seals in {places}.")
        count, last = AuditSeal.objects.count(), AuditSeal.objects.last()
        if last is None:
            raise CommandError("Nothing is sealed yet: run seal_audit first.")
        seals = "1 seal" if count == 1 else f"{count} seals"
        self.stdout.write(f"The audit trail is as it was sealed: {seals}, up to {last.day}.")
