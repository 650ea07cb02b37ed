"""What the page of a published pulse says: figures of the wave, in words; nothing is counted."""

from dataclasses import dataclass, field
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import Commitment
from agreements.motivation.kinds import (
    LEAST_FOR_COMMENTS,
    STEPS,
    UNKNOWN,
    Circle,
    Measure,
    PulseEvent,
    Withheld,
)
from agreements.motivation.scoring import has_shifted, is_low_rate
from agreements.motivation.states import WaveState

UP, SAME, DOWN, SHIFTED = 1, 0, -1, "shifted"
# Whether it is an organization's assessment of itself → what is said of a change.
SAID = {
    False: {
        UP: gettext_lazy("up since the pulse before"),
        SAME: gettext_lazy("no clear change since the pulse before"),
        DOWN: gettext_lazy("down since the pulse before"),
        SHIFTED: gettext_lazy("Other people answered than in the pulse before: compare with care."),
    },
    True: {
        UP: gettext_lazy("up since the assessment before"),
        SAME: gettext_lazy("no clear change since the assessment before"),
        DOWN: gettext_lazy("down since the assessment before"),
        SHIFTED: gettext_lazy(
            "Clearly more or fewer answered than in the assessment before: compare with care."
        ),
    },
}
SHADES = 5  # of a cell: the more chose a step, the darker
SIGNS = [(str(value), label) for value, label in STEPS] + [("\N{EN DASH}", UNKNOWN[1])]


@dataclass(frozen=True)
class Told:
    """One measure: its figures, in how many words they are told, and its circles."""

    result: object
    words: tuple[str, ...]
    is_counted: bool  # whether how many said something may be told: five by mail did
    change: str = ""
    circles: list = field(default_factory=list)


def results_of(wave):
    """Everything that the page shows of a published wave."""
    rows = list(wave.results.select_related("item").order_by("pk"))
    whole = {row.measure: row for row in rows if row.measure and row.circle == Circle.ALL}
    before = _before(wave)
    told = [
        Told(
            result=row,
            words=words_of(row),
            is_counted=row.reason != Withheld.FEW,
            change=change_words(row, before, said=SAID[wave.is_of_organization]),
            circles=[each for each in rows if each.measure == measure and each.circle != "all"],
        )
        for measure, row in sorted(whole.items(), key=lambda pair: Measure.values.index(pair[0]))
    ]
    return {
        "told": told,
        "has_interval": any(row.low is not None for row in whole.values()),
        **steps_of([row for row in rows if row.item_id]),
        "before": before,
        "comments": list(wave.comments.all()),
        "keeps_comments": wave.answered >= LEAST_FOR_COMMENTS,
        "warnings": warnings_of(wave, before),
        "is_shown": any(not row.suppressed for row in rows),
        "why_not": why_not(wave, whole.values()),
        "behaviour": None if wave.is_of_organization else behaviour_of(wave.collaboration),
    }


def why_not(wave, rows):
    """Why nothing at all is shown."""
    if wave.changes.filter(event=PulseEvent.THROWN_AWAY).exists():
        return _("The answers could not be opened any more and were thrown away unread.")
    if not wave.is_told:
        return _(
            "Fewer than five people answered by a link that came by mail; what was answered was"
            " thrown away unread."
        )
    if all(row.reason == Withheld.FEW for row in rows):
        return _("Too few answered, by a link that came by mail, for anything to be shown.")
    return _("What was answered cannot be shown without telling what single people said.")


def words_of(row):
    """What the mean is worth, in plain words."""
    if row.suppressed:
        return (row.get_reason_display(),)
    if row.low is None and row.n >= row.invited:
        return (_("Everybody who was asked answered: there is no sampling error."),)
    return ()


def change_words(row, before, *, said):
    """Up, down, or that nothing clear can be said, as it was judged at the close; "" without
    something to compare with."""
    return "" if before is None or row.change is None else str(said[row.change])


def _before(wave):
    """The wave that it was compared with, once that one is published."""
    before = type(wave).objects.compared_with(wave)
    return before if before and before.state == WaveState.PUBLISHED else None


def steps_of(rows):
    """How many chose each step of each statement; where that of none is told: only why."""
    if not any(row.counts for row in rows):
        return {"no_steps": {row.get_reason_display() for row in rows}}
    return {"steps": SIGNS, "statements": [{"row": row, "cells": _cells(row)} for row in rows]}


def _cells(row):
    """Each step's count and shade; none where the counts are withheld."""
    whole = sum(row.counts or ())
    return [(each, ceil(SHADES * each / whole)) for each in row.counts or ()]


def warnings_of(wave, before):
    """What a reader should know before reading the figures."""
    found, said = [], SAID[wave.is_of_organization]
    if not wave.is_told:
        return found
    if is_low_rate(n=wave.answered, invited=wave.invited):
        found.append(_("Low response rate: fewer than six of ten answered."))
    if (
        before
        and before.is_told
        and has_shifted(
            (before.answered, before.invited),
            (wave.answered, wave.invited),
            parties=(_parties(before), _parties(wave)),
        )
    ):
        found.append(str(said[SHIFTED]))
    return found


def _parties(wave):
    return set(wave.invitations.order_by().values_list("party", flat=True))


def behaviour_of(collaboration):
    """Promises kept by the date first promised: beside what people say, never mixed with it."""
    judged = Commitment.objects.filter(collaboration=collaboration).judged()
    due = judged.count()
    return {"due": due, "kept": judged.kept_on_time().count() if due else 0}
