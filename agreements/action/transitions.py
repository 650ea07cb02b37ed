"""The only code that records a commitment or changes what is true of it."""

import uuid
from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.action.codes import next_code
from agreements.action.kinds import Progress
from agreements.action.models import Commitment, CommitmentChange, DueDateChange, ProgressUpdate
from agreements.action.responsible import require_own_person
from agreements.action.rules import (
    answered_on_its_behalf,
    belongs_to_promiser,
    reported_it_done,
    speaks_for_promiser,
)
from agreements.action.states import CORRECTIONS, MOVES, OPEN, OWED, CommitmentState
from agreements.charter.models import Party
from agreements.charter.transitions.locking import lock_open
from agreements.engagement.models import Attendance
from agreements.engagement.states import TOOK_PLACE
from agreements.instruments.states import BINDING
from collabgov.kit.errors import AlreadySaved, IllegalMove, Refused
from collabgov.kit.forms import own_submission
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.states import require_move

S = CommitmentState


@transaction.atomic
def record(
    *,
    collaboration,
    organization,
    promise,
    due_on,
    by,
    made_on=None,
    person=None,
    meeting=None,
    decision=None,
    clause=None,
    is_sample=False,
    submission_id=None,
):
    """Write down what an organization promises: accepted when a party was in the room.

    So it is when just this promise stands in an agreement in force: the party signed for it.

    A guest's promise waits for an answer: being on a list binds nobody who is no party.
    Sent twice with the same `submission_id`, it makes one commitment.
    """
    lock_open(collaboration.pk)
    took_place = meeting is not None and meeting.state in TOOK_PLACE
    was_present = took_place and _was_present(organization, meeting)
    commitment = Commitment(
        collaboration=collaboration,
        organization=organization,
        promise=" ".join(promise.split()),
        made_on=made_on or (meeting.held_on if took_place else timezone.localdate()),
        due_on=due_on,
        original_due_on=due_on,
        person=person,
        meeting=meeting,
        decision=decision,
        clause=clause,
        state=S.PROPOSED,
        recorded_by=by,
        is_sample=is_sample,
        submission_id=submission_id or uuid.uuid4(),
    )
    _require_same_collaboration(commitment)
    require_own_person(commitment, person)
    if _is_party(commitment):
        is_bound = was_present or _is_signed_for(commitment, by)
        commitment.state = S.ACCEPTED if is_bound else S.PROPOSED
    elif not was_present:
        raise Refused(
            _("%s is no party of the collaboration and was not at the meeting.") % organization
        )
    _require_valid(commitment)
    return _insert(commitment)


@transaction.atomic
def accept(*, commitment, by, on=None):
    """The organization takes the promise on; a coordinator may say so on its behalf."""
    return _answer(commitment, S.ACCEPTED, by=by, on=on)


@transaction.atomic
def decline(*, commitment, by, reason, on=None):
    """The organization does not take the promise on, and says why."""
    return _answer(commitment, S.DECLINED, by=by, note=_reason(reason), on=on)


@transaction.atomic
def confirm_answer(*, commitment, by, on=None):
    """The party stands by an answer that was given on its behalf."""
    fresh = _locked(commitment)
    _require_on_behalf(fresh, by)
    fresh.is_answered_on_behalf = False
    _save(fresh, "is_answered_on_behalf")
    _log(fresh, fresh.state, by=by, on=on)
    return fresh


@transaction.atomic
def correct_answer(*, commitment, by, to, reason, on=None):
    """The party puts right an answer that was given on its behalf."""
    fresh = _locked(commitment)
    _require_on_behalf(fresh, by)
    note = _reason(reason)
    return _move(
        fresh, S(to), by=by, note=note, on=on, moves=CORRECTIONS, is_answered_on_behalf=False
    )


@transaction.atomic
def start(*, commitment, by, on=None):
    """Work on the promise has begun."""
    return _move(_locked(commitment), S.UNDER_WAY, by=by, on=on, sources=(S.ACCEPTED,))


@transaction.atomic
def report_done(*, commitment, by, note="", on=None):
    """The organization says that the promise is fulfilled; another party has to confirm it."""
    day = on or timezone.localdate()
    fresh = _locked(commitment)
    return _move(fresh, S.REPORTED_DONE, by=by, note=note, on=on, reported_done_on=day)


@transaction.atomic
def take_back(*, commitment, by, on=None):
    """The organization takes its report back: the work goes on."""
    return _reopen(commitment, by=by, note="", on=on)


@transaction.atomic
def send_back(*, commitment, by, reason, on=None):
    """Somebody else says that it is not done yet, and why."""
    return _reopen(commitment, by=by, note=_reason(reason), on=on)


@transaction.atomic
def confirm(*, commitment, by, note="", on=None):
    """A different party than the promiser says that the promise was kept."""
    fresh = _locked(commitment)
    require_move(MOVES, current=S(fresh.state), target=S.CONFIRMED)
    if belongs_to_promiser(by, fresh):
        raise Refused(_("A different party confirms that a promise was kept."))
    if reported_it_done(by, fresh):
        raise Refused(_("You reported it done, so somebody else has to confirm it."))
    day = on or timezone.localdate()
    return _move(fresh, S.CONFIRMED, by=by, note=note, on=on, confirmed_on=day, confirmed_by=by)


@transaction.atomic
def mark_not_kept(*, commitment, by, reason, on=None):
    """The due date passed and the promise was not fulfilled."""
    fresh = _locked(commitment)
    require_move(MOVES, current=S(fresh.state), target=S.NOT_KEPT)
    if fresh.due_on >= (on or timezone.localdate()):
        raise Refused(_("The due date has not passed yet."))
    return _move(fresh, S.NOT_KEPT, by=by, note=_reason(reason), on=on)


@transaction.atomic
def cancel(*, commitment, by, reason, on=None):
    """The promise is no longer needed; it counts in no statistic."""
    return _move(_locked(commitment), S.CANCELLED, by=by, note=_reason(reason), on=on)


@transaction.atomic
def change_due_date(*, commitment, by, new_due_on, reason, on=None):
    """Move the due date, with a reason; the first one stays on record."""
    fresh = _locked(commitment)
    if fresh.state not in OPEN:
        raise IllegalMove(_("The due date can no longer move: “%s”.") % S(fresh.state).label)
    if new_due_on < (on or timezone.localdate()):
        raise Refused(_("The new due date is already past."))
    change = DueDateChange(
        commitment=fresh,
        old_due_on=fresh.due_on,
        new_due_on=new_due_on,
        reason=_reason(reason),
        made_by=by,
        made_at=_moment(on),
    )
    fresh.due_on = new_due_on
    _require_valid(fresh)
    _require_valid(change)
    change.save()
    _save(fresh, "due_on")
    return fresh


@transaction.atomic
def name_responsible(*, commitment, person, by, note):
    """Somebody else of the organization, or nobody for now, sees to what is still open."""
    fresh = _locked(commitment)
    if fresh.state not in (*OPEN, S.REPORTED_DONE):
        raise IllegalMove(_("Nobody is named any more: “%s”.") % S(fresh.state).label)
    require_own_person(fresh, person)
    fresh.person = person
    _save(fresh, "person")
    _log(fresh, fresh.state, by=by, note=_reason(note), on=None)
    return fresh


@transaction.atomic
def update_progress(*, commitment, by, note="", needs_help=False, on=None):
    """Say how it is going; asking for help needs a word about which."""
    fresh = _locked(commitment)
    if fresh.state not in OWED:
        raise IllegalMove(_("Progress is noted while a promise is owed."))
    said = {"commitment": fresh, "note": note.strip(), "needs_help": needs_help, "made_by": by}
    if twin := made_a_moment_ago(ProgressUpdate.objects, when="made_at", **said):
        return twin
    update = ProgressUpdate(made_at=_moment(on), is_sample=fresh.is_sample, **said)
    _require_valid(update)
    update.save()
    return update


@transaction.atomic
def note_progress(*, commitment, by, progress, note="", on=None):
    """One word on how it goes, and what follows from it: begun, done, or help is needed."""
    if progress == Progress.DONE:
        return report_done(commitment=commitment, by=by, note=note, on=on)
    if progress == Progress.UNDER_WAY and _locked(commitment).state == S.ACCEPTED:
        start(commitment=commitment, by=by, on=on)
    needs_help = progress == Progress.HELP
    update_progress(commitment=commitment, by=by, note=note, needs_help=needs_help, on=on)
    return _locked(commitment)


def _answer(commitment, target, *, by, on, note=""):
    fresh = _locked(commitment)
    is_on_behalf = not speaks_for_promiser(by, fresh)
    return _move(fresh, target, by=by, note=note, on=on, is_answered_on_behalf=is_on_behalf)


def _reopen(commitment, *, by, note, on):
    return _move(
        _locked(commitment),
        S.UNDER_WAY,
        by=by,
        note=note,
        on=on,
        sources=(S.REPORTED_DONE,),
        reported_done_on=None,
    )


def _locked(commitment):
    return Commitment.objects.select_for_update(of=("self",)).get(pk=commitment.pk)


def _move(fresh, target, *, by, on, note="", moves=MOVES, sources=None, **facts):
    source = S(fresh.state)
    if sources and source not in sources:
        moves = {}
    require_move(moves, current=source, target=target)
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.state = target
    _require_valid(fresh)
    _save(fresh, "state", *facts)
    is_on_behalf = facts.get("is_answered_on_behalf", False)
    _log(fresh, source, by=by, note=note, on=on, is_on_behalf=is_on_behalf)
    return fresh


def _save(fresh, *fields):
    fresh.version += 1
    fresh.save(update_fields=[*fields, "version", "updated_at"])


def _log(commitment, source, *, by, on, note="", is_on_behalf=False):
    CommitmentChange.objects.create(
        commitment=commitment,
        from_state=source,
        to_state=commitment.state,
        note=note.strip(),
        made_by=by,
        made_at=_moment(on),
        is_on_behalf=is_on_behalf,
    )


def _moment(on):
    """Now; or nine in the morning of a past day, for history that is entered later."""
    if on is None or on >= timezone.localdate():
        return timezone.now()
    return timezone.make_aware(datetime.combine(on, time(9)))


def _reason(text):
    reason = text.strip()
    if not reason:
        raise Refused(_("Give a reason."))
    return reason


def _require_valid(record):
    fields = record._meta.concrete_fields
    try:
        record.clean_fields(exclude=[field.name for field in fields if field.is_relation])
        record.validate_constraints()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error


def _require_on_behalf(fresh, by):
    if not fresh.is_answered_on_behalf:
        raise Refused(_("The party itself gave this answer."))
    if not speaks_for_promiser(by, fresh):
        raise Refused(_("Only a representative of the organization can settle its answer."))
    if answered_on_its_behalf(by, fresh):
        raise Refused(_("You gave this answer yourself, so somebody else has to settle it."))


def _is_signed_for(commitment, by):
    """Whether the party signed just this, or whoever speaks for it says so now."""
    clause = commitment.clause
    if clause is None or clause.agreement.state not in BINDING:
        return False
    is_same_day = clause.due_on in (None, commitment.due_on)
    says_it = is_same_day and commitment.promise == clause.promise
    return says_it or speaks_for_promiser(by, commitment)


def _was_present(organization, meeting):
    present = Attendance.objects.present()
    return present.filter(meeting=meeting, organization=organization).exists()


def _require_same_collaboration(commitment):
    collaboration_id = commitment.collaboration_id
    meeting, decision = commitment.meeting, commitment.decision
    if meeting is not None and meeting.collaboration_id != collaboration_id:
        raise Refused(_("The meeting belongs to another collaboration."))
    if decision is not None and decision.meeting.collaboration_id != collaboration_id:
        raise Refused(_("The decision belongs to another collaboration."))


def _is_party(commitment):
    """The organization takes part today, or did on the day of the promise."""
    parties = Party.objects.filter(
        collaboration=commitment.collaboration, organization=commitment.organization
    )
    return (parties.current() | parties.current(today=commitment.made_on)).exists()


def _insert(commitment):
    try:
        with transaction.atomic():
            commitment.code = next_code(commitment.made_on.year)
            commitment.save(force_insert=True)
    except IntegrityError:
        twin = Commitment.objects.filter(submission_id=commitment.submission_id).first()
        if twin is None:
            raise
        if twin.recorded_by_id == commitment.recorded_by_id:
            return _same_as(commitment, twin)
        commitment.submission_id = own_submission(twin.submission_id, commitment.recorded_by)
        return _insert(commitment)
    _log(commitment, "", by=commitment.recorded_by, on=commitment.made_on)
    return commitment


def _same_as(commitment, twin):
    """A double click is one promise; another text from the same form is not lost in it."""
    facts = ("collaboration_id", "organization_id", "person_id", "promise", "original_due_on")
    if all(getattr(commitment, name) == getattr(twin, name) for name in facts):
        return twin
    raise AlreadySaved(
        _("This form has recorded %s already. Record it again to make another commitment.")
        % twin.code,
        twin,
    )
