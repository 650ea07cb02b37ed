"""Lines by their reason: whatever the page shows under "Reason" can be asked for."""

from functools import cache

from django.db import models
from django.db.models import F, Func, Q, TextField, Value
from django.db.models.fields.json import KeyTextTransform
from django.utils import translation

from actors.audit.codes import codes_read_as
from actors.audit.reasons import readings
from collabgov.kit.audit import event_model
from dashboards.audit.tables import CONTACTS, key_of

NAMED = {"reason", "why"}  # what a column is called that holds a reason, as the code has it


def rows_because(rows, text):
    """The rows of a table of changes whose reason, as the page shows it, holds this text."""
    condition = Q(pgh_context__reason__icontains=text)
    for column in columns_of_reasons(rows.model.pgh_tracked_model):
        condition |= Q(**{f"{column}__icontains": text})
    return _with_made_ones(rows, KeyTextTransform("reason", "pgh_context"), condition, text)


def events_because(rows, text):
    """The events of the log whose reason holds this text."""
    condition = Q(details__reason__icontains=text) | Q(details__why__icontains=text)
    condition |= Q(details__why__in=codes_read_as(text))
    return _with_made_ones(rows, KeyTextTransform("reason", "details"), condition, text)


@cache
def columns_of_reasons(model):
    """The columns of a table that say why, found by what they are called."""
    held = {field.name for field in event_model(model)._meta.local_fields}
    hidden = CONTACTS.get(key_of(model), ())
    return tuple(
        field.name
        for field in model._meta.local_fields
        if field.name in held and field.name not in hidden and _says_why(field)
    )


def _says_why(field):
    is_text = isinstance(field, models.TextField | models.CharField) and not field.choices
    with translation.override(None):
        return is_text and str(field.verbose_name) in NAMED


def _with_made_ones(rows, stored, condition, text):
    """Also reasons that the program made: kept neutral, read here as the reader reads them."""
    shown = {}
    for number, reading in enumerate(readings(text)):
        shown[f"reading_{number}"] = _read(reading)
        condition |= Q(stored__startswith=reading.beginning) & Q(
            **{f"reading_{number}__icontains": text}
        )
    return rows.alias(stored=stored, **shown).filter(condition)


def _read(reading):
    """The reason in the reader's words; what the pattern does not fit stays as it is kept."""
    arguments = (F("stored"), Value(reading.pattern), Value(reading.sentence))
    return Func(*arguments, function="regexp_replace", output_field=TextField())
