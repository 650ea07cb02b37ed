"""Valid commitments, consistent across their relations."""

from datetime import timedelta

import factory
from django.utils import timezone

from agreements.action.states import CommitmentState
from agreements.models import (
    Commitment,
    CommitmentChange,
    CommitmentSequence,
    DueDateChange,
    Party,
    ProgressUpdate,
)
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory, days_ago


class CommitmentFactory(factory.django.DjangoModelFactory):
    """An accepted commitment due in a month, by an organization party to its collaboration."""

    class Meta:
        model = Commitment
        skip_postgeneration_save = True

    class Params:
        overdue = factory.Trait(made_on=days_ago(60), due_on=days_ago(1))
        proposed = factory.Trait(state=CommitmentState.PROPOSED)
        reported = factory.Trait(
            state=CommitmentState.REPORTED_DONE,
            reported_done_on=factory.LazyFunction(timezone.localdate),
        )
        kept = factory.Trait(
            made_on=days_ago(60),
            due_on=days_ago(10),
            state=CommitmentState.CONFIRMED,
            reported_done_on=days_ago(12),
            confirmed_on=days_ago(8),
            confirmed_by=factory.SubFactory(UserFactory),
        )

    code = factory.Sequence(lambda n: f"KMT-2020-{n:04d}")
    collaboration = factory.SubFactory(CollaborationFactory)
    organization = factory.SubFactory(OrganizationFactory)
    promise = factory.Sequence(lambda n: f"Mengirim data {n}")
    made_on = factory.LazyFunction(timezone.localdate)
    due_on = factory.LazyAttribute(lambda o: o.made_on + timedelta(days=30))
    original_due_on = factory.SelfAttribute("due_on")
    state = CommitmentState.ACCEPTED
    recorded_by = factory.SubFactory(UserFactory)

    @factory.post_generation
    def party(self, create, extracted, **kwargs):
        if create and extracted is not False:
            Party.objects.get_or_create(
                collaboration=self.collaboration,
                organization=self.organization,
                defaults={"starts_on": self.collaboration.starts_on},
            )


class CommitmentChangeFactory(factory.django.DjangoModelFactory):
    """The first line of a commitment's history."""

    class Meta:
        model = CommitmentChange

    commitment = factory.SubFactory(CommitmentFactory)
    to_state = CommitmentState.ACCEPTED
    made_by = factory.SubFactory(UserFactory)


class DueDateChangeFactory(factory.django.DjangoModelFactory):
    """A week more, with a reason."""

    class Meta:
        model = DueDateChange

    commitment = factory.SubFactory(CommitmentFactory)
    old_due_on = factory.SelfAttribute("commitment.due_on")
    new_due_on = factory.LazyAttribute(lambda o: o.old_due_on + timedelta(days=7))
    reason = "Data pusat terlambat."
    made_by = factory.SubFactory(UserFactory)


class ProgressUpdateFactory(factory.django.DjangoModelFactory):
    """A note on how it goes."""

    class Meta:
        model = ProgressUpdate

    commitment = factory.SubFactory(CommitmentFactory)
    note = "Setengah jalan."
    made_by = factory.SubFactory(UserFactory)


class CommitmentSequenceFactory(factory.django.DjangoModelFactory):
    """The counter of a year long gone."""

    class Meta:
        model = CommitmentSequence

    year = factory.Sequence(lambda n: 1900 + n)
