"""What one's own calendar feed holds."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FeedForm(forms.Form):
    """One tick; everything else follows from what its owner may see."""

    with_due_dates = forms.BooleanField(
        label=_("Also the due dates of my organization's commitments"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )
