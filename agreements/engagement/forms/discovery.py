"""Forms of discovery: a box to write in, the party, and what kind of thing it is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import plain_helper
from agreements.engagement.discovery_kinds import StatementKind
from agreements.engagement.discovery_words import STATEMENT_NOTES
from agreements.engagement.models import InterestStatement, JointFinding, Question
from collabgov.kit.forms import (
    LONGEST_REASON,
    LONGEST_TEXT,
    PlacedErrorsMixin,
    VersionedFormMixin,
    limit_length,
)


class PartyField(forms.ModelChoiceField):
    """A party by the name of its organization; the only one is chosen already."""

    def __init__(self, **kwargs):
        super().__init__(queryset=None, **{"empty_label": _("Choose one"), **kwargs})

    def offer(self, parties):
        self.queryset = parties.select_related("organization")
        rows = list(self.queryset[:2])
        if self.required and len(rows) == 1:
            self.initial = rows[0].pk

    def label_from_instance(self, party):
        return party.organization.name


class PartiesField(forms.ModelMultipleChoiceField):
    """Several parties, each with a box to tick."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, party):
        return party.organization.name


def text_field(label, *, rows=4, most=LONGEST_TEXT, **kwargs):
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, widget=area, **kwargs)


class StatementForm(PlacedErrorsMixin, forms.Form):
    """What a party lets the others know about itself."""

    party = PartyField(label=_("Party"))
    kind = forms.ChoiceField(label=_("Kind"), widget=forms.RadioSelect)
    text = text_field(_("Statement"), help_text=_("In the party's own words."))

    def __init__(self, *args, parties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].offer(parties)
        self.fields["kind"].choices = kinds_with_notes()
        self.helper = plain_helper("party", "kind", "text")


def kinds_with_notes():
    return [(kind.value, f"{kind.label}: {STATEMENT_NOTES[kind]}") for kind in StatementKind]


class StatementEditForm(VersionedFormMixin, forms.ModelForm):
    """The same statement in other words."""

    kind = forms.ChoiceField(label=_("Kind"), widget=forms.RadioSelect)

    class Meta:
        model = InterestStatement
        fields = ["kind", "text"]
        labels = {"text": _("Statement")}
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds_with_notes()
        limit_length(self, text=LONGEST_TEXT)
        self.helper = plain_helper("kind", "text")


class AcknowledgeForm(PlacedErrorsMixin, forms.Form):
    """Which party has understood, and how it understands it."""

    party = PartyField(label=_("For which party"))
    note = text_field(
        _("How you understand it"),
        rows=3,
        most=LONGEST_REASON,
        required=False,
        help_text=_("Optional: in your own words, so that the others see they were heard."),
    )

    def __init__(self, *args, parties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].offer(parties)
        self.helper = plain_helper("party", "note")


class QuestionForm(PlacedErrorsMixin, forms.Form):
    """What a party wants to know."""

    party = PartyField(label=_("Raised by"))
    text = text_field(_("Question"), rows=3, most=LONGEST_REASON)

    def __init__(self, *args, parties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].offer(parties)
        self.helper = plain_helper("party", "text")


class QuestionEditForm(VersionedFormMixin, forms.ModelForm):
    """The same question in other words."""

    class Meta:
        model = Question
        fields = ["text"]
        labels = {"text": _("Question")}
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, text=LONGEST_REASON)
        self.helper = plain_helper("text")


class QuestionField(forms.ModelChoiceField):
    def label_from_instance(self, question):
        return question.text if len(question.text) <= 120 else f"{question.text[:119]}…"


class FindingForm(PlacedErrorsMixin, forms.Form):
    """What was found, which question it answers, and who had a part in it."""

    question = QuestionField(
        label=_("Question that it answers"),
        queryset=None,
        required=False,
        empty_label=_("None"),
        help_text=_("The finding closes it."),
    )
    text = text_field(_("Finding"))
    contributors = PartiesField(
        label=_("Parties that contributed"),
        queryset=None,
        help_text=_("At least two: what one found alone is not a joint finding."),
    )
    source_note = forms.CharField(
        label=_("Source"),
        max_length=200,
        required=False,
        help_text=_("Such as a visit, a comparison of two lists, a study."),
    )

    def __init__(self, *args, collaboration, parties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["question"].queryset = collaboration.questions.open().for_page()
        self.fields["contributors"].queryset = parties.select_related("organization")
        self.helper = plain_helper("question", "text", "contributors", "source_note")


class FindingEditForm(VersionedFormMixin, forms.ModelForm):
    """The same finding in other words."""

    class Meta:
        model = JointFinding
        fields = ["text", "source_note"]
        labels = {"text": _("Finding"), "source_note": _("Source")}
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, text=LONGEST_TEXT)
        self.helper = plain_helper("text", "source_note")


class ContributionForm(PlacedErrorsMixin, forms.Form):
    """One more party, and what it brought."""

    party = PartyField(label=_("Party"))
    note = text_field(_("What it brought"), rows=3, most=LONGEST_REASON, required=False)

    def __init__(self, *args, parties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].offer(parties)
        self.helper = plain_helper("party", "note")
