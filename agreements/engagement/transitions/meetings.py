"""Log a meeting or change it: the meeting and all its rows in one transaction."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.action.transitions import record
from agreements.engagement.models import Meeting, MeetingChange
from agreements.engagement.states import EDITABLE, MeetingState
from agreements.engagement.transitions.drafts import hold_submission
from agreements.engagement.transitions.rows import write_agenda, write_attendances
from collabgov.kit.errors import EditConflict, IllegalMove, Refused


@transaction.atomic
def log_meeting(
    *,
    collaboration,
    by,
    details,
    submission_id,
    attendances=(),
    agenda=(),
    commitments=(),
    today=None,
    is_sample=False,
):
    """Save a new meeting; the same `submission_id` again returns the meeting it made first.

    `details` holds plain fields of the meeting. Dated today or earlier it is held, else planned.
    """
    hold_submission(submission_id)
    if saved := _saved_before(submission_id):
        return saved
    today = today or timezone.localdate()
    meeting = Meeting(
        collaboration=collaboration,
        submission_id=submission_id,
        logged_by=by,
        is_sample=is_sample,
        **details,
    )
    meeting.state = _state_on(meeting.held_on, today)
    meeting.validate_constraints(exclude=["submission_id"])
    meeting.save()
    MeetingChange.objects.create(meeting=meeting, to_state=meeting.state, made_by=by)
    _write_rows(meeting, by=by, attendances=attendances, agenda=agenda, commitments=commitments)
    by.meeting_drafts.filter(submission_id=submission_id).delete()
    return meeting


@transaction.atomic
def edit_meeting(
    *,
    meeting,
    by,
    version,
    details,
    attendances=(),
    agenda=(),
    commitments=(),
    submission_id=None,
    today=None,
):
    """Save changes, unless somebody saved after `version` was opened: then EditConflict.

    Attendance and agenda become exactly the given rows; commitments are only added.
    """
    today = today or timezone.localdate()
    fresh = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    _require_editable(fresh, version)
    source = MeetingState(fresh.state)
    for name, value in details.items():
        setattr(fresh, name, value)
    if source == MeetingState.PLANNED:
        fresh.state = _state_on(fresh.held_on, today)
    elif fresh.held_on > today:
        raise Refused(_("This meeting has taken place; it cannot move to a day still to come."))
    fresh.version += 1
    fresh.validate_constraints(exclude=["submission_id"])
    fresh.save()
    MeetingChange.objects.create(meeting=fresh, from_state=source, to_state=fresh.state, made_by=by)
    _write_rows(fresh, by=by, attendances=attendances, agenda=agenda, commitments=commitments)
    if submission_id:
        by.meeting_drafts.filter(submission_id=submission_id).delete()
    return fresh


def _saved_before(submission_id):
    return Meeting.objects.filter(submission_id=submission_id).first()


def _state_on(held_on, today):
    return MeetingState.HELD if held_on <= today else MeetingState.PLANNED


def _require_editable(meeting, version):
    if meeting.state not in EDITABLE:
        raise IllegalMove(
            _("“%(state)s”: this meeting can no longer be changed.")
            % {"state": meeting.get_state_display()}
        )
    if meeting.version != version:
        raise EditConflict(_("Somebody else saved this meeting while you were writing."))


def _write_rows(meeting, *, by, attendances, agenda, commitments):
    write_attendances(meeting, attendances)
    decisions = write_agenda(meeting, agenda)
    if commitments and meeting.state == MeetingState.PLANNED:
        raise Refused(_("Commitments can be recorded once the meeting has taken place."))
    for line in commitments:
        record(
            collaboration=meeting.collaboration,
            organization=line.organization,
            person=line.person,
            promise=line.promise,
            made_on=meeting.held_on,
            due_on=line.due_on,
            meeting=meeting,
            decision=None if line.topic is None else decisions.get(line.topic),
            by=by,
            is_sample=meeting.is_sample,
        )
