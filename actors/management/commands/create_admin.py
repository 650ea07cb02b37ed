"""Make the first admin of a site, or restore one; for whoever runs the server."""

import sys

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from actors.accounts.models import User
from actors.accounts.transitions import make_admin


class Command(BaseCommand):
    help = "Make an admin account, or make an account an admin again. Safe to run twice."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--name", default="", help="Full name, for a new account.")
        parser.add_argument(
            "--password-stdin",
            action="store_true",
            help="Read the password from standard input; else a link to set one is printed.",
        )
        parser.add_argument(
            "--site",
            default=settings.SITE_URL or "http://127.0.0.1:8000",
            help="Where the site is, for the link; SITE_URL without it.",
        )

    def handle(self, *args, email, name, password_stdin, site, **options):
        refuse_without_tables()
        password = sys.stdin.readline().rstrip("\r\n") if password_stdin else None
        try:
            user, is_new = make_admin(email=email.strip(), password=password, full_name=name)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        what = "Made the admin" if is_new else "There was already an account; it is an admin:"
        self.stdout.write(f"{what} {user.email}")
        if password_stdin:
            self.stdout.write("The password is set.")
        elif not user.has_usable_password():
            self.stdout.write(f"Set the password here, within three days: {site}{_link(user)}")


def refuse_without_tables():
    """A database of the first day is empty: one sentence instead of its error."""
    if User._meta.db_table not in connection.introspection.table_names():
        raise CommandError(
            "The database has no tables yet. Run `manage.py migrate` first (as the owner, "
            "where there are two roles), then this command again."
        )


def _link(user):
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    return reverse("accounts:password-reset-confirm", args=[uid, token])
