"""Looks for records of the register that may be one; safe to run as often as one likes."""

from django.core.management import BaseCommand

from actors.duplicates.finding import find_pairs
from actors.duplicates.kinds import Kind


class Command(BaseCommand):
    help = "Look through organizations and people for records that may be the same one."

    def handle(self, *args, **options):
        found = find_pairs()
        self.stdout.write(
            f"Pairs suggested: {found[Kind.ORGANIZATION]} of organizations, "
            f"{found[Kind.PERSON]} of people."
        )
