"""Valid problem definitions, positions on them, and shared terms."""

import factory

from agreements.charter.stances import Stance
from agreements.charter.states import VersionState
from agreements.engagement.kinds import DefinitionEvent
from agreements.engagement.states import TermState
from agreements.models import (
    DefinitionChange,
    DefinitionConsent,
    ProblemDefinition,
    SharedTerm,
    TermChange,
)
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, days_ago


class ProblemDefinitionFactory(factory.django.DjangoModelFactory):
    """A draft; `agreed` was agreed half a year ago."""

    class Meta:
        model = ProblemDefinition

    class Params:
        agreed = factory.Trait(state=VersionState.AGREED, agreed_on=days_ago(180))

    collaboration = factory.SubFactory(CollaborationFactory)
    order = factory.LazyAttribute(lambda o: o.collaboration.definitions.count() + 1)
    text = "Anak balita di empat kecamatan tumbuh lebih pendek daripada seharusnya."
    in_scope = "Gizi, air bersih dan pengasuhan."
    out_scope = "Pelayanan rumah sakit."


class DefinitionConsentFactory(factory.django.DjangoModelFactory):
    """A party that has not said anything yet; `supports` has."""

    class Meta:
        model = DefinitionConsent

    class Params:
        supports = factory.Trait(
            stance=Stance.SUPPORT,
            stated_on=days_ago(10),
            stated_by=factory.SubFactory(UserFactory),
        )

    definition = factory.SubFactory(ProblemDefinitionFactory)
    party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..definition.collaboration")
    )


class DefinitionChangeFactory(factory.django.DjangoModelFactory):
    """The first line of the history of a definition."""

    class Meta:
        model = DefinitionChange

    definition = factory.SubFactory(ProblemDefinitionFactory)
    event = DefinitionEvent.DRAFTED
    to_state = VersionState.DRAFT
    made_by = factory.SubFactory(UserFactory)


class SharedTermFactory(factory.django.DjangoModelFactory):
    """A proposed term; `agreed` was agreed half a year ago."""

    class Meta:
        model = SharedTerm

    class Params:
        agreed = factory.Trait(state=TermState.AGREED, agreed_on=days_ago(180))

    collaboration = factory.SubFactory(CollaborationFactory)
    term = factory.Sequence(lambda n: f"Istilah {n}")
    definition = "Anak usia sekolah yang tidak bersekolah."


class TermChangeFactory(factory.django.DjangoModelFactory):
    """The first line of the history of a term."""

    class Meta:
        model = TermChange

    term = factory.SubFactory(SharedTermFactory)
    to_state = TermState.PROPOSED
    made_by = factory.SubFactory(UserFactory)
