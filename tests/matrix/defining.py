"""Rows of problem definitions and shared terms in the world of the matrix."""

from agreements.models import DefinitionConsent, ProblemDefinition, SharedTerm
from tests.factories.definition import (
    DefinitionConsentFactory,
    ProblemDefinitionFactory,
    SharedTermFactory,
)


def keep_definitions(world, *collaborations):
    """In each collaboration a draft with a silent party, and a proposed term."""
    drafts = [ProblemDefinitionFactory(collaboration=each) for each in collaborations]
    world.keep(ProblemDefinition, *drafts)
    world.keep(DefinitionConsent, *(DefinitionConsentFactory(definition=each) for each in drafts))
    world.keep(SharedTerm, *(SharedTermFactory(collaboration=each) for each in collaborations))
