"""How far an indicator has come, in words: the value, the share of the way, the time elapsed."""

from decimal import Decimal
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from agreements.goals.courses import Courses
from agreements.goals.kinds import Direction
from agreements.goals.progress import percent


def progress_words(courses: Courses) -> tuple[str, ...]:
    """Nothing where it cannot be judged."""
    if not courses.progress.is_judged:
        return ()
    return (value_words(courses), way_words(courses), str(courses.verdict.label))


def value_words(courses: Courses) -> str:
    """The latest value beside the target: “9.085 of 16.377 children”."""
    found, unit = courses.progress, courses.indicator.unit
    latest = figure(found.latest.value) if found.latest else ""
    if courses.indicator.direction == Direction.RANGE or found.step is None:
        return f"{latest} {unit}"
    wanted = {"value": latest, "target": figure(found.step.value or Decimal(0)), "unit": unit}
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


def in_percent(share: Fraction) -> str:
    """One decimal, as the reader's language writes it: 55.5%."""
    return f"{number_format(percent(share), decimal_pos=1)}%"


def figure(value: Decimal) -> str:
    """Without decimals that say nothing."""
    places = max(0, -int(value.normalize().as_tuple().exponent))
    return number_format(value, decimal_pos=places, force_grouping=True)
