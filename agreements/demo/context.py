"""Builds the context and the legal bases of a collaboration by the charter's own verbs."""

from agreements.charter import transitions
from agreements.charter.legal_list import entries
from agreements.demo.scene import history_of
from agreements.models import LegalBasis


def build_context(surroundings, *, collaboration, scene):
    """Each factor on the day it was noted, and again on the day somebody looked."""
    parties = {party.organization_id: party for party in collaboration.parties.all()}
    for one in surroundings:
        day = scene.calendar.day(one.noted)
        body = scene.organizations.get(one.body)
        with history_of(collaboration.changes, day):
            factor = transitions.add_context(
                collaboration=collaboration,
                by=scene.coordinator,
                noted_on=day,
                is_sample=True,
                kind=one.kind,
                description=one.text,
                declared_by=parties.get(body.pk) if body else None,
                source_note=one.source,
            )
        if one.looked:
            day = scene.calendar.day(one.looked)
            with history_of(collaboration.changes, day):
                transitions.review_context(factor=factor, by=scene.coordinator, on=day)


def build_footings(scenario, *, collaboration, scene):
    """The supplied list, what the office adds to it, and what the collaboration rests on."""
    transitions.load_legal_bases(entries=entries())
    scene.rules = {row.list_key: row for row in LegalBasis.objects.exclude(list_key=None)}
    for rule in scenario.rules:
        scene.rules[rule.key] = transitions.add_legal_basis(
            by=scene.coordinator,
            is_sample=True,
            level=rule.level,
            number=rule.number,
            year=rule.year,
            title=rule.title,
            issuer=rule.issuer,
            articles=rule.articles,
        )
    with history_of(collaboration.changes, scene.calendar.day(scenario.activated)):
        for footing in scenario.footings:
            transitions.rest_on(
                collaboration=collaboration,
                legal_basis=scene.rules[footing.rule],
                by=scene.coordinator,
                is_sample=True,
                article=footing.article,
                note=footing.note,
            )
