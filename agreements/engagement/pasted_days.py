"""The day at the end of a pasted line: only where a mark or a word says that it is one."""

import datetime as dt
import re

from collabgov.kit.dates import WEEKDAYS, parse_day

LEADS = (
    "paling lambat|selambat-lambatnya|selambatnya|batas waktu|tenggat|jatuh tempo|"
    "deadline|due on|due|by|no later than"
)
LEAD = re.compile(rf"^(?:(?:{LEADS})\b\s*:?\s*)?(?:(?:tanggal|tgl)\b\.?\s*:?\s*)?", re.IGNORECASE)
BEGINS = re.compile(rf"[,;|(\[]|\s[-\u2013\u2014\u2192]\s|\s(?=(?:{LEADS})\b)", re.IGNORECASE)
LONGEST_DAY = 70  # characters from the mark to the end of the line
WITHOUT_YEAR = (
    re.compile(r"^\d{1,2}/\d{1,2}$", re.ASCII),
    re.compile(r"^\d{1,2}[\s.\-]+[a-z]+\.?$", re.ASCII | re.IGNORECASE),
)
LEAP = 8  # years within which every day of a calendar comes


def day_at_end(text, held_on):
    """Return (text without the day, day, whether its year was assumed)."""
    bare = text.rstrip(" .;,")
    for begin in BEGINS.finditer(bare, max(len(bare) - LONGEST_DAY, 0)):
        said = bare[begin.end() :].strip(" )].")
        day, is_assumed = read_day(said, held_on)
        if day:
            return bare[: begin.start()].rstrip(" ,;:.-\u2013\u2014"), day, is_assumed
    return text, None, False


def read_day(text, held_on):
    """Return the day that a text names, and whether its year is the next one after the meeting."""
    said = LEAD.sub("", " ".join(text.split()), count=1)
    if day := parse_day(said):
        return day, False
    first, _, rest = said.partition(" ")
    if rest and first.rstrip(",").lower() in WEEKDAYS:
        said = rest
    if held_on is None or not any(form.match(said) for form in WITHOUT_YEAR):
        return None, False
    day = _next(said, held_on)
    return day, day is not None


def _next(said, held_on):
    """The first such day on or after the meeting."""
    between = "/" if "/" in said else " "
    for year in range(held_on.year, min(held_on.year + LEAP, dt.MAXYEAR) + 1):
        day = parse_day(f"{said.rstrip('.')}{between}{year}")
        if day and day >= held_on:
            return day
    return None
