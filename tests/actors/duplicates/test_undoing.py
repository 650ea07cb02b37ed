"""Taking a merge back when life went on meanwhile."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from actors.audit.kinds import EventKind
from actors.duplicates.finding import find_pairs
from actors.duplicates.transitions import merge
from actors.duplicates.undoing import ChangedSince, undo
from actors.models import AccessEvent, Organization, SuggestedPair
from agreements.models import Commitment, Party
from collabgov.kit.errors import Refused
from tests.factories.action import CommitmentFactory
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory
from tests.factories.duplicates import SuggestedPairFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(db):
    return UserFactory(admin=True)


@pytest.fixture
def merged(admin):
    """Merge two organizations of one collaboration: (merge, kept, away)."""

    def merged(**fields):
        both = CollaborationFactory()
        kept, away = OrganizationFactory(**fields), OrganizationFactory(**fields)
        for organization in (kept, away):
            PartyFactory(collaboration=both, organization=organization)
        CommitmentFactory(collaboration=both, organization=away)
        made = merge(kind="organization", keep=kept.pk, away=away.pk, sides={}, by=admin)
        return made, kept, away

    return merged


def test_what_came_since_stays_with_the_kept_record(merged, admin):
    made, kept, away = merged()
    later = CommitmentFactory(organization=kept)
    undo(merge=made, by=admin)
    later.refresh_from_db()
    assert later.organization == kept
    assert Commitment.objects.filter(organization=away).count() == 1
    assert AccessEvent.objects.filter(kind=EventKind.MERGE_UNDONE).exists()


def test_a_changed_row_is_named_and_nothing_is_undone(merged, admin):
    made, kept, _away = merged()
    Organization.objects.filter(pk=kept.pk).update(aliases="Diubah orang")
    with pytest.raises(ChangedSince) as refusal:
        undo(merge=made, by=admin)
    assert len(refusal.value.lines) == 1
    assert str(kept.pk) in refusal.value.lines[0]
    made.refresh_from_db()
    assert made.undone_at is None
    assert Organization.everything.get(pk=made.away_id).merged_into == kept


def test_the_rest_is_undone_by_choice_and_what_was_left_is_kept_on_record(merged, admin):
    made, kept, away = merged()
    Organization.objects.filter(pk=kept.pk).update(aliases="Diubah orang")
    undone = undo(merge=made, by=admin, rest=True)
    kept.refresh_from_db()
    assert kept.aliases == "Diubah orang"
    assert Organization.objects.filter(pk=away.pk).exists()
    assert Party.objects.filter(organization=away).exists()
    assert len(undone.left_alone) == 1


def test_a_row_that_the_register_no_longer_allows_is_named(merged, admin):
    made, _kept, away = merged()
    party = Party.objects.get(organization_id=made.kept_id)
    with connection.cursor() as cursor:  # a row that came before rows were sent on
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE agreements_party DISABLE TRIGGER follow_merge_organization_id")
    standing = PartyFactory(collaboration=party.collaboration)
    Party.objects.filter(pk=standing.pk).update(organization_id=away.pk)
    with pytest.raises(ChangedSince):
        undo(merge=made, by=admin)
    assert undo(merge=made, by=admin, rest=True).left_alone


def test_a_moved_row_that_went_elsewhere_is_named(merged, admin):
    made, _kept, _away = merged()
    elsewhere = OrganizationFactory()
    Commitment.objects.update(organization=elsewhere)
    with pytest.raises(ChangedSince):
        undo(merge=made, by=admin)
    undo(merge=made, by=admin, rest=True)
    assert Commitment.objects.get().organization == elsewhere


def test_without_its_name_the_merged_record_cannot_stand_again(merged, admin):
    made, _kept, away = merged()
    OrganizationFactory(name=away.name)
    for rest in (False, True):
        with pytest.raises(Refused) as refusal:
            undo(merge=made, by=admin, rest=rest)
        assert "organization_name_once_per_region" in str(refusal.value)


def test_a_chain_is_undone_from_its_end(merged, admin):
    first, kept, away = merged()
    third = OrganizationFactory()
    second = merge(kind="organization", keep=third.pk, away=kept.pk, sides={}, by=admin)
    assert Organization.everything.get(pk=away.pk).merged_into == third
    with pytest.raises(Refused, match="dahulu"):
        undo(merge=first, by=admin)
    undo(merge=second, by=admin)
    assert Organization.everything.get(pk=away.pk).merged_into == kept
    undo(merge=first, by=admin)
    assert Organization.objects.filter(pk__in=(kept.pk, away.pk, third.pk)).count() == 3


def test_a_later_merge_into_the_same_record_is_undone_first(merged, admin):
    first, kept, _away = merged()
    merge(kind="organization", keep=kept.pk, away=OrganizationFactory().pk, sides={}, by=admin)
    with pytest.raises(Refused, match="dahulu"):
        undo(merge=first, by=admin)


def test_a_merge_is_undone_once_and_may_be_made_again(merged, admin):
    made, kept, away = merged()
    undo(merge=made, by=admin)
    with pytest.raises(Refused, match="sudah diurungkan"):
        undo(merge=made, by=admin)
    again = merge(kind="organization", keep=kept.pk, away=away.pk, sides={}, by=admin)
    assert again.made_at - made.made_at < timedelta(hours=1)


@pytest.mark.parametrize("role", ["staff", "auditor"])
def test_only_admins_undo(role, merged):
    made, _kept, _away = merged()
    with pytest.raises(PermissionDenied):
        undo(merge=made, by=UserFactory(role=role))


@pytest.mark.parametrize("kind", ["organization", "person"])
def test_two_that_stand_again_are_suggested_again(kind, admin):
    fields = {"full_name": "Siti Aminah"} if kind == "person" else {"short_name": "Dinkes"}
    factory = PersonFactory if kind == "person" else OrganizationFactory
    one, other = factory.create_batch(2, **fields)
    find_pairs()
    [pair] = SuggestedPair.objects.values("kind", "low", "high", "reason", "score")
    third = factory(**fields)
    elsewhere = SuggestedPairFactory(kind=kind, low=one.pk, high=third.pk)
    made = merge(kind=kind, keep=one.pk, away=other.pk, sides={}, by=admin)
    assert list(SuggestedPair.objects.all()) == [elsewhere]
    undo(merge=made, by=admin)
    assert pair in SuggestedPair.objects.values(*pair)
    assert SuggestedPair.objects.count() == 2


def test_two_that_never_looked_alike_are_not_suggested_by_an_undo(admin):
    one, other = OrganizationFactory.create_batch(2)
    undo(merge=merge(kind="organization", keep=one.pk, away=other.pk, sides={}, by=admin), by=admin)
    assert not SuggestedPair.objects.exists()
