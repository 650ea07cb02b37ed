"""Let somebody in again who lost their device and their recovery codes; for who runs the server."""

from django.core.management.base import BaseCommand, CommandError

from actors.accounts.factors import forget_factors
from actors.accounts.models import User
from collabgov.kit.errors import Refused


class Command(BaseCommand):
    help = "Remove the second factors of an account and end its sessions. Safe to run twice."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, *args, email, **options):
        user = User.objects.with_email(email).first()
        if user is None:
            raise CommandError(f"There is no account with the email {email}.")
        try:
            forget_factors(user=user)
        except Refused:
            self.stdout.write(f"{user.email} has no second factor; nothing was changed.")
            return
        self.stdout.write(f"{user.email}: its second factor is removed, its sessions are ended.")
