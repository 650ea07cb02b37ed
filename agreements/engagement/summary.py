"""A meeting as plain text, to be pasted into a message."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.engagement.states import MeetingState


def plain_summary(meeting, *, attendance, agenda, commitments, address):
    """Return what a party needs to know, in the reader's language, without markup."""
    parts = [_head(meeting)]
    if present := [group.organization.label for group in attendance if group.is_present]:
        word = _("Expected") if meeting.state == MeetingState.PLANNED else _("Present")
        parts.append(f"{word}: {', '.join(present)}")
    told = [item for item in agenda if not item.is_confidential]
    hidden = len(agenda) - len(told)
    decisions = [decision.text for item in told for decision in item.decisions.all()]
    parts += _section(_("Decisions"), decisions)
    secret = {row.pk for item in agenda if item.is_confidential for row in item.decisions.all()}
    promises = [_promise(row) for row in commitments if row.decision_id not in secret]
    parts += _section(_("Commitments"), promises)
    if hidden:
        left_out = ngettext(
            "%d confidential topic is not included.",
            "%d confidential topics are not included.",
            hidden,
        )
        parts.append(left_out % hidden)
    return "\n\n".join([*parts, address])


def _head(meeting):
    day = date_format(meeting.held_on, "l, j F Y")
    time = f", {date_format(meeting.starts_at, 'TIME_FORMAT')}" if meeting.starts_at else ""
    lines = [f"*{meeting.title}*", meeting.collaboration.title, f"{day}{time}", meeting.place]
    return "\n".join(line for line in lines if line)


def _section(title, rows):
    if not rows:
        return []
    return ["\n".join([f"*{title}*", *(f"{n}. {row}" for n, row in enumerate(rows, start=1))])]


def _promise(commitment):
    due = date_format(commitment.due_on, "DATE_FORMAT")
    return f"{commitment.organization.label}: {commitment.promise} ({due}, {commitment.code})"
