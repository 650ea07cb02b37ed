"""Who saw or took personal data: what a notice under UU PDP 27/2022, article 46, needs."""

import datetime as dt

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from actors.models import AccessEvent, Person
from collabgov.kit.dates import parse_day


class Command(BaseCommand):
    help = "List who saw or exported personal data in a time, one a line, oldest first."

    def add_arguments(self, parser):
        parser.add_argument("--since", required=True, help="First day, such as 2026-05-03.")
        parser.add_argument("--until", help="Last day; without it, today.")
        parser.add_argument("--person", type=int, help="Only what may have shown this person.")

    def handle(self, *args, since, until, person, **options):
        first = self._day("--since", since)
        last = self._day("--until", until) if until else timezone.localdate()
        if last < first:
            raise CommandError("--until lies before --since.")
        whose = self._person(person)
        rows = AccessEvent.objects.disclosing(
            since=_midnight(first), until=_midnight(last + dt.timedelta(days=1)), person=whose
        )
        # Written down first: a report that cannot be recorded is not given out.
        record_event(EventKind.CHECKED, about=whose, report="breach", since=first, until=last)
        count, readers = 0, set()
        for event in rows.iterator(chunk_size=1_000):
            count += 1
            readers.add(event.user_id or event.ip)
            self.stdout.write(line_of(event))
        about = f" about person {whose.pk}" if whose else ""
        self.stdout.write(
            f"{count} times{about} by {len(readers)} accounts or addresses, {first} to {last}."
        )

    def _day(self, option, text):
        day = parse_day(text)
        if day is None:
            raise CommandError(f"{option} wants a day such as 2026-05-03, not {text!r}.")
        return day

    def _person(self, pk):
        if pk is None:
            return None
        person = Person._base_manager.filter(pk=pk).first()
        if person is None:
            raise CommandError(f"There is no person {pk}.")
        return person


def line_of(event):
    """When, what, who, from where, about whom and with what, divided by tabs."""
    moment = timezone.localtime(event.at).strftime("%Y-%m-%d %H:%M:%S %z")
    about = f"{event.about_model} {event.about_pk} {event.about_label}".strip()
    details = ", ".join(f"{key}={value}" for key, value in event.details.items())
    who = f"{event.user_label} <{event.user_email}>" if event.user_id else "nobody signed in"
    parts = (event.user_role, event.organization_label, event.ip, event.request_id)
    return "\t".join(map(str, (moment, event.kind, who, *parts, about, details)))


def _midnight(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))
