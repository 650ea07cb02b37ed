"""Where an indicator stands, as facts: start, target, share of the way beside share of the time."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.goals.courses import Course
from agreements.goals.telling import in_percent, missing_words
from agreements.goals.wording import amount, target_amount


@dataclass(frozen=True)
class Facts:
    """What stands beside the picture; `shares` are (what, how much)."""

    baseline: str
    target: str
    shares: tuple[tuple[str, str], ...]


def facts_of(course: Course) -> Facts:
    return Facts(_baseline(course), _target(course), _shares(course))


def _baseline(course: Course) -> str:
    row, unit = course.baseline, course.indicator.unit
    if row is None:
        return ""
    return f"{amount(row.value, unit)}, {date_format(row.as_of, 'SHORT_DATE_FORMAT')}"


def _target(course: Course) -> str:
    row = course.next_target
    if row is None:
        return ""
    words = {"target": target_amount(row), "day": date_format(row.due_on, "SHORT_DATE_FORMAT")}
    return _("%(target)s by %(day)s") % words


def _shares(course: Course) -> tuple[tuple[str, str], ...]:
    read = course.progress
    if not read.is_judged:
        return ((_("What is missing"), missing_words(course)),)
    if read.periods is not None:
        inside = _("%(inside)s of %(periods)s") % {"inside": read.in_range, "periods": read.periods}
        return ((_("Periods within the range"), inside),)
    assert read.share is not None
    assert read.elapsed is not None
    return (
        (_("Share of the way"), in_percent(read.share)),
        (_("Share of the time"), in_percent(read.elapsed)),
    )
