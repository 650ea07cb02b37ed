"""Two records of one organization, and what becomes of what it issued, keeps and taught."""

import pytest

from actors.duplicates.transitions import merge
from actors.duplicates.undoing import undo
from agreements.models import TrainingReceiver
from collabgov.kit.errors import Refused
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.arrangements import (
    GuidelineFactory,
    KnowledgeAssetFactory,
    TrainingFactory,
    TrainingReceiverFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)


def joined(keep, away):
    by = UserFactory(admin=True)
    return merge(kind="organization", keep=keep.pk, away=away.pk, sides={}, by=by), by


@pytest.mark.parametrize(
    ("make", "column"),
    [
        (GuidelineFactory, "owner"),
        (GuidelineFactory, "drafter"),
        (KnowledgeAssetFactory, "custodian"),
        (TrainingFactory, "giver"),
        (TrainingReceiverFactory, "organization"),
    ],
)
def test_a_row_moves_to_the_organization_that_is_kept_and_back(make, column):
    twin, row = OrganizationFactory(), make()
    away = getattr(row, column)
    done, by = joined(twin, away)
    row.refresh_from_db()
    assert getattr(row, column) == twin
    undo(merge=done, by=by)
    row.refresh_from_db()
    assert getattr(row, column) == away


def test_a_reviewer_moves_along():
    row = GuidelineFactory(reviewer=OrganizationFactory())
    twin = OrganizationFactory()
    joined(twin, row.reviewer)
    row.refresh_from_db()
    assert row.reviewer == twin


def test_two_guidelines_with_one_number_keep_their_two_organizations():
    row = GuidelineFactory(issued=True)
    other = GuidelineFactory(issued=True, collaboration=row.collaboration, number=row.number)
    with pytest.raises(Refused):
        joined(row.owner, other.owner)
    other.refresh_from_db()
    assert other.owner != row.owner


@pytest.mark.parametrize("back", [False, True])
def test_who_taught_the_other_is_not_the_same(back):
    row = TrainingReceiverFactory()
    pair = [row.training.giver, row.organization]
    with pytest.raises(Refused):
        joined(*(reversed(pair) if back else pair))


def test_what_both_received_is_received_once():
    row = TrainingReceiverFactory()
    other = TrainingReceiverFactory(training=row.training)
    joined(row.organization, other.organization)
    (left,) = TrainingReceiver.objects.filter(training=row.training)
    assert left.organization == row.organization
