"""Take one person out of the database; history stays, without saying whose it was."""

from django.core.management.base import CommandError

from agreements.subjects.command import SubjectCommand
from agreements.subjects.erasing import erase
from collabgov.kit.errors import Refused
from collabgov.roles.owner import as_owner


class Command(SubjectCommand):
    help = "Anonymise one person everywhere, close their account and list the texts to look at."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen.")

    def handle(self, *args, person, dry_run, **options):
        try:
            with as_owner():
                done = erase(self.find(person), dry_run=dry_run)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        if done.was_done:
            self.stdout.write(f"Nothing to do: {done.label} is erased already.")
            return
        self.stdout.write("Would change:" if dry_run else f"Erased, now “{done.label}”. Changed:")
        for table, number in sorted(done.changed.items()):
            self.stdout.write(f"  {table}: {number}")
        if done.review:
            self.stdout.write("These texts name the person. Read them and change what must go:")
        self.list_places(done.review)
        if done.former:
            self.stdout.write("Earlier states of texts that name the person stay in the history:")
        self.list_places(done.former)

    def list_places(self, places):
        for place in places:
            self.stdout.write(f"  {place.model._meta.label} {place.pk}, {place.field}")
