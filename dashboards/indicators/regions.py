"""One indicator, region by region: what is reached of each target, the lowest, highest, the gap."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from agreements.goals.courses import Course, Courses
from agreements.goals.progress import percent
from agreements.goals.telling import figure_words, in_percent, target_words
from collabgov.kit.numbers import shown_number


@dataclass(frozen=True)
class RegionRow:
    """One region: its latest value, its target, the share that is reached."""

    name: str
    reached: str
    target: str
    share: str
    width: str  # of the bar, in percent of the room; a bar is never longer than its room
    mark: str  # lowest or highest, in words
    beside: tuple[str, ...]
    latest: Any


def rows_of(courses: Courses) -> list[RegionRow]:
    coverage = courses.coverage
    marks = {}
    if coverage.gap:
        lowest, highest = coverage.lowest, coverage.highest
        marks = {lowest.pk: _("lowest"), highest.pk: _("highest")} if lowest and highest else {}
    return [_row(course, marks) for course in courses.regions]


def _row(course: Course, marks: dict[int | None, str]) -> RegionRow:
    reach, target = course.reach, course.next_target
    share = reach.share
    return RegionRow(
        name=reach.region,
        reached=figure_words(course.latest) if course.latest else "",
        target=target_words(target) if target else "",
        share=in_percent(share) if share is not None else "",
        width=str(max(0, min(100, int(share * 100)))) if share is not None else "0",
        mark=marks.get(reach.pk, ""),
        beside=tuple(course.beside.words),
        latest=course.latest,
    )


def sentence_of_coverage(courses: Courses) -> str:
    """The lowest, the highest and how far apart they are; what is known of one region alone."""
    coverage = courses.coverage
    lowest, highest, gap = coverage.lowest, coverage.highest, coverage.gap
    if gap is None or lowest is None or highest is None:
        return _("Regions can be compared once two of them have a target and a verified value.")
    return _(
        "Lowest: %(lowest)s with %(least)s of its target. Highest: %(highest)s with %(most)s. "
        "The gap is %(gap)s percentage points."
    ) % {
        "lowest": lowest.region,
        "least": in_percent(lowest.share),
        "highest": highest.region,
        "most": in_percent(highest.share),
        "gap": shown_number(percent(gap)),
    }
