"""What a planning or a change of a series did, in sentences for whoever did it."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.engagement.recurrence import skipped_in_words

DAY = "l, j F Y"
NAMED = 6  # days that are written out; the others are counted


def said_of(done):
    """The sentences, the most important first; `done` is Planned or Reshaped."""
    return [
        *_lines(_("Planned: %(days)s."), [row.held_on for row in done.made]),
        *_lines(_("Moved: %(days)s."), [row.held_on for row in getattr(done, "moved", ())]),
        *_named(
            _("Cancelled, as the series no longer meets then: %(meetings)s."),
            getattr(done, "cancelled", ()),
        ),
        *_named(
            _("Changed by hand, so it stays as it is: %(meetings)s."), getattr(done, "stayed", ())
        ),
        *_named(_("Has a meeting of the series already: %(meetings)s."), done.taken),
        *skipped_in_words(done.skipped),
        *_passed_in_words(done.passed),
    ]


def _passed_in_words(days):
    if not days:
        return []
    sentence = ngettext(
        "%(number)d day has passed already, so it is not planned: %(days)s.",
        "%(number)d days have passed already, so they are not planned: %(days)s.",
        len(days),
    )
    return [sentence % {"number": len(days), "days": days_in_words(days)}]


def days_in_words(days):
    """The first few days with their weekdays, and how many more."""
    words = [date_format(day, DAY) for day in days[:NAMED]]
    more = len(days) - NAMED
    if more > 0:
        words.append(ngettext("and %d more", "and %d more", more) % more)
    return "; ".join(words)


def _lines(sentence, days):
    return [sentence % {"days": days_in_words(days)}] if days else []


def _named(sentence, meetings):
    names = [f"{row.title} ({date_format(row.held_on, DAY)})" for row in meetings]
    return [sentence % {"meetings": "; ".join(names)}] if names else []
