"""What a merge wrote, step by step, as it is kept: enough to take each step back."""

import datetime as dt
import uuid
from decimal import Decimal

from django.apps import apps
from django.db.models import Model

MOVED, CHANGED, REMOVED = "moved", "changed", "removed"
AS_TEXT = (dt.date, dt.time, dt.timedelta, uuid.UUID, Decimal)


def moved(model, field, pks, *, old, new):
    """Rows that named one record and now name another."""
    return {
        "what": MOVED,
        "model": model._meta.label_lower,
        "field": field.attname,
        "rows": list(pks),
        "old": old,
        "new": new,
    }


def changed(row, old, new):
    """One row, the values of some of its columns before and after."""
    return {
        "what": CHANGED,
        "model": row._meta.label_lower,
        "row": row.pk,
        "old": {name: plain(value) for name, value in old.items()},
        "new": {name: plain(value) for name, value in new.items()},
    }


def removed(row, *, into):
    """One row that became part of another (`into`), with all it said."""
    return {
        "what": REMOVED,
        "model": row._meta.label_lower,
        "row": row.pk,
        "into": into,
        "old": values_of(row),
    }


def key_of(step):
    """Which row a step is about: (its table, its number)."""
    return step["model"], step["row"]


def named_by(step):
    """The rows that a removed row named, by table and number."""
    for field in own_fields(model_of(step)):
        if field.is_relation and step["old"].get(field.attname) is not None:
            yield field.related_model._meta.label_lower, step["old"][field.attname]


def about(step):
    """What a sentence about the row says."""
    name = str(model_of(step)._meta.verbose_name)
    row, into = step.get("row", ""), step.get("into", "")
    return {"kind": name[:1].upper() + name[1:], "row": row, "into": into}


def model_of(step) -> type[Model]:
    return apps.get_model(step["model"])


def own_fields(model):
    """The columns that are written, not those that the database computes."""
    return [field for field in model._meta.concrete_fields if not field.generated]


def values_of(row):
    return {field.attname: plain(getattr(row, field.attname)) for field in own_fields(type(row))}


def plain(value):
    """The value as JSON holds it, without losing a microsecond."""
    if isinstance(value, AS_TEXT):
        return value.isoformat() if hasattr(value, "isoformat") else str(value)
    return value


def real(model, values):
    """The same values as the columns take them."""
    fields = {field.attname: field for field in own_fields(model)}
    return {name: fields[name].to_python(value) for name, value in values.items() if name in fields}
