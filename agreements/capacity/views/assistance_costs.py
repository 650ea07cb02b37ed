"""What help costs: enter an item, change it, agree to it, take it out."""

import copy

from django.utils.translation import gettext_lazy as _

from agreements.capacity.assistance_money import names_of_sides, side_of_line
from agreements.capacity.forms.assistance_costs import AgreeForm, CostForm
from agreements.capacity.models import AssistanceCost
from agreements.capacity.rules.assistance import request_of
from agreements.capacity.transitions import assistance_costs, assistance_openings
from agreements.capacity.views.assistance_base import AssistanceButton, AssistanceFormPage
from agreements.charter.forms.people import ConfirmForm
from collabgov.kit.seen import SeenMixin


class CostFormPage(AssistanceFormPage):
    """The two sides are offered by their names."""

    def get_form_kwargs(self):
        sides = names_of_sides(request_of(self.record))
        return {**super().get_form_kwargs(), "sides": list(sides.items())}


class CostCreate(CostFormPage):
    rule_name = "agreements.share_assistance_costs"
    form_class = CostForm
    anchor = "costs"
    title = _("Enter a cost")
    note = _("Both sides agree to it afterwards. The two shares add up to the amount.")
    submit_label = _("Save the cost")
    success_message = _("The cost is entered. Both sides have to agree.")

    def carry_out(self, form):
        return assistance_costs.add_cost(
            request=self.record, by=self.request.user, **form.without_version
        )


class OfCost:
    """A page about one item; it leads back to the request."""

    model = AssistanceCost
    related = (
        "collaboration",
        "request__from_party__organization",
        "request__to_party__organization",
    )
    rule_name = "agreements.share_assistance_costs"

    def get_lead(self):
        return f"{self.record.request.subject}: {self.record.item}"

    def get_success_url(self):
        return f"{self.record.request.get_absolute_url()}#costs"


class CostEdit(OfCost, CostFormPage):
    form_class = CostForm
    title = _("Change a cost")
    note = _("If one side has agreed to it, that is taken back: both sides agree anew.")
    submit_label = _("Save the cost")
    success_message = _("The cost is changed.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": copy.copy(self.record)}

    def get_initial(self):
        return {"line_of": side_of_line(self.record)}

    def carry_out(self, form):
        return assistance_costs.edit_cost(
            cost=self.record, by=self.request.user, **form.cleaned_data
        )


class CostAgree(SeenMixin, OfCost, AssistanceFormPage):
    """Agrees to what the page showed."""

    rule_name = "agreements.agree_assistance_cost"
    form_class = AgreeForm
    template_name = "agreements/capacity/assistance_cost_agree.html"
    title = _("Agree to a cost")
    submit_label = _("We agree to it")
    success_message = _("Your side agrees to this cost.")

    def carry_out(self, form):
        return assistance_costs.agree_cost(cost=self.record, by=self.request.user, seen=self.seen)


class CostOpen(CostAgree):
    """What both agreed on is opened again: one side asks, the other agrees to it."""

    title = _("Open an agreed cost again")
    submit_label = _("Open it again")
    success_message = _("Your side wants to open this cost again.")
    asks = _("It stands as agreed until the other side agrees to open it.")
    agrees = _("The other side asks to open it. Once you agree, it can be changed or taken out.")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["note"] = self.agrees if self.record.opening_side else self.asks
        return context

    def carry_out(self, form):
        return assistance_openings.open_cost(cost=self.record, by=self.request.user, seen=self.seen)


class CostKeep(OfCost, AssistanceButton):
    rule_name = "agreements.agree_assistance_cost"
    said = _("The cost stays as agreed.")

    def carry_out(self):
        return assistance_openings.keep_cost(cost=self.record, by=self.request.user)


class CostRemove(OfCost, AssistanceFormPage):
    """Asks once."""

    form_class = ConfirmForm
    title = submit_label = _("Take the cost out")
    is_final = True
    success_message = _("The cost is taken out.")

    def carry_out(self, form):
        return assistance_costs.remove_cost(cost=self.record, by=self.request.user)
