"""The filters of a register's list: all in the address; nonsense is ignored, and that is said."""

from django import forms
from django.db.models import Q
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from collabgov.kit.ids import as_id

ACTIVE = [("", _("Active")), ("0", _("No longer active")), ("all", _("All"))]  # people
IN_USE = [("", _("In use")), ("0", _("No longer in use")), ("all", _("All"))]


class RegisterFilter(forms.Form):
    """A search box, and whether to show what is no longer in use; kinds add their own."""

    in_sight = frozenset({"q"})  # what the page shows without unfolding anything
    q = forms.CharField(label=_("Search"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field.widget, forms.Select):
                field.widget.attrs["class"] = "form-select"

    def full_clean(self):
        """An address from a stranger is no mistake of the reader: no field is shown as wrong."""
        super().full_clean()
        self.left_out = tuple(self._errors)
        self._errors = ErrorDict(renderer=self.renderer)

    @property
    def asked(self):
        """What was asked for and makes sense, by name."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def unknown(self):
        """The filters whose value means nothing here: what they are called, by name."""
        self.is_valid()
        labels = {name: self.fields[name].label for name in self.left_out}
        return {name: label for name, label in labels.items() if label}

    @property
    def in_force(self):
        """How many filters besides the search are set."""
        return len(self.asked.keys() - {"q"})

    @property
    def has_more(self):
        return len(self.fields) > 1

    @property
    def stands_outside(self):
        """The list that htmx asks for comes without its filters: it says again what is on."""
        return self.has_more

    @property
    def is_narrowed(self):
        return bool(self.asked)


def only_pk(text):
    """A condition on the row that a stranger's text names as its id; never an error."""
    return Q(pk=as_id(text))


def in_use(rows, asked):
    """Narrow to what is in use, no longer in use, or everything."""
    if asked == "all":
        return rows
    return rows.filter(is_active=asked != "0")
