"""Valid statements, questions, findings, proposals and assessments."""

import factory
from django.db import transaction

from agreements.engagement.discovery_kinds import (
    AssessmentSection,
    DiscoveryEvent,
    ProposalKind,
    ProposalState,
    QuestionState,
    StatementKind,
)
from agreements.models import (
    Acknowledgement,
    Assessment,
    AssessmentEntry,
    DiscoveryChange,
    FindingContribution,
    InterestStatement,
    JointFinding,
    Proposal,
    ProposalChange,
    Question,
)
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, days_ago


class InterestStatementFactory(factory.django.DjangoModelFactory):
    """An interest that a party stated itself a month ago."""

    class Meta:
        model = InterestStatement

    class Params:
        on_behalf = factory.Trait(is_on_behalf=True)

    party = factory.SubFactory(PartyFactory)
    kind = StatementKind.INTEREST
    text = factory.Sequence(lambda n: f"Kami perlu data per desa {n}.")
    stated_on = days_ago(30)
    recorded_by = factory.SubFactory(UserFactory)


class AcknowledgementFactory(factory.django.DjangoModelFactory):
    """Another party of the same collaboration has understood it."""

    class Meta:
        model = Acknowledgement

    statement = factory.SubFactory(InterestStatementFactory)
    party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..statement.party.collaboration")
    )
    noted_on = days_ago(20)
    noted_by = factory.SubFactory(UserFactory)


class QuestionFactory(factory.django.DjangoModelFactory):
    """An open question, raised three weeks ago."""

    class Meta:
        model = Question

    class Params:
        dropped = factory.Trait(
            state=QuestionState.DROPPED, closed_on=days_ago(3), drop_reason="Sudah tidak perlu."
        )

    collaboration = factory.SubFactory(CollaborationFactory)
    text = factory.Sequence(lambda n: f"Berapa sebenarnya sasaran di desa {n}?")
    raised_by = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..collaboration")
    )
    raised_on = days_ago(21)
    recorded_by = factory.SubFactory(UserFactory)


class JointFindingFactory(factory.django.DjangoModelFactory):
    """A finding to which two parties contributed."""

    class Meta:
        model = JointFinding
        skip_postgeneration_save = True

    collaboration = factory.SubFactory(CollaborationFactory)
    text = factory.Sequence(lambda n: f"Angka kedua pihak berbeda di desa {n}.")
    found_on = days_ago(10)
    recorded_by = factory.SubFactory(UserFactory)

    @classmethod
    def _create(cls, model_class, *args, parties=None, **kwargs):
        """Together with its contributions: there is no finding of one."""
        with transaction.atomic():
            finding = super()._create(model_class, *args, **kwargs)
            together = finding.collaboration
            for party in parties or PartyFactory.create_batch(2, collaboration=together):
                FindingContribution.objects.create(finding=finding, party=party)
        return finding


class FindingContributionFactory(factory.django.DjangoModelFactory):
    """A third party that contributed."""

    class Meta:
        model = FindingContribution

    finding = factory.SubFactory(JointFindingFactory)
    party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..finding.collaboration")
    )
    note = "Daftar nama per posyandu."


class DiscoveryChangeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = DiscoveryChange

    collaboration = factory.SubFactory(CollaborationFactory)
    event = DiscoveryEvent.QUESTION_RAISED
    subject = "Berapa sebenarnya?"
    made_by = factory.SubFactory(UserFactory)


class ProposalFactory(factory.django.DjangoModelFactory):
    """An idea put before all parties; `answered` was accepted."""

    class Meta:
        model = Proposal

    class Params:
        returned = factory.Trait(
            state=ProposalState.RETURNED, answer="Sebut biayanya.", answered_on=days_ago(5)
        )

    collaboration = factory.SubFactory(CollaborationFactory)
    from_party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..collaboration")
    )
    kind = ProposalKind.IDEA
    title = factory.Sequence(lambda n: f"Kanal tanya jawab {n}")
    text = "Satu kanal untuk semua pertanyaan tentang data."
    submitted_on = days_ago(14)
    recorded_by = factory.SubFactory(UserFactory)


class ProposalChangeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ProposalChange

    proposal = factory.SubFactory(ProposalFactory)
    to_state = ProposalState.SUBMITTED
    made_by = factory.SubFactory(UserFactory)


class AssessmentFactory(factory.django.DjangoModelFactory):
    """An open assessment of two weeks ago."""

    class Meta:
        model = Assessment

    collaboration = factory.SubFactory(CollaborationFactory)
    title = factory.Sequence(lambda n: f"Penilaian bersama {n}")
    held_on = days_ago(14)


class AssessmentEntryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AssessmentEntry

    assessment = factory.SubFactory(AssessmentFactory)
    section = AssessmentSection.PROBLEMS
    text = factory.Sequence(lambda n: f"Data tersebar di {n} tempat.")
    recorded_by = factory.SubFactory(UserFactory)
