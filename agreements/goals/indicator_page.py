"""What the page of an indicator shows, read in a fixed number of queries."""

from django.apps import apps
from django.db.models import Prefetch
from django.utils import timezone

from agreements.charter.states import CollaborationState
from agreements.goals.rules import is_coordinator
from agreements.goals.transitions.aiming import definition_lacks, theory_lacks
from agreements.goals.transitions.common import WORKING
from agreements.goals.wording import absence_of, amount, target_amount, where_of


def facts_of(indicator, user):
    goal = indicator.goal
    is_open = goal.collaboration.state != CollaborationState.CLOSED
    may_edit = is_open and goal.state in WORKING and is_coordinator(user, indicator)
    may_work = may_edit and not indicator.is_retired
    baselines, targets = _baselines(indicator), _targets(indicator)
    lacks = theory_lacks(goal.collaboration_id)
    target_lacks = lacks or definition_lacks(indicator)
    return {
        "collaboration": goal.collaboration,
        "goal": goal,
        "may_edit": may_edit,
        "may_work": may_work,
        "may_agree": may_work and indicator.definition and not indicator.definition_agreed_on,
        "theory_lacks": lacks,
        "target_lacks": target_lacks,
        "may_target": may_work and not target_lacks,
        "baselines": [row for row in baselines if row.is_current],
        "older_baselines": [row for row in baselines if not row.is_current],
        "targets": [row for row in targets if row.is_current],
        "older_targets": [row for row in targets if not row.is_current],
        **_duties(indicator),
    }


def _baselines(indicator):
    rows = indicator.baselines.select_related("region").prefetch_related(_decisions())
    rows = list(rows.order_by("region__name", "-order"))
    for row in rows:
        row.where, row.shown = where_of(row), amount(row.value, indicator.unit)
    return _whole_first(rows)


def _targets(indicator):
    rows = indicator.targets.select_related("region").prefetch_related(_decisions())
    rows = list(rows.order_by("region__name", "due_on", "-order"))
    for row in rows:
        row.indicator = indicator
        row.where, row.shown = where_of(row), target_amount(row)
    return _whole_first(rows)


def _decisions():
    """The decisions behind figures, each with its meeting and whether it stays inside."""
    decisions = apps.get_model("agreements", "Decision").objects
    return Prefetch("decision", decisions.with_secrecy().select_related("meeting"))


def _duties(indicator):
    rows = indicator.duties.select_related("region", "party__organization")
    rows = list(rows.order_by("region__name", "-starts_on", "pk"))
    today = timezone.localdate()
    for row in rows:
        row.where = where_of(row)
        row.is_ahead = row.starts_on > today
        row.absence = "" if row.is_over else absence_of(row.party)
    return {
        "duties": _whole_first([row for row in rows if not row.is_over]),
        "former_duties": _whole_first([row for row in rows if row.is_over]),
    }


def _whole_first(rows):
    """What is about all regions together comes before the single ones."""
    return sorted(rows, key=lambda row: row.region_id is not None)
