"""Add the supplied legal bases that the register does not have yet."""

from django.core.management.base import BaseCommand

from agreements.charter.legal_list import entries
from agreements.charter.transitions import load_legal_bases


class Command(BaseCommand):
    help = "Add the supplied legal bases that are missing; changes none. Safe to run twice."

    def handle(self, *args, verbosity, **options):
        done = load_legal_bases(entries=entries())
        if done.added or verbosity:
            self.stdout.write(f"Legal bases: {done.added} added, {done.there} there already.")
