"""Keep the next months of every meeting series planned."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from agreements.engagement.transitions import keep_planned, series_to_plan
from collabgov.kit.dates import parse_day
from collabgov.kit.errors import Refused


class Command(BaseCommand):
    help = "Plan the next months of every meeting series. Safe to run twice."

    def add_arguments(self, parser):
        parser.add_argument("--today", help="The day to plan from (YYYY-MM-DD); today unless told.")

    def handle(self, *args, today, verbosity, **options):
        day = parse_day(today) if today else timezone.localdate()
        if day is None:
            raise CommandError(f"--today wants YYYY-MM-DD, not {today!r}.")
        now = timezone.make_aware(dt.datetime.combine(day, dt.time.min))
        count = sum(self._plan(series, now, verbosity) for series in series_to_plan())
        if verbosity:
            done = f"{count} meeting{'s' * (count != 1)} planned" if count else "nothing to do"
            self.stdout.write(f"{day.isoformat()}: {done}.")

    def _plan(self, series, now, verbosity):
        try:
            done = keep_planned(series=series, now=now)
        except (Refused, ValidationError) as refusal:
            # It ended, or its collaboration closed, since the list was read; the others go on.
            self.stderr.write(f"Left out: {series} ({series.collaboration}): {refusal}")
            return 0
        for meeting in done.made if verbosity else ():
            self.stdout.write(f"Planned: {meeting.held_on.isoformat()} {meeting.title}")
        return len(done.made)
