"""Log a meeting or change it: the meeting and all its rows in one transaction."""

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.action.transitions import record
from agreements.charter.transitions.locking import lock_open
from agreements.engagement.models import Meeting, MeetingChange
from agreements.engagement.schedule import is_to_come, not_yet
from agreements.engagement.states import EDITABLE, MeetingState
from agreements.engagement.transitions.agenda import write_agenda
from agreements.engagement.transitions.drafts import hold_submission
from agreements.engagement.transitions.rescheduling import ask_again
from agreements.engagement.transitions.rows import write_attendances
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from collabgov.kit.forms import own_submission


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
    now=None,
    is_sample=False,
):
    """Save a new meeting; the same `submission_id` again returns the meeting it made first.

    That meeting is marked `is_repeat`: whoever calls looks whether the content is the same. An id
    that somebody else's form has used is replaced.
    `details` holds plain fields of the meeting. While its start is still to come by the
    clock of the collaboration, it is planned, else held.
    """
    hold_submission(submission_id)
    if saved := _saved_before(submission_id, by):
        saved.is_repeat = True
        return saved
    together = lock_open(collaboration.pk)
    meeting = Meeting(
        collaboration=together,
        submission_id=_unused(submission_id, by),
        logged_by=by,
        is_sample=is_sample,
        **details,
    )
    meeting.state = _state_of(meeting, now)
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
    now=None,
):
    """Save changes, unless somebody saved after `version` was opened: then EditConflict.

    Attendance and agenda become exactly the given rows; commitments are only added.
    """
    if submission_id:
        hold_submission(submission_id)
    together = lock_open(meeting.collaboration_id)
    fresh = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    fresh.collaboration = together
    _require_editable(fresh, version)
    source = MeetingState(fresh.state)
    start = (fresh.held_on, fresh.starts_at)
    for name, value in details.items():
        setattr(fresh, name, value)
    moves = (fresh.held_on, fresh.starts_at) != start
    if source == MeetingState.PLANNED:
        fresh.state = _state_of(fresh, now)
    elif moves and is_to_come(fresh, now):
        raise Refused(_("This meeting has taken place; it cannot move to a time still to come."))
    fresh.follows_series = False
    fresh.version += 1
    fresh.validate_constraints(exclude=["submission_id"])
    fresh.save()
    if moves and fresh.state == MeetingState.PLANNED:
        ask_again(fresh)
    MeetingChange.objects.create(meeting=fresh, from_state=source, to_state=fresh.state, made_by=by)
    _write_rows(fresh, by=by, attendances=attendances, agenda=agenda, commitments=commitments)
    if submission_id:
        by.meeting_drafts.filter(submission_id=submission_id).delete()
    return fresh


def _saved_before(submission_id, by):
    return Meeting.objects.logged_with(submission_id, by)


def _unused(submission_id, by):
    is_used = Meeting.objects.filter(submission_id=submission_id).exists()
    return own_submission(submission_id, by) if is_used else submission_id


def _state_of(meeting, now):
    return MeetingState.PLANNED if is_to_come(meeting, now) else MeetingState.HELD


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
        raise Refused(not_yet(meeting.held_on, meeting.starts_at, zone=meeting.zone))
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
