"""Merging: what is refused, what is chosen, who may, and two admins at once."""

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from actors.audit.kinds import EventKind
from actors.duplicates import transitions
from actors.duplicates.transitions import CannotMerge, merge
from actors.duplicates.undoing import undo
from actors.models import AccessEvent, Merge, Organization, Person, SuggestedPair, User
from agreements.models import Commitment
from collabgov.kit.errors import EditConflict, Refused
from tests.actors.duplicates.tables import contents
from tests.factories.action import CommitmentFactory
from tests.factories.actors import (
    OrganizationFactory,
    PersonFactory,
    RegionFactory,
    UserFactory,
)
from tests.factories.duplicates import SuggestedPairFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(db):
    return UserFactory(admin=True)


def organizations(kept, away, by, **fields):
    return merge(
        kind="organization",
        keep=kept.pk,
        away=away.pk,
        by=by,
        **{"sides": {}, **fields},
    )


def people(kept, away, by, **fields):
    return merge(kind="person", keep=kept.pk, away=away.pk, by=by, **{"sides": {}, **fields})


def test_the_names_of_both_remain_findable(admin):
    kept = OrganizationFactory(name="Dinas Kesehatan", short_name="Dinkes", aliases="Dinkes Sulbar")
    away = OrganizationFactory(name="DINKES", short_name="DK", aliases="dinkes sulbar\nKesehatan")
    organizations(kept, away, admin)
    kept.refresh_from_db()
    assert kept.aliases.splitlines() == ["Dinkes Sulbar", "Kesehatan", "DK"]
    assert list(Organization.objects.search("DK")) == [kept]


def test_each_field_comes_from_the_chosen_side(admin):
    kept = OrganizationFactory(name="Lama", mandate="Yang lama")
    away = OrganizationFactory(name="Baru", mandate="Yang baru", region=RegionFactory())
    organizations(kept, away, admin, sides={"name": "away", "region": "away", "mandate": "kept"})
    kept.refresh_from_db()
    assert (kept.name, kept.region, kept.mandate) == ("Baru", away.region, "Yang lama")
    assert kept.aliases == "Lama"


def test_the_merged_record_is_a_row_that_nobody_meets(admin):
    kept, away = OrganizationFactory(), OrganizationFactory()
    organizations(kept, away, admin)
    assert not Organization.objects.filter(pk=away.pk).exists()
    row = Organization.everything.get(pk=away.pk)
    assert (row.merged_into, row.is_active) == (kept, False)


def test_a_merge_is_in_the_event_log_and_takes_its_suggestion_away(admin):
    kept, away = OrganizationFactory(), OrganizationFactory()
    SuggestedPairFactory(low=kept.pk, high=away.pk)
    made = organizations(kept, away, admin)
    event = AccessEvent.objects.get(kind=EventKind.MERGED)
    assert (event.user_id, event.details["merge"]) == (admin.pk, made.pk)
    assert not SuggestedPair.objects.exists()


@pytest.mark.parametrize("role", ["staff", "auditor"])
def test_only_admins_merge(role):
    kept, away = OrganizationFactory(), OrganizationFactory()
    with pytest.raises(PermissionDenied):
        organizations(kept, away, UserFactory(role=role))
    with pytest.raises(PermissionDenied):
        transitions.preview(
            kind="organization", keep=kept.pk, away=away.pk, sides={}, by=UserFactory(role=role)
        )


def test_what_is_no_pair_is_refused(admin):
    one, person = OrganizationFactory(), PersonFactory()
    for keep, away in ((one.pk, one.pk), (one.pk, 987_654_321), (person.pk + 10**6, one.pk)):
        with pytest.raises(Refused):
            merge(kind="organization", keep=keep, away=away, sides={}, by=admin)


def test_a_record_is_merged_away_once_and_never_back(admin):
    one, two, three = OrganizationFactory.create_batch(3)
    organizations(one, two, admin)
    for keep, away in ((three, two), (two, one), (one, two)):
        with pytest.raises(Refused, match="digabungkan"):
            organizations(keep, away, admin)


def test_an_edit_in_between_is_not_overwritten(admin):
    kept, away = OrganizationFactory(), OrganizationFactory()
    Organization.objects.filter(pk=away.pk).update(version=7)
    with pytest.raises(EditConflict):
        organizations(kept, away, admin, versions=(kept.version, away.version))


def test_a_circle_is_refused_with_what_to_do(admin):
    top = OrganizationFactory()
    middle = OrganizationFactory(parent=top)
    bottom = OrganizationFactory(parent=middle)
    with pytest.raises(CannotMerge, match="di atas"):
        organizations(bottom, top, admin)
    organizations(top, bottom, admin)


@pytest.mark.parametrize("upper_stays", [True, False], ids=["upper stays", "lower stays"])
def test_who_belonged_to_the_other_belongs_to_what_was_above_it(upper_stays, admin):
    above = OrganizationFactory()
    upper = OrganizationFactory(parent=above)
    lower = OrganizationFactory(parent=upper)
    kept, away = (upper, lower) if upper_stays else (lower, upper)
    organizations(kept, away, admin, sides={"parent": "kept"})
    kept.refresh_from_db()
    assert kept.parent == above


def test_the_name_of_a_third_one_is_refused_in_words(admin):
    region = RegionFactory()
    OrganizationFactory(name="Bappeda", region=region)
    kept, away = OrganizationFactory(region=region), OrganizationFactory(name="Bappeda")
    with pytest.raises(CannotMerge, match="Wilayah ini"):
        organizations(kept, away, admin, sides={"name": "away"})


def test_two_open_accounts_are_refused_and_nothing_is_written(admin):
    kept, away = UserFactory().person, UserFactory().person
    before = contents()
    with pytest.raises(CannotMerge, match="Nonaktifkan"):
        people(kept, away, admin)
    assert contents() == before


@pytest.mark.parametrize("closed", ["kept", "away"])
def test_of_two_accounts_the_open_one_goes_with_the_kept_person(closed, admin):
    kept = UserFactory(is_active=closed != "kept")
    away = UserFactory(is_active=closed != "away")
    before = contents()
    made = people(kept.person, away.person, admin)
    assert User.objects.get(person=kept.person).is_active
    assert not User.objects.get(person=away.person).is_active
    undo(merge=made, by=admin)
    assert contents() == before


def test_a_confirmation_by_the_other_is_named(admin):
    promise = CommitmentFactory(kept=True)
    other = promise.confirmed_by.organization
    _work, notices = transitions.preview(
        kind="organization", keep=promise.organization.pk, away=other.pk, sides={}, by=admin
    )
    assert [line.url for line in notices] == [promise.get_absolute_url()]


def test_a_preview_writes_nothing(admin):
    promise = CommitmentFactory()
    kept = OrganizationFactory()
    before = contents()
    work, _notices = transitions.preview(
        kind="organization", keep=kept.pk, away=promise.organization.pk, sides={}, by=admin
    )
    assert work.steps
    assert contents() == before
    assert not Merge.objects.exists()
    assert Commitment.objects.get().organization == promise.organization


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_crossed", [False, True], ids=["same way", "crossed"])
def test_two_admins_at_once_make_one_merge(is_crossed):
    one, two = PersonFactory(), PersonFactory()
    admins = UserFactory.create_batch(2, admin=True)
    ways = [(one, two), (two, one) if is_crossed else (one, two)]
    start, told = threading.Barrier(2), []

    def act(by, pair):
        start.wait()
        try:
            people(*pair, by)
        except Refused as refusal:
            told.append(str(refusal))
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=each) for each in zip(admins, ways, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Merge.objects.count() == 1
    assert len(told) == 1
    assert Person.objects.filter(pk__in=(one.pk, two.pk)).count() == 1
