"""How values and targets are written: the number as the reader writes it, with its unit."""

from django.utils.translation import gettext as _

from collabgov.kit.numbers import shown_number


def where_of(row):
    """The region of a row, or the word for all of them."""
    return row.region.name if row.region_id else _("Altogether")


def amount(number, unit):
    """A number with its unit: 9.085 anak, 24,5 percent."""
    return f"{shown_number(number)} {unit}".strip()


def target_amount(target):
    """The value, or the range, of a target, with its unit."""
    unit = target.indicator.unit
    if target.value is not None:
        return amount(target.value, unit)
    words = {"lower": shown_number(target.lower), "upper": amount(target.upper, unit)}
    return _("%(lower)s to %(upper)s") % words
