"""What the pages of a meeting show of its minutes: versions, who said what, what is lacking."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.charter.rules import is_coordinator_of, is_open, represented_organizations
from agreements.charter.stances import Stance
from agreements.engagement.adoption import lacking
from agreements.engagement.deciding import told
from agreements.engagement.kinds import (
    AttendanceLevel,
    DecisionKind,
    DecisionRule,
    MeetingEvent,
    MeetingKind,
    MeetingMode,
    Phase,
    ReplyOutcome,
    Word,
)
from agreements.engagement.models import MinutesAnswer, MinutesVersion
from agreements.engagement.snapshot import says_the_same, snapshot_of
from agreements.engagement.states import SHAREABLE, DecisionState, MeetingState
from collabgov.kit.hours import hours

TONES = {
    Word.SILENT: ("plain", "hourglass-split"),
    Word.CONFIRM: ("good", "check-lg"),
    Word.CORRECT: ("warn", "pencil"),
    Word.OBJECT: ("bad", "exclamation-circle"),
}


@dataclass(frozen=True)
class AnswerLine:
    """What one party says, in words, and what this reader can do about it."""

    row: MinutesAnswer
    words: str
    tone: str
    icon: str
    may_answer: bool = False
    may_confirm: bool = False
    may_reply: bool = False
    may_settle: bool = False


@dataclass(frozen=True)
class MinutesPanel:
    """The section on the page of a meeting."""

    version: MinutesVersion | None = None  # the newest
    earlier: list[MinutesVersion] = field(default_factory=list)
    lines: list[AnswerLine] = field(default_factory=list)
    guests: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    is_edited: bool = False  # since the newest version was shared
    correcting: str = ""  # why the adopted version is opened again
    is_late: bool = False
    may_share: bool = False
    may_share_again: bool = False
    may_adopt: bool = False
    may_correct: bool = False

    @property
    def standing(self):
        """What a summary says of them: the version, and whether the meeting has left it behind."""
        return {
            "version": self.version,
            "is_changing": self.is_edited or bool(self.correcting),
        }


def minutes_panel(meeting, user, *, today=None):
    """What the reader sees; the same number of questions for few and many parties."""
    today = today or timezone.localdate()
    collaboration = meeting.collaboration
    publishes = is_open(user, collaboration) and is_coordinator_of(user, collaboration)
    versions = list(meeting.minutes.for_list())
    if not versions:
        return MinutesPanel(may_share=publishes and meeting.state in SHAREABLE)
    newest, *earlier = versions
    answers = list(newest.answers.for_list())
    is_asked = meeting.state == MeetingState.MINUTES_SHARED and not newest.is_adopted
    is_edited = is_asked and not says_the_same(newest.content, snapshot_of(meeting))
    open_ = lacking(newest, answers, own_organization=user.organization_id, today=today)
    may = Reader(user, collaboration, publishes) if is_asked else None
    return MinutesPanel(
        version=newest,
        earlier=earlier,
        lines=answer_lines(newest, answers, reader=may, today=today),
        guests=guests_of(newest),
        lacking=open_ if is_asked and publishes else [],
        is_edited=is_edited,
        correcting=_why(meeting) if meeting.state in SHAREABLE and newest.is_adopted else "",
        is_late=is_asked and today > newest.answer_by,
        may_share_again=publishes and meeting.state in SHAREABLE,
        may_adopt=publishes and is_asked and not open_ and not is_edited,
        may_correct=publishes and meeting.state == MeetingState.MINUTES_ADOPTED,
    )


class Reader:
    """Whom the reader speaks for; asked once for all the lines."""

    def __init__(self, user, collaboration, publishes):
        self.user, self.publishes = user, publishes
        here = is_open(user, collaboration)
        self.mine = represented_organizations(user, collaboration) if here else frozenset()

    def may(self, row, *, today):
        is_mine = row.party.organization_id in self.mine
        is_free = row.is_silent or row.is_on_behalf
        in_time = today <= row.minutes.answer_by
        said_by_others = row.answered_by_id != self.user.pk
        return {
            "may_answer": in_time and (is_mine or (self.publishes and is_free)),
            "may_confirm": is_mine and row.is_on_behalf and said_by_others,
            "may_reply": self.publishes and row.word in (Word.CORRECT, Word.OBJECT),
            "may_settle": is_mine and bool(row.reply) and row.outcome == ReplyOutcome.OPEN,
        }


def answer_lines(version, answers, *, reader=None, today=None):
    """Each party that was asked, in words; silence is never shown as agreement."""
    today = today or timezone.localdate()
    lines = []
    for row in answers:
        row.minutes = version
        tone, icon = TONES[Word(row.word)]
        may = reader.may(row, today=today) if reader else {}
        words = says(row, today=today)
        lines.append(AnswerLine(row=row, words=words, tone=tone, icon=icon, **may))
    return lines


def says(row, *, today):
    """“Confirms the minutes”, “Not answered yet”, “Silent until 30 Nov”."""
    if row.is_silent and (today > row.minutes.answer_by or row.minutes.is_adopted):
        day = date_format(row.minutes.answer_by, "DATE_FORMAT")
        return _("Silent until %(day)s") % {"day": day}
    return row.get_word_display()


def guests_of(version):
    """Organizations that were present and are no party: they are not asked."""
    there = version.content["attendance"]
    return [each["name"] for each in there if each["present"] and not each["party"]]


def _why(meeting):
    """The reason of the correction that goes on."""
    begun = meeting.changes.filter(event=MeetingEvent.CORRECTION_BEGUN).order_by("-pk").first()
    return begun.note if begun else ""


def shown(content: dict[str, Any]) -> dict[str, Any]:
    """A snapshot with its codes and days in the reader's words."""
    return {
        **content,
        "kind": MeetingKind(content["kind"]).label,
        "mode": MeetingMode(content["mode"]).label,
        "day": dt.date.fromisoformat(content["held_on"]),
        "hours": hours(
            _hour(content["starts_at"]), _hour(content["ends_at"]), content.get("zone", "")
        ),
        "attendance": [_shown_presence(each) for each in content["attendance"]],
        "agenda": [_shown_item(item) for item in content["agenda"]],
        "decisions": [_shown_decision(each) for each in content["decisions"]],
        "commitments": [
            each | {"due_on": dt.date.fromisoformat(each["due_on"])}
            for each in content["commitments"]
        ],
    }


def _shown_presence(each):
    levels = dict(AttendanceLevel.choices)
    people = [one | {"level": levels.get(one["level"], "")} for one in each["people"]]
    return each | {"people": people}


def _shown_item(item):
    decisions = [_shown_decision(each) for each in item["decisions"]]
    return item | {"phase": Phase(item["phase"]).label, "decisions": decisions}


def _shown_decision(each):
    review = each["review_on"]
    return each | {
        "kind": DecisionKind(each["kind"]).label,
        "rule": DecisionRule(each["rule"]).label,
        "state": DecisionState(each["state"]).label,
        "review_on": review and dt.date.fromisoformat(review),
        "tally": _tally(each),
        "positions": [_shown_position(one) for one in each["positions"]],
    }


def _tally(each):
    """How many say what, also the silent; of a bare decision that no party's word stands in it."""
    if not each["positions"]:
        return _("No position of any party is recorded; that is not agreement.")
    said = [one for one in each["positions"] if _counts(one)]
    on_behalf = Counter(one["stance"] for one in said if one["is_on_behalf"])
    return told(each["rule"], Counter(one["stance"] for one in said), on_behalf)


def _counts(one):
    """Whether the party was asked on the day of the decision; older minutes count every word."""
    return one.get("counts", True)


def _shown_position(one):
    """“Dinas PU: objects (reason)”, whether somebody else said it, and whether it counts."""
    words = f"{one['party']}: {Stance(one['stance']).label}"
    if one["reason"]:
        words = f"{words} ({one['reason']})"
    marks = (
        one["is_on_behalf"] and _("not yet confirmed by the party"),
        not _counts(one) and _("was not asked on the day of the decision"),
    )
    return ", ".join(filter(None, (words, *marks)))


def _hour(text):
    return dt.time.fromisoformat(text) if text else None
