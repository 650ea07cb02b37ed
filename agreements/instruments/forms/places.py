"""Forms of one party's place in an agreement."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Party
from agreements.instruments.forms.parts import SmallForm
from agreements.instruments.models import AgreementParty

FIELDS = ("position", "must_sign", "own_number")


class PlaceForm(SmallForm):
    """Which place a party has, whether it signs, and its own number."""

    position = forms.IntegerField(
        label=_("Place"),
        min_value=1,
        max_value=99,
        help_text=AgreementParty._meta.get_field("position").help_text,
    )
    must_sign = forms.BooleanField(label=_("It has to sign"), required=False, initial=True)
    own_number = forms.CharField(
        label=_("Its own number"),
        max_length=80,
        required=False,
        help_text=AgreementParty._meta.get_field("own_number").help_text,
    )


class PlaceCreateForm(PlaceForm):
    """A party of the collaboration that is not in the agreement yet."""

    party = forms.ModelChoiceField(
        label=_("Party"), queryset=Party.objects.none(), empty_label=_("Choose one")
    )
    field_order = ("party", *FIELDS)

    def prepare(self):
        rows = Party.objects.current().filter(collaboration=self.agreement.collaboration)
        here = self.agreement.parties.values("party")
        field = self.fields["party"]
        field.queryset = rows.exclude(pk__in=here).select_related("organization").for_list()
        field.label_from_instance = name_of
        last = self.agreement.parties.order_by("position").last()
        self.fields["position"].initial = last.position + 1 if last else 1


def name_of(party):
    return party.organization.label
