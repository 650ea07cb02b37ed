"""How a structure, a role and a responsibility are called in the history and in headings."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def region_of(area):
    return area.region.name if area.region_id else _("All regions")


def called_role(role):
    """Which role, of what, held by whom."""
    place = role.goal or role.structure
    parts = [role.get_role_display(), str(place) if place else "", held_by(role)]
    return " · ".join(part for part in parts if part)


def held_by(role):
    """The party, and who holds the role for it."""
    label = role.party.organization.label
    return f"{label} ({role.appointment.person})" if role.appointment_id else label


def called_area(area):
    """Which issue where, led or supported by whom."""
    return f"{area.goal} · {region_of(area)} · {answered_by(area)}"


def answered_by(area):
    """The party, and in which part."""
    return f"{area.party.organization.label} ({area.get_role_display()})"


def days_of(row):
    """From which day to which it holds; nothing after the dash while it is open."""
    ends = date_format(row.ends_on, "SHORT_DATE_FORMAT") if row.ends_on else ""
    begins = date_format(row.starts_on, "SHORT_DATE_FORMAT")
    return f"{begins} \N{EN DASH} {ends}".rstrip()
