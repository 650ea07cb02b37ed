"""Forgets what imported files held once nobody needs it; for a daily timer, safe to run twice."""

from django.core.management import BaseCommand

from actors.importing import transitions
from actors.importing.querysets import UNDO_DAYS, WAIT_DAYS


class Command(BaseCommand):
    help = (
        f"Forget the contents of imported files: {UNDO_DAYS} days after the import, "
        f"or after {WAIT_DAYS} days without confirmation."
    )

    def handle(self, *args, **options):
        number = transitions.forget()
        self.stdout.write(f"Contents of files forgotten: {number}.")
