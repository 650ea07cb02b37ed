"""The data about a person in words: tables, columns, values; no marks of the machine."""

import datetime as dt

from django.db.models import ForeignKey
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actors.accounts.models import SiteRole
from actors.audit.details import details_in_words
from actors.audit.reasons import reason_in_words
from agreements.models import Meeting
from collabgov.kit.labels import field_label, is_named
from collabgov.kit.personal import Kind, treatments

NUMBER, WHEN = gettext_lazy("Number"), gettext_lazy("When")
# Tables of libraries, which name them in English only.
TABLES = {
    "mfa.Authenticator": gettext_lazy("Second factor"),
    "socialaccount.SocialAccount": gettext_lazy("Single sign-on"),
    "usersessions.UserSession": gettext_lazy("Session"),
}
# Columns that nobody gave a name.
LABELS = {
    "created_at": gettext_lazy("Since"),
    "fields": gettext_lazy("Typed so far"),
    "id": NUMBER,
    "ip": gettext_lazy("IP address"),
    "last_seen_at": gettext_lazy("Last seen"),
    "last_used_at": gettext_lazy("Last used"),
    "pgh_created_at": WHEN,
    "pgh_label": gettext_lazy("Change"),
    "type": gettext_lazy("Kind"),
    "user": gettext_lazy("Account"),
    "user_agent": gettext_lazy("Browser"),
}
CHANGES = {
    "insert": gettext_lazy("Added"),
    "update": gettext_lazy("Changed"),
    "delete": gettext_lazy("Deleted"),
    "baseline": gettext_lazy("Stood when the history began"),
}
# What no reader needs: counters and keys of the machine; what another column says in words.
UNREAD = frozenset(
    {
        *("version", "submission_id", "is_sample", "request_id", "updated_at"),
        *("pgh_id", "pgh_obj", "pgh_context", "pgh_context_id"),
        *("about_pk", "organization_id", "collaboration_id"),
    }
)
# What a former state is called by: the first of these that it has.
NAMES = ("title", "full_name", "name", "label", "promise", "text", "topic", "file_name", "note")
TOLD = {Kind.NAME, Kind.EMPTY, Kind.ADDRESS, Kind.COPY, Kind.REVIEW, Kind.FROZEN}


def table_name(model):
    """What the rows of a table are called; of a table of events, whose history they are."""
    tracked = getattr(model, "pgh_tracked_model", None)
    if tracked is not None:
        return _("History of: %s") % tracked._meta.verbose_name
    return str(TABLES.get(model._meta.label) or capfirst(model._meta.verbose_name))


def what_it_is(row):
    """A row in a line; of a former state, what was done to what."""
    if not hasattr(row, "pgh_label"):
        return str(row)
    called = next((getattr(row, name) for name in NAMES if getattr(row, name, "")), "")
    change = str(CHANGES.get(row.pgh_label, row.pgh_label))
    return f"{change}: {called}" if called else change


def label_of(field):
    """The name of a column, or nothing where its reader has no use for it."""
    if field.name in UNREAD:
        return ""
    if field.name == "id" or (not is_named(field) and field.name in LABELS):
        return str(LABELS[field.name])
    said = treatments(field.model).get(field.name)
    is_told = is_named(field) or isinstance(field, ForeignKey) or (said and said.kind in TOLD)
    return field_label(field) if is_told else ""


def in_words(row, field):
    """A value that is no link, as one reads it."""
    value = getattr(row, field.attname)
    if field.name == "pgh_label":
        return str(CHANGES.get(value, value))
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, dict):
        return {_typed_label(key): one for key, one in value.items()}
    return value if isinstance(value, int | float | list) else said_day(value)


def said_day(value):
    """Days and times in the reader's zone and language; anything else as text."""
    if isinstance(value, dt.datetime):
        value = localtime(value) if is_aware(value) else value
        return date_format(value, "SHORT_DATETIME_FORMAT")
    return date_format(value, "DATE_FORMAT") if isinstance(value, dt.date) else str(value)


def _typed_label(key):
    """What was typed into the form of a meeting stands under the names of its fields."""
    known = {field.name: field for field in Meeting._meta.concrete_fields}
    return field_label(known[key]) if key in known else key


def event_in_words(event, names):
    """The columns of a line of the event log, by name, that hold codes."""
    details = {str(label): text for label, text in details_in_words(event.details)}
    if reason := event.details.get("reason"):
        details[_("Reason")] = reason_in_words(str(reason))
    said = {
        "kind": event.kind_label,
        "outcome": event.outcome_label,
        "user_role": dict(SiteRole.choices).get(event.user_role, event.user_role),
        "about_model": names.get(event.about_model, event.about_model),
    }
    return {name: str(one) for name, one in said.items()} | {"details": details}


def behind(context, account):
    """Who was behind a change, in words; `account` is what their account is called."""
    said = {
        _("By"): account or context.get("command"),
        _("Reason"): reason_in_words(context.get("reason") or ""),
        _("IP address"): context.get("ip"),
    }
    return {label: text for label, text in said.items() if text}
