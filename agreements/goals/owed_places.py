"""Where the values behind a number of owed ones are listed, collaboration by collaboration."""

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode


@dataclass(frozen=True)
class Place:
    """A collaboration with so many of them; the address lists exactly these.

    `whose`: the organization, where not everybody in the collaboration is meant.
    """

    title: str
    number: int
    url: str
    whose: str = ""


def places_of(owed, *, by_organization=False, **asked):
    """A list each; `by_organization`: one for each of them.

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
    url = f"{reverse('agreements:owed-list', args=[collaboration.pk])}?{urlencode(query)}"
    if organization is None:
        return Place(collaboration.title, number, url)
    whose = organization.label
    return Place(f"{collaboration.title}, {whose}", number, url, whose)
