"""The form of one stakeholder: who it is, what it has at stake, who speaks for it."""

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from actors.organizations.choosing import ChoosingFormMixin, OrganizationField
from actors.organizations.models import Organization
from agreements.charter.forms.people import plain_helper
from agreements.charter.guidance import INFLUENCE_NOTES, INTEREST_NOTES
from agreements.charter.kinds import Degree, Leaning
from agreements.charter.stakeholders import Stakeholder
from collabgov.kit.forms import LONGEST_REASON, VersionedFormMixin, limit_length
from collabgov.kit.names import NameField

PART = "form-part"


def described(notes):
    """The three degrees, highest first, each with what it means here."""
    return [(degree.value, f"{degree.label}: {notes[degree]}") for degree in reversed(Degree)]


class DegreeField(forms.TypedChoiceField):
    """One of three described steps."""

    def __init__(self, *, notes, **kwargs):
        super().__init__(
            choices=lambda: described(notes), coerce=int, widget=forms.RadioSelect, **kwargs
        )


class StakeholderForm(ChoosingFormMixin, VersionedFormMixin, forms.ModelForm):
    """An organization of the register, or a group that is in no register."""

    organization = OrganizationField(
        label=_("Organization"),
        queryset=Organization.objects.active(),
        required=False,
        help_text=_("Type a name or a short form. For a group without an office, go on below."),
    )
    interest = DegreeField(label=_("Interest"), notes=INTEREST_NOTES)
    influence = DegreeField(label=_("Influence"), notes=INFLUENCE_NOTES)
    stance = forms.ChoiceField(
        label=_("Stance"), required=False, choices=[("", _("Not known")), *Leaning.choices]
    )

    class Meta:
        model = Stakeholder
        fields = [
            *("organization", "group_name", "interest", "influence"),
            *("is_engaged", "spoken_for_by", "stance", "note"),
        ]
        field_classes = {"group_name": NameField, "spoken_for_by": NameField}
        labels = {
            "group_name": _("Or a group"),
            "is_engaged": _("It is engaged: it takes part, or is asked regularly"),
            "spoken_for_by": _("Who speaks for it"),
            "note": _("Note"),
        }
        help_texts = {
            "group_name": _("Such as families with small children, or market traders."),
            "spoken_for_by": _(
                "A person, a party, an association. Leave it empty when nobody does."
            ),
            "note": _("What it needs, or what is known about how to reach it."),
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, note=LONGEST_REASON)
        if self.instance.organization_id:
            self.fields["organization"].queryset |= Organization.objects.filter(
                pk=self.instance.organization_id
            )
        self.helper = plain_helper(
            Fieldset(_("Who it is"), "organization", "group_name", css_class=PART),
            Fieldset(
                _("Where it stands"),
                Row(Column("interest"), Column("influence")),
                "stance",
                css_class=PART,
            ),
            Fieldset(_("Its voice"), "is_engaged", "spoken_for_by", "note", css_class=PART),
        )
