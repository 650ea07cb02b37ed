"""Forms that draft, register and correct an agreement: kind, parties, subject, term."""

from crispy_forms.layout import HTML, Div, Field
from django import forms
from django.db.models import Q
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from agreements.instruments.forms.kinds import KindField
from agreements.instruments.forms.parties import PartiesMixin
from agreements.instruments.forms.parts import (
    PaperFields,
    Step,
    helper_of,
    plain_day,
    shown_when,
    side_by_side,
)
from agreements.instruments.kinds import Benefit, CooperationScope
from agreements.instruments.models import Agreement, AgreementType
from agreements.instruments.states import OVER, PATH, WRITING, AgreementState
from agreements.instruments.typing_in import open_details
from collabgov.kit.forms import LONGEST_TEXT, VersionedFormMixin, limit_length

FACTS = (
    *("title", "number", "subject", "scope", "is_mandatory", "benefits", "parent"),
    *("starts_on", "ends_on", "review_on", "legislature_needed", "source_note"),
)
YES_OR_NO = [("True", _("Yes, it must approve")), ("False", _("No"))]


class KindForm(forms.Form):
    """The first question: what kind of agreement; the rest asks only what that kind asks."""

    type = KindField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = helper_of(Step(1, _("What kind?"), "type"))


class FactsForm(VersionedFormMixin, forms.ModelForm):
    """What an agreement says on its first page."""

    starts_on = plain_day(label=_("In force from"), required=False)
    ends_on = plain_day(label=_("Last day"), required=False)
    review_on = plain_day(label=_("Review on"), required=False)
    benefits = forms.MultipleChoiceField(
        label=_("What for"),
        choices=Benefit.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Agreement
        fields = FACTS
        widgets = {"subject": forms.Textarea(attrs={"rows": 4})}
        labels = {"is_mandatory": _("The law obliges these regions to cooperate")}
        help_texts = {
            "number": _("As on the paper; leave it empty while there is none."),
            "source_note": _("Where this can be looked up, such as a decree or a report."),
        }

    no_parents = OVER  # the states in which an agreement is no parent for a new one

    def __init__(self, *args, kind, collaboration, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind, self.collaboration = kind, collaboration
        limit_length(self, subject=LONGEST_TEXT)
        scope = self.fields["scope"]
        scope.choices = [("", _("Not said")), *CooperationScope.choices]
        self._ask_for_parent()
        self._ask_for_legislature()
        self._ask_for_term()

    def _ask_for_parent(self):
        field, kind = self.fields["parent"], self.kind
        rows = Agreement.objects.filter(collaboration=self.collaboration)
        living = ~Q(state__in=self.no_parents) | Q(pk=self.instance.parent_id)
        field.queryset = rows.filter(living).exclude(pk=self.instance.pk).for_list()
        field.label_from_instance = label_of_parent
        field.required = False
        field.empty_label = _("Choose one") if kind.needs_parent else _("None")
        field.help_text = (
            _("This kind rests on another agreement. It can be named later, before signing.")
            if kind.needs_parent
            else _("The agreement that this one carries out, where there is one.")
        )

    def _ask_for_legislature(self):
        if not self.kind.asks_legislature:
            del self.fields["legislature_needed"]
            return
        self.fields["legislature_needed"] = forms.TypedChoiceField(
            label=_("Must the legislature (DPRD) approve?"),
            choices=YES_OR_NO,
            coerce=lambda value: value == "True",
            widget=forms.RadioSelect,
            help_text=Agreement._meta.get_field("legislature_needed").help_text,
        )
        said = str(self.instance.legislature_needed) if self.instance.pk else None
        self.initial["legislature_needed"] = said

    def _ask_for_term(self):
        self.fields["ends_on"].help_text = (
            _("Empty: it holds without a last day.")
            if self.kind.may_be_open_ended
            else _("This kind has a last day; it is needed before signing.")
        )
        self.fields["review_on"].help_text = _("Empty: %(days)s days before the last day.") % {
            "days": self.kind.review_days
        }

    def about(self):
        """The layout of what it is about and for how long, without what this form lacks."""
        legislature = ["legislature_needed"] if "legislature_needed" in self.fields else []
        return [
            "title",
            "number",
            "subject",
            Div("scope", shown_when("regions", "is_mandatory"), css_class="asks-more"),
            Field("benefits", wrapper_class="choices-inline"),
            "parent",
            side_by_side("starts_on", "ends_on"),
            "review_on",
            *legislature,
            "source_note",
        ]


def label_of_parent(agreement):
    number = f" ({agreement.number})" if agreement.number else ""
    return f"{agreement.type.short}: {agreement.title}{number} · {agreement.get_state_display()}"


class DraftForm(PartiesMixin, FactsForm):
    """A new agreement, in three numbered cards."""

    type = KindField()
    asked = forms.IntegerField(widget=forms.HiddenInput, required=False)
    submission_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["asked"] = self.kind.pk
        self.is_choosing = self._takes_another_kind()
        self.offer_parties()
        self.helper = helper_of(*self.cards())

    def _takes_another_kind(self):
        """Whether another kind was just chosen: then nothing is wrong yet, and nothing is saved."""
        if not self.is_bound:
            return False
        is_choosing = "choose" in self.data or self.data.get("asked") != str(self.kind.pk)
        self.data = self.data.copy()
        self.data["asked"] = str(self.kind.pk)
        return is_choosing

    def cards(self):
        return [
            Step(
                1,
                _("What kind?"),
                HTML('{% include "agreements/instruments/_kind_chosen.html" %}'),
            ),
            Step(2, _("About what, for how long?"), *self.about()),
            Step(3, _("Between whom?"), *self.party_rows()),
        ]

    def is_valid(self):
        return super().is_valid() and not self.is_choosing

    def full_clean(self):
        super().full_clean()
        if self.is_choosing:
            self._errors = ErrorDict(renderer=self.renderer)

    @property
    def facts(self):
        """What the verb takes beside the collaboration: the kind, the parties, every detail."""
        names = [name for name in FACTS if name in self.fields]
        given = {name: self.cleaned_data[name] for name in names}
        return given | {
            "type": self.cleaned_data["type"],
            "parties": self.chosen_parties,
            "submission_id": self.cleaned_data["submission_id"],
        }


class RegisterForm(PaperFields, DraftForm):
    """An agreement that was signed elsewhere: also the day, and the paper itself."""

    signed_on = plain_day(label=_("Signed on"))
    is_signed = True
    # What ended with its parent is registered too; what nobody signed yet is nobody's parent.
    no_parents = (*PATH, AgreementState.ABANDONED)
    paper_label = _("The signed paper")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_documents(self.collaboration)
        self.fields["starts_on"].help_text = _("Empty: the day of signing.")
        if self.kind.needs_parent:
            self.fields["parent"].help_text = _("This kind rests on another agreement.")
        if not self.kind.may_be_open_ended:
            self.fields["ends_on"].help_text = _("This kind has a last day.")

    def _ask_for_legislature(self):
        """Whoever had to approve it did, before it was signed."""
        del self.fields["legislature_needed"]

    def cards(self):
        paper = Step(4, _("The signed paper"), "signed_on", "document", "file")
        return [*super().cards(), paper]

    @property
    def facts(self):
        given = super().facts
        names = ("signed_on", "document", "file")
        given |= {name: self.cleaned_data[name] for name in names}
        given["starts_on"] = given["starts_on"] or given["signed_on"]
        return given


class EditForm(FactsForm):
    """What stands on the first page, corrected; what no longer may change is not asked."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kept = self.open_fields(self.instance)
        for name in [name for name in FACTS if name in self.fields and name not in kept]:
            del self.fields[name]
        parts = self.about() if self.instance.state in WRITING else kept
        self.helper = helper_of(Div(*parts))

    @classmethod
    def open_fields(cls, agreement):
        """Every detail while it is written; later what the paper leaves open, by its state."""
        if agreement.state in WRITING:
            return FACTS
        kept = open_details(agreement)
        return tuple(name for name in FACTS if name in kept)


def kinds_to_choose():
    return AgreementType.objects.in_use().prefetch_related("stages", "documents")
