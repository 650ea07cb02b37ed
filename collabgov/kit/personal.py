"""The registry of personal fields: what a person may ask to see, and what becomes of it at erasure.

Each app says in its module `personal.py` what every field that could tell something about
somebody holds: each text without a fixed list of choices, each JSON, address or file column, and
each link to a person or an account, or to a row that is somebody's (a post, a seat in a meeting).
`tests/architecture/test_personal.py` fails on a field that nobody has declared. A line for a new
model:

    declare(
        "actors.Invitation",
        email=ADDRESS,                  # an address: the row is about whoever it belongs to
        person=LINK,                    # the row is about this person; the link itself stays
        appointment=LINK,               # about whoever holds that post, likewise
        invited_by=AUTHOR,              # somebody did it; that stays, under the name they then have
        token_hash=SECRET,              # nobody ever sees it; not in an export
        note=REVIEW,                    # free text: places with the name are listed, not changed
        place=impersonal("an organization's, not a person's"),
    )

The other words: NAME (becomes "Removed person 12"), EMPTY (emptied), DROP (the row goes when this
link is the person's), COPY (a copy that the site made, in JSON or a label: their name, addresses
and numbers are blotted out in it), FROZEN (free text of somebody that no verb edits any more,
such as a line of a history: told like REVIEW, blotted like COPY).
A table of events (`@tracked`) follows its model by itself. Tables of libraries are declared too,
in the app that brings them in; `whole_table("sessions.Session", "why")` says that no field of a
table is about anybody.
"""

from dataclasses import dataclass
from enum import Enum, auto

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.module_loading import autodiscover_modules

OPEN_TEXTS = (models.CharField, models.TextField, models.JSONField, models.BinaryField)
OTHER_KINDS = (models.GenericIPAddressField, models.FileField, models.GeneratedField)
PEOPLE = ("actors.Person", "actors.User")


class Kind(Enum):
    NAME = auto()
    EMPTY = auto()
    ADDRESS = auto()
    COPY = auto()
    REVIEW = auto()
    FROZEN = auto()
    LINK = auto()
    DROP = auto()
    AUTHOR = auto()
    SECRET = auto()
    IMPERSONAL = auto()


@dataclass(frozen=True)
class Treatment:
    """What a field holds; `why` where that is not plain."""

    kind: Kind
    why: str = ""


NAME, EMPTY, ADDRESS, COPY, REVIEW, FROZEN, LINK, DROP, AUTHOR, SECRET = (
    Treatment(kind) for kind in list(Kind)[:-1]
)
# Columns that django-pghistory adds to the copy of a row.
OF_EVENTS = {
    "pgh_label": Treatment(Kind.IMPERSONAL, "insert, update or delete"),
    "pgh_obj": Treatment(Kind.LINK, "the row that this is a former state of"),
    "pgh_context": Treatment(Kind.AUTHOR, "who was behind the change, from which address"),
    "pgh_context_id": Treatment(Kind.IMPERSONAL, "a number"),
}

_fields: dict[str, dict[str, Treatment]] = {}
_tables: dict[str, str] = {}


def impersonal(why):
    """A text that is about nobody, in a word or two."""
    return Treatment(Kind.IMPERSONAL, why)


def declare(model, **fields):
    """Say what the fields of a table hold; each table has one declaration."""
    if model in _fields:
        raise ValueError(f"{model} is declared twice")
    _fields[model] = fields


def whole_table(model, why):
    """A table that holds nothing about anybody, or nothing that can be told apart."""
    _tables[model] = why


def treatments(model):
    """The declared fields of a model: name → treatment."""
    _load()
    tracked = getattr(model, "pgh_tracked_model", None)
    if tracked is None:
        return dict(_fields.get(model._meta.label, {}))
    return {
        **{
            name: treatment
            for name, treatment in _fields.get(tracked._meta.label, {}).items()
            if name in {field.name for field in model._meta.concrete_fields}
        },
        **OF_EVENTS,
    }


def fields_of(model, *kinds):
    """Those fields of a model that are of these kinds, as Django fields."""
    said = treatments(model)
    return [
        field
        for field in model._meta.concrete_fields
        if field.name in said and said[field.name].kind in kinds
    ]


def tables(*, events=False):
    """Every table that is really there, without or with the tables of events."""
    _load()
    for model in apps.get_models(include_auto_created=True):
        is_real = model._meta.managed and not model._meta.proxy
        if is_real and (events or not hasattr(model, "pgh_tracked_model")):
            yield model


def could_be_personal(field):
    """Whether a column can say something about somebody and needs a declaration."""
    if field.related_model is not None:
        return is_people(field.related_model) or bool(links_to_people(field.related_model))
    if isinstance(field, ArrayField):  # a list says what each of its members can say
        return could_be_personal(field.base_field)
    return isinstance(field, (*OPEN_TEXTS, *OTHER_KINDS)) and not field.choices


def is_people(model):
    return model._meta.label in PEOPLE


def links_to_people(model):
    """The columns by which rows of a table are somebody's: a post is its holder's."""
    return [field for field in fields_of(model, Kind.LINK) if is_people(field.related_model)]


def undeclared():
    """Fields that nobody has declared, as "app.Model.field"."""
    missing = []
    for model in tables(events=True):
        if model._meta.label in _tables:
            continue
        said = treatments(model)
        missing += [
            f"{model._meta.label}.{field.name}"
            for field in model._meta.concrete_fields
            if could_be_personal(field) and field.name not in said
        ]
    return missing


def gone():
    """Declarations of tables or fields that do not exist, as "app.Model.field"."""
    _load()
    there = {model._meta.label: model for model in tables(events=True)}
    stale = [label for label in {*_fields, *_tables} if label not in there]
    for label in _fields.keys() & there.keys():
        names = {field.name for field in there[label]._meta.concrete_fields}
        stale += [f"{label}.{name}" for name in _fields[label] if name not in names]
    return stale


def _load():
    autodiscover_modules("personal")
