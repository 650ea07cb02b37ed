"""What an edit changed: kept with a line of the history, told in the reader's language."""

import datetime as dt

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import gettext as _

ARROW = " → "


def kept_of(record, names):
    """What the fields say, in words of no language: days, codes, texts on one line."""
    return {name: _kept(getattr(record, name)) for name in names}


def what_changed(before, after):
    """One line for each field that differs: its name, how it was and how it is."""
    pairs = ((name, said, after[name]) for name, said in before.items())
    return "\n".join(f"{name}: {old}{ARROW}{new}" for name, old, new in pairs if old != new)


def in_words(note, model):
    """The same for a reader; what is no such line stays as it is."""
    return "\n".join(_line(line, model) for line in note.splitlines())


def _kept(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.date):
        return value.isoformat()
    return " ".join(str(value).split())


def _line(line, model):
    name, colon, said = line.partition(": ")
    old, arrow, new = said.partition(ARROW)
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return line
    if not (colon and arrow):
        return line
    return f"{capfirst(str(field.verbose_name))}: {_shown(field, old)}{ARROW}{_shown(field, new)}"


def _shown(field, said):
    if not said:
        return _("empty")
    if isinstance(field, models.BooleanField):
        return _("Yes") if said == "yes" else _("No")
    if isinstance(field, models.DateField):
        return formats.date_format(dt.date.fromisoformat(said), "SHORT_DATE_FORMAT")
    return str(dict(field.flatchoices).get(said, said))
