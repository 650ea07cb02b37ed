"""The course of an indicator as a picture: what counts, the target steps, what is beside."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.goals.courses import Course
from agreements.goals.periods import label_of
from agreements.goals.telling import figure_words, sentence_of, target_words
from collabgov.kit.numbers import shown_number
from dashboards.charts.course import CourseChart, Goalpost, SmallCourse, Value


def large_picture(course: Course, *, key: str = "course", heading: int = 2) -> CourseChart:
    """The picture of a page of its own; its summary is the sentence of the verdict."""
    unit = course.indicator.unit
    return CourseChart(
        key=key,
        title=course.region.name if course.region else _("How it goes"),
        summary=sentence_of(course),
        empty=_("Values by region only.")
        if course.has_values_by_region
        else _("There is no value yet."),
        heading=heading,
        unit=unit,
        **_drawn(course),
    )


def small_picture(course: Course, *, days: Iterable[dt.date] = ()) -> SmallCourse:
    """`days` that it spans in any case, so that pictures beside each other can be compared."""
    return SmallCourse(**_drawn(course), days=tuple(days))


def days_of(courses: Iterable[Course]) -> set[dt.date]:
    """The first and the last day that any of these pictures shows."""
    days = {
        day
        for course in courses
        for day in (
            *(row.ends_on for row in (*course.counted, *course.aside)),
            *(row.due_on for row in course.targets),
            *((course.baseline.as_of,) if course.baseline else ()),
        )
    }
    return {min(days), max(days)} if days else set()


def _drawn(course: Course) -> dict[str, Any]:
    counted = [_value(row, is_counted=True) for row in course.counted]
    beside = [_value(row, is_counted=False) for row in course.aside]
    return {
        "values": tuple(sorted([*counted, *beside], key=lambda value: value.on)),
        "start": _start(course),
        "goalposts": tuple(_goalpost(row) for row in course.targets),
    }


def _value(row: Any, *, is_counted: bool) -> Value:
    return Value(
        on=row.ends_on,
        value=float(row.value),
        label=label_of(row.starts_on, row.ends_on),
        words=figure_words(row),
        state=row.get_state_display(),
        href=row.get_absolute_url(),
        by=row.party.organization.label,
        is_counted=is_counted,
    )


def _start(course: Course) -> Value | None:
    row = course.baseline
    if row is None:
        return None
    label = date_format(row.as_of, "SHORT_DATE_FORMAT")
    return Value(row.as_of, float(row.value), label, shown_number(row.value), _("Baseline"))


def _goalpost(row: Any) -> Goalpost:
    lower, upper = (row.value, row.value) if row.value is not None else (row.lower, row.upper)
    return Goalpost(row.due_on, float(lower), float(upper), target_words(row))
