"""Valid ground rules, guidelines, knowledge assets and trainings, consistent across relations."""

import factory
from django.utils import timezone

from agreements.capacity.arrangement_kinds import (
    GroundRuleState,
    GuidelineKind,
    GuidelineState,
    KnowledgeKind,
    KnowledgeState,
    TrainingState,
)
from agreements.engagement.decision_kinds import Settlement
from agreements.engagement.kinds import DecisionKind
from agreements.models import (
    GroundRule,
    GroundRuleChange,
    Guideline,
    GuidelineChange,
    KnowledgeAsset,
    KnowledgeChange,
    KnowledgeUse,
    Training,
    TrainingChange,
    TrainingReceiver,
)
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory, days_ago
from tests.factories.documents import DocumentFactory
from tests.factories.engagement import DecisionFactory, MeetingFactory
from tests.factories.pledges import take_part


def ruling_in(collaboration, **fields):
    """A procedural decision of the collaboration that settles ground rules and holds."""
    usual = {"kind": DecisionKind.PROCEDURAL, "settles": [Settlement.GROUND_RULES]}
    return DecisionFactory(meeting=MeetingFactory(collaboration=collaboration), **usual | fields)


class GroundRuleFactory(factory.django.DjangoModelFactory):
    """A proposal; `adopted` by a decision of the same collaboration."""

    class Meta:
        model = GroundRule

    class Params:
        adopted = factory.Trait(
            state=GroundRuleState.ADOPTED,
            decision=factory.LazyAttribute(lambda o: ruling_in(o.collaboration)),
            adopted_on=factory.LazyAttribute(lambda o: o.decision.decided_on),
        )

    collaboration = factory.SubFactory(CollaborationFactory)
    text = factory.Sequence(lambda n: f"Kita saling menyimak, aturan {n}.")
    position = factory.Sequence(lambda n: n % 900 + 1)
    recorded_by = factory.SubFactory(UserFactory)


class GroundRuleChangeFactory(factory.django.DjangoModelFactory):
    """The first line of a rule's history."""

    class Meta:
        model = GroundRuleChange

    rule = factory.SubFactory(GroundRuleFactory)
    to_state = GroundRuleState.PROPOSED
    made_by = factory.SubFactory(UserFactory)


class GuidelineFactory(factory.django.DjangoModelFactory):
    """A juklak that its owner drafts."""

    class Meta:
        model = Guideline
        skip_postgeneration_save = True

    class Params:
        late = factory.Trait(due_on=days_ago(1))
        in_review = factory.Trait(state=GuidelineState.REVIEW)
        issued = factory.Trait(
            state=GuidelineState.ISSUED,
            number=factory.Sequence(lambda n: f"{n}/JUKLAK/2026"),
            issued_on=days_ago(3),
            document=factory.LazyAttribute(
                lambda o: DocumentFactory(collaboration=o.collaboration)
            ),
        )

    collaboration = factory.SubFactory(CollaborationFactory)
    kind = GuidelineKind.JUKLAK
    title = factory.Sequence(lambda n: f"Petunjuk pelaksanaan {n}")
    owner = factory.SubFactory(OrganizationFactory)
    drafter = factory.SelfAttribute("owner")
    recorded_by = factory.SubFactory(UserFactory)

    @factory.post_generation
    def parties(self, create, extracted, **kwargs):
        if create and extracted is not False:
            take_part(self.collaboration, self.owner, self.drafter, self.reviewer)


class GuidelineChangeFactory(factory.django.DjangoModelFactory):
    """The first line of a guideline's history."""

    class Meta:
        model = GuidelineChange

    guideline = factory.SubFactory(GuidelineFactory)
    to_state = GuidelineState.DRAFTING
    made_by = factory.SubFactory(UserFactory)


class KnowledgeAssetFactory(factory.django.DjangoModelFactory):
    """A dataset on the web, for the parties."""

    class Meta:
        model = KnowledgeAsset
        skip_postgeneration_save = True

    collaboration = factory.SubFactory(CollaborationFactory)
    kind = KnowledgeKind.DATASET
    title = factory.Sequence(lambda n: f"Data sasaran {n}")
    custodian = factory.SubFactory(OrganizationFactory)
    address = "https://data.contoh.test/sasaran"
    recorded_by = factory.SubFactory(UserFactory)

    @factory.post_generation
    def parties(self, create, extracted, **kwargs):
        if create and extracted is not False:
            take_part(self.collaboration, self.custodian)


class KnowledgeUseFactory(factory.django.DjangoModelFactory):
    """A meeting that rested on the asset."""

    class Meta:
        model = KnowledgeUse

    asset = factory.SubFactory(KnowledgeAssetFactory)
    meeting = factory.LazyAttribute(lambda o: MeetingFactory(collaboration=o.asset.collaboration))
    recorded_by = factory.SubFactory(UserFactory)


class KnowledgeChangeFactory(factory.django.DjangoModelFactory):
    """The first line of an asset's history."""

    class Meta:
        model = KnowledgeChange

    asset = factory.SubFactory(KnowledgeAssetFactory)
    to_state = KnowledgeState.SHARED
    made_by = factory.SubFactory(UserFactory)


class TrainingFactory(factory.django.DjangoModelFactory):
    """A training for all, planned for today; `held` with forty people."""

    class Meta:
        model = Training
        skip_postgeneration_save = True

    class Params:
        held = factory.Trait(state=TrainingState.HELD, participants=40, held_on=days_ago(7))

    collaboration = factory.SubFactory(CollaborationFactory)
    topic = factory.Sequence(lambda n: f"Pendataan di desa {n}")
    giver = factory.SubFactory(OrganizationFactory)
    held_on = factory.LazyFunction(timezone.localdate)
    recorded_by = factory.SubFactory(UserFactory)

    @factory.post_generation
    def parties(self, create, extracted, **kwargs):
        if create and extracted is not False:
            take_part(self.collaboration, self.giver)


class TrainingReceiverFactory(factory.django.DjangoModelFactory):
    """An organization whose people are trained."""

    class Meta:
        model = TrainingReceiver

    training = factory.SubFactory(TrainingFactory)
    organization = factory.SubFactory(OrganizationFactory)


class TrainingChangeFactory(factory.django.DjangoModelFactory):
    """The first line of a training's history."""

    class Meta:
        model = TrainingChange

    training = factory.SubFactory(TrainingFactory)
    to_state = TrainingState.PLANNED
    made_by = factory.SubFactory(UserFactory)
