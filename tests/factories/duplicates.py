"""Valid pairs, judgements and merges."""

import factory

from actors.duplicates.kinds import Kind, Reason
from actors.models import Merge, NotDuplicate, SuggestedPair
from tests.factories.actors import UserFactory


class SuggestedPairFactory(factory.django.DjangoModelFactory):
    """Two organizations of the same name."""

    class Meta:
        model = SuggestedPair

    kind = Kind.ORGANIZATION
    low = factory.Sequence(lambda n: 2 * n + 1)
    high = factory.LazyAttribute(lambda o: o.low + 1)
    reason = Reason.SAME_NAME
    score = 0.9


class NotDuplicateFactory(factory.django.DjangoModelFactory):
    """Somebody says that two organizations are two."""

    class Meta:
        model = NotDuplicate

    kind = Kind.ORGANIZATION
    low = factory.Sequence(lambda n: 2 * n + 1)
    high = factory.LazyAttribute(lambda o: o.low + 1)
    made_by = factory.SubFactory(UserFactory, admin=True)


class MergeFactory(factory.django.DjangoModelFactory):
    """A merge without steps; for real ones call the verb."""

    class Meta:
        model = Merge

    kind = Kind.ORGANIZATION
    kept_id = factory.Sequence(lambda n: 2 * n + 1)
    away_id = factory.LazyAttribute(lambda o: o.kept_id + 1)
    made_by = factory.SubFactory(UserFactory, admin=True)
