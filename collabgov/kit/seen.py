"""Who answers to something answers to the words that they have read, not to what came after."""

from django import forms
from django.utils.translation import gettext as _

from collabgov.kit.errors import Refused
from collabgov.kit.models import Versioned

LONGEST_MARK = 40


def mark_of(record):
    """What tells one wording of a row from the next: its version, else when it was changed."""
    said = record.version if isinstance(record, Versioned) else record.updated_at.isoformat()
    return str(said)


def require_seen(record, seen):
    """Refused when the locked row is no longer what `seen` says; who saw none is not asked."""
    if seen and seen != mark_of(record):
        raise Refused(_("This has changed since you opened the page. Read it again, then answer."))


class SeenMixin:
    """A form page on which somebody answers to `self.record`: the form carries what they saw.

    Put it before the page; `carry_out` hands `self.seen` to the verb, which calls `require_seen`.
    What was typed stays in the form, and sending it again is an answer to what stands there now.
    """

    seen = None

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.fields["seen"] = forms.CharField(
            required=False,
            max_length=LONGEST_MARK,
            widget=forms.HiddenInput,
            initial=mark_of(self.record),
        )
        return form

    def form_valid(self, form):
        self.seen = form.cleaned_data.pop("seen")
        return super().form_valid(form)

    def form_invalid(self, form):
        if self.seen is not None:
            form.data = form.data.copy()
            form.data[form.add_prefix("seen")] = mark_of(self.record)
        return super().form_invalid(form)
