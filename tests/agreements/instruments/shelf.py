"""A collaboration with one agreement of each standing, and who may see and sign them."""

from datetime import timedelta

from django.utils import timezone

from agreements.instruments.states import AgreementState
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    PartyFactory,
    RepresentativeFactory,
    coordinator_of,
)
from tests.factories.instruments import (
    AgreementFactory,
    AgreementPartyFactory,
    AgreementTypeFactory,
    SignatureFactory,
)

S = AgreementState


def day(days=0):
    return timezone.localdate() + timedelta(days=days)


class Shelf:
    """draft, stuck (nine days over), signing (waits for the bank), long, soon (42 days), ended."""

    def __init__(self):
        self.collaboration = CollaborationFactory()
        self.coordinator = coordinator_of(self.collaboration, language="en")
        self.kind = AgreementTypeFactory()
        organization = OrganizationFactory(name="Bank daerah", short_name="Bank daerah")
        self.bank = PartyFactory(collaboration=self.collaboration, organization=organization)
        self.speaker = UserFactory(organization=organization, language="en")
        RepresentativeFactory(party=self.bank, person=self.speaker.person)
        self.draft = self.put("draft", S.DRAFT)
        self.stuck = self.put("stuck", S.REVIEW, since=39)
        self.signing = self.put("signing", S.READY_TO_SIGN, starts_on=day(), ends_on=day(300))
        self.bank_place = AgreementPartyFactory(agreement=self.signing, party=self.bank, position=1)
        self.long = self.hold(
            "long",
            ends_on=day(800),
            type=AgreementTypeFactory(),
            scope="regions",
            is_mandatory=True,
        )
        self.soon = self.hold("soon", ends_on=day(42), review_on=day(-1))
        self.ended = self.hold("ended", state=S.ENDED, ends_on=day(-5), over_on=day(-5))

    def put(self, title, state, *, since=2, **fields):
        stage = self.kind.stages.filter(state=state).first()
        return AgreementFactory(
            collaboration=self.collaboration,
            type=self.kind,
            title=title,
            state=state,
            stage=stage,
            stage_since=day(-since),
            state_since=day(-since),
            **fields,
        )

    def hold(self, title, **fields):
        given = {"type": self.kind, "in_force": True, **fields}
        return AgreementFactory(collaboration=self.collaboration, title=title, **given)

    def sign(self, place, **fields):
        return SignatureFactory(
            place=place, appointment__organization=place.party.organization, **fields
        )
