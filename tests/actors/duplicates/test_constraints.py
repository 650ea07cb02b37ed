"""What can never be true of stored pairs, merges and merged records."""

import pytest
from django.db import IntegrityError
from django.db.models import F

from actors.models import Merge, Organization, Person
from tests.constraints import assert_refused
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory
from tests.factories.duplicates import MergeFactory, NotDuplicateFactory, SuggestedPairFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "factory"),
    [
        ("suggested_pair_once", SuggestedPairFactory),
        ("not_duplicate_once", NotDuplicateFactory),
    ],
)
def test_a_pair_has_one_row(name, factory):
    pair = factory()
    factory(kind="person", low=pair.low, high=pair.high)
    assert_refused(name, lambda: factory(low=pair.low, high=pair.high))


@pytest.mark.parametrize(
    ("name", "factory"),
    [
        ("suggested_pair_is_of_two", SuggestedPairFactory),
        ("not_duplicate_is_of_two", NotDuplicateFactory),
    ],
)
def test_a_pair_is_of_two_with_the_smaller_first(name, factory):
    assert_refused(name, lambda: factory(low=8, high=8))
    assert_refused(name, lambda: factory(low=9, high=8))
    assert_refused(name, lambda: factory(kind="region"))


def test_a_merge_is_of_two():
    assert_refused("merge_is_of_two", lambda: MergeFactory(kept_id=4, away_id=4))
    assert_refused("merge_is_of_two", lambda: MergeFactory(kind="region"))


def test_a_record_is_merged_away_once_until_that_is_undone():
    first, admin = MergeFactory(away_id=8), UserFactory(admin=True)
    assert_refused("merge_away_once", lambda: MergeFactory(away_id=8))
    Merge.objects.filter(pk=first.pk).update(undone_by=admin, undone_at=first.made_at)
    assert MergeFactory(away_id=8)


def test_what_is_undone_was_undone_by_somebody():
    merge = MergeFactory()
    undo = Merge.objects.filter(pk=merge.pk)
    assert_refused("merge_undone_by_somebody", lambda: undo.update(undone_at=merge.made_at))


@pytest.mark.parametrize(
    ("model", "factory", "name"),
    [
        (Organization, OrganizationFactory, "organization_merged_is_out_of_use"),
        (Person, PersonFactory, "person_merged_is_out_of_use"),
    ],
)
def test_what_was_merged_away_is_out_of_use(model, factory, name):
    kept, away = factory(), factory()
    rows = model.everything.filter(pk=away.pk)
    assert_refused(name, lambda: rows.update(merged_into=kept))
    assert_refused(name, lambda: rows.update(merged_into=F("id"), is_active=False))
    rows.update(merged_into=kept, is_active=False)
    assert list(model.objects.all()) == [kept]
    assert rows.get().merged_into == kept


def test_a_merged_organization_does_not_keep_its_name_from_others():
    kept = OrganizationFactory(name="Dinas Kesehatan")
    away = OrganizationFactory(name="Bappeda")
    Organization.objects.filter(pk=away.pk).update(merged_into=kept, is_active=False)
    assert OrganizationFactory(name="BAPPEDA")
    with pytest.raises(IntegrityError, match="organization_name_once_per_region"):
        OrganizationFactory(name="bappeda")
