"""From planned to held, or cancelled: each move once, with a line of history.

What follows, minutes that are shared and adopted, is in tests/agreements/minutes.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from agreements.engagement import transitions
from agreements.engagement.states import MeetingState
from agreements.models import Meeting
from collabgov.kit.errors import IllegalMove, Refused
from tests.factories.actors import UserFactory
from tests.factories.engagement import MeetingFactory

pytestmark = pytest.mark.django_db

MOVES = [
    (MeetingState.PLANNED, "hold", {}, MeetingState.HELD),
    (MeetingState.PLANNED, "cancel", {"reason": "Gubernur berhalangan"}, MeetingState.CANCELLED),
]


@pytest.mark.parametrize(("source", "verb", "fields", "target"), MOVES)
def test_a_move_leaves_a_line_of_history(source, verb, fields, target):
    meeting, user = MeetingFactory(state=source), UserFactory()
    moved = getattr(transitions, verb)(meeting=meeting, by=user, **fields)
    assert (moved.state, moved.version) == (target, meeting.version + 1)
    line = moved.changes.get()
    assert (line.from_state, line.to_state, line.made_by) == (source, target, user)
    assert line.note == fields.get("reason", "")


@pytest.mark.parametrize(("source", "verb", "fields", "target"), MOVES)
def test_a_move_from_elsewhere_is_refused(source, verb, fields, target):
    for state in MeetingState:
        if state == source:
            continue
        meeting = MeetingFactory(state=state)
        with pytest.raises(IllegalMove):
            getattr(transitions, verb)(meeting=meeting, by=UserFactory(), **fields)
        meeting.refresh_from_db()
        assert meeting.state == state
        assert not meeting.changes.exists()


def test_a_meeting_still_to_come_was_not_held():
    meeting = MeetingFactory(planned=True)
    with pytest.raises(Refused):
        transitions.hold(meeting=meeting, by=UserFactory())
    begins = timezone.localtime().replace(hour=9, minute=0) + timedelta(days=7)
    early = begins - timedelta(hours=2)
    with pytest.raises(Refused):
        transitions.hold(meeting=meeting, by=UserFactory(), now=early)
    late = begins + timedelta(hours=1)
    assert transitions.hold(meeting=meeting, by=UserFactory(), now=late).state == "held"


def test_a_meeting_that_was_moved_meanwhile_is_not_marked_as_held():
    opened = MeetingFactory(state=MeetingState.PLANNED)
    day = timezone.localdate() + timedelta(days=7)
    Meeting.objects.filter(pk=opened.pk).update(held_on=day)
    with pytest.raises(Refused):
        transitions.hold(meeting=opened, by=UserFactory())


def test_a_cancellation_needs_a_reason():
    with pytest.raises(Refused):
        transitions.cancel(meeting=MeetingFactory(planned=True), by=UserFactory(), reason="  ")
