"""Where indicators stand, region by region: what counts, what is counted beside, the verdict.

One read for any number of indicators: baselines, targets, values and rival figures, four queries.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import ngettext

from agreements.goals.kinds import Direction
from agreements.goals.models import Baseline, Indicator, Measurement, Rivalry, Target
from agreements.goals.progress import (
    Coverage,
    Point,
    Progress,
    Reach,
    Step,
    Verdict,
    progress,
    step_for,
)
from agreements.goals.states import MeasurementState, RivalryState

M = MeasurementState


@dataclass(frozen=True)
class Beside:
    """Values that are there but do not count, by why."""

    waiting: int = 0
    disputed: int = 0
    differing: int = 0
    returned: int = 0
    drafts: int = 0

    @property
    def total(self):
        return self.waiting + self.disputed + self.differing + self.returned + self.drafts

    def __add__(self, other):
        return Beside(
            self.waiting + other.waiting,
            self.disputed + other.disputed,
            self.differing + other.differing,
            self.returned + other.returned,
            self.drafts + other.drafts,
        )

    @property
    def words(self):
        """Each kind in words, such as "2 values wait for verification"; none for none."""
        said = (
            (
                self.waiting,
                ngettext(
                    "%d value waits for verification",
                    "%d values wait for verification",
                    self.waiting,
                ),
            ),
            (self.disputed, ngettext("%d disputed value", "%d disputed values", self.disputed)),
            (
                self.differing,
                ngettext(
                    "%d value on which the parties differ",
                    "%d values on which the parties differ",
                    self.differing,
                ),
            ),
            (self.returned, ngettext("%d returned value", "%d returned values", self.returned)),
            (self.drafts, ngettext("%d draft", "%d drafts", self.drafts)),
        )
        return [words % number for number, words in said if number]


@dataclass
class Course:
    """One indicator in one region (None: altogether)."""

    indicator: Indicator
    region: object = None
    baseline: Baseline | None = None
    targets: list = field(default_factory=list)
    counted: list = field(default_factory=list)  # measurements, the earliest first, one a period
    aside: list = field(default_factory=list)
    beside: Beside = field(default_factory=Beside)
    has_targets_by_region: bool = False  # of the indicator's other courses
    has_values_by_region: bool = False  # and by nothing else

    @property
    def steps(self):
        return [Step(row.due_on, row.value, row.lower, row.upper) for row in self.targets]

    @property
    def start(self):
        return Point(self.baseline.as_of, self.baseline.value) if self.baseline else None

    @property
    def points(self):
        return [Point(row.ends_on, row.value, row.pk) for row in self.counted]

    @cached_property
    def progress(self) -> Progress:
        return progress(
            direction=self.indicator.direction,
            baseline=self.start,
            steps=self.steps,
            points=self.points,
            is_defined=bool(self.indicator.definition),
        )

    @property
    def latest(self):
        return self.counted[-1] if self.counted else None

    @property
    def next_target(self):
        """The target that counts now, as it is recorded."""
        step = self.progress.step or step_for(self.steps, None)
        return next((row for row in self.targets if step and row.due_on == step.due_on), None)

    @property
    def is_empty(self):
        return not (self.baseline or self.targets or self.counted or self.aside)

    @property
    def reach(self):
        """What is reached of the target, for the comparison of regions."""
        target = self.next_target
        less_is_better = self.indicator.direction == Direction.DOWN
        start = self.baseline.value if self.baseline else None
        return Reach(
            region=self.region.name if self.region else "",
            reached=self.latest.value if self.latest else None,
            target=target.value if target else None,
            start=start if less_is_better else Reach.start,
            pk=self.region.pk if self.region else None,
        )


@dataclass
class Courses:
    """One indicator: altogether, and by region."""

    indicator: Indicator
    whole: Course
    regions: list

    @cached_property
    def beside(self):
        return sum((course.beside for course in self.regions), self.whole.beside)

    @cached_property
    def coverage(self):
        return Coverage(tuple(course.reach for course in self.regions))

    @property
    def progress(self):
        return self.whole.progress

    @property
    def verdict(self) -> Verdict:
        return self.progress.verdict


def courses_of(indicators):
    """The courses of these indicators, by the indicator's number, in their order."""
    rows = {indicator.pk: indicator for indicator in indicators}
    found = defaultdict(dict)
    for pk, indicator in rows.items():
        found[pk][None] = Course(indicator)

    def course(row):
        of_region = found[row.indicator_id]
        if row.region_id not in of_region:
            of_region[row.region_id] = Course(rows[row.indicator_id], row.region)
        return of_region[row.region_id]

    for baseline in Baseline.objects.current().filter(indicator__in=rows).select_related("region"):
        course(baseline).baseline = baseline
    targets = Target.objects.current().filter(indicator__in=rows).select_related("region")
    for target in targets.order_by("due_on", "pk"):
        course(target).targets.append(target)
    _sort_values(rows, course)
    for of_region in found.values():
        whole, parts = of_region[None], [one for region, one in of_region.items() if region]
        whole.has_targets_by_region = any(one.targets for one in parts)
        whole.has_values_by_region = not whole.counted and any(one.counted for one in parts)
    return {
        pk: Courses(
            indicator,
            found[pk].pop(None),
            sorted(found[pk].values(), key=lambda one: (one.region.name, one.region.pk)),
        )
        for pk, indicator in rows.items()
    }


def _sort_values(rows, course):
    """Put each standing value where it counts, or beside."""
    rivalries = Rivalry.objects.filter(indicator__in=rows, state=RivalryState.OPEN)
    rival = set(rivalries.values_list("indicator", "region", "starts_on", "ends_on"))
    values = Measurement.objects.standing().filter(indicator__in=rows)
    values = values.select_related("region", "party__organization").order_by("ends_on", "pk")
    tallies, told = defaultdict(lambda: defaultdict(int)), set()
    for row in values:
        kind = _kind_of(row, rival)
        here = course(row)
        if kind:
            here.aside.append(row)
            tallies[id(here)][kind] += 1
            here.beside = Beside(**tallies[id(here)])
        elif _slot(row) not in told:  # two parties that agree on a period make one point
            told.add(_slot(row))
            here.counted.append(row)


def _kind_of(row, rival):
    """Why a value does not count, or nothing."""
    if row.state == M.DRAFT:
        return "drafts"
    if row.state == M.RETURNED:
        return "returned"
    if row.state == M.DISPUTED:
        return "disputed"
    if _slot(row) in rival:
        return "differing"
    return "waiting" if row.state == M.SUBMITTED else ""


def _slot(row):
    return row.indicator_id, row.region_id, row.starts_on, row.ends_on
