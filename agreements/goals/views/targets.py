"""Forms of baselines and targets."""

from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.collaborations import ReasonForm
from agreements.goals import transitions
from agreements.goals.forms.indicators import BaselineForm, TargetForm
from agreements.goals.models import Indicator, Target
from agreements.goals.transitions.aiming import target_lacks
from agreements.goals.views.base import AimFormPage
from agreements.goals.wording import target_amount, where_of


class ForIndicator(AimFormPage):
    """A form that adds something to an indicator."""

    model = Indicator
    related = ("goal__collaboration",)

    def get_lead(self):
        return self.record.name

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "indicator": self.record}


class BaselineSet(ForIndicator):
    form_class = BaselineForm
    anchor = "baselines"
    title = _("Set a baseline")
    note = _("Where the indicator started. A newer baseline replaces the one before.")
    submit_label = _("Set the baseline")
    success_message = _("The baseline is set.")

    def carry_out(self, form):
        return transitions.set_baseline(
            indicator=self.record, by=self.request.user, **form.cleaned_data
        )


class TargetSet(ForIndicator):
    form_class = TargetForm
    template_name = "agreements/goals/target_form.html"
    anchor = "targets"
    title = _("Set a target")
    note = _("Several days make the steps. Another one for the same day replaces the one before.")
    submit_label = _("Set the target")
    success_message = _("The target is set.")

    def get_context_data(self, **kwargs):
        """What is missing is said before anything is typed."""
        return super().get_context_data(lacks=target_lacks(self.record), **kwargs)

    def carry_out(self, form):
        return transitions.set_target(
            indicator=self.record, by=self.request.user, **form.cleaned_data
        )


class TargetDrop(AimFormPage):
    model = Target
    related = ("indicator__goal__collaboration", "region")
    form_class = ReasonForm
    anchor = "targets"
    title = _("Drop a target")
    note = _("It counts no longer and nothing replaces it. It stays readable.")
    is_final = True
    submit_label = _("Drop the target")
    success_message = _("The target counts no longer.")

    def get_lead(self):
        return f"{self.record.indicator} · {where_of(self.record)} · {target_amount(self.record)}"

    def home(self):
        return self.record.indicator

    def carry_out(self, form):
        return transitions.drop_target(
            target=self.record, by=self.request.user, reason=form.cleaned_data["reason"]
        )
