"""How a commitment stands on a day, in a few words: three weeks late, a week to go, done."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.action.states import OWED, CommitmentState

SOON = 14
MONTHS_FROM = 60


@dataclass(frozen=True)
class Standing:
    words: str
    tone: str  # a tone of the badges; empty when nothing presses
    icon: str


def standing_of(commitment, *, today=None):
    """Return the standing, or None when there is nothing to wait for."""
    today = today or timezone.localdate()
    if commitment.reported_done_on:
        day = date_format(commitment.reported_done_on, "SHORT_DATE_FORMAT")
        return Standing(_("Done %s") % day, "", "check-lg")
    left = (commitment.due_on - today).days
    if commitment.state in OWED:
        return Standing(_days_in_words(left), *_urgency(left))
    if commitment.state == CommitmentState.PROPOSED:
        words = _("Proposed date has passed") if left < 0 else _days_in_words(left)
        return Standing(words, "plain", "clock")
    return None


def days_after(day, due_on):
    """Return how late that was in words, or that it was on time."""
    late = (day - due_on).days
    if late <= 0:
        return _("on time")
    return ngettext("%d day after it was first due", "%d days after it was first due", late) % late


def _urgency(left):
    if left < 0:
        return "bad", "clock"
    return ("warn", "clock") if left <= SOON else ("plain", "clock")


def _days_in_words(left):
    if left < 0:
        return ngettext("%d day late", "%d days late", -left) % -left
    if left == 0:
        return _("Due today")
    if left == 1:
        return _("Due tomorrow")
    if left < MONTHS_FROM:
        return ngettext("%d day to go", "%d days to go", left) % left
    months = left // 30
    return ngettext("%d month to go", "%d months to go", months) % months
