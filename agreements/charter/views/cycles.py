"""Pages that add, edit and move the cycles of a collaboration."""

from django.utils.translation import gettext_lazy as _

from agreements.charter import transitions
from agreements.charter.forms.drivers import CycleForm
from agreements.charter.models import Collaboration, Cycle
from agreements.charter.states import CycleState
from agreements.charter.views.base import CharterEditPage, CharterFormPage, CharterMove


class CycleCreate(CharterFormPage):
    model = Collaboration
    form_class = CycleForm
    part, anchor = "charter", "cycles"
    title = _("Add a cycle")
    lead = _("A round of planning, doing and evaluating; usually a fiscal year.")
    submit_label = _("Add the cycle")
    success_message = _("The cycle is added.")

    def carry_out(self, form):
        return transitions.add_cycle(
            collaboration=self.record, by=self.request.user, **form.without_version
        )


class CycleEdit(CharterEditPage):
    model = Cycle
    related = ("collaboration",)
    form_class = CycleForm
    part, anchor = "charter", "cycles"
    title = _("Edit a cycle")
    submit_label = _("Save the cycle")
    success_message = _("The cycle is saved.")

    def carry_out(self, form):
        return transitions.edit_cycle(cycle=self.record, by=self.request.user, **form.cleaned_data)


class CycleMove(CharterMove):
    """One step on; the word in the address is the state it moves to."""

    model = Cycle
    related = ("collaboration",)
    part, anchor = "charter", "cycles"
    verbs = {
        state.value: (state, _("The state of the cycle is saved."))
        for state in CycleState
        if state != CycleState.PLANNING
    }

    def carry_out(self, verb):
        transitions.move_cycle(cycle=self.record, by=self.request.user, target=verb)
