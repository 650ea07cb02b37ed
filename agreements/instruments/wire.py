"""Values of an amendment as they are kept until it is signed: what a form would send."""

import datetime as dt

from agreements.instruments.kinds import AmendmentKind

DAYS = ("ends_on", "review_on", "due_on")
# What an amendment may change of the agreement itself; an extension moves the last day.
DETAILS = {
    AmendmentKind.CHANGE: (
        "title",
        "subject",
        "scope",
        "is_mandatory",
        "benefits",
        "ends_on",
        "review_on",
    ),
    AmendmentKind.EXTENSION: ("ends_on", "review_on"),
}
CLAUSE = ("number", "text", "is_obligation", "owed_by", "due_on")


def packed(name, value):
    """A value as JSON keeps it: days as ISO, records by number, lists joined by blanks."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return " ".join(value)
    return getattr(value, "pk", value)


def unpacked(name, value):
    """The value that a model takes."""
    if name in DAYS:
        return dt.date.fromisoformat(value) if value else None
    if name == "benefits":
        return value.split()
    return value


def pack_clause(clause):
    """What a clause says, as an object."""
    said = {name: packed(name, getattr(clause, name)) for name in CLAUSE if name != "owed_by"}
    return said | {"owed_by": clause.owed_by_id}


def unpack_clause(said):
    """Fields of a clause, its ower by number."""
    return {
        ("owed_by_id" if name == "owed_by" else name): unpacked(name, value)
        for name, value in said.items()
    }
