"""IMP: what changed in the world, wanted or not."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from agreements.goals.courses import Courses
from agreements.goals.kinds import IndicatorLevel
from agreements.goals.progress import Verdict
from agreements.goals.telling import missing_of
from dashboards.readings.core import Beside, Gauge, RecordKind, Signal, Text
from dashboards.readings.element import Component, Element, Scope
from dashboards.readings.shared import courses_in

GOOD = (Verdict.AHEAD, Verdict.ON_TRACK)
PACE = Gauge(
    code="IMP.pace",
    name=_("outcome indicators on track or ahead"),
    basis=_(
        "Of the outcome indicators that can be judged, those that have come as far as the time "
        "elapsed asks for, or nearly: at least 80% of it. Only verified values count; outputs, "
        "drafts and disputed values do not."
    ),
    kind=RecordKind.INDICATOR,
)
REVERSE = Gauge(
    code="IMP.reverse",
    name=_("outcome indicators going the wrong way"),
    basis=_(
        "Of the outcome indicators that can be judged, those that are further from the target "
        "than they were at the start. Smaller is better: a single one needs attention."
    ),
    kind=RecordKind.INDICATOR,
)


def outcomes_on_pace(scope: Scope) -> Signal:
    """With what cannot be judged yet beside it, and why."""
    found = outcomes(scope)
    beside = [Beside(one.indicator.pk, why_not(one)) for one in found if not one.progress.is_judged]
    return replace(_signal(PACE, found, GOOD), beside=tuple(beside))


def outcomes_reversed(scope: Scope) -> Signal:
    return _signal(REVERSE, outcomes(scope), (Verdict.REVERSE,))


def outcomes(scope: Scope) -> tuple[Courses, ...]:
    """Where the outcome indicators of the collaboration stand."""
    found = courses_in(scope).values()
    return tuple(one for one in found if one.indicator.level == IndicatorLevel.OUTCOME)


def _signal(gauge: Gauge, found: tuple[Courses, ...], good: tuple[Verdict, ...]) -> Signal:
    judged = (one for one in found if one.progress.is_judged)
    rows = [(one.indicator.pk, one.verdict in good) for one in judged]
    return gauge.of(rows, has_evidence=bool(found))


def why_not(courses: Courses) -> tuple[Text, ...]:
    """What an indicator lacks to be judged, and which values wait beside it."""
    return (*missing_of(courses.whole), *courses.beside.words)


IMPACTS = Element(
    code="IMP",
    component=Component.RESULTS,
    name=_("Impacts"),
    definition=_(
        "Changes in the conditions that the collaboration is about, wanted or not, "
        "on the way (small wins) or at the end."
    ),
    belongs=_("outcome indicators with baseline, target and verified measurements"),
    sources=(outcomes_on_pace, outcomes_reversed),
    short=_("Impacts"),
)
