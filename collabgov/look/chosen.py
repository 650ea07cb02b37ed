"""Which filters of a list are on, in words, each with the address of the list without it."""

import datetime as dt
from dataclasses import dataclass

from django import forms
from django.utils.formats import date_format

PLACES = ("page", "before", "after", "open", "format")  # they belong to the list as it was


@dataclass(frozen=True)
class Chosen:
    label: str
    words: str  # empty: the label says it all
    url: str


def chosen_of(form, data, path):
    """What was understood of a filter form, except what stands in sight anyway."""
    form.is_valid()
    in_sight = getattr(form, "in_sight", ())
    return [
        Chosen(str(field.label), _words(field, form.cleaned_data[name]), _without(name, data, path))
        for name, field in form.fields.items()
        if field.label and name not in in_sight and form.cleaned_data.get(name)
    ]


def _words(field, value):
    if isinstance(field, forms.BooleanField):
        return ""
    if isinstance(value, dt.date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        return str(dict(field.choices).get(value, value))
    return str(getattr(value, "label", value))


def _without(name, data, path):
    rest = data.copy()
    for key, values in data.lists():
        if key == name or key in PLACES or not any(values):
            del rest[key]
    return f"{path}?{rest.urlencode()}" if rest else path
