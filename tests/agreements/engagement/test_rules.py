"""Who may change a meeting and publish its minutes."""

import pytest

from agreements.engagement.states import MeetingState
from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    coordinator_of,
    member_of,
    representative_in,
)
from tests.factories.engagement import MeetingFactory

pytestmark = pytest.mark.django_db

EDIT, PUBLISH, LOG = (
    "agreements.edit_meeting",
    "agreements.publish_minutes",
    "agreements.log_meeting",
)


@pytest.mark.parametrize("taking_part", [member_of, representative_in, coordinator_of])
@pytest.mark.parametrize("state", [MeetingState.PLANNED, MeetingState.HELD])
def test_who_takes_part_edits_it_while_planned_or_held(taking_part, state):
    meeting = MeetingFactory(state=state)
    assert taking_part(meeting.collaboration).has_perm(EDIT, meeting)


def test_outsiders_admins_and_auditors_edit_nothing():
    meeting = MeetingFactory()
    for user in (UserFactory(), UserFactory(admin=True), UserFactory(auditor=True)):
        assert not user.has_perm(EDIT, meeting)
        assert not user.has_perm(LOG, meeting.collaboration)


def test_an_auditor_changes_nothing_even_where_their_organization_is_a_party():
    meeting = MeetingFactory()
    assert not member_of(meeting.collaboration, auditor=True).has_perm(EDIT, meeting)
    assert not member_of(meeting.collaboration, auditor=True).has_perm(LOG, meeting.collaboration)
    assert not coordinator_of(meeting.collaboration, auditor=True).has_perm(PUBLISH, meeting)


def test_shared_minutes_are_edited_by_the_coordinator_alone():
    meeting = MeetingFactory(state=MeetingState.MINUTES_SHARED)
    assert coordinator_of(meeting.collaboration).has_perm(EDIT, meeting)
    assert not member_of(meeting.collaboration).has_perm(EDIT, meeting)
    assert not representative_in(meeting.collaboration).has_perm(EDIT, meeting)


@pytest.mark.parametrize("state", [MeetingState.MINUTES_ADOPTED, MeetingState.CANCELLED])
def test_nobody_edits_adopted_minutes_or_a_cancelled_meeting(state):
    meeting = MeetingFactory(state=state)
    assert not coordinator_of(meeting.collaboration).has_perm(EDIT, meeting)


def test_minutes_are_published_by_the_coordinator_of_that_collaboration():
    meeting = MeetingFactory()
    assert coordinator_of(meeting.collaboration).has_perm(PUBLISH, meeting)
    assert not member_of(meeting.collaboration).has_perm(PUBLISH, meeting)
    assert not coordinator_of(CollaborationFactory()).has_perm(PUBLISH, meeting)
