"""Everything that the site holds about one person, for that person to read."""

import json

from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from actors.models import AccessEvent
from agreements.subjects.events import is_theirs, told
from agreements.subjects.places import mentions, rows_about, rows_by
from agreements.subjects.sight import Sight
from agreements.subjects.subject import Subject
from collabgov.kit.personal import Kind, fields_of, tables, treatments

AROUND = 120  # letters of a text of others on each side of the name
DAYS = ("made_at", "pgh_created_at", "created_at", "at")
OWN = (Kind.NAME, Kind.EMPTY, Kind.ADDRESS)


def export_of(record, *, is_own=True, reader=None):
    """All about a person or an account, as plain values with labels in the reader's language.

    What is theirs alone (drafts, sessions) is left out where somebody else makes the export. Of
    records that `reader` may not see, only the kind and the day are told, and what is the
    person's own; without a reader, whoever holds the database asks.
    """
    subject = Subject.of(record)
    models = list(tables(events=True))
    if not is_own:
        models = [model for model in models if not fields_of(model, Kind.DROP)]
    today = [model for model in models if not hasattr(model, "pgh_tracked_model")]
    shown = Shown(subject, Sight(reader))
    return {
        "about": str(record),
        "made_at": timezone.now().isoformat(),
        "records": _collect(subject, models, rows_about, shown.values),
        "written_by_you": _collect(subject, models, rows_by, shown.line),
        "named_in": [shown.mention(mention) for mention in mentions(subject, today)],
    }


def as_json(record, *, is_own=True, reader=None):
    found = export_of(record, is_own=is_own, reader=reader)
    return json.dumps(found, ensure_ascii=False, indent=2)


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


class Shown:
    """Rows of one person's export, as much of each as its reader may see."""

    def __init__(self, subject, sight):
        self.subject, self.sight = subject, sight

    def values(self, row):
        """Label → value of every column but the secret ones."""
        if isinstance(row, AccessEvent):
            return self._event(row)
        if fields_of(type(row), Kind.DROP) or self.sight.sees(row):
            return self._columns(row, row._meta.concrete_fields)
        return _day_of(row) | self._columns(row, fields_of(type(row), *OWN))

    def _event(self, event):
        if not is_theirs(event, self.subject):
            return _day_of(event)
        event, left_out = told(event, self.sight)
        fields = [one for one in event._meta.concrete_fields if one.name not in left_out]
        return self._columns(event, fields)

    def _columns(self, row, fields):
        said = treatments(type(row))
        values = {}
        for field in fields:
            kind = said[field.name].kind if field.name in said else None
            if kind is not Kind.SECRET and not field.generated:
                values[str(field.verbose_name)] = self._plain(row, field)
        return values

    def line(self, row):
        """What the person did, in a line: the row itself may be about somebody else."""
        if not self.sight.sees(row):
            return _day_of(row)
        return {"id": row.pk, "label": str(row)[:AROUND]} | _day_of(row)

    def mention(self, mention):
        """A text of others, around the name."""
        model, row = mention.model, mention.row
        table = {"table": str(model._meta.verbose_name)}
        if not self.sight.sees(row):
            return table | _day_of(row)
        said, start, end = self.subject.marks.place_in(mention.text)
        return table | {
            "code": f"{model._meta.label}.{mention.field}",
            "id": mention.pk,
            "field": str(model._meta.get_field(mention.field).verbose_name),
            "text": said[max(0, start - AROUND) : end + AROUND],
        }

    def _plain(self, row, field):
        value = getattr(row, field.attname)
        if value is None or (field.name == "pgh_context" and self._is_of_others(value)):
            return None
        if field.is_relation:
            return self._name_of(row, field, value)
        if field.choices:
            return str(getattr(row, f"get_{field.name}_display")())
        if isinstance(value, bool | int | float | dict | list):
            return value
        return value.isoformat() if hasattr(value, "isoformat") else str(value)

    def _name_of(self, row, field, value):
        """What a linked record is called, for who may see it; else what kind it is."""
        related = getattr(row, field.name, None)
        if related is None:
            return str(value) if self.sight.sees_all else None
        if self.sight.sees(related):
            return str(related)
        return _("%s (not shown to you)") % related._meta.verbose_name

    def _is_of_others(self, context):
        """From which address somebody else changed a record is nobody's business here."""
        ours = {one.pk for one in self.subject.accounts}
        return not self.sight.sees_all and context.get("user") not in ours


def _day_of(row):
    days = [getattr(row, name, None) for name in DAYS]
    day = next((day for day in days if day), None)
    return {"when": localtime(day).isoformat() if day else ""}
