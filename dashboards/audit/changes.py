"""From two states of a row to what changed, field by field, in words people know."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from actors.audit.details import in_order
from collabgov.kit.labels import field_label
from collabgov.kit.numbers import shown_number
from dashboards.audit.tables import CONTACTS, PART_OF, UNSPOKEN, key_of
from dashboards.audit.words import differences

NOTHING = ""


@dataclass(frozen=True)
class FieldChange:
    """One field: `old` and `new` as a reader knows them; `pieces` for what is read word by word."""

    name: str
    label: str
    old: str
    new: str
    pieces: tuple = ()
    is_hidden: bool = False  # contact details, for a reader who may not see them


@dataclass(frozen=True)
class RawChange:
    """One field with the values of the database."""

    field: models.Field
    old: object
    new: object


def raw_changes(state, before):
    """The fields that differ; of a new row, all that say something; of a deleted one, what was."""
    model = state.pgh_tracked_model
    held = {field.name for field in state._meta.local_fields}
    changes = []
    for field in model._meta.local_fields:
        if field.name not in held or field.name in UNSPOKEN:
            continue
        old = getattr(before, field.attname) if before else None
        new = getattr(state, field.attname)
        if state.pgh_label == "delete":
            old, new = new, None
        if not _same(old, new):
            changes.append(RawChange(field, old, new))
    return changes


def _same(old, new):
    return old == new or (_says_nothing(old) and _says_nothing(new))


def _says_nothing(value):
    """A 0 is a value like others."""
    return value is None or value is False or value == ""


def want_names(changes, names):
    for change in changes:
        if change.field.related_model is not None:
            names.want(change.field.related_model, change.old)
            names.want(change.field.related_model, change.new)


def spoken(changes, names, *, may_see_contacts):
    """The changes in words."""
    return tuple(_spoken(change, names, may_see_contacts) for change in changes)


def _spoken(change, names, may_see_contacts):
    field = change.field
    label = field_label(field)
    if not may_see_contacts and field.name in CONTACTS.get(key_of(field.model), ()):
        return FieldChange(field.name, label, "", "", is_hidden=True)
    old, new = (in_words(field, value, names) for value in (change.old, change.new))
    is_text = isinstance(field, models.TextField | models.CharField) and not field.choices
    pieces = differences(old, new) if is_text and old and new else ()
    return FieldChange(field.name, label, old, new, pieces)


def in_words(field, value, names):
    """A value as its reader knows it: choices, names, days and yes or no."""
    if value is None or value == "":
        return NOTHING
    if field.related_model is not None:
        return names.of(field.related_model, value)
    said = "" if isinstance(value, list | dict) else dict(choices_of(field)).get(value, "")
    return str(said) or _plain(value)


def choices_of(field):
    """The words for a field's values; a line of a history speaks of its record's states."""
    if field.choices or field.name not in ("from_state", "to_state"):
        return field.flatchoices
    whole = PART_OF.get(key_of(field.model))
    return field.model._meta.get_field(whole).related_model._meta.get_field("state").flatchoices


def _plain(value):
    write = next((write for kind, write in WRITERS if isinstance(value, kind)), str)
    return write(value)


# How a value without a name of its own is written; the first kind that fits counts.
WRITERS = (
    (bool, lambda value: _("yes") if value else _("no")),
    (dt.datetime, lambda value: date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")),
    (dt.date, lambda value: date_format(value, "SHORT_DATE_FORMAT")),
    (dt.time, lambda value: date_format(value, "TIME_FORMAT")),
    (Decimal, shown_number),
    (int | float, number_format),
    (dict, lambda value: ", ".join(f"{key}: {_plain(each)}" for key, each in in_order(value))),
    (list | tuple, lambda value: ", ".join(_plain(each) for each in value)),
)
