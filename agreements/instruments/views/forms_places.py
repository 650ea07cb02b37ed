"""Pages that take a party into an agreement, correct its place, and take it out."""

from django.utils.translation import gettext_lazy as _

from agreements.instruments import transitions
from agreements.instruments.forms.parts import ConfirmForm
from agreements.instruments.forms.places import FIELDS, PlaceCreateForm, PlaceForm
from agreements.instruments.models import AgreementParty
from agreements.instruments.views.forms_base import AgreementFormPage, OpenTextMixin


class PlaceCreate(OpenTextMixin, AgreementFormPage):
    form_class = PlaceCreateForm
    anchor = "parties"
    title = _("Add a party to the agreement")
    lead = _("A party of the collaboration, in its place.")
    submit_label = _("Add the party")
    success_message = _("The party is in the agreement.")

    def carry_out(self, form):
        return transitions.add_party(
            agreement=self.agreement, by=self.request.user, **form.cleaned_data
        )


class OfPlaceMixin:
    """A page about one party's place in its agreement."""

    model = AgreementParty
    to_agreement = "agreement"
    related = ("party__organization",)
    anchor = "parties"

    def get_lead(self):
        return self.record.party.organization.name


class PlaceEdit(OfPlaceMixin, AgreementFormPage):
    form_class = PlaceForm
    title = _("Correct the place of a party")
    note = _("Whoever has the chosen place takes the one that becomes free.")
    submit_label = _("Save")
    other_way = (_("Take a party out of the agreement"), "agreement-party-remove")
    success_message = _("The place of the party is saved.")

    def get_initial(self):
        return {name: getattr(self.record, name) for name in FIELDS}

    def carry_out(self, form):
        return transitions.edit_party(place=self.record, by=self.request.user, **form.cleaned_data)


class PlaceRemove(OpenTextMixin, OfPlaceMixin, AgreementFormPage):
    form_class = ConfirmForm
    title = _("Take a party out of the agreement")
    note = _("It stays a party of the collaboration.")
    is_final = True
    submit_label = _("Take it out")
    success_message = _("The party is taken out of the agreement.")

    def carry_out(self, form):
        return transitions.remove_party(place=self.record, by=self.request.user)
