"""Forms of indicators, their baselines and targets."""

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actors.regions.choosing import ChoosingFormMixin
from agreements.charter.forms.people import plain_helper
from agreements.goals.forms.choosing import DecisionField, where_field
from agreements.goals.kinds import Direction, IndicatorLevel
from agreements.goals.models import Indicator
from agreements.goals.words import DIRECTION_NOTES, LEVEL_NOTES
from collabgov.kit.forms import (
    LONGEST_REASON,
    LONGEST_TEXT,
    DayField,
    PlacedErrorsMixin,
    VersionedFormMixin,
    limit_length,
)
from collabgov.kit.numbers import NumberField

PART = "form-part"


def described(kinds, notes):
    return [(kind.value, f"{kind.label}: {notes[kind]}") for kind in kinds]


class IndicatorForm(VersionedFormMixin, forms.ModelForm):
    """What is counted, in which unit, where from and how often."""

    level = forms.ChoiceField(label=_("Level"), widget=forms.RadioSelect)
    direction = forms.ChoiceField(
        label=_("Direction"), widget=forms.RadioSelect, initial=Direction.UP
    )

    class Meta:
        model = Indicator
        fields = [
            *("name", "level", "unit", "is_share", "direction"),
            *("definition", "source", "frequency", "note"),
        ]
        labels = {
            "name": _("Name"),
            "unit": _("Unit"),
            "is_share": _("It is a share of a whole"),
            "definition": pgettext_lazy("indicator", "Definition"),
            "source": _("Source of the data"),
            "frequency": _("How often"),
            "note": _("Note"),
        }
        help_texts = {"name": _("Such as “Children who left stunting”.")}
        widgets = {
            "definition": forms.Textarea(attrs={"rows": 4}),
            "note": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, definition=LONGEST_TEXT, note=LONGEST_REASON)
        self.fields["level"].choices = described(IndicatorLevel, LEVEL_NOTES)
        self.fields["direction"].choices = described(Direction, DIRECTION_NOTES)
        self.helper = plain_helper(
            Fieldset(_("What is counted"), "name", "level", "definition", css_class=PART),
            Fieldset(_("How to read it"), "unit", "is_share", "direction", css_class=PART),
            Fieldset(
                _("Where it comes from"),
                Row(Column("source"), Column("frequency")),
                "note",
                css_class=PART,
            ),
        )


class WhereForm(ChoosingFormMixin, PlacedErrorsMixin, forms.Form):
    """A region, or none for all of them together."""

    region = where_field()


class BaselineForm(WhereForm):
    """Where the indicator started."""

    value = NumberField(label=_("Value"))
    as_of = DayField(label=_("As of"))
    decision = DecisionField(label=_("Set by the decision"))
    source_note = forms.CharField(label=_("Source"), max_length=200, required=False)

    field_order = ("value", "as_of", "region", "decision", "source_note")

    def __init__(self, *args, indicator, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["value"].label = f"{self.fields['value'].label} ({indicator.unit})"
        self.fields["decision"].offer(indicator.goal.collaboration_id)
        self.fields["as_of"].widget.attrs["data-chips"] = "none"
        self.helper = plain_helper(
            Row(Column("value"), Column("as_of")), "region", "decision", "source_note"
        )


class TargetForm(WhereForm):
    """Where it shall be by a day: one value, or two bounds."""

    value = NumberField(label=_("Value"))
    lower = NumberField(label=_("At least"))
    upper = NumberField(label=_("At most"))
    due_on = DayField(label=_("To be reached by"))
    decision = DecisionField(label=_("Set by the decision"))
    note = forms.CharField(label=_("Note"), max_length=200, required=False)

    field_order = ("value", "lower", "upper", "due_on", "region", "decision", "note")

    def __init__(self, *args, indicator, **kwargs):
        super().__init__(*args, **kwargs)
        is_range = indicator.direction == Direction.RANGE
        for name in ("value",) if is_range else ("lower", "upper"):
            del self.fields[name]
        numbers = ["lower", "upper"] if is_range else ["value"]
        for name in numbers:
            self.fields[name].label = f"{self.fields[name].label} ({indicator.unit})"
        self.fields["decision"].offer(indicator.goal.collaboration_id)
        self.fields["due_on"].widget.attrs["data-chips"] = "none"
        self.helper = plain_helper(
            Row(*(Column(name) for name in numbers)), "due_on", "region", "decision", "note"
        )
