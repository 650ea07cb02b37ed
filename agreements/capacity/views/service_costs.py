"""Pages of stated costs: state them, put them right, confirm them, take them out."""

import copy

from django.utils.translation import gettext_lazy as _

from agreements.capacity.forms.assistance_costs import AgreeForm
from agreements.capacity.forms.services import CostStatementForm
from agreements.capacity.models import JointServiceCost
from agreements.capacity.transitions import service_costs
from agreements.capacity.views.services_base import ServiceFormPage
from agreements.charter.forms.people import ConfirmForm
from collabgov.kit.seen import SeenMixin


class CostPage(ServiceFormPage):
    """What is stated is about the service; it leads back to its costs."""

    rule_name = "agreements.state_service_costs"
    anchor = "costs"


class CostFormPage(CostPage):
    form_class = CostStatementForm
    note = _("Only what somebody knows: figures are never computed for you.")
    submit_label = _("Save the figures")

    def get_form_kwargs(self):
        return {
            **super().get_form_kwargs(),
            "instance": self.get_statement(),
            "parties": self.parties_of_service(),
            "collaboration": self.collaboration.pk,
        }

    def get_statement(self):
        return JointServiceCost()


class CostState(CostFormPage):
    title = _("State the costs of an occasion")
    success_message = _("The figures are stated.")

    def carry_out(self, form):
        return service_costs.state_cost(
            service=self.record, by=self.request.user, **form.without_version
        )


class OfStatement:
    """A page about what one party stated of one occasion."""

    model = JointServiceCost
    related = ("service__collaboration", "party__organization", "document")

    def get_lead(self):
        return f"{self.record.service}: {self.record}"


class StatementEdit(OfStatement, CostFormPage):
    title = _("Change the figures")
    success_message = _("The figures are changed. What others state is confirmed by the party.")

    def get_statement(self):
        return copy.copy(self.record)

    def carry_out(self, form):
        return service_costs.edit_cost(cost=self.record, by=self.request.user, **form.cleaned_data)


class StatementConfirm(OfStatement, SeenMixin, CostPage):
    """The party answers to the figures that the page showed."""

    rule_name = "agreements.confirm_service_costs"
    form_class = AgreeForm
    template_name = "agreements/capacity/service_cost_confirm.html"
    title = _("Confirm the figures")
    submit_label = _("These are our figures")
    success_message = _("Your party has confirmed the figures.")

    def carry_out(self, form):
        return service_costs.confirm_cost(cost=self.record, by=self.request.user, seen=self.seen)


class StatementRemove(OfStatement, CostPage):
    form_class = ConfirmForm
    title = submit_label = _("Take the figures out")
    success_message = _("The figures are taken out.")
    is_final = True

    def carry_out(self, form):
        return service_costs.remove_cost(cost=self.record, by=self.request.user)
