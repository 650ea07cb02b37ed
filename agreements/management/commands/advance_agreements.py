"""What the calendar decides: agreements begin, end and change, decisions take effect.

Emergencies in which no help came by their day go to the superior.
"""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from agreements.capacity.transitions.assistance_ends import escalate_missed_emergencies
from agreements.engagement.transitions import effect_due
from agreements.instruments.transitions import advance
from agreements.instruments.transitions.calendar import AMENDED, BEGAN, ENDED, TERMINATED, held_up
from collabgov.kit.dates import parse_day

SAID = {
    BEGAN: "In force: %s",
    AMENDED: "Amended: %s",
    TERMINATED: "Terminated: %s",
    ENDED: "Ended: %s",
}


class Command(BaseCommand):
    help = "Let agreements begin, change and end on their day. Safe to run twice."

    def add_arguments(self, parser):
        parser.add_argument("--today", help="The day to apply (YYYY-MM-DD); today unless told.")

    def handle(self, *args, today, verbosity, **options):
        day = parse_day(today) if today else timezone.localdate()
        if day is None:
            raise CommandError(f"--today wants YYYY-MM-DD, not {today!r}.")
        count = 0
        for applied in advance(today=day):
            count += 1
            if verbosity:
                about = f"{applied.agreement} ({applied.agreement.collaboration})"
                self.stdout.write(SAID[applied.what] % about)
        count += self._let_decisions_take_effect(day, verbosity)
        for request in escalate_missed_emergencies(today=parse_day(today) if today else None):
            count += 1
            if verbosity:
                self.stdout.write(f"Escalated: {request} ({request.collaboration})")
        for amendment, why in held_up(today=day):
            about = f"{amendment.agreement} ({amendment.agreement.collaboration})"
            self.stderr.write(f"Waits: {about}, {amendment}: {why}")
        if verbosity:
            done = f"{count} move{'s' * (count != 1)}" if count else "nothing to do"
            self.stdout.write(f"{day.isoformat()}: {done}.")

    def _let_decisions_take_effect(self, day, verbosity):
        """How many did; what waits for an answer is named, and the others go on."""
        count = 0
        for decision, why in effect_due(today=day):
            about = f"{decision.text} ({decision.collaboration})"
            if why:
                self.stderr.write(f"Waits: {about}: {why}")
                continue
            count += 1
            if verbosity:
                self.stdout.write(f"Decision in effect: {about}")
        return count
