"""Forms of the problem definition and of shared terms."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import plain_helper
from agreements.engagement.models import ProblemDefinition, SharedTerm
from agreements.goals.forms.choosing import DecisionField
from collabgov.kit.filtering import ListFilter, search_field, tick_field
from collabgov.kit.forms import LONGEST_TEXT, PlacedErrorsMixin, VersionedFormMixin, limit_length

BETWEEN_NAMES = re.compile(r"[\n;,]")


class DefinitionForm(VersionedFormMixin, forms.ModelForm):
    """What the problem is, what belongs to it and what does not."""

    class Meta:
        model = ProblemDefinition
        fields = ["text", "in_scope", "out_scope", "source_note"]
        labels = {
            "text": _("The problem"),
            "in_scope": _("What belongs to it"),
            "out_scope": _("What does not belong to it"),
            "source_note": _("Source"),
        }
        help_texts = {
            "text": _("For whom it is a problem, where, since when, how large."),
            "in_scope": _("Whom, where and what the parties work on together."),
            "out_scope": _("The boundary: what each party goes on doing by itself."),
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 5}),
            "in_scope": forms.Textarea(attrs={"rows": 3}),
            "out_scope": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, text=LONGEST_TEXT, in_scope=LONGEST_TEXT, out_scope=LONGEST_TEXT)
        self.helper = plain_helper("text", "in_scope", "out_scope", "source_note")


class AgreedForm(PlacedErrorsMixin, forms.Form):
    """Which decision of a meeting says so, where one does."""

    decision = DecisionField(
        required=False,
        empty_label=_("None"),
        help_text=_("If the parties decided this in a meeting. The agreement holds without one."),
    )

    def __init__(self, *args, collaboration, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["decision"].offer(collaboration)
        self.helper = plain_helper("decision")


class NamesField(forms.CharField):
    """Other names, one to a line or with commas between them."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.Textarea(attrs={"rows": 3}), max_length=3_000, **kwargs)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, (list, tuple)) else value

    def clean(self, value):
        return [name.strip() for name in BETWEEN_NAMES.split(super().clean(value)) if name.strip()]


class TermForm(VersionedFormMixin, forms.ModelForm):
    """What a word means here, and what else people call it."""

    synonyms = NamesField(
        label=_("Also called"),
        required=False,
        help_text=_(
            "Other names for the same, one to a line. Whatever people type stays as it is."
        ),
    )

    class Meta:
        model = SharedTerm
        fields = ["term", "definition", "synonyms", "source_note"]
        labels = {
            "term": _("Term"),
            "definition": _("What it means here"),
            "source_note": _("Source"),
        }
        help_texts = {"source_note": _("Such as the regulation that defines it.")}
        widgets = {"definition": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, definition=LONGEST_TEXT)
        self.helper = plain_helper("term", "definition", "synonyms", "source_note")


class TermFilter(ListFilter):
    """Search in the terms; those that no longer hold are left out unless asked for."""

    q = search_field(_("Search the terms"))
    old = tick_field(_("Also earlier versions and terms not taken up"))

    def narrow(self, rows):
        rows = rows if self.chosen.get("old") else rows.current()
        return rows.mentioning(self.words)
