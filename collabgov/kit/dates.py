"""One way to read a typed date, day first, wherever a person or a file gives one."""

import datetime as dt
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb pebruari",
            "maret march mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu ags aug agt",
            "september sep sept",
            "oktober october okt oct",
            "november nov nopember nop",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = frozenset(
    {
        *("senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    }
)
ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$", re.ASCII)
NUMBERS = re.compile(r"^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$", re.ASCII)
WORDS = re.compile(r"^(\d{1,2})[\s.\-/]+([a-z]+)\.?[\s.,\-/]+(\d{4}|\d{2})$", re.ASCII)
EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2200, 12, 31)


def parse_day(text):
    """Return the date that `text` names, or None when it names none.

    Understands ISO (2026-05-03), day-first numbers (3/5/2026, 03.05.26) and Indonesian or
    English month names (3 Mei 2026, 3 May 2026), with or without the weekday in front.
    Month-first dates are never guessed: 11/20/2026 is no date. Years 1900 to 2200.
    """
    parts = read_parts(text)
    if parts is None:
        return None
    try:
        day = dt.date(*parts)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def read_parts(text):
    """Return (year, month, day) as typed, which may be no day (31/2/2026); None if unreadable."""
    words = " ".join(text.strip().lower().split())
    first, _, rest = words.partition(" ")
    return _year_month_day(rest if first.rstrip(",") in WEEKDAYS else words)


def _year_month_day(words):
    if match := ISO.match(words):
        year, month, day = match.groups()
        return int(year), int(month), int(day)
    if match := NUMBERS.match(words):
        day, month, year = match.groups()
        return _full_year(year), int(month), int(day)
    if match := WORDS.match(words):
        day, name, year = match.groups()
        return (_full_year(year), MONTHS[name], int(day)) if name in MONTHS else None
    return None


def _full_year(year):
    return 2000 + int(year) if len(year) == 2 else int(year)
