"""The coordinator sees what is still in the name of people who have left."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agreements.action.states import CommitmentState
from agreements.engagement.states import MeetingState
from agreements.handover.facts import Facts
from agreements.handover.providers import open_lines
from agreements.models import Collaboration
from dashboards.panels.departed import left_behind
from dashboards.sight import Sight
from tests.factories.action import CommitmentFactory
from tests.factories.actors import AppointmentFactory, PersonFactory, UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    PartyFactory,
    RepresentativeFactory,
    coordinator_of,
)
from tests.factories.engagement import AttendanceFactory, MeetingFactory

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - timedelta(days=1)


@pytest.fixture
def collaboration():
    return CollaborationFactory()


def names(collaboration):
    reader = coordinator_of(collaboration)
    return {row.name: row.count for row in left_behind(Sight.of(reader, [collaboration]))}


def promise_of(collaboration, person, **fields):
    return CommitmentFactory(collaboration=collaboration, person=person, **fields)


def test_whoever_is_out_of_use_is_named_with_what_is_open(collaboration):
    gone = PersonFactory(full_name="Budi", is_active=False)
    promise_of(collaboration, gone)
    CoordinatorFactory(collaboration=collaboration, person=gone)
    assert names(collaboration) == {"Budi": 2}


def test_whoever_moved_to_another_organization_has_left_this_one(collaboration):
    post = AppointmentFactory(person__full_name="Budi", ends_on=YESTERDAY)
    AppointmentFactory(person=post.person)
    promise_of(collaboration, post.person, organization=post.organization)
    assert names(collaboration) == {"Budi": 1}


def test_a_closed_account_has_left(collaboration):
    user = UserFactory(is_active=False, person__full_name="Budi")
    promise_of(collaboration, user.person, organization=user.organization)
    assert names(collaboration) == {"Budi": 1}


def test_whoever_is_there_or_never_had_a_post_has_not_left(collaboration):
    post = AppointmentFactory()
    promise_of(collaboration, post.person, organization=post.organization)
    promise_of(collaboration, PersonFactory())
    promise_of(collaboration, None)
    member = UserFactory()
    AppointmentFactory(person=member.person, organization=member.organization, ends_on=YESTERDAY)
    promise_of(collaboration, member.person, organization=member.organization)
    assert names(collaboration) == {}


def test_other_collaborations_are_not_looked_at(collaboration):
    promise_of(CollaborationFactory(), PersonFactory(is_active=False))
    assert names(collaboration) == {}
    assert Collaboration.objects.count() == 2


def test_home_leads_to_the_handover(client, sign_in, collaboration):
    gone = PersonFactory(is_active=False)
    promise_of(collaboration, gone)
    sign_in(coordinator_of(collaboration))
    assert f"/people/{gone.pk}/handover/" in client.get("/").content.decode()


def moved(organization):
    """Somebody who went from the organization to another one."""
    post = AppointmentFactory(organization=organization, ends_on=YESTERDAY)
    AppointmentFactory(person=post.person)
    return post.person


def left_silent(collaboration):
    """A party whose only representative moved away yesterday, with an answer that waits."""
    party = PartyFactory(collaboration=collaboration)
    person = moved(party.organization)
    RepresentativeFactory(party=party, person=person, starts_on=YESTERDAY, ends_on=YESTERDAY)
    CommitmentFactory(
        collaboration=collaboration,
        organization=party.organization,
        state=CommitmentState.PROPOSED,
    )
    return party, person


def test_a_party_without_a_voice_is_named_with_its_answers_until_somebody_speaks(collaboration):
    party, person = left_silent(collaboration)
    reader = coordinator_of(collaboration)
    (row,) = left_behind(Sight.of(reader, [collaboration]))
    (said,) = row.unheard
    assert party.organization.name in said
    assert "1 jawaban" in said
    assert (row.name, row.count) == (person.full_name, 1)
    RepresentativeFactory(party=party)
    assert names(collaboration) == {}


def test_the_number_is_that_of_the_handover_page(collaboration):
    party, person = left_silent(collaboration)
    promise_of(collaboration, person, organization=party.organization)
    meeting = MeetingFactory(
        collaboration=collaboration, state=MeetingState.PLANNED, facilitator=person
    )
    AttendanceFactory(meeting=meeting, organization=party.organization, person=person)
    CoordinatorFactory(collaboration=collaboration, person=person)
    reader = coordinator_of(collaboration)
    (row,) = left_behind(Sight.of(reader, [collaboration]))
    assert row.count == len(open_lines(Facts.of(person, reader))) == 5


def test_an_invitation_alone_is_seen(collaboration):
    party = PartyFactory(collaboration=collaboration)
    meeting = MeetingFactory(collaboration=collaboration, state=MeetingState.PLANNED)
    person = moved(party.organization)
    AttendanceFactory(meeting=meeting, organization=party.organization, person=person)
    assert names(collaboration) == {person.full_name: 1}


def test_many_cost_no_more_than_one(collaboration, django_assert_num_queries):
    sight = Sight.of(coordinator_of(collaboration), [collaboration])
    left_silent(collaboration)
    with CaptureQueriesContext(connection) as one:
        left_behind(sight)
    for _number in range(4):
        left_silent(collaboration)
    with django_assert_num_queries(len(one)):
        assert len(left_behind(sight)) == 5
