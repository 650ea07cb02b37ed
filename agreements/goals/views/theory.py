"""The theory of change: its page with the picture, and the forms that write it."""

from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from agreements.charter.forms.collaborations import ReasonForm
from agreements.charter.forms.people import ConfirmForm
from agreements.charter.models import Collaboration
from agreements.goals import transitions
from agreements.goals.forms.theory import AssumptionForm, LinkForm, ResultForm, SummaryForm
from agreements.goals.models import Result, ResultLink, TheoryOfChange
from agreements.goals.theory_page import facts_of
from agreements.goals.views.base import (
    AimEditPage,
    AimFormPage,
    AimMove,
    OfCollaborationMixin,
    may_edit,
)
from collabgov.kit.access import VisibleRowsMixin


class CollaborationTheory(VisibleRowsMixin, DetailView):
    """The version that matters now; before there is one, what it is good for."""

    model = Collaboration
    template_name = "agreements/goals/theory_none.html"
    context_object_name = "collaboration"

    def render_to_response(self, context, **kwargs):
        theory = self.object.theories.first_shown().first()
        if theory is not None:
            return redirect(theory)
        context["may_edit"] = may_edit(self.request.user, self.object)
        return super().render_to_response(context, **kwargs)


class TheoryDetail(VisibleRowsMixin, DetailView):
    """One version: the picture, the assumptions, where each party stands, its history."""

    model = TheoryOfChange
    template_name = "agreements/goals/theory_detail.html"
    context_object_name = "theory"

    def get_queryset(self):
        return super().get_queryset().select_related("collaboration")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**facts_of(self.object, self.request.user), **kwargs)


class TheoryDraft(AimFormPage):
    """Begin a version: with what was agreed before, if anything."""

    model = Collaboration
    form_class = SummaryForm
    title = _("Begin a theory of change")
    lead = _("How you expect what you do together to lead to what you want to change.")
    submit_label = _("Begin the draft")
    success_message = _("The draft is begun. Add its results next.")

    def get_initial(self):
        agreed = self.record.theories.agreed().first()
        return {"summary": agreed.summary if agreed else ""}

    def carry_out(self, form):
        return transitions.draft_theory(
            collaboration=self.record, by=self.request.user, **form.without_version
        )

    def get_success_url(self):
        made = self.object if isinstance(self.object, TheoryOfChange) else self.record
        return made.get_absolute_url()


class OfTheory:
    """A page about a version of the theory."""

    model = TheoryOfChange
    related = ("collaboration",)


class TheoryEdit(OfTheory, AimEditPage):
    form_class = SummaryForm
    title = _("Edit the summary")
    submit_label = _("Save the summary")
    success_message = _("The summary is saved.")

    def carry_out(self, form):
        return transitions.edit_theory(
            theory=self.record, by=self.request.user, **form.cleaned_data
        )


class TheoryMove(OfTheory, AimMove):
    """Offer it to the parties; agree on it."""

    anchor = "positions"
    verbs = {
        "offer": (transitions.offer, _("The parties are asked where they stand.")),
        "agree": (transitions.agree, _("The theory of change is agreed.")),
    }

    def carry_out(self, verb):
        verb(theory=self.record, by=self.request.user)


class TheoryRecall(OfTheory, AimFormPage):
    form_class = ReasonForm
    title = _("Call the theory back")
    note = _("It becomes a draft again. What the parties said is asked anew.")
    submit_label = _("Call it back")
    success_message = _("It is a draft again.")

    def carry_out(self, form):
        return transitions.recall(
            theory=self.record, by=self.request.user, reason=form.cleaned_data["reason"]
        )


class ResultCreate(OfTheory, OfCollaborationMixin, AimFormPage):
    form_class = ResultForm
    anchor = "results"
    title = _("Add a result")
    lead = _("A step on the way from what is done to what changes.")
    submit_label = _("Add the result")
    success_message = _("The result is added.")

    def carry_out(self, form):
        transitions.add_result(theory=self.record, by=self.request.user, **form.without_version)
        return self.record


class OfResult:
    """A page about a result of a draft."""

    model = Result
    related = ("theory__collaboration", "goal")
    anchor = "results"

    def home(self):
        return self.record.theory


class ResultEdit(OfResult, OfCollaborationMixin, AimEditPage):
    form_class = ResultForm
    title = _("Edit a result")
    submit_label = _("Save the result")
    success_message = _("The result is saved.")

    def carry_out(self, form):
        return transitions.edit_result(
            result=self.record, by=self.request.user, **form.cleaned_data
        )


class ResultRemove(OfResult, AimFormPage):
    """Asks once; its links go with it."""

    form_class = ConfirmForm
    title = _("Remove a result")
    note = _("Its links go with it. The history keeps its words.")
    is_final = True
    submit_label = _("Remove the result")
    success_message = _("The result is removed.")

    def get_lead(self):
        return self.record.title

    def carry_out(self, form):
        return transitions.remove_result(result=self.record, by=self.request.user)


class LinkCreate(OfTheory, AimFormPage):
    form_class = LinkForm
    anchor = "links"
    title = _("Link two results")
    lead = _("What leads to what, and what must hold for that.")
    submit_label = _("Link them")
    success_message = _("The two results are linked.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "theory": self.record}

    def carry_out(self, form):
        return transitions.link(theory=self.record, by=self.request.user, **form.without_version)


class OfLink:
    """A page about a link between two results of a draft."""

    model = ResultLink
    related = ("theory__collaboration", "cause", "effect")
    anchor = "links"

    def get_lead(self):
        return str(self.record)

    def home(self):
        return self.record.theory


class LinkEdit(OfLink, AimEditPage):
    form_class = AssumptionForm
    title = _("Edit the assumption")
    submit_label = _("Save the assumption")
    success_message = _("The assumption is saved.")

    def carry_out(self, form):
        return transitions.edit_link(link=self.record, by=self.request.user, **form.cleaned_data)


class LinkRemove(OfLink, AimFormPage):
    """Asks once."""

    form_class = ConfirmForm
    title = _("Remove a link")
    is_final = True
    submit_label = _("Remove the link")
    success_message = _("The link is removed.")

    def carry_out(self, form):
        return transitions.unlink(link=self.record, by=self.request.user)
