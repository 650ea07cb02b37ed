"""What the page of a theory of change shows, read in a fixed number of queries."""

from agreements.charter.version_page import facts_of_version
from agreements.goals.kinds import ResultKind
from agreements.goals.models import TheoryConsent
from agreements.goals.picture import picture_of
from agreements.goals.rules import is_coordinator
from agreements.goals.words import RESULT_NOTES


def facts_of(theory, user):
    results = list(theory.results.select_related("goal").in_order())
    links = _numbered(theory, results)
    return {
        "picture": picture_of(results, links) if results else None,
        "groups": _groups(results, links),
        "links": links,
        "is_linked": bool(links),
        **facts_of_version(
            theory,
            user,
            make=lambda party: TheoryConsent(theory=theory, party=party),
            versions=list(theory.collaboration.theories.all()),
            coordinates=is_coordinator(user, theory),
        ),
    }


def _numbered(theory, results):
    """The links in reading order, each with the number of its assumption."""
    place = {row.pk: (number, row) for number, row in enumerate(results)}
    links = sorted(
        theory.links.all(), key=lambda link: (place[link.cause_id][0], place[link.effect_id][0])
    )
    for number, link in enumerate(links, start=1):
        link.number = number
        link.cause, link.effect = place[link.cause_id][1], place[link.effect_id][1]
    return links


def _groups(results, links):
    """The results by kind, each with the links that lead on from it."""
    for result in results:
        result.onward = [link for link in links if link.cause_id == result.pk]
    return [
        {
            "label": kind.label,
            "note": RESULT_NOTES[kind],
            "results": [result for result in results if result.kind == kind],
        }
        for kind in ResultKind
    ]
