"""Bring in the kinds of agreement that Indonesian governments use, where they are missing."""

from django.core.management.base import BaseCommand

from agreements.instruments.transitions.loading import load_types


class Command(BaseCommand):
    help = "Load the usual kinds of agreement. Safe to run twice; what an admin changed stays."

    def handle(self, *args, verbosity, **options):
        added = load_types()
        if verbosity and added:
            names = ", ".join(str(kind) for kind in added)
            self.stdout.write(f"Kinds of agreement added: {names}.")
