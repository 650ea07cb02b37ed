"""Forms about figures that differ: tell another one with its source, and say which stands."""

from crispy_forms.layout import Fieldset
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import plain_helper
from agreements.goals.models import Measurement
from collabgov.kit.forms import LONGEST_REASON, PlacedErrorsMixin
from collabgov.kit.numbers import NumberField

TOLD = "told"


class TellForm(PlacedErrorsMixin, forms.Form):
    """A figure that stands elsewhere, where that is, and what is known of the difference."""

    value = NumberField(label=_("The other figure"))
    source = forms.CharField(
        label=_("Source"),
        max_length=200,
        help_text=_("Where the figure comes from: a system, a survey, a register."),
    )
    why = forms.CharField(
        label=_("Why do they differ?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In a few words; it stays in the history."),
    )

    def __init__(self, *args, indicator, **kwargs):
        super().__init__(*args, **kwargs)
        unit = gettext("In percent") if indicator.is_share else indicator.unit
        self.fields["value"].help_text = unit
        self.helper = plain_helper(
            Fieldset(_("The other figure"), "value", "source", css_class="form-part"), "why"
        )


class RivalryForm(PlacedErrorsMixin, forms.Form):
    """Which figure stands, and why."""

    kept = forms.ChoiceField(
        label=_("Which figure stands?"), required=False, widget=forms.RadioSelect
    )
    resolution = forms.CharField(
        label=_("How was it resolved?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Such as: both sources were compared, 120 children were counted twice."),
    )

    def __init__(self, *args, rivalry, label, **kwargs):
        super().__init__(*args, **kwargs)
        rows = Measurement.objects.figures_of(rivalry).select_related("party__organization")
        self.figures = {str(row.pk): row for row in rows}
        choices = [(pk, label(row)) for pk, row in self.figures.items()]
        if rivalry.told_value is not None:
            choices.append((TOLD, f"{rivalry.told_words} ({rivalry.told_source})"))
        self.fields["kept"].choices = [*choices, ("", _("None of them"))]
        self.helper = plain_helper("kept", "resolution")

    def clean(self):
        """The figure itself in the place of its number."""
        facts = super().clean()
        chosen = facts.pop("kept", "")
        return {**facts, "kept": self.figures.get(chosen), "told_stands": chosen == TOLD}
