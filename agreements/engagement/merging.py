"""How attendances and positions are merged: who sat twice at one meeting sat there once."""

from django.utils.translation import gettext as _

from actors.duplicates.registry import Join, register
from actors.duplicates.work import Line
from agreements.charter.stance_merging import both_object, position_says, word_of
from agreements.charter.stances import Stance
from agreements.engagement.kinds import DecisionRule, Word
from agreements.engagement.states import SETTLED

INVITATION = ("answer", "answer_note", "answered_at", "answered_by_id")


def _says(target, source):
    return {
        "is_present": target.is_present or source.is_present,
        "level": target.level or source.level,
        **_reply(target, source),
    }


def _reply(target, source):
    """The later answer of the two; silence says nothing."""
    said = [row for row in (target, source) if row.answered_at]
    last = max(said, key=lambda row: row.answered_at, default=target)
    return {name: getattr(last, name) for name in INVITATION}


def _line(row):
    text = _("Both are on the list of “%(meeting)s”: one attendance remains.")
    return Line(text % {"meeting": row.meeting}, row.meeting.get_absolute_url())


# Of two answers of one party: what asks for something is never merged away.
LOUDEST = (Word.OBJECT, Word.CORRECT, Word.CONFIRM, Word.SILENT)
ANSWER = (
    *("word", "text", "answered_on", "answered_by_id", "is_on_behalf"),
    *("reply", "replied_on", "replied_by_id", "outcome"),
)


def _answer_says(target, source):
    kept = min((target, source), key=lambda row: LOUDEST.index(Word(row.word)))
    return {name: getattr(kept, name) for name in ANSWER}


def _answer_line(row):
    text = _("Both answered on “%(minutes)s”: one answer remains, an objection before all else.")
    return Line(text % {"minutes": row.minutes}, row.minutes.get_absolute_url())


register(
    "agreements.minutesanswer",
    "party",
    Join(same=("minutes",), settle=_answer_says, says=_answer_line),
)


def _position_line(row):
    text = _("Both took a position on “%(definition)s”: one remains, an objection before all else.")
    return Line(text % {"definition": row.definition}, row.definition.get_absolute_url())


register(
    "agreements.attendance",
    "organization",
    Join(same=("meeting", "person"), settle=_says, says=_line),
)
register(
    "agreements.attendance",
    "person",
    Join(same=("meeting", "organization"), settle=_says, says=_line),
)
register(
    "agreements.definitionconsent",
    "party",
    Join(same=("definition",), settle=position_says, says=_position_line),
)


def _decision_line(row):
    text = _("Both took a position on “%(decision)s”: one remains, an objection before all else.")
    return Line(text % {"decision": row.decision}, row.decision.get_absolute_url())


def _says_of_decision(target, source):
    """Of two objections the one without an answer remains; both where neither has one."""
    if target.stance == Stance.OBJECT == source.stance:
        open_ = [row for row in (target, source) if not _is_answered(row.reason, row)]
        return both_object(target, source) if len(open_) == 2 else word_of((*open_, target)[0])
    return position_says(target, source)


def _is_answered(reason, *rows):
    return any(row.answers.filter(objection=reason).exists() for row in rows)


class Stood:
    """Two positions on one decision become one, where that is no late objection."""

    def carry_out(self, work, reference, target, source):
        theirs = {row.decision_id: row for row in reference.rows(target)}
        both = [
            (theirs[row.decision_id], row)
            for row in reference.rows(source).select_related("decision")
            if row.decision_id in theirs
        ]
        late = [row.decision for kept, row in both if _objects_late(kept, row)]
        for decision in late:
            text = _(
                "“%(decision)s” is decided by consensus, and one of the two has objected since"
                " without an answer. Answer it first."
            )
            work.refuse(text % {"decision": decision}, decision.get_absolute_url())
        if not late:
            settle = Join(same=("decision",), settle=_says_of_decision, says=_decision_line)
            settle.carry_out(work, reference, target, source)


def _objects_late(target, source):
    """Whether the one party would object to what is decided: the database refuses that."""
    decision, said = source.decision, _says_of_decision(target, source)
    is_settled = decision.state in SETTLED and decision.rule == DecisionRule.CONSENSUS
    is_new = (said["stance"], said["reason"]) != (target.stance, target.reason)
    objects = said["stance"] == Stance.OBJECT and not _is_answered(said["reason"], target, source)
    return is_settled and is_new and objects


register("agreements.position", "party", Stood())
