"""A merge while others write: no row is left that names the record that is gone."""

import time

import pytest
from django.db import connection, transaction

from actors.duplicates.transitions import merge, preview
from actors.duplicates.undoing import undo
from actors.models import Appointment, Organization
from agreements.models import Party
from collabgov.kit.errors import Refused
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory
from tests.together import beside, wait_for_a_lock

together = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pair():
    return OrganizationFactory(name="Dinas Kesehatan"), OrganizationFactory(name="Dinkes")


@pytest.fixture
def admin():
    return UserFactory(admin=True)


def merged(pair, admin):
    kept, away = pair
    return merge(kind="organization", keep=kept.pk, away=away.pk, sides={}, by=admin)


@together
def test_who_began_to_write_before_the_merge_is_waited_for(pair, admin):
    kept, away = pair
    collaboration = CollaborationFactory()
    with transaction.atomic():
        party = PartyFactory(collaboration=collaboration, organization=away)
        thread, raised = beside(lambda: merged(pair, admin))
        wait_for_a_lock()
    thread.join()
    assert not raised
    party.refresh_from_db()
    assert party.organization == kept


@together
def test_who_writes_during_the_merge_names_the_kept_record(pair, admin):
    kept, away = pair
    collaboration, person = CollaborationFactory(), PersonFactory()

    def write():
        PartyFactory(collaboration=collaboration, organization=away)
        Appointment.objects.create(
            person=person, organization=away, post="Kepala", starts_on="2026-01-01"
        )

    with transaction.atomic():
        merged(pair, admin)
        thread, raised = beside(write)
        wait_for_a_lock()
    thread.join()
    assert not raised
    assert Party.objects.get(collaboration=collaboration).organization == kept
    assert Appointment.objects.get().organization == kept


@together
def test_a_merge_steps_back_from_somebody_who_keeps_writing(pair, admin):
    kept, away = pair
    with transaction.atomic():
        PartyFactory(organization=away)
        thread, raised = beside(lambda: merged(pair, admin))
        thread.join()
    assert isinstance(raised[0], Refused)
    assert "Coba lagi" in str(raised[0])
    assert Organization.objects.filter(pk__in=(kept.pk, away.pk)).count() == 2
    holding, _raised = beside(lambda: hold(away))
    wait_until_held(away)
    with pytest.raises(Refused, match="Coba lagi"):
        preview(kind="organization", keep=kept.pk, away=away.pk, sides={}, by=admin)
    holding.join()


def hold(row):
    with transaction.atomic():
        Organization.everything.select_for_update().get(pk=row.pk)
        time.sleep(2)


def wait_until_held(row):
    until = time.monotonic() + 10
    rows = Organization.everything.select_for_update(skip_locked=True).filter(pk=row.pk)
    while time.monotonic() < until:
        with transaction.atomic():
            if not rows.exists():
                return
        time.sleep(0.02)
    pytest.fail("Nobody holds the row.")


@pytest.mark.django_db
def test_whoever_chose_it_before_and_saves_after_names_the_kept_record(pair, admin):
    kept, away = pair
    third = OrganizationFactory()
    merged((third, kept), admin)
    Organization.everything.filter(pk=away.pk).update(is_active=False, merged_into=kept)
    party = PartyFactory(organization=away)
    party.refresh_from_db()
    assert party.organization == third  # as far as it goes
    Party.objects.filter(pk=party.pk).update(organization=kept)
    party.refresh_from_db()
    assert party.organization == third


@pytest.mark.django_db
def test_after_the_undo_the_record_is_named_again(pair, admin):
    _kept, away = pair
    undo(merge=merged(pair, admin), by=admin)
    party = PartyFactory(organization=away)
    party.refresh_from_db()
    assert party.organization == away


@pytest.mark.django_db
def test_the_short_patience_ends_with_the_merge_and_with_its_undoing(pair, admin):
    before = patience()
    preview(kind="organization", keep=pair[0].pk, away=pair[1].pk, sides={}, by=admin)
    assert patience() == before
    made = merged(pair, admin)
    assert patience() == before
    undo(merge=made, by=admin)
    assert patience() == before


def patience():
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        return cursor.fetchone()
