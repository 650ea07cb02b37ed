"""Valid agreements and what belongs to them."""

from datetime import timedelta

import factory
from django.utils import timezone

from agreements.instruments.kinds import AmendmentKind, ChangeOf, DocumentRole, SigningItem
from agreements.instruments.states import AgreementState, AmendmentState
from agreements.models import (
    Agreement,
    AgreementChange,
    AgreementDocument,
    AgreementLegalBasis,
    AgreementParty,
    AgreementStage,
    AgreementType,
    AgreementWords,
    Amendment,
    AmendmentChange,
    Clause,
    RequiredDocument,
    Signature,
    SigningCheck,
)
from tests.factories.actors import AppointmentFactory, UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    LegalBasisFactory,
    PartyFactory,
    days_ago,
)
from tests.factories.documents import DocumentFactory


class AgreementTypeFactory(factory.django.DjangoModelFactory):
    """A kind with a stage for each state on the way to being in force; `stages=False` has none."""

    class Meta:
        model = AgreementType
        skip_postgeneration_save = True

    code = factory.Sequence(lambda n: f"jenis-{n}")
    name = factory.Sequence(lambda n: f"Kesepakatan bersama {n}")
    name_en = factory.Sequence(lambda n: f"Memorandum {n}")
    is_verified = True

    @factory.post_generation
    def stages(self, create, extracted, **kwargs):
        if not create or extracted is False:
            return
        states = extracted or (
            AgreementState.DRAFT,
            AgreementState.REVIEW,
            AgreementState.NEGOTIATION,
            AgreementState.READY_TO_SIGN,
        )
        for position, state in enumerate(states, start=1):
            AgreementStageFactory(type=self, position=position, state=state)


class AgreementStageFactory(factory.django.DjangoModelFactory):
    """A stage that may take a month."""

    class Meta:
        model = AgreementStage

    type = factory.SubFactory(AgreementTypeFactory, stages=False)
    position = factory.Sequence(lambda n: n + 100)
    state = AgreementState.DRAFT
    name = factory.LazyAttribute(lambda o: f"Tahap {o.position}")
    name_en = factory.LazyAttribute(lambda o: f"Stage {o.position}")
    days = 30


class RequiredDocumentFactory(factory.django.DjangoModelFactory):
    """Terms of reference, without which nothing is signed."""

    class Meta:
        model = RequiredDocument

    type = factory.SubFactory(AgreementTypeFactory)
    name = factory.Sequence(lambda n: f"Kerangka acuan kerja {n}")
    name_en = factory.Sequence(lambda n: f"Terms of reference {n}")
    role = DocumentRole.REFERENCE
    is_mandatory = True


class AgreementFactory(factory.django.DjangoModelFactory):
    """A draft without parties; `in_force` is signed, and holds for a year with two parties."""

    class Meta:
        model = Agreement

    class Params:
        in_force = factory.Trait(
            state=AgreementState.IN_FORCE,
            starts_on=days_ago(100),
            ends_on=days_ago(-265),
            signed_on=days_ago(101),
            state_since=days_ago(100),
        )
        ready = factory.Trait(
            state=AgreementState.READY_TO_SIGN,
            subject="Penurunan stunting terintegrasi.",
            starts_on=factory.LazyFunction(timezone.localdate),
            ends_on=days_ago(-365),
        )

    collaboration = factory.SubFactory(CollaborationFactory)
    type = factory.SubFactory(AgreementTypeFactory)
    title = factory.Sequence(lambda n: f"Kerja sama penanganan stunting {n}")
    recorded_by = factory.SubFactory(UserFactory)


class AgreementWordsFactory(factory.django.DjangoModelFactory):
    """The words that the database keeps of an agreement; nobody writes them."""

    class Meta:
        model = AgreementWords

    agreement = factory.SubFactory(AgreementFactory)

    @classmethod
    def _create(cls, model_class, *args, agreement):
        return model_class.objects.get(agreement=agreement)


class AgreementPartyFactory(factory.django.DjangoModelFactory):
    """A party of the collaboration that has to sign."""

    class Meta:
        model = AgreementParty

    agreement = factory.SubFactory(AgreementFactory)
    party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..agreement.collaboration")
    )
    position = factory.LazyAttribute(lambda o: o.agreement.parties.count() + 1)


class AgreementLegalBasisFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AgreementLegalBasis

    agreement = factory.SubFactory(AgreementFactory)
    legal_basis = factory.SubFactory(LegalBasisFactory)


class ClauseFactory(factory.django.DjangoModelFactory):
    """A clause that obliges nobody; `owed` is an obligation of a party of the agreement."""

    class Meta:
        model = Clause

    class Params:
        owed = factory.Trait(
            is_obligation=True,
            owed_by=factory.SubFactory(
                AgreementPartyFactory, agreement=factory.SelfAttribute("..agreement")
            ),
        )

    agreement = factory.SubFactory(AgreementFactory)
    position = factory.Sequence(lambda n: n + 1)
    number = factory.LazyAttribute(lambda o: f"Pasal {o.position}")
    text = factory.Sequence(lambda n: f"Para pihak bertukar data sasaran {n}.")


class AgreementDocumentFactory(factory.django.DjangoModelFactory):
    """The text of the agreement."""

    class Meta:
        model = AgreementDocument

    agreement = factory.SubFactory(AgreementFactory)
    document = factory.SubFactory(
        DocumentFactory, collaboration=factory.SelfAttribute("..agreement.collaboration")
    )
    role = DocumentRole.TEXT


class AmendmentFactory(factory.django.DjangoModelFactory):
    """A draft of an amendment to an agreement in force, without changes yet."""

    class Meta:
        model = Amendment

    agreement = factory.SubFactory(AgreementFactory, in_force=True)
    order = factory.LazyAttribute(lambda o: o.agreement.amendments.count() + 1)
    kind = AmendmentKind.CHANGE
    reason = "Sasaran bertambah."
    state = AmendmentState.DRAFT
    state_since = factory.LazyFunction(timezone.localdate)
    recorded_by = factory.SubFactory(UserFactory)


class AmendmentChangeFactory(factory.django.DjangoModelFactory):
    """A year longer."""

    class Meta:
        model = AmendmentChange

    amendment = factory.SubFactory(AmendmentFactory)
    of = ChangeOf.FIELD
    field = "ends_on"
    before = factory.LazyAttribute(lambda o: o.amendment.agreement.ends_on.isoformat())
    after = factory.LazyAttribute(
        lambda o: (o.amendment.agreement.ends_on + timedelta(days=365)).isoformat()
    )


class SignatureFactory(factory.django.DjangoModelFactory):
    """Signed today by somebody who has held a post at the party for a year."""

    class Meta:
        model = Signature

    place = factory.SubFactory(AgreementPartyFactory, agreement__ready=True)
    appointment = factory.SubFactory(
        AppointmentFactory,
        organization=factory.SelfAttribute("..place.party.organization"),
        starts_on=days_ago(365),
    )
    signed_on = factory.LazyFunction(timezone.localdate)
    recorded_by = factory.SubFactory(UserFactory)


class SigningCheckFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SigningCheck

    place = factory.SubFactory(AgreementPartyFactory)
    item = SigningItem.INITIALLED
    done_on = factory.LazyFunction(timezone.localdate)
    noted_by = factory.SubFactory(UserFactory)


class AgreementChangeFactory(factory.django.DjangoModelFactory):
    """The first line of an agreement's history."""

    class Meta:
        model = AgreementChange

    agreement = factory.SubFactory(AgreementFactory)
    to_state = AgreementState.DRAFT
    made_by = factory.SubFactory(UserFactory)
