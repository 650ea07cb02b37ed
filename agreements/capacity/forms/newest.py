"""Selects over rows that grow without end: the newest stand in the page, the rest on request."""

from django.core.exceptions import ValidationError
from django.forms.models import ModelChoiceIterator

NEWEST = 20


class NewestFirst(ModelChoiceIterator):
    """The first of an ordered queryset, and what is chosen already, however old."""

    def __iter__(self):
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        rows = self.queryset if self.field.shows_all else self.queryset[:NEWEST]
        found = list(rows)
        kept = self.field.kept()
        if kept is not None and kept not in found:
            yield self.choice(kept)
        yield from map(self.choice, found)


class NewestMixin:
    """For a ModelChoiceField whose queryset begins with the newest; every row stays valid."""

    iterator = NewestFirst
    shows_all, value = False, None

    def get_bound_field(self, form, field_name):
        bound = super().get_bound_field(form, field_name)
        self.value = bound.value()
        return bound

    def kept(self):
        """What the address, the record or the sender names; None where that is nothing of here."""
        try:
            return self.to_python(self.value)
        except ValidationError:
            return None

    def has_older(self):
        return self.queryset.order_by()[NEWEST : NEWEST + 1].exists()
