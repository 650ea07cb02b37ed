"""Asking first when the register already has a row of the name that is being added."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

MOST_TWINS = 10


class TwinsFormMixin:
    """A model form of a new row; `twin_name` is the field that names it.

    Rows of that name come back once as `form.twins`, with a box to tick that this one is another.
    Put it before the form it completes, and `add_anyway` first in the layout.
    """

    twin_name = "name"
    twin_model = None  # for a form that is of no model, or of another one
    twins = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["add_anyway"] = forms.BooleanField(
            label=_("Add anyway"),
            required=False,
            widget=forms.CheckboxInput if self._was_asked() else forms.HiddenInput,
        )
        self.helper.layout.fields.insert(0, "add_anyway")

    def clean(self):
        cleaned = super().clean()
        name = self.cleaned_data.get(self.twin_name)
        is_settled = self.cleaned_data.get("add_anyway") or getattr(self, "is_searching", False)
        if name and not self.errors and not is_settled:
            self._ask_about(name)
        return cleaned

    def _was_asked(self):
        return bool(self.data.get(self.add_prefix("add_anyway")))

    def _ask_about(self, name):
        model = self.twin_model or self._meta.model
        rows = model.objects.for_list().alias(low=Lower(self.twin_name))
        self.twins = list(rows.filter(low=name.lower())[:MOST_TWINS])
        if self.twins:
            self.fields["add_anyway"].widget = forms.CheckboxInput()
            text = _("The register already has this name. Look at what is there before you add it.")
            self.add_error("add_anyway", ValidationError(text, code="twin"))
