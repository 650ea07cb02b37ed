"""One indicator, region by region: what is reached of each target, the lowest, highest, the gap."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from agreements.goals.courses import Course, Courses
from agreements.goals.progress import Reach, percent
from agreements.goals.telling import figure_words, in_percent, target_words
from collabgov.kit.numbers import shown_number
from dashboards.charts.course import SmallCourse
from dashboards.indicators.pictures import days_of, small_picture


@dataclass(frozen=True)
class RegionRow:
    """One region: its course, its latest value, its target, the share that is reached."""

    name: str
    reached: str
    target: str
    share: str
    width: str  # of the bar, in percent of the room; a bar is never longer than its room
    beside: tuple[str, ...]
    latest: Any
    url: str  # its values; empty where it has none
    beside_url: str
    picture: SmallCourse


@dataclass(frozen=True)
class End:
    """The lowest or the highest region, or the gap between them, as a figure."""

    figure: str
    label: str
    note: str
    href: str


def rows_of(courses: Courses, list_url: str) -> list[RegionRow]:
    """`list_url`: the values of the indicator."""
    days = days_of(courses.regions)
    return [_row(course, days, list_url) for course in courses.regions]


def _row(course: Course, days: Any, list_url: str) -> RegionRow:
    reach, target = course.reach, course.next_target
    share = reach.share
    url = f"{list_url}&region={course.region.pk}"
    return RegionRow(
        name=reach.region,
        reached=figure_words(course.latest) if course.latest else "",
        target=target_words(target) if target else "",
        share=in_percent(share) if share is not None else "",
        width=str(max(0, min(100, int(share * 100)))) if share is not None else "0",
        beside=tuple(course.beside.words),
        latest=course.latest,
        url=url if course.counted or course.aside else "",
        beside_url=f"{url}&state=beside",
        picture=small_picture(course, days=days),
    )


def ends_of(courses: Courses) -> list[End]:
    """The lowest, the highest and how far apart they are; nothing of one region alone."""
    coverage = courses.coverage
    lowest, highest, gap = coverage.lowest, coverage.highest, coverage.gap
    if gap is None or lowest is None or highest is None:
        return []
    latest = {course.region.pk: course.latest for course in courses.regions}
    return [
        _end(_("Lowest"), lowest, latest),
        _end(_("Highest"), highest, latest),
        End(shown_number(percent(gap)), _("Gap"), _("percentage points between the two"), ""),
    ]


def _end(label: str, reach: Reach, latest: Any) -> End:
    assert reach.share is not None
    return End(in_percent(reach.share), label, reach.region, latest[reach.pk].get_absolute_url())
