"""Forms that define an indicator; its page and the list belong to the dashboards."""

from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.collaborations import ReasonForm
from agreements.goals import transitions
from agreements.goals.forms.goals import AgreeForm
from agreements.goals.forms.indicators import IndicatorForm
from agreements.goals.models import Goal, Indicator
from agreements.goals.views.base import AimEditPage, AimFormPage, OfCollaborationMixin


class IndicatorCreate(AimFormPage):
    model = Goal
    related = ("collaboration",)
    form_class = IndicatorForm
    title = _("Add an indicator")
    submit_label = _("Add the indicator")

    @property
    def success_message(self):
        if self.object.definition.strip():
            return _("The indicator is added. Next, agree on its definition.")
        return _("The indicator is added. Next, write down what exactly is counted.")

    def get_lead(self):
        return self.record.title

    def carry_out(self, form):
        return transitions.add_indicator(
            goal=self.record, by=self.request.user, **form.without_version
        )

    def get_success_url(self):
        made = self.object if isinstance(self.object, Indicator) else self.record
        return made.get_absolute_url()


class OfIndicator:
    """A page about an indicator."""

    model = Indicator
    related = ("goal__collaboration",)

    def get_lead(self):
        return self.record.name


class IndicatorEdit(OfIndicator, AimEditPage):
    form_class = IndicatorForm
    title = _("Edit the indicator")
    submit_label = _("Save the indicator")
    success_message = _("The indicator is saved.")

    @property
    def note(self):
        if self.record.definition_agreed_on is None:
            return ""
        return _("Another name, definition, unit or direction has to be agreed again.")

    def carry_out(self, form):
        return transitions.edit_indicator(
            indicator=self.record, by=self.request.user, **form.cleaned_data
        )


class DefinitionAgree(OfIndicator, OfCollaborationMixin, AimFormPage):
    form_class = AgreeForm
    anchor = "definition"
    title = _("Agree on the definition")
    note = _("Which decision of the parties says what is counted?")
    submit_label = _("Agree on the definition")
    success_message = _("The definition is agreed.")

    def carry_out(self, form):
        return transitions.agree_definition(
            indicator=self.record, by=self.request.user, decision=form.cleaned_data["decision"]
        )


class IndicatorRetire(OfIndicator, AimFormPage):
    form_class = ReasonForm
    title = _("Take the indicator out of use")
    note = _("Nobody is asked for it any more. Its values stay readable.")
    submit_label = _("Take it out of use")
    success_message = _("The indicator is out of use.")

    def carry_out(self, form):
        return transitions.retire_indicator(
            indicator=self.record, by=self.request.user, reason=form.cleaned_data["reason"]
        )


class IndicatorRevive(OfIndicator, AimFormPage):
    form_class = ReasonForm
    title = _("Take the indicator up again")
    submit_label = _("Take it up again")
    success_message = _("The indicator is in use again.")

    def carry_out(self, form):
        return transitions.revive_indicator(
            indicator=self.record, by=self.request.user, reason=form.cleaned_data["reason"]
        )
