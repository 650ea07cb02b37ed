"""Add the supplied national holidays that the list does not have yet."""

from django.core.management.base import BaseCommand

from agreements.engagement.holiday_list import entries
from agreements.engagement.transitions import load_holidays


class Command(BaseCommand):
    help = "Add the supplied national holidays that are missing; changes none. Safe to run twice."

    def handle(self, *args, verbosity, **options):
        done = load_holidays(entries=entries())
        if done.added or verbosity:
            self.stdout.write(f"Holidays: {done.added} added, {done.there} there already.")
