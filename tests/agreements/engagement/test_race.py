"""The same form sent many times at once makes one meeting, and the guards are why."""

import threading
import uuid

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from agreements.engagement import transitions
from agreements.engagement.transitions import meetings
from agreements.models import Meeting, MeetingDraft
from tests.factories.charter import CollaborationFactory, member_of

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 6


def all_at_once(action):
    """Run the action in several threads that start together; return what each came to."""
    gate, results = threading.Barrier(AT_ONCE), []

    def run():
        try:
            gate.wait(timeout=10)
            results.append(action())
        except Exception as error:
            results.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return results


@pytest.fixture
def sending():
    collaboration = CollaborationFactory()
    user, form = member_of(collaboration), uuid.uuid4()
    return lambda: transitions.log_meeting(
        collaboration=collaboration,
        by=user,
        details={"title": "Sekali saja", "held_on": timezone.localdate()},
        submission_id=form,
    )


def test_one_form_sent_six_times_at_once_makes_one_meeting(sending):
    results = all_at_once(sending)
    assert {getattr(row, "pk", row) for row in results} == {Meeting.objects.get().pk}
    assert Meeting.objects.get().changes.count() == 1


def test_without_the_lock_the_race_is_real_and_the_table_still_stops_it(sending, monkeypatch):
    """With the lock switched off several look, find nothing and save: the constraint refuses."""
    both_looked = threading.Barrier(AT_ONCE)

    def wait_instead_of_locking(submission_id):
        Meeting.objects.filter(submission_id=submission_id).exists()
        both_looked.wait(timeout=10)

    monkeypatch.setattr(meetings, "hold_submission", wait_instead_of_locking)
    monkeypatch.setattr(meetings, "_saved_before", lambda submission_id, by: None)
    monkeypatch.setattr(meetings, "_unused", lambda submission_id, by: submission_id)
    results = all_at_once(sending)
    assert sum(isinstance(row, IntegrityError) for row in results) == AT_ONCE - 1
    assert Meeting.objects.count() == 1


def test_a_keystroke_racing_with_the_save_leaves_no_draft():
    collaboration = CollaborationFactory()
    user, form = member_of(collaboration), uuid.uuid4()
    gate = threading.Barrier(2)

    def keep():
        gate.wait(timeout=10)
        for _ in range(20):
            transitions.save_draft(by=user, submission_id=form, fields={"title": "Draf"})
        connection.close()

    thread = threading.Thread(target=keep)
    thread.start()
    gate.wait(timeout=10)
    transitions.log_meeting(
        collaboration=collaboration,
        by=user,
        details={"title": "Sekali saja", "held_on": timezone.localdate()},
        submission_id=form,
    )
    thread.join(timeout=30)
    assert not MeetingDraft.objects.exists()


def test_two_editors_at_once_one_of_them_sees_a_conflict(sending):
    meeting = sending()

    def edit():
        with transaction.atomic():
            return transitions.edit_meeting(
                meeting=meeting,
                by=meeting.logged_by,
                version=1,
                details={"title": "Baru", "held_on": meeting.held_on},
            )

    results = all_at_once(edit)
    assert sum(isinstance(row, Meeting) for row in results) == 1
    meeting.refresh_from_db()
    assert meeting.version == 2
