"""Which days a series of meetings falls on: a rule as text, its days, its words. No database.

A rule is an RRULE (RFC 5545) of five plain shapes and nothing else, so that none of them can run
away: weeks, a weekday of the month, a date of the month. Its days are looked at one year ahead.
"""

import datetime as dt
import re
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

MOST = 60  # meetings that are planned at once
LONGEST = dt.timedelta(days=366)  # how far ahead days are looked for
FURTHEST_COUNT = relativedelta(years=5)  # how far a number of meetings may reach
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY = "(MO|TU|WE|TH|FR|SA|SU)"
# In months without that date it is the last day: an RRULE alone would leave the month out.
LATE = {29: "28,29", 30: "28,29,30", 31: "28,29,30,31"}
SHORT = "|".join(f"{dates};BYSETPOS=-1" for dates in LATE.values())
PLAIN_RULE = (
    f"^(FREQ=WEEKLY;INTERVAL=[12];BYDAY={DAY}"
    f"|FREQ=MONTHLY;INTERVAL=[13];BYDAY=([1-4]|-1){DAY}"
    f"|FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=([1-9]|1[0-9]|2[0-8]|{SHORT}))$"
)
NOT_PLAIN = gettext_lazy(
    "This is no rule that a series can follow. Choose how often it meets from the list."
)
ORDINALS = {
    1: gettext_lazy("first"),
    2: gettext_lazy("second"),
    3: gettext_lazy("third"),
    4: gettext_lazy("fourth"),
    -1: gettext_lazy("last"),
}


class Pattern(TextChoices):
    """How often a series meets, as people say it; the first day says the rest."""

    WEEKLY = "weekly", gettext_lazy("Every week")
    FORTNIGHTLY = "fortnightly", gettext_lazy("Every 2 weeks")
    MONTHLY_WEEKDAY = (
        "monthly_weekday",
        gettext_lazy("Every month on the same weekday, such as the second Tuesday"),
    )
    MONTHLY_LAST = "monthly_last", gettext_lazy("Every month on the last such weekday")
    MONTHLY_DATE = "monthly_date", gettext_lazy("Every month on the same date")
    QUARTERLY = "quarterly", gettext_lazy("Every 3 months on the same weekday")


@dataclass(frozen=True)
class Days:
    """The days on which a series meets, and those that a holiday takes, with its name."""

    meets: tuple[dt.date, ...]
    skipped: tuple[tuple[dt.date, str], ...] = ()


def check_rule(text):
    """Refuse anything but the five plain shapes: nonsense, seconds, what has no end."""
    if not re.fullmatch(PLAIN_RULE, text or ""):
        raise ValidationError({"rule": NOT_PLAIN}, code="rule")
    return text


def rule_of(pattern, first_on):
    """The rule of a series that begins on that day and meets so often."""
    weekday = DAYS[first_on.weekday()]
    if pattern in (Pattern.WEEKLY, Pattern.FORTNIGHTLY):
        return f"FREQ=WEEKLY;INTERVAL={1 + (pattern == Pattern.FORTNIGHTLY)};BYDAY={weekday}"
    if pattern == Pattern.MONTHLY_DATE:
        dates = first_on.day
        if dates in LATE:
            dates = f"{LATE[dates]};BYSETPOS=-1"
        return f"FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY={dates}"
    place = -1 if pattern == Pattern.MONTHLY_LAST else place_in_month(first_on)
    interval = 3 if pattern == Pattern.QUARTERLY else 1
    return f"FREQ=MONTHLY;INTERVAL={interval};BYDAY={place}{weekday}"


def place_in_month(day):
    """First to fourth such weekday of its month; a fifth is the last one, as every month has."""
    place = (day.day - 1) // 7 + 1
    return place if place < 5 else -1


def last_such_day(day):
    """The last day of its month on the same weekday."""
    end = day + relativedelta(day=31)
    return end - dt.timedelta(days=(end.weekday() - day.weekday()) % 7)


def pattern_of(rule):
    """How often, as the form offers it."""
    parts = parts_of(rule)
    if parts["FREQ"] == "WEEKLY":
        return Pattern.WEEKLY if parts["INTERVAL"] == "1" else Pattern.FORTNIGHTLY
    if parts["INTERVAL"] == "3":
        return Pattern.QUARTERLY
    if "BYMONTHDAY" in parts:
        return Pattern.MONTHLY_DATE
    return Pattern.MONTHLY_LAST if parts["BYDAY"][0] == "-" else Pattern.MONTHLY_WEEKDAY


def parts_of(rule):
    return dict(part.split("=") for part in check_rule(rule).split(";"))


def days_of(rule, first_on, *, since, until, holidays=None, most=MOST):
    """The days from `since` to `until`, at most a year and `most` of them; holidays are skipped.

    `holidays` holds the name of each; None skips none.
    """
    since = max(since, first_on)
    until = min(until, since + LONGEST)
    if until < since:
        return Days(())
    meets, skipped = [], []
    for day in each_day(rule, first_on, since=since, until=until):
        if holidays and day in holidays:
            skipped.append((day, holidays[day]))
        elif len(meets) < most:
            meets.append(day)
    return Days(tuple(meets), tuple(skipped))


def each_day(rule, first_on, *, since, until):
    """Every day of the rule in that span, whatever holiday it is."""
    start = dt.datetime.combine(first_on, dt.time.min)
    repeats = rrulestr(check_rule(rule), dtstart=start)
    span = (dt.datetime.combine(day, dt.time.min) for day in (since, until))
    return [moment.date() for moment in repeats.between(*span, inc=True)]


def meets_on(rule, first_on, day):
    return bool(each_day(rule, first_on, since=day, until=day))


def day_of_number(rule, first_on, number, *, holidays=None):
    """The day of the last of so many meetings; None where that is more than five years away."""
    days = each_day(rule, first_on, since=first_on, until=first_on + FURTHEST_COUNT)
    meets = [day for day in days if not holidays or day not in holidays]
    return meets[number - 1] if 0 < number <= len(meets) else None


def rule_in_words(rule, first_on):
    """The rule as a reader would say it."""
    parts, interval = parts_of(rule), int(parts_of(rule)["INTERVAL"])
    if "BYMONTHDAY" in parts:
        return _date_in_words(parts["BYMONTHDAY"].rsplit(",", maxsplit=1)[-1])
    weekday = WEEKDAYS[DAYS.index(parts["BYDAY"][-2:])]
    if parts["FREQ"] == "WEEKLY":
        # No plural forms: Indonesian has only one, and nobody says "every 1 week".
        text = pgettext("rule", "Every week on %(weekday)s")
        if interval > 1:
            text = _("Every %(number)d weeks on %(weekday)s")
        return text % {"number": interval, "weekday": weekday}
    text = pgettext("rule", "Every month on the %(place)s %(weekday)s")
    if interval > 1:
        text = _("Every %(number)d months on the %(place)s %(weekday)s")
    place = ORDINALS[int(parts["BYDAY"][:-2])]
    return text % {"number": interval, "place": place, "weekday": weekday}


def _date_in_words(date):
    if int(date) not in LATE:
        return _("Every month on day %(date)s") % {"date": date}
    text = _("Every month on day %(date)s; in shorter months on their last day")
    return text % {"date": date}


def skipped_in_words(skipped):
    """One sentence for each day that a holiday takes."""
    sentence = _("%(day)s is skipped: %(holiday)s.")
    return [
        sentence % {"day": date_format(day, "j F Y"), "holiday": holiday}
        for day, holiday in skipped
    ]
