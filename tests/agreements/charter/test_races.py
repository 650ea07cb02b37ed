"""Two people act on the same charter at the same moment: one after the other, never both wrong."""

from threading import Event, Thread
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from actors.accounts.transitions import link
from actors.models import User
from agreements.charter import transitions
from agreements.charter.legal_list import entries
from agreements.models import Collaboration, Coordinator, Driver, LegalBasis, Party
from collabgov.kit.errors import EditConflict, Refused
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory
from tests.factories.charter import CollaborationFactory, CoordinatorFactory, DriverFactory
from tests.factories.engagement import MeetingFactory

pytestmark = pytest.mark.django_db(transaction=True)


def together(first, second, patience=0.7):
    """Carry out `second` while the transaction of `first` is still open.

    Returns both outcomes, and whether `second` ended before `first` committed: without a lock
    it does, with a lock it waits for the commit.
    """
    begun, ended, outcomes = Event(), Event(), {}

    def run(name, verb, *, hold):
        try:
            with transaction.atomic():
                outcomes[name] = verb()
                if hold:
                    begun.set()
                    outcomes["overtook"] = ended.wait(timeout=patience)
        except Exception as refusal:
            outcomes[name] = refusal
        finally:
            (begun if hold else ended).set()
            connection.close()

    one = Thread(target=run, args=("first", first), kwargs={"hold": True})
    two = Thread(target=run, args=("second", second), kwargs={"hold": False})
    one.start()
    begun.wait(timeout=10)
    two.start()
    one.join(timeout=20)
    two.join(timeout=20)
    return outcomes["first"], outcomes["second"], outcomes.get("overtook")


def test_two_people_remove_the_last_two_drivers_and_one_stays():
    collaboration = CollaborationFactory()
    drivers = [collaboration.drivers.get(), DriverFactory(collaboration=collaboration)]
    user = UserFactory()
    _first, second, _overtook = together(
        *(
            lambda driver=driver: transitions.remove_driver(driver=driver, by=user)
            for driver in drivers
        )
    )
    assert isinstance(second, Refused)
    assert Driver.objects.filter(collaboration=collaboration).count() == 1


def test_two_coordinators_leave_and_one_stays():
    collaboration = CollaborationFactory()
    rows = [CoordinatorFactory(collaboration=collaboration) for _ in range(2)]
    user = UserFactory()
    _first, second, _overtook = together(
        *(lambda row=row: transitions.end_coordinator(coordinator=row, by=user) for row in rows)
    )
    assert isinstance(second, Refused)
    assert collaboration.coordinators.filter(ends_on=None).count() == 1


def test_an_admin_who_becomes_somebody_at_that_moment_does_not_appoint_themself():
    """Each alone is refused as one's own affair; at once, one of the two still is."""
    collaboration, person = CollaborationFactory(), PersonFactory()
    admin = UserFactory(admin=True, person=None, organization=None)

    def become():
        return link(user=admin, person=person, organization=None, by=admin)

    def appoint():
        return transitions.add_coordinator(collaboration=collaboration, person=person, by=admin)

    for first, second in ((become, appoint), (appoint, become)):
        _done, refused, overtook = together(first, second)
        assert isinstance(refused, Refused)
        assert not overtook
        Coordinator.objects.filter(person=person).delete()
        User.objects.filter(pk=admin.pk).update(person=None)


def test_the_same_organization_is_added_twice_and_the_second_reads_a_sentence():
    collaboration, organization = CollaborationFactory(), OrganizationFactory()
    user = UserFactory()

    def add():
        return transitions.add_party(
            collaboration=collaboration, organization=organization, by=user
        )

    first, second, _overtook = together(add, add)
    assert isinstance(first, Party)
    assert isinstance(second, ValidationError)
    assert collaboration.parties.count() == 1


def test_two_edits_of_the_same_version_are_one_edit_and_one_conflict():
    collaboration, user = CollaborationFactory(), UserFactory()

    def edit(title):
        return lambda: transitions.edit(
            collaboration=collaboration, by=user, version=1, title=title
        )

    _first, second, _overtook = together(edit("Pertama"), edit("Kedua"))
    assert isinstance(second, EditConflict)
    collaboration.refresh_from_db()
    assert (collaboration.title, collaboration.version) == ("Pertama", 2)


def test_a_double_tap_founds_one_collaboration():
    user, organization, ticket = UserFactory(), OrganizationFactory(), uuid4()

    def found():
        return transitions.found(
            by=user,
            submission_id=ticket,
            title="4+1",
            purpose="Bersama.",
            focus="policy",
            initiator=organization,
            starts_on=timezone.localdate(),
        )

    first, second, _overtook = together(found, found)
    assert first == second
    assert Collaboration.objects.count() == 1


def test_a_meeting_is_saved_while_the_charter_is_being_edited():
    """The lock of a charter's verb does not hold up rows that refer to the collaboration."""
    collaboration, user = CollaborationFactory(), UserFactory()
    _first, meeting, overtook = together(
        lambda: transitions.edit(collaboration=collaboration, by=user, version=1, title="Baru"),
        lambda: MeetingFactory(collaboration=collaboration),
        patience=10,
    )
    assert overtook
    assert not isinstance(meeting, Exception), meeting
    assert collaboration.meetings.get() == meeting


def test_two_servers_that_start_at_once_load_the_rules_once():
    few = dict(list(entries().items())[:2])
    load = lambda: transitions.load_legal_bases(entries=few)  # noqa: E731
    first, second, overtook = together(load, load)
    assert (first.added, second.added, second.there, overtook) == (2, 0, 2, False)
    assert LegalBasis.objects.count() == 2
