"""How values and targets are written: the number as the reader writes it, with its unit."""

from django.utils.translation import gettext as _

from agreements.charter.states import PartyState
from agreements.goals.telling import target_words
from collabgov.kit.numbers import shown_number


def where_of(row):
    """The region of a row, or the word for all of them."""
    return row.region.name if row.region_id else _("Altogether")


def amount(number, unit):
    """A number with its unit: 9.085 anak, 24,5 percent."""
    return f"{shown_number(number)} {unit}".strip()


def target_amount(target):
    """The value, or the range, of a target, with its unit."""
    return f"{target_words(target)} {target.indicator.unit}".strip()


def absence_of(party):
    """Why a party takes no part now; nothing where it does."""
    if party.state == PartyState.LEFT:
        return _("takes no part any more")
    return "" if party.state == PartyState.ACTIVE else party.get_state_display()
