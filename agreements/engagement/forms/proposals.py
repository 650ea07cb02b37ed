"""Forms of proposals and assessments: propose, answer, write an entry."""

from crispy_forms.layout import Column, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import plain_helper
from agreements.engagement.discovery_kinds import AssessmentSection, ProposalKind
from agreements.engagement.forms.discovery import PartyField, text_field
from agreements.engagement.models import AssessmentEntry, Proposal
from collabgov.kit.forms import (
    LONGEST_REASON,
    LONGEST_TEXT,
    DayField,
    PlacedErrorsMixin,
    VersionedFormMixin,
    limit_length,
)


class ProposalForm(PlacedErrorsMixin, forms.Form):
    """What a party proposes, and to whom."""

    from_party = PartyField(label=_("Proposed by"))
    to_party = PartyField(
        label=_("Addressed to"),
        required=False,
        empty_label=_("All parties"),
        help_text=_(
            "A party answers for itself; where it is all, or nobody speaks for the party, the "
            "coordinator does."
        ),
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=ProposalKind.choices,
        initial=ProposalKind.IDEA,
        widget=forms.RadioSelect,
    )
    title = forms.CharField(label=_("Title"), max_length=200)
    text = text_field(_("Proposal"), rows=6)

    def __init__(self, *args, own, parties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["from_party"].offer(own)
        self.fields["to_party"].offer(parties)
        self.helper = plain_helper(
            Row(Column("from_party"), Column("to_party")), "kind", "title", "text"
        )


class ProposalEditForm(VersionedFormMixin, forms.ModelForm):
    """The same proposal in other words."""

    kind = forms.ChoiceField(
        label=_("Kind"), choices=ProposalKind.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = Proposal
        fields = ["kind", "title", "text"]
        labels = {"title": _("Title"), "text": _("Proposal")}
        widgets = {"text": forms.Textarea(attrs={"rows": 6})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, text=LONGEST_TEXT)
        self.helper = plain_helper("kind", "title", "text")


class AcceptForm(PlacedErrorsMixin, forms.Form):
    """Yes, with a word if there is one to say."""

    answer = text_field(_("Answer"), rows=3, most=LONGEST_REASON, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("answer")


class ReturnForm(PlacedErrorsMixin, forms.Form):
    """Not like this: what has to change."""

    answer = text_field(
        _("Why it is returned"),
        rows=3,
        most=LONGEST_REASON,
        help_text=_("What has to change, so that it can be submitted again."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("answer")


class DecisionField(forms.ModelChoiceField):
    def label_from_instance(self, decision):
        return decision.text if len(decision.text) <= 120 else f"{decision.text[:119]}…"


class CameToForm(PlacedErrorsMixin, forms.Form):
    """The decision that came of a proposal."""

    decision = DecisionField(label=_("Decision"), queryset=None, empty_label=_("Choose one"))

    def __init__(self, *args, decisions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["decision"].queryset = decisions
        self.helper = plain_helper("decision")


class AssessmentForm(PlacedErrorsMixin, forms.Form):
    """What is looked at together, and when."""

    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        help_text=_("Such as “Data on children in Polewali: where do we stand?”"),
    )
    held_on = DayField(label=_("Day"), initial=timezone.localdate)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("title", "held_on")


class EntryForm(PlacedErrorsMixin, forms.Form):
    """One thing, in one of the three sections."""

    section = forms.ChoiceField(
        label=_("Section"), choices=AssessmentSection.choices, widget=forms.RadioSelect
    )
    text = text_field(_("Entry"), rows=3, most=LONGEST_REASON)
    party = PartyField(label=_("Party"), required=False, empty_label=_("Said by all together"))

    def __init__(self, *args, parties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].offer(parties)
        self.helper = plain_helper("section", "text", "party")


class EntryEditForm(VersionedFormMixin, forms.ModelForm):
    """The same entry in other words."""

    class Meta:
        model = AssessmentEntry
        fields = ["text"]
        labels = {"text": _("Entry")}
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, text=LONGEST_REASON)
        self.helper = plain_helper("text")
