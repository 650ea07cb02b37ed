"""The clocks of assistance: when an answer is due, and in words how long that is."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.capacity.assistance_kinds import PROMISED, AssistanceState
from agreements.capacity.models import AssistanceTerm
from agreements.capacity.querysets.assistance import SOON
from agreements.capacity.workdays import day_after
from agreements.charter.clock import today_in
from agreements.engagement.models import Holiday

S = AssistanceState


@dataclass(frozen=True)
class Days:
    """What a clock allows where no admin has said otherwise."""

    days: int
    superior_days: int
    counts_working_days: bool


USUAL = {False: Days(10, 5, True), True: Days(1, 1, False)}


@dataclass(frozen=True)
class Clock:
    """What is waited for, and how it stands: `tone` is that of a badge."""

    words: str
    day: object
    tone: str
    is_late: bool


def term_for(*, is_emergency):
    """The clock as the list has it, or the usual one."""
    row = AssistanceTerm.objects.filter(is_emergency=is_emergency).first()
    return row or USUAL[is_emergency]


def due_after(day, number, *, term, party):
    """The day on which so many days of this clock have passed where the asked party works."""
    holidays = holidays_at(party.organization.region) if term.counts_working_days else None
    return day_after(day, number, holidays=holidays)


def holidays_at(region):
    """The days off of the country, and of this region and those that it lies in."""
    chain = set()
    while region is not None and region.pk not in chain:
        chain.add(region.pk)
        region = region.parent
    return set(Holiday.objects.in_regions(chain).values_list("day", flat=True))


def answer_due(request, *, on):
    """Until when an answer is due; never after the day on which the help is needed."""
    term = term_for(is_emergency=request.is_emergency)
    day = due_after(on, term.days, term=term, party=request.to_party)
    return max(on, min(day, request.needed_by))


def superior_due(request, *, on):
    term = term_for(is_emergency=request.is_emergency)
    return due_after(on, term.superior_days, term=term, party=request.to_party)


def clock_of(request, *, today=None):
    """The clock that runs for a request now, or None."""
    today = today or today_in(request.collaboration)
    if request.state == S.SUBMITTED:
        return _clock(request.answer_due_on, today, _("Answer: %s"))
    if request.state in PROMISED:
        return _clock(request.needed_by, today, _("Help: %s"))
    return None


def clock_of_escalation(escalation, *, today):
    """The clock of the superior's answer; None once there is one, or none is waited for."""
    if not escalation.is_open:
        return None
    return _clock(escalation.due_on, today, _("Superior: %s"))


def _clock(day, today, words):
    left = (day - today).days
    tone = "bad" if left < 0 else "warn" if left <= SOON.days else "plain"
    return Clock(words % in_days(left), day, tone, left < 0)


def in_days(left):
    """How far a day is, in words."""
    if left < 0:
        return ngettext("%d day late", "%d days late", -left) % -left
    if left == 0:
        return _("due today")
    return ngettext("%d day to go", "%d days to go", left) % left
