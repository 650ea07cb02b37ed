"""What the page of a value shows: what others say, what may happen next, what happened."""

from django.utils.translation import gettext as _

from agreements.charter.history import Line
from agreements.goals.comparing import lost_to
from agreements.goals.models import Measurement, PeriodLock, Rivalry
from agreements.goals.periods import label_of
from agreements.goals.remarks import with_remarks
from agreements.goals.states import MeasurementState, RivalryState
from agreements.goals.telling import figure_words

M = MeasurementState
# What may follow in each state: (verb in the address, rule)
STEPS = {
    M.DRAFT: (
        ("submit", "agreements.report_measurement"),
        ("edit", "agreements.report_measurement"),
        ("discard", "agreements.report_measurement"),
    ),
    M.SUBMITTED: (
        ("verify", "agreements.verify_measurement"),
        ("return", "agreements.verify_measurement"),
        ("dispute", "agreements.dispute_measurement"),
        ("correct", "agreements.report_measurement"),
        ("differ", "agreements.raise_rivalry"),
    ),
    M.VERIFIED: (
        ("dispute", "agreements.dispute_measurement"),
        ("correct", "agreements.report_measurement"),
        ("differ", "agreements.raise_rivalry"),
    ),
    M.DISPUTED: (
        ("settle", "agreements.settle_measurement"),
        ("correct", "agreements.report_measurement"),
    ),
    M.RETURNED: (("correct", "agreements.report_measurement"),),
}


def facts_of(measurement, user):
    figures = list(others_of(measurement))
    rivalry, lost = rivalry_of(measurement), lost_to(measurement)
    locks = PeriodLock.objects.filter(collaboration=measurement.indicator.goal.collaboration_id)
    held = locks.over(measurement.starts_on, measurement.ends_on).first()
    with_remarks([measurement])
    return {
        "figure": figure_words(measurement),
        "remarks": measurement.remarks,
        "period": label_of(measurement.starts_on, measurement.ends_on),
        "others": figures,
        "rivalry": rivalry,
        "held": held,
        "lost": lost,
        "steps": [] if held else steps_for(measurement, user, rivalry, lost),
        "lines": lines_of(measurement),
        "replaced": list(measurement.supersedes.all()),
    }


def steps_for(measurement, user, rivalry=None, lost=None):
    """The verbs that the reader may carry out now, by their word in the address."""
    if measurement.superseded_by_id:
        return []
    steps = STEPS[M(measurement.state)]
    allowed = {rule: user.has_perm(rule, measurement) for rule in {rule for _verb, rule in steps}}
    without = set()
    if rivalry is not None and rivalry.state == RivalryState.OPEN:
        without.add("differ")
    if lost is not None:
        without.add("settle")
    return [verb for verb, rule in steps if allowed[rule] and verb not in without]


def others_of(measurement):
    """What other parties say of the same indicator, region and period."""
    rows = Measurement.objects.standing().of_slot(measurement)
    rows = rows.exclude(pk=measurement.pk).exclude(state=M.DRAFT)
    for row in rows.select_related("party__organization", "indicator").order_by("pk"):
        row.words = figure_words(row)
        yield row


def rivalry_of(measurement):
    """The open comparison of its figures, else the last one that was resolved."""
    return Rivalry.objects.of_slot(measurement).order_by("state", "-pk").first()


def lines_of(measurement):
    """Its history, newest first."""
    return [
        Line(what_happened(row), "", row.note, str(row.made_by), row.made_at)
        for row in measurement.changes.for_list()
    ]


def what_happened(row):
    if row.from_state != row.to_state:
        steps = [row.from_state, row.to_state] if row.from_state else [row.to_state]
        return " → ".join(str(M(step).label) for step in steps)
    return _("Draft changed") if row.to_state == M.DRAFT else _("A newer value took its place")


def headline(measurement):
    """The value in one line, above a form."""
    where = f", {measurement.region}" if measurement.region_id else ""
    period = label_of(measurement.starts_on, measurement.ends_on)
    return f"{measurement.indicator.name}{where}, {period}: {figure_words(measurement)}"
