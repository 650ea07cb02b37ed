"""What must hold of a wave on the day it opens: later nothing of it can be mended."""

from collections import Counter

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.charter.models import Party
from agreements.motivation.candidates import moved_on, named_with_home
from agreements.motivation.kinds import LEAST, LEAST_PARTIES, MOST_OF_A_PARTY
from agreements.motivation.resting import rests_until, still_open
from collabgov.kit.errors import Refused


def require_openable(wave, rows, *, reach, today):
    """`rows`: the invitations, with their parties and people; `reach`: how these are reached."""
    _require_only_one(wave)
    _require_rest(wave, today)
    if not wave.is_of_organization:
        _require_standing(wave, rows)
    _require_belonging(wave, rows)
    _require_enough(wave, rows, reach)


def _require_only_one(wave):
    """Of a round that is still open nobody knows yet when it closes, so the rest after it cannot
    be reckoned: its last day may lie behind us."""
    if other := still_open(wave):
        text = _("“%(wave)s” is still open. Close it first: then the three months of rest begin.")
        raise Refused(text % {"wave": other})


def _require_rest(wave, today):
    """Of two results close together, with one person more or less, the difference tells of one."""
    until = rests_until(wave)
    if until and today < until:
        raise Refused(
            _(
                "The round before closed less than three months ago. This one can be opened from"
                " %(day)s on: asked again at once, with others, the two results together could tell"
                " what single people said."
            )
            % {"day": date_format(until, "DATE_FORMAT")}
        )


def _require_standing(wave, rows):
    """Parties leave and people go between the choice and the day on which it opens."""
    current = Party.objects.current().filter(collaboration=wave.collaboration_id)
    together = set(current.values_list("pk", flat=True))
    gone = {row.party_id for row in rows} - together
    voices = Counter(row.party_id for row in rows)
    loud = {party for party, number in voices.items() if number > MOST_OF_A_PARTY}
    homes = {row.party.organization.label for row in rows if row.party_id in gone | loud}
    _refuse_for(", ".join(sorted(homes)))


def _require_belonging(wave, rows):
    """Who changed houses would speak in the name of one, and be counted with it, that they left."""
    _refuse_for(named_with_home(moved_on(wave, rows)))


def _refuse_for(names):
    if names:
        text = _("Choose anew who is asked; this has changed since: %(names)s.")
        raise Refused(text % {"names": names})


def _require_enough(wave, rows, reach):
    if len(rows) < LEAST:
        raise Refused(
            _("At least five people must be asked: of fewer, no answer could ever be shown.")
        )
    parties = {row.party_id for row in rows}
    if len(parties) < LEAST_PARTIES and not wave.is_of_organization:
        raise Refused(
            _(
                "People of at least three parties must be asked: of two, each could tell from the"
                " whole what the other one said."
            )
        )
    if sum(bool(reach.address_of(row.person)) for row in rows) < LEAST:
        raise Refused(
            _(
                "At least five people must be asked whom a mail can reach: links on paper go"
                " through other hands, and results are shown only where five answered by mail."
            )
        )
