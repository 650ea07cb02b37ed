"""What the pages about the definition show, read in a fixed number of queries."""

from itertools import pairwise

from agreements.charter.rewording import words
from agreements.charter.stance_rows import counted
from agreements.charter.states import OPEN_VERSION, VersionState
from agreements.charter.version_page import facts_of_version, positions_on
from agreements.engagement.models import DefinitionConsent
from agreements.engagement.rules.definition import coordinates
from agreements.engagement.states import CURRENT_TERM, TermState

TEXTS = ("text", "in_scope", "out_scope")
FEW_TERMS = 8


def definition_of(collaboration):
    """The version that holds, the one being made, and the older ones with what changed."""
    versions = compared(collaboration.definitions.prefetch_related("consents"))
    agreed = next((row for row in versions if row.state == VersionState.AGREED), None)
    if agreed:
        agreed.said = counted(agreed.consents.all())
    return {
        "versions": versions,
        "agreed": agreed,
        "opened": next((row for row in versions if row.state in OPEN_VERSION), None),
        "older": [row for row in versions if row.state == VersionState.SUPERSEDED],
    }


def compared(rows):
    """The versions, the newest first, each with what it changed of the one before."""
    versions = list(rows.select_related("decision__meeting", "collaboration"))
    before = dict(pairwise(versions))
    for version in versions:
        version.changed = _changed(before.get(version), version)
    return versions


def _changed(before, version):
    """Each text that differs, in pieces; nothing for the first version."""
    if before is None:
        return []
    pairs = [(name, getattr(before, name), getattr(version, name)) for name in TEXTS]
    return [
        {"label": version._meta.get_field(name).verbose_name, "pieces": words(old, new)}
        for name, old, new in pairs
        if old != new
    ]


def page_of(definition, user):
    """One version: its texts, where each party stands, its history."""
    versions = compared(definition.collaboration.definitions)
    facts = facts_of_version(
        definition,
        user,
        make=maker(definition),
        versions=versions,
        coordinates=coordinates(user, definition),
    )
    changed = next(row.changed for row in versions if row == definition)
    return {**facts, "changed": changed}


def open_positions(definition, user, *, may_edit):
    """Where the parties stand on the version that is being asked about."""
    return positions_on(definition, user, make=maker(definition), may_edit=may_edit)


def maker(definition):
    return lambda party: DefinitionConsent(definition=definition, party=party)


def terms_of(collaboration):
    """The first few terms in use, and whether there is more to be read elsewhere."""
    rows = collaboration.terms.current().for_list().with_next_version()
    found = offering(list(rows[: FEW_TERMS + 1]))
    has_old = collaboration.terms.exclude(state__in=CURRENT_TERM).exists()
    return {"terms": found[:FEW_TERMS], "has_more_terms": has_old or len(found) > FEW_TERMS}


def offering(terms):
    """The terms, each with what it is open to: a proposal is agreed, a term in use is changed."""
    for row in terms:
        row.is_proposed = row.state == TermState.PROPOSED
        row.may_change = row.state == TermState.AGREED and not row.has_next
    return terms
