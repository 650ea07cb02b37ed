"""A meeting as plain text, to be pasted into a message."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.engagement.confidential import open_work
from agreements.engagement.states import MeetingState
from collabgov.kit.hours import hours

LONGEST = 4_000  # letters: what chat programs take in one message


def plain_summary(
    meeting,
    *,
    attendance,
    agenda,
    commitments,
    address,
    version=None,
    is_changing=False,
    coming=((), ()),
):
    """Return what a party needs to know, in the reader's language, without markup.

    `coming` are the open topics and the open questions that come to a planned meeting.

    A message is passed on: nothing confidential is in it, and not how much there is. What is too
    long ends at the end of a line, and says that the page has the rest.
    """
    parts = [_head(meeting)]
    if meeting.state == MeetingState.CANCELLED:
        parts.append(str(MeetingState.CANCELLED.label))
    elif present := [group.organization.label for group in attendance if group.is_present]:
        word = _("Expected") if meeting.state == MeetingState.PLANNED else _("Present")
        parts.append(f"{word}: {', '.join(present)}")
    if meeting.state == MeetingState.PLANNED:
        topics, questions = coming
        told = [item.topic for item in (*agenda, *topics) if not item.is_confidential]
        # A question that comes by itself was raised on no topic, so not on a confidential one.
        parts += _section(_("Agenda"), [*told, *(question.text for question in questions)])
    decided, promised = open_work(meeting, agenda, commitments)
    parts += _section(_("Decisions"), [row.text for row in decided])
    parts += _section(_("Commitments"), [_promise(row) for row in promised])
    if version is not None:
        parts.append(_standing(version, is_changing))
    return _clipped("\n\n".join(parts), address)


def _standing(version, is_changing):
    """Whether the minutes are adopted or ask for answers, and whether this text is newer."""
    day = date_format(version.answer_by, "DATE_FORMAT")
    words = {"number": version.number, "day": day}
    said = (
        _("Minutes: version %(number)s, adopted.")
        if version.is_adopted
        else _("Minutes: version %(number)s, answers until %(day)s.")
    )
    newer = _("They are being corrected, so this text may differ.") if is_changing else ""
    return f"{said % words} {newer}".strip()


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
    time = f", {hours(meeting.starts_at, zone=meeting.zone)}" if meeting.starts_at else ""
    lines = [f"*{meeting.title}*", meeting.collaboration.title, f"{day}{time}", meeting.place]
    return "\n".join(line for line in lines if line)


def _section(title, rows):
    if not rows:
        return []
    return ["\n".join([f"*{title}*", *(f"{n}. {row}" for n, row in enumerate(rows, start=1))])]


def _promise(commitment):
    due = date_format(commitment.due_on, "DATE_FORMAT")
    return f"{commitment.organization.label}: {commitment.promise} ({due}, {commitment.code})"
