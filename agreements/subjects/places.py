"""Where a person stands in the database, by the registry of personal fields."""

import json
from dataclasses import dataclass

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from actors.models import Person, User
from collabgov.kit.personal import Kind, fields_of, tables


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
    """A former state of a meeting is about the meeting, whoever it names."""
    return field.related_model in (None, Person, User)


def rows_by(subject, model):
    """Rows that the person wrote, confirmed or changed; who did it stays on record."""
    wanted = Q(pk__in=[])
    for field in fields_of(model, Kind.AUTHOR):
        wanted |= subject.at(field)
    return model._base_manager.filter(wanted)


def rows_naming(subject, model, field):
    """Rows whose text or JSON holds one of the person's words, whole words only."""
    text = f"{field.name}_as_text"
    wanted = Q(pk__in=[])
    for word in subject.words:
        wanted |= Q(**{f"{text}__icontains": json.dumps(word, ensure_ascii=False)[1:-1]})
        wanted |= Q(**{f"{text}__icontains": word})
    rows = model._base_manager.alias(**{text: Cast(field.name, TextField())}).filter(wanted)
    for row in rows.order_by("pk").iterator(chunk_size=500):
        if subject.is_in(getattr(row, field.name)) or not isinstance(getattr(row, field.name), str):
            yield row


def mentions(subject, models=None):
    """Free texts that name the person; nobody but their writers should change them."""
    for model in models if models is not None else tables():
        for field in fields_of(model, Kind.REVIEW):
            for row in rows_naming(subject, model, field):
                yield Mention(row, field.name, str(getattr(row, field.name)))
