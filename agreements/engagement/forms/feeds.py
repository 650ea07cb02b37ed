"""What one's own calendar feed holds."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FeedForm(forms.Form):
    """One tick; everything else follows from what its owner may see."""

    # Which address there was when the page was opened: a page sent twice makes no second one.
    seen = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    with_due_dates = forms.BooleanField(
        label=_("Also the due dates of my organization's commitments"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )
