"""What the calendar does to pulses: a wave closes after its last day, its results are published."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from agreements.motivation.clock import has_passed
from agreements.motivation.kinds import PulseEvent
from agreements.motivation.models import PulseWave
from agreements.motivation.tidying import may_tidy, tidy
from agreements.motivation.transitions import close_wave, publish_wave
from collabgov.kit.dates import parse_day
from collabgov.kit.errors import Refused
from collabgov.roles.owner import as_owner

STILL_READ = (
    "Something else still reads the tables, a dump perhaps: what was deleted is in their files"
    " until this runs again."
)


class Command(BaseCommand):
    help = (
        "Close pulses whose last day has passed, publish what was closed two weeks ago, clean the"
        " tables. Safe to run twice."
    )

    def add_arguments(self, parser):
        parser.add_argument("--today", help="The day to apply (YYYY-MM-DD); today unless told.")

    def handle(self, *args, today, verbosity, **options):
        day = parse_day(today) if today else None
        if today and day is None:
            raise CommandError(f"--today wants YYYY-MM-DD, not {today!r}.")
        self.verbosity, self.failed = verbosity, 0
        try:
            closed = sum(self._close(wave, day) for wave in due(day))
            published = sum(self._publish(wave) for wave in to_publish(day))
        finally:
            self._tidy()
        if verbosity:
            self.stdout.write(f"{said(closed, 'closed')}, {said(published, 'published')}.")
        if self.failed:
            raise CommandError(f"{said(self.failed, 'left as it was')}; see above.")

    def _close(self, wave, day):
        note = _("By itself, after the last day.")
        return self._done("Closed", wave, close_wave, note=note, today=day)

    def _publish(self, wave):
        note = _("By itself, two weeks after the close.")
        return self._done("Published", wave, publish_wave, note=note)

    def _done(self, what, wave, verb, **more):
        """One that fails, for whatever reason, stops no other."""
        name = f"{wave} ({wave.about})"
        try:
            verb(wave=wave, by=opener_of(wave), **more)
        except Refused as refusal:
            self.stderr.write(f"Left as it is: {name}: {refusal}")
        except Exception as error:
            # Not what it says: that may hold what somebody answered.
            self.stderr.write(f"Left as it is: {name}: {type(error).__name__}")
        else:
            if self.verbosity:
                self.stdout.write(f"{what}: {name}")
            return 1
        self.failed += 1
        return 0

    def _tidy(self):
        with as_owner():
            if may_tidy():
                if not tidy():
                    self.stderr.write(STILL_READ)
                return
        self.stderr.write(
            "The files of the tables were not cleaned: only the role that owns the tables may do"
            " that. Put its address into DATABASE_OWNER_URL."
        )


def due(day):
    """Open ones whose last day has passed by their clock, or whose collaboration is over."""
    rows = PulseWave.objects.open().select_related("collaboration", "organization").order_by("pk")
    return [row for row in rows if has_passed(row, day) or not row.is_running]


def to_publish(day):
    rows = PulseWave.objects.to_publish(today=day).order_by("pk")
    return list(rows.select_related("collaboration", "organization"))


def opener_of(wave):
    """In the name of whoever opened it: nobody else is behind a day that has come."""
    lines = wave.changes.filter(event=PulseEvent.OPENED)
    return (lines.first() or wave.changes.first()).made_by


def said(number, what):
    return f"{number} pulse{'s' * (number != 1)} {what}" if number else f"nothing {what}"
