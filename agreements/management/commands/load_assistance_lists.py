"""Bring in the grounds and clocks of official assistance, where they are missing."""

from django.core.management.base import BaseCommand

from agreements.capacity.transitions.assistance_lists import load_lists


class Command(BaseCommand):
    help = "Load the lists of official assistance. Safe to run twice; what an admin changed stays."

    def handle(self, *args, verbosity, **options):
        added = load_lists()
        if verbosity and added:
            self.stdout.write(f"Entries of the lists of assistance added: {added}.")
