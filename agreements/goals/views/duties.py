"""Forms of duties to report: give one, put it right, end it, call it off."""

from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import ConfirmForm
from agreements.goals import transitions
from agreements.goals.forms.duties import DutyEndForm, DutyForm
from agreements.goals.models import ReportingDuty
from agreements.goals.views.base import AimEditPage, AimFormPage
from agreements.goals.views.targets import ForIndicator
from agreements.goals.wording import where_of


class DutyGive(ForIndicator):
    form_class = DutyForm
    anchor = "duties"
    title = _("Give a duty to report")
    note = _("One party at a time reports the values, for a region or altogether.")
    submit_label = _("Give the duty")
    success_message = _("The duty is given.")

    def carry_out(self, form):
        return transitions.give_duty(
            indicator=self.record, by=self.request.user, **form.without_version
        )


class OfDuty:
    """A page about a duty to report."""

    model = ReportingDuty
    related = ("indicator__goal__collaboration", "party__organization", "region")
    anchor = "duties"

    def get_lead(self):
        party = self.record.party.organization.label
        return f"{party} · {self.record.indicator} · {where_of(self.record)}"

    def home(self):
        return self.record.indicator


class DutyEdit(OfDuty, AimEditPage):
    form_class = DutyForm
    title = _("Edit a duty to report")
    note = _("Another party from a certain day on? End this duty and give it to the next one.")
    submit_label = _("Save the duty")
    success_message = _("The duty is saved.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "indicator": self.record.indicator}

    def carry_out(self, form):
        return transitions.edit_duty(duty=self.record, by=self.request.user, **form.cleaned_data)


class DutyEnd(OfDuty, AimEditPage):
    form_class = DutyEndForm
    title = _("End a duty to report")
    note = _("Another party can follow on the day after.")
    submit_label = _("End the duty")
    success_message = _("The duty is ended.")

    def carry_out(self, form):
        return transitions.end_duty(duty=self.record, by=self.request.user, **form.cleaned_data)


class DutyCallOff(OfDuty, AimFormPage):
    """Asks once; only before it begins."""

    form_class = ConfirmForm
    title = _("Call off a duty to report")
    note = _("It has not begun. The history keeps that it was given.")
    is_final = True
    submit_label = _("Call it off")
    success_message = _("The duty is called off.")

    def carry_out(self, form):
        return transitions.call_off_duty(duty=self.record, by=self.request.user)
