"""Forms of ground rules: propose one, adopt several by a decision, withdraw one."""

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from agreements.capacity.arrangement_kinds import CoreValue
from agreements.capacity.models import GroundRule
from agreements.charter.forms.people import plain_helper
from agreements.engagement.decision_kinds import Settlement
from agreements.engagement.kinds import DecisionKind
from agreements.engagement.models import Decision
from agreements.goals.forms.choosing import LONGEST_CHOICE, DecisionField
from collabgov.kit.forms import (
    LONGEST_REASON,
    LONGEST_TEXT,
    PlacedErrorsMixin,
    VersionedFormMixin,
    limit_length,
)


class RulingField(DecisionField):
    """A procedural decision that holds and settles ground rules."""

    nothing_yet = (
        _(
            "No decision settles ground rules yet: record one in a meeting, as a procedural one"
            " that settles ground rules."
        ),
        "",
    )

    def offer(self, collaboration):
        rows = Decision.objects.standing().filter(
            meeting__collaboration=collaboration,
            kind=DecisionKind.PROCEDURAL,
            settles__contains=[Settlement.GROUND_RULES],
        )
        self.queryset = rows.for_list()


class RuleField(forms.ModelChoiceField):
    """A rule of the collaboration that holds; one chosen before stays."""

    def __init__(self, **kwargs):
        super().__init__(queryset=GroundRule.objects.none(), **kwargs)

    def offer(self, collaboration, *, chosen=None, but=None):
        here = GroundRule.objects.filter(collaboration=collaboration)
        rows = here.adopted() | here.filter(pk=chosen) if chosen else here.adopted()
        self.queryset = rows.exclude(pk=but).order_by("position", "pk")

    def label_from_instance(self, rule):
        return Truncator(rule.text).chars(LONGEST_CHOICE)


class RulesField(forms.ModelMultipleChoiceField):
    """Proposals to tick."""

    nothing_yet = (_("No rule waits for a decision: propose one first."), "ground-rule-create")

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(queryset=GroundRule.objects.none(), **kwargs)

    def label_from_instance(self, rule):
        return Truncator(rule.text).chars(LONGEST_CHOICE)


class RuleForm(VersionedFormMixin, forms.ModelForm):
    """One rule in a sentence, where it stands, and what it would replace."""

    core_value = forms.ChoiceField(
        label=_("Value"),
        required=False,
        choices=[("", _("None in particular")), *CoreValue.choices],
    )
    position = forms.IntegerField(label=_("Place in the list"), min_value=1, max_value=999)
    replaces = RuleField(label=_("Rule that it replaces"), required=False, empty_label=_("None"))

    class Meta:
        model = GroundRule
        fields = ["text", "core_value", "position", "replaces"]
        labels = {"text": _("Rule")}
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, collaboration, user, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, text=LONGEST_TEXT)
        chosen = self.instance.replaces_id
        self.fields["replaces"].offer(collaboration, chosen=chosen, but=self.instance.pk)
        if self.instance.pk is None:
            del self.fields["position"]  # a new one comes last
        elif self.instance.is_adopted:  # a decision adopted the words
            for name in ("text", "core_value", "replaces"):
                del self.fields[name]
        shown = [name for name in self.Meta.fields if name in self.fields]
        self.helper = plain_helper(*shown)


class AdoptForm(PlacedErrorsMixin, forms.Form):
    """Which proposals, by which decision."""

    rules = RulesField(
        label=_("Rules"),
        help_text=_("Those that the decision adopts; the others stay proposals."),
        error_messages={"required": _("Choose the rules that the decision adopts.")},
    )
    decision = RulingField(
        label=_("Decision"),
        help_text=_("A procedural decision that settles ground rules and holds."),
    )

    def __init__(self, *args, collaboration, user, **kwargs):
        super().__init__(*args, **kwargs)
        proposed = GroundRule.objects.filter(collaboration=collaboration).proposed()
        self.fields["rules"].queryset = proposed.order_by("position", "pk")
        self.fields["decision"].offer(collaboration)
        self.helper = plain_helper(*self.fields)


class WithdrawForm(PlacedErrorsMixin, forms.Form):
    """Why; and of a rule that holds, by which decision."""

    decision = RulingField(
        label=_("Decision that ends it"),
        help_text=_("A procedural decision that settles ground rules and holds."),
    )
    reason = forms.CharField(
        label=_("Reason"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args, rule, **kwargs):
        super().__init__(*args, **kwargs)
        if rule.is_adopted:
            self.fields["decision"].offer(rule.collaboration_id)
        else:
            del self.fields["decision"]
        self.helper = plain_helper(*self.fields)
