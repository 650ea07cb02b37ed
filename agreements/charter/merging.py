"""How parties, their speakers, coordinators and stakeholders are merged."""

from django.utils.translation import gettext as _

from actors.duplicates.registry import Join, register
from actors.duplicates.work import Line
from agreements.charter.kinds import Basis, Voice
from agreements.charter.states import PartyState

# Of two rows of one party: whoever takes part more fully.
FULLER = (PartyState.ACTIVE, PartyState.PAUSED, PartyState.INVITED, PartyState.PROSPECT)


def _party_says(target, source):
    rows = (target, source)
    running = [row.state for row in rows if row.ends_on is None]
    return {
        "state": min(running, key=FULLER.index) if running else PartyState.LEFT,
        "basis": _first(Basis.MANDATED, (row.basis for row in rows)) or target.basis,
        "voice": _first(Voice.DECIDES, (row.voice for row in rows)) or target.voice,
    }


def _first(wanted, values):
    return wanted if wanted in values else None


def _party_line(row):
    text = _("Both are parties of “%(title)s”: one party remains, from the first day to the last.")
    return Line(text % {"title": row.collaboration}, row.collaboration.get_absolute_url())


def _speaker_line(row):
    text = _("Speaks for “%(party)s” twice: one row remains, from the first day to the last.")
    return Line(text % {"party": row.party}, row.party.collaboration.get_absolute_url())


def _coordinator_line(row):
    text = _("Coordinates “%(title)s” twice: one row remains, from the first day to the last.")
    return Line(text % {"title": row.collaboration}, row.collaboration.get_absolute_url())


def _stake_says(target, source):
    notes = dict.fromkeys(note for note in (target.note, source.note) if note)
    return {
        "interest": max(target.interest, source.interest),
        "influence": max(target.influence, source.influence),
        "is_engaged": target.is_engaged or source.is_engaged,
        "stance": target.stance or source.stance,
        "spoken_for_by": target.spoken_for_by or source.spoken_for_by,
        "note": "\n".join(notes),
    }


def _stake_line(row):
    text = _(
        "Both are on the stakeholder map of “%(title)s”: one remains, with the higher degrees."
    )
    return Line(text % {"title": row.collaboration}, row.collaboration.get_absolute_url())


register(
    "agreements.party",
    "organization",
    Join(same=("collaboration",), dated=True, settle=_party_says, says=_party_line),
)
register(
    "agreements.representative",
    "person",
    Join(same=("party",), dated=True, says=_speaker_line),
)
register(
    "agreements.representative",
    "party",
    Join(same=("person",), dated=True, says=_speaker_line),
)
register(
    "agreements.coordinator",
    "person",
    Join(same=("collaboration",), dated=True, says=_coordinator_line),
)
register(
    "agreements.stakeholder",
    "organization",
    Join(same=("collaboration",), settle=_stake_says, says=_stake_line),
)
