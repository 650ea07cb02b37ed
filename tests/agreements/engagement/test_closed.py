"""A closed collaboration takes no new meetings, changes or promises, not even while it closes."""

import threading
import uuid

import pytest
from django.db import connection, transaction
from django.utils import timezone

from agreements.action import transitions as action
from agreements.charter import transitions as charter
from agreements.engagement import transitions
from agreements.engagement.states import MeetingState
from agreements.models import Commitment, Meeting
from collabgov.kit.errors import Refused
from tests.agreements.engagement.lines import edit, log
from tests.factories.action import CommitmentFactory
from tests.factories.charter import CollaborationFactory, coordinator_of, member_of
from tests.factories.engagement import MeetingFactory


@pytest.fixture
def meeting():
    return MeetingFactory()


@pytest.fixture
def user(meeting):
    return coordinator_of(meeting.collaboration)


def close(collaboration, by):
    return charter.close(collaboration=collaboration, by=by, reason="Tujuan tercapai.")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("verb", "state"),
    [
        (edit, MeetingState.HELD),
        (lambda m, u: transitions.hold(meeting=m, by=u), MeetingState.PLANNED),
        (lambda m, u: transitions.cancel(meeting=m, by=u, reason="Banjir"), MeetingState.PLANNED),
        (lambda m, u: transitions.share_minutes(meeting=m, by=u), MeetingState.HELD),
        (lambda m, u: transitions.adopt_minutes(meeting=m, by=u), MeetingState.MINUTES_SHARED),
        (lambda m, u: log(m.collaboration, u), MeetingState.HELD),
    ],
)
def test_no_verb_changes_a_meeting_of_a_closed_collaboration(meeting, user, verb, state):
    Meeting.objects.filter(pk=meeting.pk).update(state=state)
    meeting.refresh_from_db()
    close(meeting.collaboration, user)
    with pytest.raises(Refused, match=r"closed|ditutup"):
        verb(meeting, user)
    assert Meeting.objects.get().state == state
    assert Meeting.objects.get().version == meeting.version


@pytest.mark.django_db
def test_no_promise_is_recorded_and_those_on_record_go_on(meeting, user):
    commitment = CommitmentFactory(collaboration=meeting.collaboration)
    close(meeting.collaboration, user)
    with pytest.raises(Refused):
        action.record(
            collaboration=meeting.collaboration,
            organization=commitment.organization,
            promise="Terlambat",
            due_on=timezone.localdate(),
            by=user,
        )
    action.update_progress(commitment=commitment, by=user, note="Masih jalan.")
    assert Commitment.objects.get().updates.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("state", [MeetingState.HELD, MeetingState.MINUTES_SHARED])
def test_nobody_has_a_verb_on_a_meeting_of_a_closed_collaboration(user, meeting, state):
    meeting.state = state
    member = member_of(meeting.collaboration)
    rules = ("agreements.edit_meeting", "agreements.publish_minutes")
    assert any(user.has_perm(rule, meeting) for rule in rules)
    meeting.collaboration = close(meeting.collaboration, user)
    assert not any(who.has_perm(rule, meeting) for who in (user, member) for rule in rules)


@pytest.mark.django_db(transaction=True)
def test_a_meeting_logged_while_it_is_being_closed_is_refused():
    collaboration = CollaborationFactory()
    user = coordinator_of(collaboration)
    said = []

    def try_to_log():
        try:
            said.append(log(collaboration, user, submission_id=uuid.uuid4()))
        except Refused as refusal:
            said.append(refusal)
        finally:
            connection.close()

    thread = threading.Thread(target=try_to_log)
    with transaction.atomic():
        close(collaboration, user)
        thread.start()
        thread.join(timeout=0.5)
        assert not said
    thread.join(timeout=30)
    assert isinstance(said[0], Refused)
    assert not Meeting.objects.exists()
