"""Load the two demo scenarios and the six demo accounts, with dates as of today."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from agreements.demo.build import build_demo
from collabgov.demo import ACCOUNTS, demo_password
from collabgov.kit.dates import parse_day


class Command(BaseCommand):
    help = "Load the demo: two collaborations and six accounts. Safe to run twice."

    def add_arguments(self, parser):
        parser.add_argument("--today", help="The day the picture is of (YYYY-MM-DD).")

    def handle(self, *args, today, **options):
        if not (settings.DEMO or settings.DEBUG):
            raise CommandError("This site is in production mode: no demo data, no demo accounts.")
        day = parse_day(today) if today else timezone.localdate()
        if day is None:
            raise CommandError(f"--today wants YYYY-MM-DD, not {today!r}.")
        titles, renewed = build_demo(today=day, password=demo_password())
        if options["verbosity"]:
            self.report(titles, renewed)

    def report(self, titles, renewed):
        for title in titles:
            self.stdout.write(f"Added: {title}")
        if renewed:
            self.stdout.write(f"Gave the demo password to {renewed} of {len(ACCOUNTS)} accounts.")
        if not titles and not renewed:
            self.stdout.write("The demo is already there. Nothing changed.")
