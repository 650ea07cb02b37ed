"""The filter of a list: what stands in the address, cleaned, and what the page shows of it."""

from functools import cache
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MOST_CHOICES = 300  # of a select; one that came with a link is offered beside them
MOST_WORDS = 8  # of a search that are looked for
SEARCH = _("Search")


def search_field(label=SEARCH, *, longest=100, help_text=""):
    widget = forms.TextInput(attrs={"type": "search", "class": "form-control"})
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=longest, widget=widget
    )


def choice_field(label, every, choices=(), *, of=forms.ChoiceField, **more):
    """One of `choices`, or `every`; a list that only the request knows is filled in `__init__`."""
    widget = forms.Select(attrs={"class": "form-select"})
    offered = [("", every), *choices]
    return of(label=label, required=False, choices=offered, widget=widget, **more)


def record_field(label, every):
    """One of the records that `ListFilter.offer` is given, or `every`."""
    widget = forms.Select(attrs={"class": "form-select"})
    return forms.ModelChoiceField(
        label=label, required=False, queryset=None, empty_label=every, widget=widget
    )


def tick_field(label):
    widget = forms.CheckboxInput(attrs={"class": "form-check-input", "value": "1"})
    return forms.BooleanField(label=label, required=False, widget=widget)


class ListFilter(forms.Form):
    """Whatever it does not understand it leaves out, and the page says so.

    Without the fields in `WHERE` the list would be about something else than was asked: one that
    names nothing the reader may see leaves no row. `components/list_filter.html` draws it.
    """

    in_sight = frozenset({"q"})  # what the page shows without unfolding anything
    stands_outside = True  # of the list that htmx asks for
    only_when_on: frozenset[str] = frozenset()  # fields that a link sets and nobody looks for
    WHERE: frozenset[str] = frozenset()
    nowhere = ""  # what the page says when one of those names nothing

    def __init__(self, data):
        super().__init__(data, auto_id="filter_%s")

    def offer(self, name, records, *, among=None):
        """Fill a select of `record_field` once it is drawn, each record under its short name.

        Args:
            name: of the field.
            records: the rows it may stand for, all of which the reader may see.
            among: those worth offering, where that is fewer; a link may still name another.
        """
        field: Any = self.fields[name]
        field.queryset = records

        @cache
        def choices():
            shown = (records if among is None else among)[:MOST_CHOICES]
            offered = {record.pk: record for record in shown}
            if asked := self.chosen.get(name):
                offered[asked.pk] = asked
            named = [(record.pk, _short(record)) for record in offered.values()]
            return [("", field.empty_label), *named]

        field.choices = choices

    @property
    def chosen(self):
        """What was understood and narrows the list, by name."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def words(self):
        """What is searched for, word by word."""
        return self.chosen.get("q", "").split()[:MOST_WORDS]

    @property
    def is_nowhere(self):
        """Whether it asks for a place that is not to be found, or not for this reader."""
        return not self.WHERE.isdisjoint(self.errors)

    @property
    def unknown(self):
        """What the fields are called whose value means nothing here, by name."""
        return {name: self.fields[name].label for name in self.errors}

    @property
    def carried(self):
        """(name, value) of what stands in the address beside the fields and stays there."""
        return ()

    @property
    def folded(self):
        """The fields behind "Filter"."""
        rest = self.only_when_on - self.chosen.keys()
        return [
            field
            for field in self.visible_fields()
            if field.name not in self.in_sight and field.name not in rest
        ]


def _short(record):
    return str(getattr(record, "label", record))
