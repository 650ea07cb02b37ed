"""Forms of a shared goal, who supports it and which plans carry it."""

from crispy_forms.layout import Column, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import plain_helper
from agreements.documents.models import Document
from agreements.goals.forms.choosing import DecisionField, PartyField
from agreements.goals.kinds import BenefitDimension, PlanDocument
from agreements.goals.models import Goal, GoalSupport, PlanAlignment
from collabgov.kit.forms import (
    LONGEST_TEXT,
    PlacedErrorsMixin,
    VersionedFormMixin,
    limit_length,
)


class GoalForm(VersionedFormMixin, forms.ModelForm):
    """What the parties want to reach together, for whom, and who leads."""

    benefit = forms.ChoiceField(
        label=_("Whom it serves"),
        choices=BenefitDimension.choices,
        widget=forms.RadioSelect,
        initial=BenefitDimension.CLIENT,
    )
    lead = PartyField(
        label=_("Lead"),
        required=False,
        empty_label=_("Not decided yet"),
        help_text=_("The party that answers for it. Needed before the goal is agreed."),
    )

    class Meta:
        model = Goal
        fields = ["title", "description", "benefit", "lead"]
        labels = {"title": _("Goal"), "description": _("Description")}
        help_texts = {
            "title": _("What is different when it is reached, in one sentence."),
            "description": _("What belongs to it and what does not."),
        }
        widgets = {"description": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, collaboration, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, description=LONGEST_TEXT)
        self.fields["lead"].offer(collaboration, chosen=self.instance.lead_id)
        self.helper = plain_helper("title", "description", "benefit", "lead")


class GoalProposeForm(GoalForm):
    """The same for a new one: sent twice, it makes one goal."""

    submission_id = forms.UUIDField(widget=forms.HiddenInput)


class AgreeForm(PlacedErrorsMixin, forms.Form):
    """Which decision of the parties says so."""

    decision = DecisionField()

    def __init__(self, *args, collaboration, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["decision"].offer(collaboration)
        self.helper = plain_helper("decision")


class SupportEditForm(VersionedFormMixin, forms.ModelForm):
    """What a supporting party contributes."""

    class Meta:
        model = GoalSupport
        fields = ["role"]
        labels = {"role": _("What it contributes")}
        help_texts = {"role": _("In a few words, such as clean water or data.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("role")


class SupportForm(SupportEditForm):
    """Another party that supports the goal."""

    party = PartyField(label=_("Party"), empty_label=_("Choose one"))

    def __init__(self, *args, collaboration, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].offer(collaboration)
        self.helper = plain_helper("party", "role")


class PlanForm(VersionedFormMixin, forms.ModelForm):
    """A plan of one party that carries the goal: a promise that is in its papers."""

    party = PartyField(label=_("Party"), empty_label=_("Choose one"))
    plan = forms.ChoiceField(label=_("Plan"), choices=PlanDocument.choices)

    class Meta:
        model = PlanAlignment
        fields = [
            *("party", "plan", "title", "year_from", "year_to"),
            *("place", "is_priority", "document"),
        ]
        labels = {
            "title": _("Programme or activity"),
            "year_from": _("From year"),
            "year_to": _("To year"),
            "place": _("Where in the plan"),
            "is_priority": _("It is a priority programme"),
            "document": _("Document"),
        }

    def __init__(self, *args, collaboration, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].offer(collaboration, chosen=self.instance.party_id)
        document = self.fields["document"]
        here = Document.objects.filter(collaboration=collaboration)
        chosen = here.filter(pk=self.instance.document_id)
        document.queryset = (here.in_use() | chosen).order_by("title", "pk")
        document.empty_label = _("None")
        document.help_text = _("The plan itself, if it is among the documents.")
        for name in ("year_from", "year_to"):
            self.fields[name].widget = forms.TextInput(attrs={"inputmode": "numeric"})
        self.helper = plain_helper(
            "party",
            "plan",
            "title",
            Row(Column("year_from"), Column("year_to")),
            "place",
            "is_priority",
            "document",
        )
