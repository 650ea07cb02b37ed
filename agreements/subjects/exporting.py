"""Everything that the site holds about one person, for that person to read."""

import json

from django.utils import timezone
from django.utils.timezone import localtime

from agreements.subjects.places import mentions, rows_about, rows_by
from agreements.subjects.subject import Subject
from collabgov.kit.personal import Kind, fields_of, tables, treatments

AROUND = 120  # letters of a text of others on each side of the name


def export_of(record, *, is_own=True):
    """All about a person or an account, as plain values with labels in the reader's language.

    What is theirs alone (drafts, sessions) is left out where somebody else makes the export.
    """
    subject = Subject.of(record)
    models = list(tables(events=True))
    if not is_own:
        models = [model for model in models if not fields_of(model, Kind.DROP)]
    today = [model for model in models if not hasattr(model, "pgh_tracked_model")]
    return {
        "about": str(record),
        "made_at": timezone.now().isoformat(),
        "records": _collect(subject, models, rows_about, _values),
        "written_by_you": _collect(subject, models, rows_by, _line),
        "named_in": [_mention(subject, mention) for mention in mentions(subject, today)],
    }


def as_json(record, *, is_own=True):
    return json.dumps(export_of(record, is_own=is_own), ensure_ascii=False, indent=2)


def _collect(subject, models, find, show):
    found = []
    for model in models:
        links = [field.name for field in model._meta.concrete_fields if field.is_relation]
        rows = find(subject, model).select_related(*links) if links else find(subject, model)
        shown = [show(row) for row in rows.order_by("pk").iterator(chunk_size=500)]
        if shown:
            name = str(model._meta.verbose_name)
            found.append({"table": name, "code": model._meta.label, "rows": shown})
    return found


def _values(row):
    """Label → value of every column but the secret ones."""
    said = treatments(type(row))
    values = {}
    for field in row._meta.concrete_fields:
        kind = said[field.name].kind if field.name in said else None
        if kind is not Kind.SECRET and not field.generated:
            values[str(field.verbose_name)] = _plain(row, field)
    return values


def _line(row):
    """What the person did, in a line: the row itself may be about somebody else."""
    days = [getattr(row, name, None) for name in ("made_at", "pgh_created_at", "created_at")]
    day = next((day for day in days if day), None)
    return {
        "id": row.pk,
        "label": str(row)[:AROUND],
        "when": localtime(day).isoformat() if day else "",
    }


def _plain(row, field):
    value = getattr(row, field.attname)
    if value is None:
        return None
    if field.is_relation:
        related = getattr(row, field.name, None)
        return str(value if related is None else related)
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if isinstance(value, bool | int | float | dict | list):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _mention(subject, mention):
    found = subject.pattern.search(mention.text)
    start, end = max(0, found.start() - AROUND), found.end() + AROUND
    field = mention.model._meta.get_field(mention.field)
    return {
        "table": str(mention.model._meta.verbose_name),
        "code": f"{mention.model._meta.label}.{mention.field}",
        "id": mention.pk,
        "field": str(field.verbose_name),
        "text": mention.text[start:end],
    }
