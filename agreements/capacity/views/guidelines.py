"""Pages of guidelines: the list, one guideline with its story, and a page for each verb."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from agreements.capacity.arrangement_filters import GuidelineFilter
from agreements.capacity.arrangement_page import guideline_steps, waits_for
from agreements.capacity.exports import guideline_table
from agreements.capacity.forms.guidelines import GuidelineForm, HandInForm, IssueForm, RevokeForm
from agreements.capacity.forms.pledges import ReasonForm
from agreements.capacity.models import Guideline
from agreements.capacity.transitions import guidelines
from agreements.capacity.views.arrangements import (
    ArrangementDetail,
    ArrangementEdit,
    ArrangementList,
    InCollaboration,
)
from agreements.capacity.views.base import CapacityButton, CapacityForm
from collabgov.kit.errors import Refused
from collabgov.kit.seen import mark_of


class GuidelineList(ArrangementList):
    """Who drafts, reviews and issues which guideline, and by when."""

    model = Guideline
    template_name = "agreements/capacity/guideline_list.html"
    partial_name = "agreements/capacity/_guidelines.html"
    export_name = _("guidelines")
    export_table = staticmethod(guideline_table)
    context_object_name = "guidelines"
    filter_class = GuidelineFilter
    add_rule = "agreements.begin_guideline"


class GuidelineDetail(ArrangementDetail):
    model = Guideline
    template_name = "agreements/capacity/guideline_detail.html"

    @property
    def steps(self):
        return guideline_steps(self.object)

    def get_context_data(self, **kwargs):
        facts = {"waits_for": waits_for(self.object), "seen": mark_of(self.object)}
        return super().get_context_data(**facts, **kwargs)


class GuidelineCreate(InCollaboration):
    rule_name = "agreements.begin_guideline"
    form_class = GuidelineForm
    list_name = "agreements:guideline-list"
    title = _("Begin a guideline")
    note = _("A juklak, juknis, SOP or NSPK: who drafts it, who reviews it, by when.")
    submit_label = _("Begin the guideline")
    success_message = _("The guideline is on the list as being drafted.")

    def carry_out(self, form):
        return guidelines.begin_guideline(
            collaboration=self.record, by=self.request.user, **form.without_version
        )


class GuidelineEdit(ArrangementEdit):
    model = Guideline
    rule_name = "agreements.draft_guideline"
    form_class = GuidelineForm
    title = _("Change the guideline")
    note = _("What is changed under review goes back to whoever drafts it, and is reviewed again.")
    submit_label = _("Save the change")
    success_message = _("The guideline is changed.")

    def carry_out(self, form):
        return guidelines.edit_guideline(
            guideline=self.record, by=self.request.user, **form.cleaned_data
        )


class OfGuideline:
    """A page about one guideline."""

    model = Guideline
    related = ("collaboration", "owner")


class GuidelineReview(OfGuideline, CapacityForm):
    rule_name = "agreements.draft_guideline"
    form_class = HandInForm
    title = _("Hand the guideline in for review")
    submit_label = _("Hand in for review")
    success_message = _("The guideline is handed in for review.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "guideline": self.record}

    def carry_out(self, form):
        return guidelines.send_for_review(
            guideline=self.record, by=self.request.user, **form.cleaned_data
        )


class GuidelineApprove(OfGuideline, CapacityButton):
    rule_name = "agreements.approve_guideline"
    said = _("It is on record that it was reviewed.")

    def carry_out(self):
        guidelines.approve_guideline(guideline=self.record, by=self.request.user, seen=self.seen)


class GuidelineSendBack(OfGuideline, CapacityForm):
    rule_name = "agreements.review_guideline"
    form_class = ReasonForm
    title = _("Hand the guideline back")
    submit_label = _("Hand back")
    success_message = _("The guideline is handed back to whoever drafts it.")

    def carry_out(self, form):
        return guidelines.send_back(
            guideline=self.record, by=self.request.user, **form.cleaned_data
        )


class GuidelineIssue(OfGuideline, CapacityForm):
    rule_name = "agreements.issue_guideline"
    form_class = IssueForm
    title = _("Record that the guideline is issued")
    note = _("From then on what it says stays as it is.")
    submit_label = _("Record it as issued")
    success_message = _("The guideline is issued.")
    is_final = True

    def get(self, request, *args, **kwargs):
        """What cannot be issued yet is said before anything is asked for."""
        try:
            guidelines.require_ready_to_issue(self.record)
        except (Refused, ValidationError) as refusal:
            messages.error(request, " ".join(getattr(refusal, "messages", [str(refusal)])))
            return redirect(self.record)
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "guideline": self.record}

    def carry_out(self, form):
        return guidelines.issue_guideline(
            guideline=self.record, by=self.request.user, **form.cleaned_data
        )


class GuidelineRevoke(OfGuideline, CapacityForm):
    rule_name = "agreements.issue_guideline"
    form_class = RevokeForm
    title = _("Revoke the guideline")
    note = _("It stays on record with its document.")
    submit_label = _("Revoke the guideline")
    success_message = _("The guideline is revoked.")
    is_final = True

    def carry_out(self, form):
        return guidelines.revoke_guideline(
            guideline=self.record, by=self.request.user, **form.cleaned_data
        )
