"""What the page of a shared goal shows, read in a fixed number of queries."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from agreements.charter.history import Line
from agreements.charter.states import CollaborationState
from agreements.goals.edits import in_words
from agreements.goals.kinds import GoalEvent
from agreements.goals.models import Baseline, Goal, Indicator, ReportingDuty, Target
from agreements.goals.rules import is_coordinator
from agreements.goals.states import GoalState, TheoryState
from agreements.goals.transitions.common import WORKING
from agreements.goals.wording import absence_of

FEW, MOST_LINES = 5, 60
# What was edited: the lines of these tell each field as it was and as it is.
EDITED = {
    GoalEvent.EDITED: Goal,
    GoalEvent.INDICATOR_EDITED: Indicator,
    GoalEvent.DUTY_EDITED: ReportingDuty,
    GoalEvent.DUTY_ENDED: ReportingDuty,
}


def facts_of(goal, user):
    is_open = goal.collaboration.state != CollaborationState.CLOSED
    may_edit = is_open and is_coordinator(user, goal)
    history = [_line(change) for change in goal.changes.for_list()[:MOST_LINES]]
    return {
        "collaboration": goal.collaboration,
        "may_edit": may_edit,
        "may_work": may_edit and goal.state in WORKING,
        "moves": MOVES.get(goal.state, ()) if may_edit else (),
        "lead_absence": absence_of(goal.lead) if goal.lead else "",
        "supports": _supports(goal),
        "indicators": indicators_of(goal),
        "plans": list(goal.alignments.select_related("party__organization", "document")),
        "results": _results(goal),
        "history": history[:FEW],
        "older_history": history[FEW:],
    }


# The buttons of each state: the first is the one to do next.
MOVES = {
    GoalState.PROPOSED: ("agree", "drop"),
    GoalState.AGREED: ("close", "drop"),
    GoalState.CLOSED: ("reopen",),
}


def indicators_of(goal):
    """The indicators with their state: defined, agreed, with baseline and target or without."""
    rows = Indicator.objects.filter(goal=goal).order_by("is_retired", "name", "pk")
    return list(
        rows.annotate(
            has_baseline=Exists(Baseline.objects.current().filter(indicator=OuterRef("pk"))),
            has_target=Exists(Target.objects.current().filter(indicator=OuterRef("pk"))),
        )
    )


def _supports(goal):
    """Without the lead: two parties may have turned out to be one."""
    others = goal.supports.exclude(party=goal.lead_id)
    rows = list(others.select_related("party__organization"))
    for row in rows:
        row.absence = absence_of(row.party)
    return rows


def _results(goal):
    """Where it stands in the theory that is agreed; without one, in what is being written."""
    rows = goal.results.exclude(theory__state=TheoryState.SUPERSEDED)
    rows = list(rows.select_related("theory").in_order())
    agreed = [row for row in rows if row.theory.state == TheoryState.AGREED]
    return agreed or rows


def _line(change):
    """One line of the history in words."""
    about, note = change.subject, change.note
    if change.event in EDITED:
        note = in_words(note, EDITED[change.event])
    if change.event == GoalEvent.MOVED:
        states = dict(GoalState.choices)
        words = {"from": states[change.from_state], "to": states[change.to_state]}
        about = _("%(from)s → %(to)s") % words
    return Line(change.get_event_display(), about, note, str(change.made_by), change.made_at)
