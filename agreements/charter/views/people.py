"""Pages that appoint and end coordinators and representatives."""

from django.utils.translation import gettext_lazy as _

from agreements.charter import transitions
from agreements.charter.forms.people import EndTermForm, TermForm
from agreements.charter.models import Collaboration, Coordinator, Party, Representative
from agreements.charter.views.base import CharterFormPage
from agreements.charter.views.parties import OfPartyMixin


class CoordinatorCreate(CharterFormPage):
    """The coordinator appoints another one; an admin where there is none."""

    model = Collaboration
    rule_name = "agreements.appoint_coordinator"
    form_class = TermForm
    part, anchor = "charter", "coordinators"
    title = _("Appoint a coordinator")
    lead = _("The coordinator edits the charter and publishes minutes.")
    submit_label = _("Appoint")
    success_message = _("The coordinator is appointed.")

    def carry_out(self, form):
        return transitions.add_coordinator(
            collaboration=self.record, by=self.request.user, **form.cleaned_data
        )


class CoordinatorEnd(CharterFormPage):
    model = Coordinator
    related = ("person", "collaboration")
    form_class = EndTermForm
    part, anchor = "charter", "coordinators"
    title = _("End the term of a coordinator")
    submit_label = _("End the term")
    success_message = _("The end of the term is saved.")

    def get_lead(self):
        return str(self.record.person)

    def carry_out(self, form):
        return transitions.end_coordinator(
            coordinator=self.record, by=self.request.user, on=form.cleaned_data["ends_on"]
        )


class RepresentativeCreate(OfPartyMixin, CharterFormPage):
    """Somebody speaks for a party."""

    model = Party
    form_class = TermForm
    title = _("Name a representative")
    submit_label = _("Name")
    success_message = _("The representative is named.")

    def carry_out(self, form):
        return transitions.add_representative(
            party=self.record, by=self.request.user, **form.cleaned_data
        )


class RepresentativeEnd(CharterFormPage):
    model = Representative
    related = ("person", "party__collaboration", "party__organization")
    form_class = EndTermForm
    part = "parties"
    title = _("End the term of a representative")
    submit_label = _("End the term")
    success_message = _("The end of the term is saved.")

    def get_lead(self):
        return f"{self.record.person} · {self.record.party.organization}"

    def carry_out(self, form):
        return transitions.end_representative(
            representative=self.record, by=self.request.user, on=form.cleaned_data["ends_on"]
        )
