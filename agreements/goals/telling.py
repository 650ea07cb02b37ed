"""Progress in a sentence: the share of the way, the time elapsed, or what is missing."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.goals.periods import DASH
from agreements.goals.progress import Lack, percent
from collabgov.kit.numbers import shown_number

TENTH = Decimal("0.1")


def sentence_of(course):
    """What the verdict rests on, with the raw numbers."""
    read = course.progress
    if not read.is_judged:
        return _("Missing: %s.") % missing_words(course)
    if read.periods is not None:
        return _("%(inside)s of %(periods)s periods lie in the range %(range)s.") % {
            "inside": read.in_range,
            "periods": read.periods,
            "range": target_words(read.step),
        }
    return _(
        "%(share)s of the way from %(start)s to %(target)s by %(due)s; "
        "%(elapsed)s of the time had passed on %(day)s."
    ) % {
        "share": in_percent(read.share),
        "start": shown_number(read.baseline.value),
        "target": shown_number(read.step.value),
        "due": date_format(read.step.due_on, "SHORT_DATE_FORMAT"),
        "elapsed": in_percent(read.elapsed),
        "day": date_format(read.latest.on, "SHORT_DATE_FORMAT"),
    }


def missing_words(course):
    return ", ".join(missing_of(course))


def missing_of(course):
    """Why nothing can be judged; what stands by region only is not denied."""
    by_region = {}
    if course.has_targets_by_region:
        by_region[Lack.TARGET] = _("targets by region only")
    if course.has_values_by_region:
        by_region[Lack.VALUE] = _("values by region only")
    return tuple(by_region.get(lack, str(lack.label)) for lack in course.progress.lacks)


def in_percent(share):
    """55.5 % of a fraction, as the reader's language writes it."""
    return f"{shown_number(percent(share))}%"


def target_words(target):
    """A target (or a step) as a number or a range."""
    if target.value is not None:
        return shown_number(target.value)
    return f"{shown_number(target.lower)}{DASH}{shown_number(target.upper)}"


def told_words(rivalry):
    """The figure from elsewhere; a share in percent, for its part and whole are not told."""
    words = shown_number(rivalry.told_value)
    return f"{words}%" if words and rivalry.indicator.is_share else words


def figure_words(measurement):
    """A value as the indicator means it: a share with its part and whole."""
    if measurement.numerator is None:
        return shown_number(measurement.value)
    share = shown_number(measurement.value.quantize(TENTH, ROUND_HALF_UP))
    part, whole = shown_number(measurement.numerator), shown_number(measurement.denominator)
    return f"{share}% ({part}/{whole})"
