"""The page of a shared goal, and the forms that propose, edit and move it."""

from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from agreements.charter.forms.collaborations import ReasonForm
from agreements.charter.forms.people import ConfirmForm
from agreements.charter.models import Collaboration
from agreements.charter.parts import BY_KEY
from agreements.goals import transitions
from agreements.goals.forms.goals import (
    AgreeForm,
    GoalForm,
    GoalProposeForm,
    PlanForm,
    SupportEditForm,
    SupportForm,
)
from agreements.goals.goal_page import facts_of
from agreements.goals.models import Goal, GoalSupport, PlanAlignment
from agreements.goals.states import GoalState
from agreements.goals.views.base import AimEditPage, AimFormPage, OfCollaborationMixin
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.forms import new_submission_id


class GoalDetail(VisibleRowsMixin, DetailView):
    """What the parties want to reach, who leads, what is measured, which plans carry it."""

    model = Goal
    template_name = "agreements/goals/goal_detail.html"
    context_object_name = "goal"

    def get_queryset(self):
        return super().get_queryset().for_list().select_related("decision__meeting")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**facts_of(self.object, self.request.user), **kwargs)


class GoalCreate(OfCollaborationMixin, AimFormPage):
    model = Collaboration
    form_class = GoalProposeForm
    title = _("Propose a shared goal")
    lead = _("What the parties want to reach together and none could reach alone.")
    submit_label = _("Propose the goal")
    success_message = _("The goal is proposed. Add its indicators next.")

    def get_initial(self):
        return {"submission_id": new_submission_id()}

    def carry_out(self, form):
        return transitions.propose_goal(
            collaboration=self.record, by=self.request.user, **form.without_version
        )

    def get_success_url(self):
        if isinstance(self.object, Goal):
            return self.object.get_absolute_url()
        return BY_KEY["goals"].url(self.record.pk)


class OfGoal:
    """A page about a goal."""

    model = Goal
    related = ("collaboration", "lead__organization")

    def get_lead(self):
        return self.record.title


class GoalEdit(OfGoal, OfCollaborationMixin, AimEditPage):
    form_class = GoalForm
    title = _("Edit the goal")
    submit_label = _("Save the goal")

    @property
    def note(self):
        if self.record.state != GoalState.AGREED:
            return ""
        return _("The parties agreed on these words. Other words have to be agreed on again.")

    @property
    def success_message(self):
        if self.record.state == self.object.state:
            return _("The goal is saved.")
        return _("The goal is saved and open again: the parties have to agree on it anew.")

    def carry_out(self, form):
        return transitions.edit_goal(goal=self.record, by=self.request.user, **form.cleaned_data)


class GoalAgree(OfGoal, OfCollaborationMixin, AimFormPage):
    form_class = AgreeForm
    title = _("Agree on the goal")
    note = _("Which decision of the parties took it on?")
    submit_label = _("Agree on the goal")
    success_message = _("The goal is agreed.")

    def carry_out(self, form):
        return transitions.agree_goal(
            goal=self.record, by=self.request.user, decision=form.cleaned_data["decision"]
        )


class GoalReasonPage(OfGoal, AimFormPage):
    """A move that asks why."""

    form_class = ReasonForm
    verb = None

    def carry_out(self, form):
        return self.verb(goal=self.record, by=self.request.user, reason=form.cleaned_data["reason"])


class GoalClose(GoalReasonPage):
    verb = staticmethod(transitions.close_goal)
    title = _("Close the goal")
    note = _("Work on it has come to its end, reached or not. It can be taken up again.")
    submit_label = _("Close the goal")
    success_message = _("The goal is closed.")


class GoalReopen(GoalReasonPage):
    verb = staticmethod(transitions.reopen_goal)
    title = _("Take the goal up again")
    submit_label = _("Take it up again")
    success_message = _("The goal is worked on again.")


class GoalDrop(GoalReasonPage):
    verb = staticmethod(transitions.drop_goal)
    title = _("Drop the goal")
    note = _("It is not pursued any more. Its figures stay readable but count no longer.")
    is_final = True
    submit_label = _("Drop the goal")
    success_message = _("The goal is dropped.")


class SupportCreate(OfGoal, OfCollaborationMixin, AimFormPage):
    form_class = SupportForm
    anchor = "parties"
    title = _("Add a supporting party")
    submit_label = _("Add the party")
    success_message = _("The party supports the goal.")

    def carry_out(self, form):
        return transitions.add_support(
            goal=self.record, by=self.request.user, **form.without_version
        )


class OfSupport:
    """A page about a party that supports a goal."""

    model = GoalSupport
    related = ("goal__collaboration", "party__organization")
    anchor = "parties"

    def get_lead(self):
        return str(self.record)

    def home(self):
        return self.record.goal


class SupportEdit(OfSupport, AimEditPage):
    form_class = SupportEditForm
    title = _("Edit a supporting party")
    submit_label = _("Save it")
    success_message = _("What the party contributes is saved.")

    def carry_out(self, form):
        return transitions.edit_support(
            support=self.record, by=self.request.user, **form.cleaned_data
        )


class SupportRemove(OfSupport, AimFormPage):
    """Asks once."""

    form_class = ConfirmForm
    title = _("Take out a supporting party")
    is_final = True
    submit_label = _("Take it out")
    success_message = _("The party is taken out.")

    def carry_out(self, form):
        return transitions.remove_support(support=self.record, by=self.request.user)


class PlanCreate(OfGoal, OfCollaborationMixin, AimFormPage):
    form_class = PlanForm
    anchor = "plans"
    title = _("Record a plan that carries the goal")
    submit_label = _("Record the plan")
    success_message = _("The plan is recorded.")

    def carry_out(self, form):
        return transitions.align(goal=self.record, by=self.request.user, **form.without_version)


class OfPlan:
    """A page about a plan that carries a goal."""

    model = PlanAlignment
    related = ("goal__collaboration", "party__organization")
    anchor = "plans"

    def home(self):
        return self.record.goal


class PlanEdit(OfPlan, OfCollaborationMixin, AimEditPage):
    form_class = PlanForm
    title = _("Edit a plan that carries the goal")
    submit_label = _("Save the plan")
    success_message = _("The plan is saved.")

    def carry_out(self, form):
        return transitions.edit_alignment(
            alignment=self.record, by=self.request.user, **form.cleaned_data
        )


class PlanRemove(OfPlan, AimFormPage):
    """Asks once."""

    form_class = ConfirmForm
    title = _("Remove a plan")
    note = _("For what was recorded in error. The history keeps its words.")
    is_final = True
    submit_label = _("Remove the plan")
    success_message = _("The plan is removed.")

    def get_lead(self):
        return str(self.record)

    def carry_out(self, form):
        return transitions.unalign(alignment=self.record, by=self.request.user)
