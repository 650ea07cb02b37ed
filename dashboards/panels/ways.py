"""How far an indicator has come, in words: the value, the share of the way, the time elapsed."""

from django.utils.translation import gettext as _

from agreements.goals.courses import Courses
from agreements.goals.kinds import Direction
from agreements.goals.telling import in_percent
from collabgov.kit.numbers import shown_number


def progress_words(courses: Courses) -> tuple[str, ...]:
    """Nothing where it cannot be judged."""
    if not courses.progress.is_judged:
        return ()
    return (value_words(courses), way_words(courses), str(courses.verdict.label))


def value_words(courses: Courses) -> str:
    """The latest value beside the target: “9.085 of 16.377 children”."""
    found, unit = courses.progress, courses.indicator.unit
    latest = shown_number(found.latest.value) if found.latest else ""
    if courses.indicator.direction == Direction.RANGE or found.step is None:
        return f"{latest} {unit}"
    wanted = {"value": latest, "target": shown_number(found.step.value), "unit": unit}
    return _("%(value)s, target %(target)s %(unit)s") % wanted


def way_words(courses: Courses) -> str:
    """The share of the way beside the share of the time."""
    found = courses.progress
    if found.share is None:
        return ""
    if found.elapsed is None:
        inside = {"count": found.in_range, "total": found.periods}
        return _("%(count)s of %(total)s periods in range") % inside
    shares = {"way": in_percent(found.share), "time": in_percent(found.elapsed)}
    return _("%(way)s of the way in %(time)s of the time") % shares
