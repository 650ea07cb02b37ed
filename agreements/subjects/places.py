"""Where a person stands in the database, by the registry of personal fields."""

from dataclasses import dataclass

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from actors.models import Person, User
from agreements.subjects.matching import texts_in
from collabgov.kit.personal import Kind, fields_of, is_people, links_to_people, tables

CONTEXT, FORMER = "pgh_context", "pgh_obj"
WHO = frozenset({"user", "role", "organization", "request", "ip", "command"})


@dataclass(frozen=True)
class Mention:
    """A text that somebody wrote and in which the person is named."""

    row: object
    field: str
    text: str

    @property
    def model(self):
        return type(self.row)

    @property
    def pk(self):
        return self.row.pk


def rows_about(subject, model):
    """Rows that are about the person: theirs by a link, an address, or being the record itself."""
    wanted = Q(pk__in=[])
    if model is Person:
        wanted |= Q(pk__in=[one.pk for one in subject.people])
    if model is User:
        wanted |= Q(pk__in=[one.pk for one in subject.accounts])
    for field in fields_of(model, Kind.LINK, Kind.ADDRESS, Kind.DROP):
        if is_about_people(field):
            wanted |= subject.at(field)
    return model._base_manager.filter(wanted)


def is_about_people(field):
    """A former state of a meeting is about the meeting, whoever it names.

    What hangs on somebody's post is about them as the post is: who signed, and when.
    """
    model = field.related_model
    if model is None or is_people(model):
        return True
    return field.name != FORMER and bool(links_to_people(model))


def rows_by(subject, model):
    """Rows that the person wrote, confirmed or changed; who did it stays on record."""
    wanted = Q(pk__in=[])
    for field in fields_of(model, Kind.AUTHOR):
        wanted |= subject.at(field)
    return model._base_manager.filter(wanted)


def rows_naming(subject, model, field, *, near=False):
    """Rows whose text or JSON names the person; `near` also by a single unusual word."""
    rough = subject.marks.rough(near=near)
    if not rough:
        return
    text = f"{field.name}_as_text"
    rows = model._base_manager.alias(**{text: Cast(field.name, TextField())})
    rows = rows.filter(**{f"{text}__iregex": rough})
    for row in rows.order_by("pk").iterator(chunk_size=500):
        if subject.marks.is_in(said_in(row, field.name), near=near):
            yield row


def said_in(row, name):
    """What a column says; of who was behind a change, only what they or the program wrote."""
    value = getattr(row, name)
    if name == CONTEXT and value:
        return {key: one for key, one in value.items() if key not in WHO}
    return value


def copies_in(model):
    """Columns in which the site itself copied something, and those that nobody can edit."""
    columns = [column for column in model._meta.concrete_fields if column.name == CONTEXT]
    return [*fields_of(model, Kind.COPY, Kind.FROZEN), *columns]


def mentions(subject, models=None, *, near=False):
    """Free texts that name the person; of those that can change, their writers change them.

    `near`: also what holds only an unusual word of the name, copies included.
    """
    for model in models if models is not None else tables():
        fields = fields_of(model, Kind.REVIEW, *([] if near else [Kind.FROZEN]))
        for field in [*fields, *copies_in(model)] if near else fields:
            for row in rows_naming(subject, model, field, near=near):
                yield Mention(row, field.name, _in_a_line(said_in(row, field.name)))


def _in_a_line(value):
    """Lists and JSON read as one text, each word as it was written: no quotes, nothing escaped."""
    return "; ".join(texts_in(value))
