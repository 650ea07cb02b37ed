"""Valid collaborations and who takes part in them."""

from datetime import timedelta

import factory
from django.utils import timezone

from agreements.charter.kinds import (
    CollaborationFocus,
    ContextKind,
    Degree,
    DriverKind,
    LegalLevel,
)
from agreements.charter.states import CollaborationState, PartyState
from agreements.models import (
    Collaboration,
    CollaborationChange,
    CollaborationLegalBasis,
    ContextFactor,
    Coordinator,
    Cycle,
    Driver,
    LegalBasis,
    Party,
    PartyChange,
    Representative,
    Stakeholder,
)
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory


def days_ago(days):
    return factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=days))


class CollaborationFactory(factory.django.DjangoModelFactory):
    """An active collaboration, begun a year ago, with one driver and no parties yet."""

    class Meta:
        model = Collaboration
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Kolaborasi {n}")
    purpose = "Menurunkan stunting bersama."
    focus = CollaborationFocus.PROGRAM_MANAGEMENT
    initiator = factory.SubFactory(OrganizationFactory)
    state = CollaborationState.ACTIVE
    starts_on = days_ago(365)

    @factory.post_generation
    def drivers(self, create, extracted, **kwargs):
        if create and extracted is not False:
            DriverFactory(collaboration=self)


class DriverFactory(factory.django.DjangoModelFactory):
    """A leadership driver."""

    class Meta:
        model = Driver

    collaboration = factory.SubFactory(CollaborationFactory, drivers=False)
    kind = DriverKind.LEADERSHIP
    description = "Gubernur memprakarsai dialog."
    noted_on = days_ago(360)


class CycleFactory(factory.django.DjangoModelFactory):
    """The calendar year of today."""

    class Meta:
        model = Cycle

    collaboration = factory.SubFactory(CollaborationFactory)
    label = factory.LazyAttribute(lambda o: str(o.starts_on.year))
    starts_on = factory.LazyFunction(lambda: timezone.localdate().replace(month=1, day=1))
    ends_on = factory.LazyAttribute(lambda o: o.starts_on.replace(month=12, day=31))


class PartyFactory(factory.django.DjangoModelFactory):
    """An organization that has been an active party for a year."""

    class Meta:
        model = Party

    class Params:
        left = factory.Trait(state=PartyState.LEFT, ends_on=days_ago(1))

    collaboration = factory.SubFactory(CollaborationFactory)
    organization = factory.SubFactory(OrganizationFactory)
    starts_on = days_ago(365)


class CoordinatorFactory(factory.django.DjangoModelFactory):
    """Somebody who has run the collaboration for a year."""

    class Meta:
        model = Coordinator

    collaboration = factory.SubFactory(CollaborationFactory)
    person = factory.SubFactory(PersonFactory)
    starts_on = days_ago(365)


class RepresentativeFactory(factory.django.DjangoModelFactory):
    """Somebody who has spoken for the party for a year."""

    class Meta:
        model = Representative

    party = factory.SubFactory(PartyFactory)
    person = factory.SubFactory(PersonFactory)
    starts_on = days_ago(365)


class StakeholderFactory(factory.django.DjangoModelFactory):
    """A group that is not in the register, much touched and not heard."""

    class Meta:
        model = Stakeholder

    collaboration = factory.SubFactory(CollaborationFactory)
    group_name = factory.Sequence(lambda n: f"Kelompok warga {n}")
    interest = Degree.HIGH
    influence = Degree.LOW


class ContextFactorFactory(factory.django.DjangoModelFactory):
    """What was noted of the services a year ago."""

    class Meta:
        model = ContextFactor

    collaboration = factory.SubFactory(CollaborationFactory)
    kind = ContextKind.RESOURCE
    description = "Prevalensi stunting tinggi di enam kabupaten."
    noted_on = days_ago(360)


class LegalBasisFactory(factory.django.DjangoModelFactory):
    """A law that somebody has looked up."""

    class Meta:
        model = LegalBasis

    class Params:
        unverified = factory.Trait(is_verified=False, verified_note="")

    level = LegalLevel.UU
    number = factory.Sequence(lambda n: str(n + 1))
    year = 2014
    title = "Pemerintahan Daerah"
    is_verified = True
    verified_note = "Dibaca di lembaran negara."


class CollaborationLegalBasisFactory(factory.django.DjangoModelFactory):
    """A law that the collaboration rests on."""

    class Meta:
        model = CollaborationLegalBasis

    collaboration = factory.SubFactory(CollaborationFactory)
    legal_basis = factory.SubFactory(LegalBasisFactory)
    article = "Pasal 363"


class CollaborationChangeFactory(factory.django.DjangoModelFactory):
    """The first line of a collaboration's history."""

    class Meta:
        model = CollaborationChange

    collaboration = factory.SubFactory(CollaborationFactory)
    to_state = CollaborationState.ACTIVE
    made_by = factory.SubFactory(UserFactory)


class PartyChangeFactory(factory.django.DjangoModelFactory):
    """The first line of a party's history."""

    class Meta:
        model = PartyChange

    party = factory.SubFactory(PartyFactory)
    to_state = PartyState.ACTIVE
    made_by = factory.SubFactory(UserFactory)


def member_of(collaboration, **fields):
    """An account whose organization is an active party of the collaboration."""
    user = UserFactory(**fields)
    PartyFactory(collaboration=collaboration, organization=user.organization)
    return user


def representative_in(collaboration, **fields):
    """An account that speaks for its organization, an active party of the collaboration."""
    user = UserFactory(**fields)
    party = PartyFactory(collaboration=collaboration, organization=user.organization)
    RepresentativeFactory(party=party, person=user.person)
    return user


def coordinator_of(collaboration, **fields):
    """An account that runs the collaboration; its organization is no party."""
    user = UserFactory(**fields)
    CoordinatorFactory(collaboration=collaboration, person=user.person)
    return user
