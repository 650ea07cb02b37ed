"""Fill a site with a country's worth of organizations, to see how it does at that size."""

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from actors.organizations.scale import build_organizations

MOST = 20_424  # 552 governments with 36 offices each


class Command(BaseCommand):
    help = "Add up to SIZE sample organizations of every government. Safe to run twice."

    def add_arguments(self, parser):
        parser.add_argument("--size", type=int, default=20_000, help="How many organizations.")

    def handle(self, *args, size, verbosity, **options):
        if not 0 < size <= MOST:
            raise CommandError(f"--size wants a number from 1 to {MOST}, not {size}.")
        call_command("load_regions", if_missing=True, verbosity=0)
        with tqdm(total=size, unit="org", disable=None if verbosity else True) as bar:
            made = build_organizations(size, tell=bar.update)
        if verbosity:
            self.stdout.write(f"Organizations: {made.added} added, {made.there} were there.")
