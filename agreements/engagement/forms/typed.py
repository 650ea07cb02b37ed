"""The meeting form as flat text: the same dict from a prefill, a draft, a record or a POST."""

import re

from agreements.engagement.transitions.drafts import storable

ATTENDANCE, AGENDA, COMMITMENT = "attendance", "agenda", "commitment"
LIMITS = {ATTENDANCE: 200, AGENDA: 100, COMMITMENT: 100}
BUTTONS = (
    "use_collaboration",
    "find",
    "add_attendee",
    "add_new_person",
    "remove_attendance",
    "add_agenda",
    "remove_agenda",
    "add_commitment",
    "remove_commitment",
    "paste_minutes",
)
NOT_KEPT = frozenset({"csrfmiddlewaretoken", "token", "enter", "save", "save_draft", *BUTTONS})
ROW_FIELD = re.compile(r"(attendance|agenda|commitment)-(\d{1,6})-[a-z_]+", re.ASCII)


def typed_from(post):
    """Return what was typed, without buttons and tokens, in a form that can be stored."""
    return {storable(name): storable(post.get(name, "")) for name in post if name not in NOT_KEPT}


def row_numbers(typed, prefix):
    """Return the numbers of the rows that the text holds, in order; no counter is trusted."""
    matches = (ROW_FIELD.fullmatch(name) for name in typed)
    return sorted({int(match[2]) for match in matches if match and match[1] == prefix})


def next_number(typed, prefix):
    return max(row_numbers(typed, prefix), default=-1) + 1


def without_row(typed, prefix, number):
    return without_rows(typed, prefix, {number})


def without_rows(typed, prefix, numbers):
    """Leave out the rows with these numbers, reading the text once."""
    begins = {(prefix, str(number)) for number in numbers}
    return {name: text for name, text in typed.items() if tuple(name.split("-")[:2]) not in begins}


def with_row(typed, prefix, **fields):
    """Add a row at the end; without fields an empty one."""
    number = next_number(typed, prefix)
    first = {ATTENDANCE: "kind", AGENDA: "topic", COMMITMENT: "promise"}[prefix]
    row = {f"{prefix}-{number}-{name}": text for name, text in {first: "", **fields}.items()}
    return {**typed, **row}


def split_rows(typed, prefix):
    """Give each row its own small dict, so that a long form is not searched row by row."""
    rows = {}
    for name, text in typed.items():
        match = ROW_FIELD.fullmatch(name)
        if match and match[1] == prefix:
            rows.setdefault(int(match[2]), {})[name] = text
    return {number: rows[number] for number in sorted(rows)[: LIMITS[prefix]]}


def beyond_limits(typed):
    """The fields of the rows that are more than fit, with their texts."""
    numbers = {prefix: row_numbers(typed, prefix)[limit:] for prefix, limit in LIMITS.items()}
    begins = {(prefix, str(number)) for prefix, more in numbers.items() for number in more}
    if not begins:
        return []
    return [(name, text) for name, text in typed.items() if tuple(name.split("-")[:2]) in begins]


def rows_of(typed, prefix):
    """Return the rows as a comparable list of what each holds, blank fields left out."""
    return [
        {name.rpartition("-")[2]: text for name, text in row.items() if text}
        for row in split_rows(typed, prefix).values()
    ]
