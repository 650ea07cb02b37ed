"""Everything that the site holds about one person, for that person to read."""

import json

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actors.models import AccessEvent, User
from agreements.subjects.events import is_theirs, told
from agreements.subjects.places import mentions, rows_about, rows_by
from agreements.subjects.sight import Sight
from agreements.subjects.subject import Subject
from agreements.subjects.wording import (
    NUMBER,
    WHEN,
    behind,
    event_in_words,
    in_words,
    label_of,
    said_day,
    table_name,
    what_it_is,
)
from collabgov.kit.models import joined
from collabgov.kit.personal import Kind, fields_of, tables, treatments

AROUND = 120  # letters of a text of others on each side of the name
DAYS = ("made_at", "pgh_created_at", "created_at", "at")
PARTS = {
    "records": gettext_lazy("Kept about this person"),
    "written_by_you": gettext_lazy("Done by this person"),
    "named_in": gettext_lazy("Texts that name this person"),
}
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
        "made_at": timezone.now(),
        "records": _collect(subject, models, rows_about, shown.values),
        "written_by_you": _collect(subject, models, rows_by, shown.line),
        "named_in": [shown.mention(mention) for mention in mentions(subject, today)],
    }


def as_json(record, *, is_own=True, reader=None):
    """The same as a file for people: parts and tables under their names, in the reader's words."""
    found = export_of(record, is_own=is_own, reader=reader)
    said = {
        _("About"): found["about"],
        _("Made on"): said_day(found["made_at"]),
        str(PARTS["records"]): _by_table(found["records"]),
        str(PARTS["written_by_you"]): _by_table(found["written_by_you"]),
        str(PARTS["named_in"]): [
            {label: one for label, one in mention.items() if label != "code"}
            for mention in found["named_in"]
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _by_table(found):
    tables = {}
    for each in found:
        tables.setdefault(each["table"], []).extend(each["rows"])
    return tables


def _collect(subject, models, find, show):
    found = []
    for model in models:
        links = [field.name for field in model._meta.concrete_fields if field.is_relation]
        rows = joined(find(subject, model), *links)
        shown = [show(row) for row in rows.order_by("pk").iterator(chunk_size=500)]
        if shown:
            found.append({"table": table_name(model), "code": model._meta.label, "rows": shown})
    return found


class Shown:
    """Rows of one person's export, as much of each as its reader may see."""

    def __init__(self, subject, sight):
        self.subject, self.sight = subject, sight
        self._accounts = {one.pk: str(one) for one in subject.accounts}
        self._kinds = {model._meta.label_lower: table_name(model) for model in tables()}

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
        said, left_out = event_in_words(event, self._kinds), {*left_out, "id"}
        fields = [one for one in event._meta.concrete_fields if one.name not in left_out]
        return self._columns(event, fields, said)

    def _columns(self, row, fields, said=None):
        """Label → value of what says something; empty columns are left out."""
        known, values = treatments(type(row)), {}
        for field in fields:
            kind = known[field.name].kind if field.name in known else None
            label = "" if kind is Kind.SECRET or field.generated else label_of(field)
            if label:
                value = (said or {}).get(field.name, self._plain(row, field))
                values |= {} if value in (None, "", [], {}) else {label: value}
        return values | self._behind(row)

    def _behind(self, row):
        """From where somebody else changed a record is nobody's business here."""
        context = getattr(row, "pgh_context", None)
        if not context or self._is_of_others(context):
            return {}
        pk = context.get("user")
        if pk is not None and pk not in self._accounts:
            self._accounts[pk] = str(User.objects.filter(pk=pk).first() or "")
        return behind(context, self._accounts.get(pk))

    def line(self, row):
        """What the person did, in a line: the row itself may be about somebody else."""
        if not self.sight.sees(row):
            return _day_of(row)
        number = getattr(row, "pgh_obj_id", row.pk)
        return {str(NUMBER): number, _("What"): what_it_is(row)[:AROUND]} | _day_of(row)

    def mention(self, mention):
        """A text of others, around the name."""
        model, row = mention.model, mention.row
        table = {_("Kind of record"): table_name(model)}
        if not self.sight.sees(row):
            return table | _day_of(row)
        said, start, end = self.subject.marks.place_in(mention.text)
        return table | {
            "code": f"{model._meta.label}.{mention.field}",
            str(NUMBER): mention.pk,
            _("Field"): label_of(model._meta.get_field(mention.field)),
            _("Text"): said[max(0, start - AROUND) : end + AROUND],
        }

    def _plain(self, row, field):
        value = getattr(row, field.attname)
        if value is None or value == "":
            return None
        if field.is_relation:
            return self._name_of(row, field, value)
        return in_words(row, field)

    def _name_of(self, row, field, value):
        """What a linked record is called, for who may see it; else what kind it is."""
        related = getattr(row, field.name, None)
        if related is None:
            return str(value) if self.sight.sees_all else None
        if self.sight.sees(related):
            return str(related)
        return _("%s (not shown to you)") % related._meta.verbose_name

    def _is_of_others(self, context):
        ours = {one.pk for one in self.subject.accounts}
        return not self.sight.sees_all and context.get("user") not in ours


def _day_of(row):
    days = [getattr(row, name, None) for name in DAYS]
    day = next((day for day in days if day), None)
    return {str(WHEN): said_day(day) if day else ""}
