"""Who plays in the tests of joint services: who gives, who is served, who has no part, who runs."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from actors.models import User
from agreements.capacity.service_kinds import CostBasis
from agreements.capacity.transitions import (
    service_costs,
    service_givers,
    service_requests,
    service_standards,
    services,
)
from agreements.models import Collaboration, Party
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, coordinator_of, representative_in


def ahead(days):
    return timezone.localdate() + dt.timedelta(days=days)


STANDARD = {
    "requirements": "Kartu keluarga",
    "steps": "Ambil nomor\nSerahkan berkas",
    "is_free": True,
    "fee": None,
    "duration": 5,
    "unit": "days",
    "office": "Loket 3",
    "complaints": "SP4N-LAPOR",
}


@dataclass
class ServiceScene:
    collaboration: Collaboration
    giver: User
    served: User
    third: User
    coordinator: User
    worker: User  # of the giver, speaks for nobody

    def party(self, user):
        return Party.objects.get(
            collaboration=self.collaboration, organization=user.organization_id
        )

    def plan(self, *, by=None, **fields):
        usual = {
            "collaboration": self.collaboration,
            "name": "Bimtek bersama",
            "starts_on": ahead(-30),
            "purposes": [
                (self.party(self.giver), "Pencairan anggaran", "Pengelola keuangan"),
                (self.party(self.served), "Pencatatan aset", "Pengelola aset"),
            ],
            "givers": [self.party(self.giver)],
        }
        return services.plan_service(by=by or self.giver, **{**usual, **fields})

    def running(self, **fields):
        return services.start_service(service=self.plan(**fields), by=self.giver)

    def stand_by(self, service, *, by):
        giver = service.givers.get(party=self.party(by))
        return service_givers.stand_by(giver=giver, by=by)

    def draft(self, service, *, by=None, **fields):
        said = {**STANDARD, **fields}
        return service_standards.draft_standard(service=service, by=by or self.giver, **said)

    def publish(self, service, *, holds_from=None, **fields):
        return service_standards.publish_standard(
            standard=self.draft(service, **fields),
            by=self.giver,
            holds_from=holds_from or ahead(-20),
        )

    def ready(self):
        """A service that runs by a published standard."""
        service = self.running()
        self.publish(service)
        return service

    def ask(self, service, *, by=None, **fields):
        usual = {"what": "Konsultasi aset", "reference": "LT-2026/0012"}
        return service_requests.receive_request(
            service=service, by=by or self.giver, **{**usual, **fields}
        )

    def state(self, service, *, by=None, **fields):
        usual = {
            "party": self.party(self.giver),
            "held_on": ahead(-5),
            "basis": CostBasis.SPENT,
            "together": Decimal(3_000_000),
            "alone": Decimal(5_000_000),
            "explanation": "Realisasi belanja",
        }
        return service_costs.state_cost(service=service, by=by or self.giver, **{**usual, **fields})


def service_scene():
    together = CollaborationFactory()
    giver = representative_in(together)
    return ServiceScene(
        together,
        giver,
        representative_in(together),
        representative_in(together),
        coordinator_of(together),
        UserFactory(organization=giver.organization),
    )
