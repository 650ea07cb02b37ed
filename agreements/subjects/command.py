"""What the commands about one person share: finding them by number or email."""

from django.core.management.base import BaseCommand, CommandError

from actors.models import Person, User


class SubjectCommand(BaseCommand):
    """Takes PERSON: the number in the address of their page, or an email."""

    def add_arguments(self, parser):
        parser.add_argument("person", help="The number of the person, or an email address.")

    def find(self, text):
        if text.isascii() and text.isdigit() and len(text) < 19:
            found = list(Person._base_manager.filter(pk=int(text)))
        else:
            accounts = list(User.objects.filter(email__iexact=text))
            people = list(Person._base_manager.filter(email__iexact=text))
            found = [one.person or one for one in accounts]
            found += [one for one in people if one not in found]
        if not found:
            raise CommandError(f"Nobody is known as {text!r}.")
        if len(found) > 1:
            numbers = ", ".join(str(one.pk) for one in found)
            raise CommandError(f"{text!r} is the address of several people: name one of {numbers}.")
        return found[0]
