"""What an event says besides who and when, in words."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from actors.accounts.models import SiteRole
from actors.audit.codes import WORDS
from collabgov.kit.names import readable

LABELS = {
    "from": _("Before"),
    "to": _("After"),
    "why": _("Why"),
    "sessions": _("Sessions ended"),
    "sessions_ended": _("Sessions ended"),
    "again": _("Sent again"),
    "merge": _("Number of the merge"),
    "merged": _("Merged record"),
    "format": _("Format"),
    "rows": _("Rows"),
    "filters": _("Filter"),
    "q": _("Search"),
    "who": _("Who"),
    "table": _("Kind of record"),
    "record": _("Number of the record"),
    "action": _("Change"),
    "kind": _("Kind"),
    "since": _("From"),
    "until": _("Until"),
    "collaboration": _("Collaboration"),
    "organization": _("Organization"),
    "ip": _("IP address"),
    "request": _("Request"),
    "active": _("Active"),
    "changed": _("Changed"),
    "left_out": _("Left out"),
    "lines": _("Lines"),
    "fields": _("Fields"),
    "method": _("Method"),
    "email": _("Email"),
    "role": _("Role"),
    "old": _("Before"),
    "new": _("After"),
    "list": _("List"),
    "file": _("File"),
    "provider": _("Provider"),
    "phone": _("Phone"),
    "consent_note": _("Purpose and consent"),
    "before": _("Before"),
    "after": _("After"),
    "way": _("Way"),
    "wait_seconds": _("Wait in seconds"),
    "factor": _("Second factor"),
    "what": _("What"),
    "shown": _("Shown"),
    "more_may_follow": _("More of these in the same minute are not listed"),
}
EARLIER = (("from", "to"), ("old", "new"), ("before", "after"))  # PostgreSQL sorts keys itself
CODED = {"way", "factor", "what", "why", "shown", "list"}  # details that hold a code
ROLES = {"role", "from", "to", "old", "new", "before", "after"}  # details that may hold a role


def details_in_words(details):
    """Pairs of label and text."""
    shown = in_order(details) if isinstance(details, dict) else ()
    return tuple(
        (_counted(key, value) or _label(key), _value(key, value))
        for key, value in shown
        if key != "reason" and value not in (None, "", [], {}, False)
    )


def in_order(entries):
    """The entries of a JSON object, what was before ahead of what is after."""
    keys = [*entries]
    for first, then in EARLIER:
        if first in entries and then in entries and keys.index(first) > keys.index(then):
            keys.remove(first)
            keys.insert(keys.index(then), first)
    return [(key, entries[key]) for key in keys]


def _value(key, value):
    if key == "fields":
        return _fields(value)
    if key in CODED and isinstance(value, str):
        return str(WORDS.get(value) or gettext(value))
    is_role = key in ROLES and value in SiteRole.values
    return str(SiteRole(value).label) if is_role else _text(value)


def _text(value):
    if isinstance(value, dict):
        return ", ".join(f"{_label(key)}: {_text(each)}" for key, each in in_order(value))
    if isinstance(value, list):
        return ", ".join(_text(each) for each in value)
    return "✓" if value is True else str(value)


def _counted(key, value):
    """A number of new records is no state after a change."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return _("New") if key == "new" and is_number else ""


def _label(key):
    return LABELS.get(key, readable(key.replace("_", " ")).capitalize())


def _fields(value):
    """Names of columns, under the labels people know them by."""
    return ", ".join(
        str(_label(str(each))) for each in (value if isinstance(value, list) else [value])
    )
