"""Valid joint services, standards, requests and stated costs, consistent across relations."""

from datetime import timedelta
from decimal import Decimal

import factory
from django.db import transaction
from django.utils import timezone

from agreements.capacity.service_kinds import CostBasis, RequestState, ServiceEvent, ServiceState
from agreements.models import (
    JointService,
    JointServiceChange,
    JointServiceCost,
    ServiceGiver,
    ServicePurpose,
    ServiceRequest,
    ServiceRequestChange,
    ServiceStandard,
)
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, days_ago

# Numbers that no verb gives out in a test: both may write to one service.
FIRST = 1001


class AtOnceFactory(factory.django.DjangoModelFactory):
    """A service and its parties are written at once: the database counts them at the end."""

    class Meta:
        abstract = True

    @classmethod
    def _generate(cls, strategy, params):
        with transaction.atomic():
            return super()._generate(strategy, params)


class JointServiceFactory(AtOnceFactory):
    """One that runs; the first of its two parties gives it, each has its purpose."""

    class Meta:
        model = JointService
        skip_postgeneration_save = True

    class Params:
        planned = factory.Trait(state=ServiceState.PLANNED)
        ended = factory.Trait(
            state=ServiceState.ENDED, ended_on=factory.LazyFunction(timezone.localdate)
        )

    collaboration = factory.SubFactory(CollaborationFactory)
    name = factory.Sequence(lambda n: f"Layanan terpadu {n}")
    place = "Balai desa"
    starts_on = days_ago(60)
    rhythm = "Setiap Selasa"
    state = ServiceState.RUNNING
    recorded_by = factory.SubFactory(UserFactory)

    @factory.post_generation
    def parties(self, create, extracted, **kwargs):
        """`parties=[…]`: each has a purpose, the first one gives the service."""
        if not create or extracted is False:
            return
        rows = extracted or PartyFactory.create_batch(2, collaboration=self.collaboration)
        for party in rows:
            ServicePurposeFactory(service=self, party=party)
        ServiceGiverFactory(service=self, party=rows[0])


class ServicePurposeFactory(AtOnceFactory):
    """A further purpose of a service."""

    class Meta:
        model = ServicePurpose

    service = factory.SubFactory(JointServiceFactory)
    party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..service.collaboration")
    )
    purpose = factory.Sequence(lambda n: f"Tujuan {n}")
    target_group = "Keluarga sasaran"


class ServiceGiverFactory(AtOnceFactory):
    """A further party that gives the service."""

    class Meta:
        model = ServiceGiver

    service = factory.SubFactory(JointServiceFactory)
    party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..service.collaboration")
    )


class JointServiceChangeFactory(AtOnceFactory):
    """The first line of a service's history."""

    class Meta:
        model = JointServiceChange

    service = factory.SubFactory(JointServiceFactory)
    event = ServiceEvent.PLANNED
    to_state = ServiceState.PLANNED
    made_by = factory.SubFactory(UserFactory)


class ServiceStandardFactory(AtOnceFactory):
    """A draft: free of charge, within five working days."""

    class Meta:
        model = ServiceStandard

    class Params:
        published = factory.Trait(
            published_from=days_ago(50), published_by=factory.SubFactory(UserFactory)
        )

    service = factory.SubFactory(JointServiceFactory)
    number = factory.Sequence(lambda n: n + FIRST)
    requirements = "Kartu keluarga\nSurat pengantar desa"
    steps = "Ambil nomor\nSerahkan berkas\nTerima hasil"
    duration = 5
    office = "Loket 3, Dinas Sosial"
    complaints = "SP4N-LAPOR"


class ServiceRequestFactory(AtOnceFactory):
    """One that an organization made yesterday; due in a week."""

    class Meta:
        model = ServiceRequest

    class Params:
        nameless = factory.Trait(organization=None, reference="LT-2026/0012")
        overdue = factory.Trait(asked_on=days_ago(20), due_on=days_ago(10))
        done = factory.Trait(
            state=RequestState.DONE,
            closed_on=factory.LazyFunction(timezone.localdate),
            closed_at=factory.LazyFunction(timezone.now),
        )

    service = factory.SubFactory(JointServiceFactory)
    standard = factory.SubFactory(
        ServiceStandardFactory, service=factory.SelfAttribute("..service"), published=True
    )
    number = factory.Sequence(lambda n: n + FIRST)
    organization = factory.SubFactory(OrganizationFactory)
    what = factory.Sequence(lambda n: f"Pendampingan {n}")
    asked_on = days_ago(1)
    due_on = factory.LazyAttribute(lambda o: o.asked_on + timedelta(days=7))
    recorded_by = factory.SubFactory(UserFactory)


class ServiceRequestChangeFactory(AtOnceFactory):
    """The first step of a request."""

    class Meta:
        model = ServiceRequestChange

    request = factory.SubFactory(ServiceRequestFactory)
    to_state = RequestState.RECEIVED
    made_by = factory.SubFactory(UserFactory)


class JointServiceCostFactory(AtOnceFactory):
    """Both figures of a party's last occasion, not confirmed by it yet."""

    class Meta:
        model = JointServiceCost

    class Params:
        confirmed = factory.Trait(
            confirmed_on=factory.LazyFunction(timezone.localdate),
            confirmed_by=factory.SubFactory(UserFactory),
        )

    service = factory.SubFactory(JointServiceFactory)
    party = factory.LazyAttribute(lambda o: o.service.purposes.first().party)
    held_on = days_ago(5)
    basis = CostBasis.SPENT
    together = Decimal(3_000_000)
    alone = Decimal(5_000_000)
    explanation = "Realisasi belanja kegiatan"
    stated_by = factory.SubFactory(UserFactory)
