"""What every repeated row of the meeting form does: it is begun or empty, and checked or not."""

from django import forms
from django.utils.functional import cached_property

from agreements.engagement.forms.typed import split_rows

LONG = 20_000


class RowForm(forms.Form):
    """One row. Unchecked, it shows what was typed without judging it."""

    row_name = ""  # a translated pattern with %d
    begins_with = ()  # fields that make a row begun

    use_required_attribute = False

    def __init__(self, typed, *, number, position, check, roster=None):
        self.number, self.position, self.roster = number, position, roster
        prefix = f"{self.row_prefix}-{number}"
        starts = f"{prefix}-"
        initial = {
            name.removeprefix(starts): text
            for name, text in typed.items()
            if name.startswith(starts)
        }
        super().__init__(typed if check else None, prefix=prefix, initial=initial)

    @property
    def row_label(self):
        return self.row_name % self.position

    @cached_property
    def is_begun(self):
        return any(self.cleaned_data.get(name) for name in self.begins_with) or bool(self.errors)

    def require(self, name, message):
        """A begun row must have this field."""
        if not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, message)


def rows_from(form_class, typed, *, check, roster=None):
    """Build the rows that the text holds, no more than the limit."""
    rows = split_rows(typed, form_class.row_prefix)
    return [
        form_class(row, number=number, position=position, check=check, roster=roster)
        for position, (number, row) in enumerate(rows.items(), start=1)
    ]
