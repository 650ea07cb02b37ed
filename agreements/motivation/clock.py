"""Until when a wave can be answered: by the clock of its collaboration, whoever looks.

An organization has no clock of its own; there the site's counts.
"""

from django.utils import timezone

from agreements.charter.clock import now_in
from agreements.motivation.states import WaveState


def today_of(wave, now=None):
    if wave.is_of_organization:
        return timezone.localdate(now)
    return now_in(wave.collaboration, now).date()


def has_passed(wave, today=None):
    """Whether its last day lies behind us."""
    return wave.closes_on < (today or today_of(wave))


def is_answerable(wave, today=None):
    """Open, within its days, and about something that goes on."""
    return wave.state == WaveState.OPEN and wave.is_running and not has_passed(wave, today)
