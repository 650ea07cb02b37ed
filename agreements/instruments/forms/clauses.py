"""Forms of clauses: one, many at once from a text, an obligation that becomes a commitment."""

from crispy_forms.layout import Div
from django import forms
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from agreements.instruments.forms.parts import (
    SmallForm,
    helper_of,
    plain_day,
    shown_when,
    side_by_side,
)
from agreements.instruments.models import AgreementParty, Clause
from agreements.instruments.pasting import read_clauses
from collabgov.kit.forms import LONGEST_TEXT, VersionedFormMixin, limit_length

FIELDS = ("number", "text", "is_obligation", "owed_by", "due_on")
LONGEST_PASTE, MOST_CLAUSES = 60_000, 200


class ClauseForm(VersionedFormMixin, forms.ModelForm):
    """What a clause says; an obligation also says who owes it, until when."""

    owed_by = forms.ModelChoiceField(
        label=_("Owed by"),
        queryset=AgreementParty.objects.none(),
        required=False,
        empty_label=_("Choose the party"),
    )
    due_on = plain_day(
        label=_("Due"), required=False, help_text=_("Leave empty when the clause names no day.")
    )

    class Meta:
        model = Clause
        fields = FIELDS
        labels = {"is_obligation": _("Somebody owes something by this clause")}
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args, agreement, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, text=LONGEST_TEXT)
        field = self.fields["owed_by"]
        field.queryset = agreement.parties.for_list()
        field.label_from_instance = name_of
        self.helper = helper_of(
            "number",
            "text",
            Div(
                "is_obligation",
                shown_when("ticked", side_by_side("owed_by", "due_on")),
                css_class="asks-more",
            ),
        )

    def clean(self):
        """Who owes it is asked only of an obligation: what stands in a folded part is left out."""
        given = super().clean()
        if not given.get("is_obligation"):
            given |= {"owed_by": None, "due_on": None}
        elif not given.get("owed_by") and "owed_by" not in self.errors:
            self.add_error("owed_by", _("Say which party owes it."))
        return given


def name_of(place):
    return place.party.organization.label


class PasteForm(SmallForm):
    """A text whose numbered clauses become rows; first shown, then added."""

    text = forms.CharField(
        label=_("Text of the agreement"),
        max_length=LONGEST_PASTE,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Paste the clauses: Pasal 1, Pasal 2 ayat (1), 1., 2. … each becomes one."),
    )
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_text(self):
        self.clauses = read_clauses(self.cleaned_data["text"])
        if len(self.clauses) > MOST_CLAUSES:
            sentence = _("These are more than %(most)s clauses. Paste them in parts.")
            raise forms.ValidationError(sentence % {"most": MOST_CLAUSES})
        if any(len(clause.text) > LONGEST_TEXT for clause in self.clauses):
            raise forms.ValidationError(
                _("One clause is longer than %(most)s characters. Number its parts.")
                % {"most": LONGEST_TEXT}
            )
        return self.cleaned_data["text"]

    @property
    def was_shown(self):
        """Whether the reader has seen what this very text becomes."""
        return self.cleaned_data.get("shown") == fingerprint(self.cleaned_data["text"])


def fingerprint(text):
    """A short stand-in for a text: which text the reader was shown."""
    return salted_hmac("clause-paste", text).hexdigest()[:20]


class PromiseForm(SmallForm):
    """An obligation becomes a commitment: what and by when."""

    promise = forms.CharField(
        label=_("What it will do"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One sentence that another party can check: sends the data, signs the decree."),
    )
    due_on = plain_day(label=_("Due date"))
