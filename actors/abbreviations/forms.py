"""A short form with its meaning, and narrowing the list of them."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from actors.search.filters import RegisterFilter
from actors.search.models import Abbreviation
from actors.search.words import words_of
from collabgov.kit.forms import PlacedErrorsMixin
from collabgov.kit.names import NameField


class AbbreviationForm(PlacedErrorsMixin, forms.ModelForm):
    class Meta:
        model = Abbreviation
        fields = ["short", "meaning"]
        field_classes = {"short": NameField, "meaning": NameField}
        help_texts = {
            "short": _("One word, as people type it, such as dinkes."),
            "meaning": _("The words it stands for, such as dinas kesehatan."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout("short", "meaning")

    def clean_short(self):
        """In lower case, and one word: the search looks up word by word."""
        short = self.cleaned_data["short"].lower()
        if words_of(short) != (short,):
            raise forms.ValidationError(_("Write one word of letters and digits."), code="words")
        return short

    def clean_meaning(self):
        meaning = self.cleaned_data["meaning"].lower()
        if not words_of(meaning):
            raise forms.ValidationError(_("Write the words it stands for."), code="words")
        return meaning


class AbbreviationFilter(RegisterFilter):
    q = forms.CharField(
        label=_("Search"), required=False, help_text=_("A short form, or words it stands for.")
    )

    def narrow(self, rows):
        return rows.search(self.asked.get("q", ""))
