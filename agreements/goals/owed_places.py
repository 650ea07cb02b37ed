"""Where the values behind a number of owed ones are listed, collaboration by collaboration."""

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode


@dataclass(frozen=True)
class Place:
    """A collaboration with so many of them; the address lists exactly these."""

    title: str
    number: int
    url: str


def places_of(owed, *, by_organization=False, **asked):
    """A list each; `by_organization` where not everybody in the collaboration is meant.

    `asked`: what the filter of the list is told besides.
    """
    found = defaultdict(list)
    for one in owed:
        organization = one.party.organization if by_organization else None
        found[one.indicator.goal.collaboration, organization].append(one)
    return [
        _place(collaboration, organization, len(rows), asked)
        for (collaboration, organization), rows in found.items()
    ]


def _place(collaboration, organization, number, asked):
    query = {**asked, "organization": organization.pk} if organization else asked
    url = reverse("agreements:owed-list", args=[collaboration.pk])
    return Place(collaboration.title, number, f"{url}?{urlencode(query)}")
