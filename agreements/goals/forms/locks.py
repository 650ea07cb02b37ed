"""The form that closes a period."""

from crispy_forms.layout import Column, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import plain_helper
from collabgov.kit.forms import DayField, PlacedErrorsMixin


class LockForm(PlacedErrorsMixin, forms.Form):
    """From which day to which, and why."""

    starts_on = DayField(label=_("From"))
    ends_on = DayField(label=_("Until"))
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Such as: the report of this quarter is published."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(Row(Column("starts_on"), Column("ends_on")), "reason")
