"""What the parties say to shared minutes, and what the coordinator replies."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.rules import is_coordinator_of, represented_organizations
from agreements.charter.transitions.locking import lock_row
from agreements.engagement.kinds import REPLIED, MeetingEvent, ReplyOutcome, Word
from agreements.engagement.models import MeetingChange
from agreements.engagement.states import MeetingState
from agreements.engagement.transitions.minutes import locked
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked

EVENTS = {
    Word.CONFIRM: MeetingEvent.MINUTES_CONFIRMED,
    Word.CORRECT: MeetingEvent.CORRECTION_ASKED,
    Word.OBJECT: MeetingEvent.MINUTES_OBJECTED,
}
OUTCOMES = {
    ReplyOutcome.ACCEPTED: MeetingEvent.REPLY_ACCEPTED,
    ReplyOutcome.KEPT: MeetingEvent.REPLY_NOT_ACCEPTED,
}


@transaction.atomic
def answer_minutes(*, answer, by, word, text="", on=None):
    """A representative answers for the party; the coordinator only where it has not itself."""
    fresh, row = _open_answer(answer)
    day = on or timezone.localdate()
    is_own = _speaks(by, row)
    if not is_own and not is_coordinator_of(by, fresh.collaboration):
        raise PermissionDenied("agreements.answer_minutes")
    if day > row.minutes.answer_by:
        raise Refused(_("The day until which answers were asked for has passed."))
    if not is_own and not row.is_silent and not row.is_on_behalf:
        raise Refused(_("The party has spoken for itself."))
    if word not in EVENTS:
        raise ValidationError({"word": [_("Choose an answer.")]})
    words = (text or "").strip()
    if word in REPLIED and not words:
        raise ValidationError({"text": [_("Say what should be different.")]})
    row.word, row.text = word, words
    row.answered_on, row.answered_by, row.is_on_behalf = day, by, not is_own
    # A reply was about the words before.
    row.reply, row.replied_on, row.replied_by, row.outcome = "", None, None, ReplyOutcome.OPEN
    return _keep(fresh, row, EVENTS[Word(word)], by=by, note=words)


@transaction.atomic
def confirm_answer(*, answer, by):
    """The party stands by what was recorded on its behalf."""
    fresh, row = _open_answer(answer)
    if not row.is_on_behalf:
        raise Refused(_("Nothing waits to be confirmed here."))
    if not _speaks(by, row):
        raise PermissionDenied("agreements.confirm_minutes_answer")
    if row.answered_by_id == by.pk:
        raise Refused(_("You recorded this yourself, so somebody else has to confirm it."))
    row.is_on_behalf = False
    return _keep(fresh, row, MeetingEvent.ANSWER_CONFIRMED, by=by)


@transaction.atomic
def reply_to_answer(*, answer, by, reply, on=None):
    """The coordinator says what becomes of a correction that was asked for, or an objection."""
    fresh, row = _open_answer(answer)
    if row.word not in REPLIED:
        raise Refused(_("There is nothing to reply to."))
    words = (reply or "").strip()
    if not words:
        raise ValidationError({"reply": [_("Write the reply.")]})
    row.reply, row.replied_on, row.replied_by = words, on or timezone.localdate(), by
    row.outcome = ReplyOutcome.OPEN
    return _keep(fresh, row, MeetingEvent.ANSWER_REPLIED, by=by, note=words)


@transaction.atomic
def settle_reply(*, answer, by, outcome):
    """The party accepts the reply, or keeps to what it said; it alone can say so."""
    fresh, row = _open_answer(answer)
    if not _speaks(by, row):
        raise PermissionDenied("agreements.settle_minutes_reply")
    if not row.reply:
        raise Refused(_("There is no reply yet."))
    if outcome not in OUTCOMES:
        raise ValidationError({"outcome": [_("Choose an answer.")]})
    row.outcome = outcome
    return _keep(fresh, row, OUTCOMES[ReplyOutcome(outcome)], by=by)


def _open_answer(answer):
    """The meeting and the answer, both locked; only the newest version is talked about."""
    meeting = locked(answer.minutes.meeting)
    row = lock_row(answer)
    newest = meeting.minutes.newest()
    if meeting.state != MeetingState.MINUTES_SHARED or newest.is_adopted:
        raise Refused(_("These minutes are not open for answers now."))
    if newest.pk != row.minutes_id:
        raise Refused(_("There is a newer version of these minutes: answer that one."))
    return meeting, row


def _speaks(by, row):
    return row.party.organization_id in represented_organizations(by, row.party.collaboration_id)


def _keep(meeting, row, event, *, by, note=""):
    save_checked(row)
    MeetingChange.objects.create(
        meeting=meeting,
        from_state=meeting.state,
        to_state=meeting.state,
        event=event,
        subject=row.party.organization.label,
        note=note,
        made_by=by,
    )
    return row
