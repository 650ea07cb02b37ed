"""What tests of meetings hand to the verbs."""

import uuid
from datetime import timedelta

from django.utils import timezone

from agreements.engagement import transitions
from agreements.engagement.lines import AgendaLine, AttendanceLine, CommitmentLine


def details(**fields):
    return {"title": "Rapat koordinasi #1", "held_on": timezone.localdate(), **fields}


def log(collaboration, by, **fields):
    """Log a meeting of today with nothing in it but what is given."""
    given = {"details": details(), "submission_id": uuid.uuid4(), **fields}
    return transitions.log_meeting(collaboration=collaboration, by=by, **given)


def edit(meeting, by, **fields):
    """Save the meeting again as it is, but for what is given."""
    given = {
        "version": meeting.version,
        "details": {"title": meeting.title, "held_on": meeting.held_on},
        **fields,
    }
    return transitions.edit_meeting(meeting=meeting, by=by, **given)


def present(organization, **fields):
    return AttendanceLine(organization=organization, **fields)


def topic(text, **fields):
    return AgendaLine(topic=text, **fields)


def promise(organization, text="Mengirim data", *, days=14, **fields):
    due_on = timezone.localdate() + timedelta(days=days)
    return CommitmentLine(promise=text, organization=organization, due_on=due_on, **fields)
