"""Form parts: a day-first date, what every form of the site shares."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from collabgov.kit.dates import parse_day


class DayInput(forms.DateInput):
    """A plain text box: the browser's own picker would show the browser's format, not ours."""

    template_name = "components/day_input.html"

    def __init__(self, attrs=None):
        super().__init__(attrs={"autocomplete": "off", "class": "day-input", **(attrs or {})})

    def format_value(self, value):
        if value is None or isinstance(value, str):
            return value
        return formats.date_format(value, "SHORT_DATE_FORMAT")


class DayField(forms.DateField):
    """A date typed day first in either language; see `collabgov.kit.dates.parse_day`."""

    widget = DayInput
    default_error_messages = {
        "invalid": _("Write the day first, such as 3 May 2026 or 3/5/2026."),
    }

    def to_python(self, value):
        if value in self.empty_values or not isinstance(value, str):
            return super().to_python(value) if value not in self.empty_values else None
        day = parse_day(value)
        if day is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day


def new_submission_id():
    """The hidden id of a fresh create form: saved twice, it makes one record."""
    return uuid.uuid4()
