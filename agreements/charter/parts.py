"""The parts of a collaboration that have a page of their own, in the order of the tabs."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Part:
    """`key` is its anchor on the page of the collaboration and the end of its address's name."""

    key: str
    name: str
    title: str
    icon: str
    url_name: str = ""

    def url(self, collaboration_id):
        name = self.url_name or f"collaboration-{self.key}"
        return reverse(f"agreements:{name}", args=[collaboration_id])


PARTS = (
    Part("charter", _("Charter"), _("The charter"), "clipboard-check"),
    Part("parties", _("Parties"), _("Parties: who takes part"), "building"),
    Part(
        "stakeholders",
        _("Stakeholders"),
        _("Stakeholders: whom it touches, who can sway it"),
        "people",
        "stakeholder-map",
    ),
    Part("drivers", _("Drivers"), _("Drivers: why they work together"), "flag"),
    Part("context", _("Context"), _("Context: what surrounds it"), "info-circle"),
    Part("legal-bases", _("Legal bases"), _("Legal bases: what it rests on"), "journal-text"),
    Part(
        "discovery",
        _("Discovery"),
        _("Discovery: what is at stake, and what is not known yet"),
        "chat-square-text",
    ),
    Part(
        "definition",
        _("Problem"),
        _("The problem: how the parties define it"),
        "search",
    ),
    Part("goals", _("Shared goals"), _("Shared goals"), "bar-chart"),
    Part(
        "motivation",
        _("Motivation"),
        _("Shared motivation: do they trust, understand and stay?"),
        "heart-pulse",
    ),
    Part(
        "capacity",
        _("Capacity"),
        _("Capacity: what they are able to do together"),
        "gear",
    ),
    Part("documents", _("Documents"), _("Documents"), "file-text", "document-list"),
    Part("changes", _("History"), _("History of changes"), "clock-history"),
)
BY_KEY = {part.key: part for part in PARTS}


def hub_url(collaboration_id):
    """The page of the collaboration itself."""
    return reverse("dashboards:collaboration-page", args=[collaboration_id])


def tabs_of(collaboration, here):
    """Every part with its address, and whether it is the page at hand."""
    return [
        {"name": part.name, "url": part.url(collaboration.pk), "is_here": part.key == here}
        for part in PARTS
    ]
