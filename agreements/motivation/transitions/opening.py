"""What must hold of a wave on the day it opens: later nothing of it can be mended.

The page of a draft says the same sentences and offers the button only where there are none.
"""

from collections import Counter

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.charter.models import Party
from agreements.motivation.candidates import moved_on, named_with_home
from agreements.motivation.clock import has_passed
from agreements.motivation.days import LONGEST
from agreements.motivation.kinds import LEAST, LEAST_PARTIES, MOST_OF_A_PARTY
from agreements.motivation.resting import rests_until, still_open
from collabgov.kit.errors import Refused


def require_openable(wave, rows, *, reach, today):
    """`rows`: the invitations, with their parties and people; `reach`: how these are reached."""
    for sentence in obstacles_to(wave, rows, reach=reach, today=today):
        raise Refused(sentence)
    if len(rows) < LEAST:
        raise Refused(
            _("At least five people must be asked: of fewer, no answer could ever be shown.")
        )


def obstacles_to(wave, rows, *, reach, today):
    """A sentence for each thing that stands in the way of opening it, but how few are asked."""
    yield from _other_days(wave, today)
    yield from _another_round(wave)
    yield from _rest(wave, today)
    yield from _changes_of_parties(wave, rows)
    yield from _changes_of_houses(wave, rows)
    if len(rows) >= LEAST:
        yield from _too_few(wave, rows, reach)


def _other_days(wave, today):
    if has_passed(wave, today):
        yield _("Its last day has passed. Choose other days first.")
    elif wave.closes_on - today > LONGEST:
        yield _("Its last day is more than three months away. Choose an earlier one first.")


def _another_round(wave):
    """Of a round that is still open nobody knows yet when it closes, so the rest after it cannot
    be reckoned: its last day may lie behind us."""
    if other := still_open(wave):
        text = _("“%(wave)s” is still open. Close it first: then the three months of rest begin.")
        yield text % {"wave": other}


def _rest(wave, today):
    """Of two results close together, with one person more or less, the difference tells of one."""
    until = rests_until(wave)
    if until and today < until:
        yield _(
            "The round before closed less than three months ago. This one can be opened from"
            " %(day)s on: asked again at once, with others, the two results together could tell"
            " what single people said."
        ) % {"day": date_format(until, "DATE_FORMAT")}


def _changes_of_parties(wave, rows):
    """Parties leave and people go between the choice and the day on which it opens."""
    if wave.is_of_organization:
        return
    current = Party.objects.current().filter(collaboration=wave.collaboration_id)
    together = set(current.values_list("pk", flat=True))
    gone = {row.party_id for row in rows} - together
    voices = Counter(row.party_id for row in rows)
    loud = {party for party, number in voices.items() if number > MOST_OF_A_PARTY}
    homes = {row.party.organization.label for row in rows if row.party_id in gone | loud}
    if homes:
        text = _("Choose anew who is asked; this has changed since: %(names)s.")
        yield text % {"names": ", ".join(sorted(homes))}


def _changes_of_houses(wave, rows):
    """Who changed houses would speak in the name of one, and be counted with it, that they left."""
    if gone := named_with_home(moved_on(wave, rows)):
        text = _(
            "No longer of the house for which they are to be asked: %(names)s. Choose anew who is"
            " asked; until then it cannot be opened."
        )
        yield text % {"names": gone}


def _too_few(wave, rows, reach):
    parties = {row.party_id for row in rows}
    if len(parties) < LEAST_PARTIES and not wave.is_of_organization:
        yield _(
            "People of at least three parties must be asked: of two, each could tell from the"
            " whole what the other one said."
        )
    if sum(bool(reach.address_of(row.person)) for row in rows) < LEAST:
        yield _(
            "At least five people must be asked whom a mail can reach: links on paper go"
            " through other hands, and results are shown only where five answered by mail."
        )
