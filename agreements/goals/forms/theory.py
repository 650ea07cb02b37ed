"""Forms of the theory of change: its summary, results, links and positions."""

from crispy_forms.layout import Column, Row
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.charter.forms.people import plain_helper
from agreements.goals.forms.choosing import GoalField
from agreements.goals.kinds import ResultKind
from agreements.goals.models import Result, ResultLink, TheoryOfChange
from agreements.goals.words import RESULT_NOTES
from collabgov.kit.forms import (
    LONGEST_REASON,
    LONGEST_TEXT,
    VersionedFormMixin,
    limit_length,
)


class SummaryForm(VersionedFormMixin, forms.ModelForm):
    """The theory in a few sentences."""

    class Meta:
        model = TheoryOfChange
        fields = ["summary"]
        labels = {"summary": _("In short")}
        widgets = {"summary": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, summary=LONGEST_TEXT)
        self.helper = plain_helper("summary")


class ResultForm(VersionedFormMixin, forms.ModelForm):
    """One step: what is done, what comes out of it, what changes."""

    kind = forms.ChoiceField(label=_("Kind"), widget=forms.RadioSelect)
    goal = GoalField(
        label=_("Shared goal"),
        required=False,
        empty_label=_("None"),
        help_text=_("If this result is what one of the shared goals wants to reach."),
    )

    class Meta:
        model = Result
        fields = ["kind", "title", "goal"]
        labels = {"title": _("What")}
        help_texts = {"title": _("In a few words, such as “Children are weighed every month”.")}

    def __init__(self, *args, collaboration, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [
            (kind.value, f"{kind.label}: {RESULT_NOTES[kind]}") for kind in ResultKind
        ]
        self.fields["goal"].offer(collaboration, chosen=self.instance.goal_id)
        self.helper = plain_helper("title", "kind", "goal")


class ResultField(forms.ModelChoiceField):
    """A result of one theory, with its kind before it."""

    def __init__(self, **kwargs):
        super().__init__(queryset=Result.objects.none(), empty_label=_("Choose one"), **kwargs)

    def label_from_instance(self, result):
        return f"{result.get_kind_display()}: {result.title}"


class AssumptionForm(VersionedFormMixin, forms.ModelForm):
    """What must hold so that the one result leads on to the other."""

    class Meta:
        model = ResultLink
        fields = ["assumption"]
        labels = {"assumption": _("On the assumption that")}
        help_texts = {"assumption": _("What must hold so that the one leads on to the other.")}
        widgets = {"assumption": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, assumption=LONGEST_REASON)
        self.helper = plain_helper("assumption")


class LinkForm(AssumptionForm):
    """Which result leads to which, and on which assumption."""

    cause = ResultField(label=pgettext_lazy("result", "This"))
    effect = ResultField(label=pgettext_lazy("result", "Leads to this"))

    def __init__(self, *args, theory, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("cause", "effect"):
            self.fields[name].queryset = theory.results.in_order()
        self.helper = plain_helper(Row(Column("cause"), Column("effect")), "assumption")
