"""What is worth a second look about a value; it may be right all the same, so nothing is refused.

A part of a whole thing, more than all of it, and regions that do not add up to the whole.
"""

from collections import defaultdict

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.goals.models import Measurement, ReportingDuty
from agreements.goals.states import RIVALS, MeasurementState
from agreements.goals.units import adds_up, is_counted, is_percent
from collabgov.kit.numbers import shown_number

WHOLE = ""  # the place of a figure that speaks of everything


def odd_figure(indicator, value):
    """What is odd about one figure by itself, in a sentence, or nothing."""
    if indicator.is_share:
        return ""
    if is_counted(indicator.unit) and value % 1:
        return _("Only whole numbers are usual for “%s”. Is it right?") % indicator.unit
    if is_percent(indicator.unit) and value > 100:
        return _("More than 100 percent. Is it right?")
    return ""


def with_remarks(values):
    """The values, each with `remarks`: the sentences about it; a sum is said once."""
    values = list(values)
    slots = [(value.indicator, value.starts_on, value.ends_on) for value in values]
    sums = odd_sums(slots, shown=[value.pk for value in values])
    for value in values:
        said = (odd_figure(value.indicator, value.value), sums.pop(_slot(value), ""))
        value.remarks = [sentence for sentence in said if sentence]
    return values


def odd_sums(slots, *, shown=(), party=None):
    """{(number of the indicator, first day, last day): what of its regions does not add up}.

    Of what was submitted; also of the values that are `shown`, and of the drafts of a `party`.
    """
    wanted = {(one.pk, *days) for one, *days in slots if not one.is_share and adds_up(one.unit)}
    if not wanted:
        return {}
    places = defaultdict(lambda: defaultdict(set))
    drafts = Q(party=party, state=MeasurementState.DRAFT)
    counted = Q(state__in=RIVALS) | Q(pk__in=shown) | (drafts if party else Q())
    for slot, code, value in _figures(wanted, counted):
        places[slot][code].add(value)
    owed = _owed_places({indicator for indicator, _start, _end in wanted})
    found = {slot: _odd_sum(places[slot], owed[slot[0]]) for slot in places}
    return {slot: sentence for slot, sentence in found.items() if sentence}


def _slot(value):
    return value.indicator_id, value.starts_on, value.ends_on


def _figures(wanted, counted):
    """(slot, code of the region, value) of what stands in these periods."""
    indicators, starts, ends = (set(each) for each in zip(*wanted, strict=True))
    rows = Measurement.objects.standing().filter(
        counted, indicator__in=indicators, starts_on__in=starts, ends_on__in=ends
    )
    for row in rows.select_related("region").order_by("pk"):
        if _slot(row) in wanted:
            yield _slot(row), row.region.code if row.region else WHOLE, row.value


def _owed_places(indicators):
    """{indicator: the codes of the regions that somebody reports}."""
    found = defaultdict(set)
    duties = ReportingDuty.objects.current().filter(indicator__in=indicators, region__isnull=False)
    for indicator, code in duties.order_by().values_list("indicator", "region__code"):
        found[indicator].add(code)
    return found


def _odd_sum(places, owed):
    """The first place whose parts do not make it up; where figures rival, that is said already."""
    if any(len(figures) > 1 for figures in places.values()):
        return ""
    known = {code: next(iter(figures)) for code, figures in places.items()}
    for whole in sorted(known):
        parts = [value for code, value in known.items() if _nearest(code, known) == whole]
        total = sum(parts)
        is_short = total < known[whole] and owed - known.keys()
        if parts and total != known[whole] and not is_short:
            return _sum_words(known[whole], total, len(parts))
    return ""


def _nearest(code, known):
    """The smallest reported place that this one lies in; None for the largest."""
    around = [each for each in known if each != code and _lies_in(code, each)]
    return max(around, key=len, default=None)


def _lies_in(code, place):
    return place == WHOLE or code.startswith(f"{place}.")


def _sum_words(whole, total, number):
    sentence = ngettext(
        "%(number)d region reported here makes %(total)s, the whole says %(whole)s. Is it right?",
        "The %(number)d regions reported make %(total)s, the whole says %(whole)s. Is it right?",
        number,
    )
    words = {"number": number, "total": shown_number(total), "whole": shown_number(whole)}
    return sentence % words
