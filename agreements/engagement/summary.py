"""A meeting as plain text, to be pasted into a message."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.engagement.states import MeetingState

LONGEST = 4_000  # letters: what chat programs take in one message


def plain_summary(meeting, *, attendance, agenda, commitments, address, version=None):
    """Return what a party needs to know, in the reader's language, without markup.

    What is too long ends at the end of a line, and says that the page has the rest.
    """
    parts = [_head(meeting)]
    if present := [group.organization.label for group in attendance if group.is_present]:
        word = _("Expected") if meeting.state == MeetingState.PLANNED else _("Present")
        parts.append(f"{word}: {', '.join(present)}")
    told = [item for item in agenda if not item.is_confidential]
    hidden = len(agenda) - len(told)
    decisions = [row.text for item in told for row in item.decisions.all() if row.decided_on]
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
    if version is not None:
        parts.append(_standing(version))
    return _clipped("\n\n".join(parts), address)


def _standing(version):
    """Whether the minutes behind it are adopted, or still ask for answers."""
    words = {"number": version.number}
    if version.is_adopted:
        return _("Minutes: version %(number)s, adopted.") % words
    words["day"] = date_format(version.answer_by, "DATE_FORMAT")
    return _("Minutes: version %(number)s, answers until %(day)s.") % words


def _clipped(text, address):
    whole = f"{text}\n\n{address}"
    if len(whole) <= LONGEST:
        return whole
    end = _("… shortened. All of it is on the page:")
    room = LONGEST - len(end) - len(address) - 4
    kept = text[:room]
    return f"{kept[: max(kept.rfind(chr(10)), room // 2)].rstrip()}\n\n{end}\n{address}"


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
