"""Bring the register of regions to the checked-in list of the ministry's codes."""

from django.core.management.base import BaseCommand

from actors.regions.models import Region
from actors.regions.register_file import AS_OF, DECREE, entries
from actors.regions.transitions import load


class Command(BaseCommand):
    help = "Load provinces, regencies and districts from the checked-in list. Safe to run twice."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-missing", action="store_true", help="Do nothing when this list was loaded before."
        )

    def handle(self, *args, if_missing, verbosity, **options):
        if if_missing and Region.objects.filter(source_note=DECREE).exists():
            return
        done = load(entries=entries(), source=DECREE, as_of=AS_OF)
        if verbosity:
            self.stdout.write(
                f"Regions by {DECREE} ({AS_OF:%d %B %Y}): {done.added} added, "
                f"{done.changed} changed, {done.unchanged} unchanged."
            )
