"""Shared goals and how far they are: one small picture for each indicator, or what it lacks."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.goals.courses import Courses
from agreements.goals.progress import Verdict
from agreements.goals.telling import missing_of
from agreements.models import Goal, Indicator
from collabgov.kit.numbers import shown_number
from dashboards import links
from dashboards.charts.way import Mark, Way
from dashboards.panels.ways import value_words, way_words
from dashboards.readings.element import Scope
from dashboards.readings.shared import courses_in, drawn_of, indicators_of
from dashboards.sight import Sight

LOOKS = {
    Verdict.AHEAD: ("good", "check-circle-fill", "good"),
    Verdict.ON_TRACK: ("good", "check-lg", "good"),
    Verdict.BEHIND: ("warn", "exclamation-circle", "warn"),
    Verdict.REVERSE: ("soft-bad", "exclamation-triangle-fill", "bad"),
    Verdict.NOT_ENOUGH: ("plain", "circle", "neutral"),
}


@dataclass(frozen=True)
class Figure:
    """An indicator: its verdict in a word, its numbers in words, its way as a picture."""

    courses: Courses
    way: Way | None

    @property
    def indicator(self) -> Indicator:
        return self.courses.indicator

    @property
    def verdict(self) -> Verdict:
        return self.courses.verdict

    @property
    def tone(self) -> str:
        return LOOKS[self.verdict][0]

    @property
    def icon(self) -> str:
        return LOOKS[self.verdict][1]

    @property
    def words(self) -> tuple[str, ...]:
        """The numbers; of what cannot be judged, what it lacks; then what waits beside."""
        if self.courses.progress.is_judged:
            said: tuple[str, ...] = (value_words(self.courses), way_words(self.courses))
        else:
            said = missing_of(self.courses.whole)
        return (*said, *self.courses.beside.words)


@dataclass(frozen=True)
class GoalFigures:
    """A goal with those of its indicators that are drawn or told here, of how many in use."""

    goal: Goal
    figures: tuple[Figure, ...]
    in_use: int
    list_url: str

    @property
    def drawn(self) -> tuple[Figure, ...]:
        return tuple(each for each in self.figures if each.way)

    @property
    def told(self) -> tuple[Figure, ...]:
        """Those without a way to draw: a range, or what cannot be judged yet."""
        return tuple(each for each in self.figures if not each.way)

    @property
    def is_judged(self) -> bool:
        """How far it is can be said by one of its indicators at least."""
        return any(each.courses.progress.is_judged for each in self.figures)

    @property
    def is_cut(self) -> bool:
        return len(self.figures) < self.in_use


@dataclass(frozen=True)
class GoalPanel:
    """The goals that were not dropped, those first of which it can be said how far they are."""

    goals: tuple[GoalFigures, ...]
    total: int
    list_url: str


def goals_of(sight: Sight, scope: Scope) -> GoalPanel:
    goals = Goal.objects.standing().filter(collaboration=scope.collaboration).for_list()
    courses = courses_in(scope)
    by_goal: dict[int, list[Figure]] = {}
    for indicator in drawn_of(scope):
        by_goal.setdefault(indicator.goal_id, []).append(_figure(courses[indicator.pk]))
    in_use = Counter(indicator.goal_id for indicator in indicators_of(scope))
    rows = [
        GoalFigures(
            goal,
            tuple(by_goal.get(goal.pk, ())),
            in_use[goal.pk],
            links.list_of("dashboards:indicator-list", goal=goal.pk),
        )
        for goal in goals
    ]
    return GoalPanel(
        goals=tuple(sorted(rows, key=lambda row: not row.is_judged)),
        total=len(indicators_of(scope)),
        list_url=links.list_of("dashboards:indicator-list", sight.where),
    )


def _figure(courses: Courses) -> Figure:
    return Figure(courses, _way(courses))


def _marks(courses: Courses, *, after: dt.date) -> tuple[Mark, ...]:
    """The verified values since the baseline."""
    points = (point for point in courses.whole.points if point.on > after)
    return tuple(Mark(point.on, float(point.value), shown_number(point.value)) for point in points)


def _way(courses: Courses) -> Way | None:
    """Of what has a beginning, an end and a value; a range has no way to go."""
    found = courses.progress
    if not found.is_judged or found.baseline is None or found.step is None:
        return None
    unit, target = courses.indicator.unit, found.step.value
    if target is None:
        return None
    return Way(
        key=f"way-{courses.indicator.pk}",
        title=courses.indicator.name,
        heading=4,
        summary=f"{value_words(courses)}. {way_words(courses)}.",
        start=Mark(
            found.baseline.on,
            float(found.baseline.value),
            shown_number(found.baseline.value),
            _("baseline"),
        ),
        marks=_marks(courses, after=found.baseline.on),
        target=Mark(
            found.step.due_on,
            float(target),
            shown_number(target),
            _("target by %(day)s") % {"day": date_format(found.step.due_on, "SHORT_DATE_FORMAT")},
        ),
        tone=LOOKS[courses.verdict][2],
        day_label=_("Day"),
        value_label=unit,
    )
