"""Who plays in the tests of pledges: a giver, a receiver, a third party, a coordinator."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from actors.models import User
from agreements.capacity.kinds import ResourceKind
from agreements.capacity.transitions import deliveries, pledges
from agreements.models import Collaboration
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, coordinator_of, representative_in


def ahead(days):
    return timezone.localdate() + dt.timedelta(days=days)


@dataclass
class Scene:
    collaboration: Collaboration
    giver: User
    receiver: User
    third: User
    coordinator: User
    worker: User  # of the giver, speaks for nobody

    def offer(self, *, by=None, **fields):
        usual = {
            "collaboration": self.collaboration,
            "giver": self.giver.organization,
            "receiver": self.receiver.organization,
            "what": "Mengasuh dua puluh anak",
            "kind": ResourceKind.FOSTER,
            "quantity": Decimal(20),
            "unit": "anak",
            "due_on": ahead(30),
            "made_on": ahead(-30),
        }
        return pledges.offer(by=by or self.giver, **{**usual, **fields})

    def accepted(self, **fields):
        return pledges.accept(pledge=self.offer(**fields), by=self.receiver)

    def deliver(self, pledge, quantity=14, *, by=None, **fields):
        usual = {"quantity": Decimal(quantity), "delivered_on": ahead(-1)}
        return deliveries.deliver(pledge=pledge, by=by or self.giver, **{**usual, **fields})


def scene_of():
    together = CollaborationFactory()
    giver = representative_in(together)
    return Scene(
        together,
        giver,
        representative_in(together),
        representative_in(together),
        coordinator_of(together),
        UserFactory(organization=giver.organization),
    )
