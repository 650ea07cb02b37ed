"""Texts of strangers, made fit to be kept and read for years."""

import datetime as dt
import decimal
import uuid

from django.utils import translation

from collabgov.kit.names import readable

LONGEST_TEXT, MOST_ENTRIES, DEEPEST = 500, 50, 3


def kept(text, limit=LONGEST_TEXT):
    """The text without NUL, surrogates, control and unseen characters, cut to `limit`."""
    text = readable(str(text)[: limit * 4])
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def kept_value(value, depth=0):
    """A value for a JSON column: of plain types, of bounded size, with readable texts."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**63 else kept(hex(value))
    if isinstance(value, dt.date | dt.time | uuid.UUID | decimal.Decimal | float):
        return kept(value)
    if depth < DEEPEST and isinstance(value, dict):
        entries = list(value.items())[:MOST_ENTRIES]
        return {kept(key, 60): kept_value(each, depth + 1) for key, each in entries}
    if depth < DEEPEST and isinstance(value, list | tuple | set | frozenset):
        return [kept_value(each, depth + 1) for each in list(value)[:MOST_ENTRIES]]
    return kept(value)


def neutral(words):
    """Words of the site as the log keeps them, whoever's language it is; read back by gettext."""
    with translation.override("en"):
        return str(words)


def numbered(record):
    """What a record is called now, and its number, by which it is found whatever it is called."""
    return f"{kept(record, 200)} ({record.pk})"


def kept_filter(query, limit=100):
    """The filter of a list that went out, decoded: what was asked for, by name, as it was typed."""
    asked = {name: value for name, value in query.items() if value and name != "format"}
    return {name: kept(value, limit) for name, value in asked.items()}
