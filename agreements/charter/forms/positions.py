"""The form in which a party says where it stands."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import plain_helper
from agreements.charter.stances import STANCE_NOTES, Stance
from collabgov.kit.forms import LONGEST_REASON, PlacedErrorsMixin


class PositionField(forms.ModelChoiceField):
    def label_from_instance(self, party):
        return party.organization.name


class PositionForm(PlacedErrorsMixin, forms.Form):
    """Where a party stands, and why."""

    party = PositionField(label=_("Party"), queryset=None, empty_label=_("Choose one"))
    stance = forms.ChoiceField(label=_("Position"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("An objection needs one; for the others it helps."),
    )

    def __init__(self, *args, parties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = parties
        self.fields["stance"].choices = [
            (stance.value, f"{stance.label}: {STANCE_NOTES[stance]}")
            for stance in Stance
            if stance != Stance.NOT_STATED
        ]
        self.helper = plain_helper("party", "stance", "reason")
