"""The five places of the site, and which of them the page at hand belongs to."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Place:
    url_name: str
    label: str
    icon: str
    holds: tuple[str, ...]  # beginnings of the names of pages that belong here


PLACES = (
    Place("dashboards:home", _("Home"), "house", ("dashboards:home",)),
    Place(
        "agreements:meeting-list",
        _("Meetings"),
        "calendar-event",
        (
            "agreements:calendar",
            "agreements:decision",
            "agreements:draft",
            "agreements:invitation",
            "agreements:meeting",
            "agreements:minutes",
            "agreements:objection",
            "agreements:option",
            "agreements:position",
            "agreements:topic",
        ),
    ),
    Place(
        "agreements:commitment-list",
        _("Commitments"),
        "check2-square",
        ("agreements:commitment",),
    ),
    Place(
        "agreements:collaboration-list",
        _("Collaborations"),
        "diagram-3",
        ("agreements:", "dashboards:collaboration", "dashboards:element", "dashboards:indicator"),
    ),
    Place(
        "actors:organization-list",
        _("Organizations"),
        "building",
        (
            "actors:",
            "dashboards:organization",
            "dashboards:person",
            "dashboards:user",
            "agreements:handover",
            "agreements:legal-basis-",
            "agreements:organization-",
            "agreements:person-",
            "agreements:post-",
            "agreements:subject-",
        ),
    ),
)


def places(request):
    """Return the places with address and `current` (page, true or nothing) for this request."""
    here = _current(request)
    shown = []
    for place in PLACES:
        url = _address(place.url_name)
        if url is None:
            continue
        current = ""
        if place is here:
            current = "page" if request.path == url else "true"
        shown.append({"url": url, "label": place.label, "icon": place.icon, "current": current})
    return shown


def _current(request):
    match = getattr(request, "resolver_match", None)
    name = match.view_name if match else ""
    fits = {begin: place for place in PLACES for begin in place.holds if name.startswith(begin)}
    return fits[max(fits, key=len)] if fits else None


def _address(url_name):
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return None
