"""Pages of deliveries: schedule one, say that it came, confirm or dispute that."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from agreements.capacity.forms.deliveries import DeliveryForm, ScheduleForm
from agreements.capacity.forms.pledges import ReasonForm
from agreements.capacity.models import Delivery, Pledge
from agreements.capacity.transitions import deliveries
from agreements.capacity.views.base import CapacityButton, CapacityForm
from agreements.capacity.views.pledges import OfPledge


class OnPledge(OfPledge, CapacityForm):
    """A form about a pledge that begins with what is still to come."""

    rule_name = "agreements.deliver_pledge"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "pledge": self.record}

    def get_initial(self):
        amounts = Pledge.objects.with_amounts().get(pk=self.record.pk)
        left = amounts.quantity - amounts.delivered - amounts.scheduled
        return {"quantity": left} if left > Decimal(0) else {}


class DeliverySchedule(OnPledge):
    form_class = ScheduleForm
    title = _("Schedule a delivery")
    submit_label = _("Schedule it")
    success_message = _("The delivery is scheduled.")

    def carry_out(self, form):
        return deliveries.schedule(pledge=self.record, by=self.request.user, **form.cleaned_data)


class DeliveryCreate(OnPledge):
    form_class = DeliveryForm
    title = _("Report a delivery")
    note = _("The receiver is asked to confirm it; it may be more than was pledged.")
    submit_label = _("Report the delivery")
    success_message = _("The delivery is reported. The receiver confirms it now.")

    def carry_out(self, form):
        return deliveries.deliver(pledge=self.record, by=self.request.user, **form.cleaned_data)


class OfDelivery:
    """A page about one delivery; it leads back to its pledge."""

    model = Delivery
    related = ("pledge__collaboration",)


class DeliveryReport(OfDelivery, CapacityForm):
    rule_name = "agreements.report_delivery"
    form_class = DeliveryForm
    title = _("Report a delivery")
    note = _("The receiver is asked to confirm it; it may be more than was scheduled.")
    submit_label = _("Report the delivery")
    success_message = _("The delivery is reported. The receiver confirms it now.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "pledge": self.record.pledge}

    def get_initial(self):
        return {"quantity": self.record.quantity, "note": self.record.note}

    def carry_out(self, form):
        return deliveries.report(delivery=self.record, by=self.request.user, **form.cleaned_data)


class DeliveryConfirm(OfDelivery, CapacityButton):
    rule_name = "agreements.confirm_delivery"
    said = _("Confirmed: it arrived.")

    def carry_out(self):
        deliveries.confirm(delivery=self.record, by=self.request.user)


class DeliveryTakeBack(OfDelivery, CapacityForm):
    """For whom confirming is for."""

    rule_name = "agreements.confirm_delivery"
    form_class = ReasonForm
    title = _("Take the confirmation back")
    note = _(
        "For one that was confirmed by mistake: it waits for a confirmation again, and the giver"
        " can cancel it and report the right amount."
    )
    submit_label = _("Take the confirmation back")
    success_message = _("The confirmation is taken back. The delivery waits for one again.")

    def carry_out(self, form):
        return deliveries.take_back_confirmation(
            delivery=self.record, by=self.request.user, **form.cleaned_data
        )


class DeliveryDispute(OfDelivery, CapacityForm):
    rule_name = "agreements.dispute_delivery"
    form_class = ReasonForm
    title = _("It did not arrive")
    note = _("It no longer counts as delivered. The giver reads why.")
    submit_label = _("It did not arrive")
    success_message = _("It is on record that this did not arrive.")

    def carry_out(self, form):
        return deliveries.dispute(delivery=self.record, by=self.request.user, **form.cleaned_data)


class DeliveryCancel(OfDelivery, CapacityForm):
    rule_name = "agreements.report_delivery"
    form_class = ReasonForm
    title = _("Cancel the delivery")
    note = _("For one that will not come on that day, or that was reported by mistake.")
    submit_label = _("Cancel the delivery")
    success_message = _("The delivery is cancelled.")

    def carry_out(self, form):
        return deliveries.cancel(delivery=self.record, by=self.request.user, **form.cleaned_data)
