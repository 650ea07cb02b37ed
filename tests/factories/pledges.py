"""Valid needs, pledges and deliveries, consistent across their relations."""

from datetime import timedelta
from decimal import Decimal

import factory
from django.db import transaction
from django.utils import timezone

from agreements.capacity.kinds import ResourceKind
from agreements.capacity.states import PROMISED, DeliveryState, NeedState, PledgeState
from agreements.models import Delivery, NeedChange, Party, Pledge, PledgeChange, ResourceNeed
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory, days_ago


def take_part(collaboration, *organizations):
    for organization in organizations:
        if organization is not None:
            Party.objects.get_or_create(
                collaboration=collaboration,
                organization=organization,
                defaults={"starts_on": collaboration.starts_on},
            )


class ResourceNeedFactory(factory.django.DjangoModelFactory):
    """Twenty children whom somebody fosters, for the collaboration as a whole."""

    class Meta:
        model = ResourceNeed

    class Params:
        money = factory.Trait(kind=ResourceKind.FUND, unit="", quantity=Decimal(150_000_000))

    collaboration = factory.SubFactory(CollaborationFactory)
    what = factory.Sequence(lambda n: f"Bapak asuh anak {n}")
    kind = ResourceKind.FOSTER
    quantity = Decimal(20)
    unit = "anak"
    needed_by = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=60))


class NeedChangeFactory(factory.django.DjangoModelFactory):
    """The first line of a need's history."""

    class Meta:
        model = NeedChange

    need = factory.SubFactory(ResourceNeedFactory)
    to_state = NeedState.OPEN
    made_by = factory.SubFactory(UserFactory)


class PledgeFactory(factory.django.DjangoModelFactory):
    """Twenty children that a party fosters for another one; accepted, due in a month."""

    class Meta:
        model = Pledge
        skip_postgeneration_save = True

    class Params:
        offered = factory.Trait(state=PledgeState.OFFERED)
        to_all = factory.Trait(receiver=None)
        money = factory.Trait(kind=ResourceKind.FUND, unit="", quantity=Decimal(150_000_000))
        late = factory.Trait(made_on=days_ago(60), due_on=days_ago(1))

    collaboration = factory.SubFactory(CollaborationFactory)
    giver = factory.SubFactory(OrganizationFactory)
    receiver = factory.SubFactory(OrganizationFactory)
    what = factory.Sequence(lambda n: f"Mengasuh anak {n}")
    kind = ResourceKind.FOSTER
    quantity = Decimal(20)
    unit = "anak"
    made_on = days_ago(30)
    due_on = factory.LazyAttribute(lambda o: o.made_on + timedelta(days=60))
    original_due_on = factory.SelfAttribute("due_on")
    state = PledgeState.ACCEPTED
    recorded_by = factory.SubFactory(UserFactory)

    @factory.post_generation
    def parties(self, create, extracted, **kwargs):
        if create and extracted is not False:
            take_part(self.collaboration, self.giver, self.receiver)


class PledgeChangeFactory(factory.django.DjangoModelFactory):
    """The first line of a pledge's history."""

    class Meta:
        model = PledgeChange

    pledge = factory.SubFactory(PledgeFactory)
    to_state = PledgeState.OFFERED
    made_by = factory.SubFactory(UserFactory)


class DeliveryFactory(factory.django.DjangoModelFactory):
    """Five of what was pledged, brought yesterday and not confirmed yet; its pledge follows."""

    class Meta:
        model = Delivery

    class Params:
        scheduled = factory.Trait(
            state=DeliveryState.SCHEDULED,
            planned_on=factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=7)),
            delivered_on=None,
            reported_by=None,
        )
        confirmed = factory.Trait(
            state=DeliveryState.CONFIRMED,
            confirmed_on=factory.LazyFunction(timezone.localdate),
            confirmed_by=factory.SubFactory(UserFactory),
            confirmed_for=factory.SelfAttribute("pledge.receiver"),
        )

    pledge = factory.SubFactory(PledgeFactory)
    quantity = Decimal(5)
    delivered_on = days_ago(1)
    state = DeliveryState.DELIVERED
    reported_by = factory.SubFactory(UserFactory)

    @classmethod
    @transaction.atomic
    def _create(cls, model_class, *args, **kwargs):
        row = super()._create(model_class, *args, **kwargs)
        if row.pledge.state in PROMISED:
            came = sum(each.quantity for each in row.pledge.deliveries.arrived())
            row.pledge.state = PledgeState.PARTLY if came else PledgeState.ACCEPTED
            if came >= row.pledge.quantity:
                row.pledge.state = PledgeState.DELIVERED
            row.pledge.save(update_fields=["state"])
        return row
