"""Pages that record, edit and remove drivers."""

from django.utils.translation import gettext_lazy as _

from agreements.charter import transitions
from agreements.charter.forms.drivers import DriverForm
from agreements.charter.forms.people import ConfirmForm
from agreements.charter.models import Collaboration, Driver
from agreements.charter.views.base import CharterEditPage, CharterFormPage


class OfCollaborationFormMixin:
    """A form that offers the parties of this collaboration only."""

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "collaboration": self.collaboration}


class DriverCreate(OfCollaborationFormMixin, CharterFormPage):
    model = Collaboration
    form_class = DriverForm
    part = "drivers"
    title = _("Record a driver")
    lead = _("A reason why these organizations work together.")
    submit_label = _("Record the driver")
    success_message = _("The driver is recorded.")

    def carry_out(self, form):
        return transitions.add_driver(
            collaboration=self.record, by=self.request.user, **form.without_version
        )


class DriverEdit(OfCollaborationFormMixin, CharterEditPage):
    model = Driver
    related = ("collaboration",)
    form_class = DriverForm
    part = "drivers"
    title = _("Edit a driver")
    submit_label = _("Save the driver")
    success_message = _("The driver is saved.")

    def carry_out(self, form):
        return transitions.edit_driver(
            driver=self.record, by=self.request.user, **form.cleaned_data
        )


class DriverRemove(CharterFormPage):
    """For what was recorded in error; asks once."""

    model = Driver
    related = ("collaboration",)
    form_class = ConfirmForm
    part = "drivers"
    title = _("Remove a driver")
    note = _("For what was recorded in error. The history keeps its words.")
    is_final = True
    submit_label = _("Remove the driver")
    success_message = _("The driver is removed.")

    def get_lead(self):
        return self.record.description

    def carry_out(self, form):
        return transitions.remove_driver(driver=self.record, by=self.request.user)
