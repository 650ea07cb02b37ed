"""What rules, guidelines, knowledge and trainings add to pages of features below them.

A decision, a meeting and a joint finding show the knowledge that they rested on, a decision also
the ground rules that it brought; the history of a collaboration tells their newest lines.
"""

from django.utils.translation import gettext as _

from agreements.capacity.arrangement_kinds import (
    GroundRuleState,
    GuidelineState,
    KnowledgeEvent,
    KnowledgeState,
    TrainingState,
    told_of_a_stay,
)
from agreements.capacity.models import (
    GroundRule,
    GroundRuleChange,
    GuidelineChange,
    KnowledgeChange,
    KnowledgeUse,
    TrainingChange,
)
from agreements.charter.history import Line, also_told, moved
from agreements.engagement.resting import Beside, told_beside


@told_beside("decision")
def of_decisions(records, user):
    return _knowledge("decision", records, user)


@told_beside("meeting")
def of_meetings(records, user):
    return _knowledge("meeting", records, user)


@told_beside("jointfinding")
def of_findings(records, user):
    return _knowledge("finding", records, user)


def _knowledge(column, records, user):
    uses = KnowledgeUse.objects.visible_to(user).filter(**{f"{column}__in": records})
    for use in uses.select_related("asset").order_by("asset__title", "pk"):
        heading = _("Knowledge that it rested on")
        row = Beside(heading, use.asset.title, use.asset.get_absolute_url(), use.note)
        yield getattr(use, f"{column}_id"), row


@told_beside("decision")
def ground_rules(records, user):
    rules = list(GroundRule.objects.visible_to(user).settled_by(records))
    for column, heading in (
        ("decision_id", _("Ground rules that it adopted")),
        ("ended_by_id", _("Ground rules that it ended")),
    ):
        asked = {record.pk for record in records}
        for rule in rules:
            if getattr(rule, column) in asked:
                yield getattr(rule, column), Beside(heading, rule.text, rule.get_absolute_url())


@also_told
def rule_lines(collaboration, *, most):
    rows = _newest(GroundRuleChange, "rule", collaboration, most)
    return [_line(_("Ground rule: %(move)s"), GroundRuleState, row, row.rule) for row in rows]


@also_told
def guideline_lines(collaboration, *, most):
    rows = _newest(GuidelineChange, "guideline", collaboration, most)
    return [_line(_("Guideline: %(move)s"), GuidelineState, row, row.guideline) for row in rows]


@also_told
def knowledge_lines(collaboration, *, most):
    rows = _newest(KnowledgeChange, "asset", collaboration, most)
    return [_line(_("Knowledge: %(move)s"), KnowledgeState, row, row.asset) for row in rows]


@also_told
def training_lines(collaboration, *, most):
    rows = _newest(TrainingChange, "training", collaboration, most)
    return [_line(_("Training: %(move)s"), TrainingState, row, row.training) for row in rows]


def _newest(changes, record, collaboration, most):
    rows = changes.objects.filter(**{f"{record}__collaboration": collaboration})
    return rows.select_related("made_by__person", record).order_by("-made_at", "-pk")[:most]


def _line(sentence, states, row, record):
    about = ": ".join(filter(None, (str(record), getattr(row, "subject", ""))))
    what = sentence % {"move": _move(states, row)}
    return Line(what, about, row.note, str(row.made_by), row.made_at)


def _move(states, row):
    """The move in words; what moved no state is called as on the page of the record."""
    event = getattr(row, "event", KnowledgeEvent.MOVED)
    if event != KnowledgeEvent.MOVED:
        return KnowledgeEvent(event).label
    if row.from_state == row.to_state:
        return str(told_of_a_stay(row))
    return moved(states, row)
