"""Asking first when the register already has what seems to be added again."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from actors.duplicates.names import numbers_in

MOST_TWINS = 10
SAME = _(
    "The register has this name already. Look below at what is there; "
    "if it is another one, tick “It is another one: add it”."
)
ALIKE = _(
    "The register has names like this one. Look below at what is there; "
    "if it is another one, tick “It is another one: add it”."
)


class TwinsFormMixin:
    """A model form of a new row; `twin_name` is the field that names it.

    Rows of that name, and those whose name is like it, come back once as `form.twins`, with a box
    to tick that this is another one. Asked last, when nothing else is wrong.
    Put it before the form it completes.
    """

    twin_name = "name"
    twin_model = None  # for a form that is of no model, or of another one
    twins = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["add_anyway"] = forms.BooleanField(
            label=_("It is another one: add it"),
            required=False,
            widget=forms.CheckboxInput if self._was_asked() else forms.HiddenInput,
        )
        self.fields["add_anyway"].error_says_all = True
        self.helper.layout.fields.insert(0, "add_anyway")

    def full_clean(self):
        super().full_clean()
        if not self.is_bound or self.errors or getattr(self, "is_searching", False):
            return
        name = self.cleaned_data.get(self.twin_name)
        if name and not self.cleaned_data.get("add_anyway"):
            self._ask_about(name)

    def alike(self, rows, name):
        """Rows whose name is nearly this one, the likeliest first."""
        return rows.resembling(name)

    def _may_be(self, row, name):
        """School 1 and school 2 are two, however like their names are."""
        return numbers_in(getattr(row, self.twin_name)) == numbers_in(name)

    def _was_asked(self):
        return bool(self.data.get(self.add_prefix("add_anyway")))

    def _ask_about(self, name):
        rows = (self.twin_model or self._meta.model).objects.for_list()
        same = list(rows.alias(low=Lower(self.twin_name)).filter(low=name.lower())[:MOST_TWINS])
        near = [
            row for row in self.alike(rows, name) if row not in same and self._may_be(row, name)
        ]
        self.twins = (same + near)[:MOST_TWINS]
        if self.twins:
            self.fields["add_anyway"].widget = forms.CheckboxInput()
            self.add_error("add_anyway", ValidationError(SAME if same else ALIKE, code="twin"))
