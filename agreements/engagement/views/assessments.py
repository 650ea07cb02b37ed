"""Assessments: the page with its three sections, and the forms that fill it."""

from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from agreements.charter.forms.people import ConfirmForm
from agreements.charter.models import Collaboration
from agreements.charter.states import CollaborationState
from agreements.engagement.assessment_page import sections_of
from agreements.engagement.discovery_kinds import AssessmentSection, AssessmentState
from agreements.engagement.forms.deciding import EntryOptionForm
from agreements.engagement.forms.proposals import AssessmentForm, EntryEditForm, EntryForm
from agreements.engagement.models import Assessment, AssessmentEntry
from agreements.engagement.rules.discovery import coordinates
from agreements.engagement.transitions import assessments, options
from agreements.engagement.views.discovery_base import (
    DiscoveryEditPage,
    DiscoveryFormPage,
    DiscoveryMove,
)
from collabgov.kit.access import VisibleRowsMixin


class AssessmentDetail(VisibleRowsMixin, DetailView):
    """Three sections of entries, each with what it became."""

    model = Assessment
    template_name = "agreements/engagement/assessment_detail.html"
    context_object_name = "assessment"

    def get_queryset(self):
        return super().get_queryset().for_page()

    def get_context_data(self, **kwargs):
        assessment, user = self.object, self.request.user
        together = assessment.collaboration
        may_record = user.has_perm("agreements.record_discovery", together)
        runs = together.state != CollaborationState.CLOSED and coordinates(user, assessment)
        is_open = assessment.state == AssessmentState.OPEN
        return super().get_context_data(
            collaboration=together,
            sections=sections_of(assessment, user, may_record=may_record, runs=runs),
            may_add=may_record and is_open,
            may_turn=may_record,
            may_propose=may_record and user.has_perm("agreements.make_proposal", together),
            may_define=runs and not together.definitions.open().exists(),
            may_run=runs,
            is_open=is_open,
            **kwargs,
        )


class AssessmentCreate(DiscoveryFormPage):
    model = Collaboration
    form_class = AssessmentForm
    anchor = "assessments"
    title = _("Begin an assessment")
    lead = _("A look at the whole situation together, in three sections that all parties fill.")
    submit_label = _("Begin it")
    success_message = _("The assessment is begun. Add its entries next.")

    def carry_out(self, form):
        return assessments.begin_assessment(
            collaboration=self.record, by=self.request.user, **form.cleaned_data
        )

    def get_success_url(self):
        made = self.object
        return (
            made.get_absolute_url() if isinstance(made, Assessment) else super().get_success_url()
        )


class OfAssessment:
    """A page about one assessment; it leads back to its own page."""

    model = Assessment
    related = ("collaboration",)

    def get_lead(self):
        return self.record.title

    def get_success_url(self):
        return self.record.get_absolute_url()


class AssessmentMove(OfAssessment, DiscoveryMove):
    rule_name = "agreements.run_discovery"
    verbs = {
        "close": (assessments.close_assessment, _("The assessment is closed.")),
        "reopen": (assessments.reopen_assessment, _("The assessment is open again.")),
    }

    def carry_out(self, verb):
        verb(assessment=self.record, by=self.request.user)


class EntryCreate(OfAssessment, DiscoveryFormPage):
    form_class = EntryForm
    title = _("Add an entry")
    submit_label = _("Add the entry")
    success_message = _("The entry is added.")

    def get_form_kwargs(self):
        parties = self.parties() if self.is_coordinator() else self.own_parties()
        return {**super().get_form_kwargs(), "parties": parties}

    def get_initial(self):
        section = self.request.GET.get("section", "")
        known = {"section": section} if section in AssessmentSection.values else {}
        own = list(self.own_parties()[:2])
        return {**known, "party": own[0].pk if len(own) == 1 else None}

    def carry_out(self, form):
        return assessments.add_entry(
            assessment=self.record, by=self.request.user, **form.cleaned_data
        )


class OfEntry:
    """A page about one entry; it leads back to the assessment."""

    model = AssessmentEntry
    rule_name = "agreements.edit_assessment_entry"
    related = ("assessment__collaboration",)

    def get_success_url(self):
        return self.record.assessment.get_absolute_url()


class EntryEdit(OfEntry, DiscoveryEditPage):
    form_class = EntryEditForm
    title = _("Edit an entry")
    submit_label = _("Save the entry")
    success_message = _("The entry is saved.")

    def carry_out(self, form):
        return assessments.edit_entry(entry=self.record, by=self.request.user, **form.cleaned_data)


class EntryRemove(OfEntry, DiscoveryFormPage):
    """Asks once."""

    form_class = ConfirmForm
    title = _("Remove an entry")
    note = _("For what does not belong there. The history keeps its words.")
    is_final = True
    submit_label = _("Remove the entry")
    success_message = _("The entry is removed.")

    def get_lead(self):
        return self.record.text

    def carry_out(self, form):
        return assessments.remove_entry(entry=self.record, by=self.request.user)


class EntryOption(OfEntry, DiscoveryFormPage):
    """What was said becomes an option of a topic, to be weighed beside the others."""

    rule_name = "agreements.record_discovery"
    form_class = EntryOptionForm
    title = _("Turn into an option")
    lead = _("One way to deal with a topic: what speaks for it, against it, and what it costs.")
    submit_label = _("Add the option")
    success_message = _("The option is added.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "collaboration": self.collaboration}

    def get_initial(self):
        return {"title": self.record.text[:200], "proposed_by": self.record.party_id}

    def carry_out(self, form):
        words = form.without_version
        return options.add_option(
            agenda_item=words.pop("topic"), by=self.request.user, entry=self.record, **words
        )

    def get_success_url(self):
        return f"{super().get_success_url()}#entry-{self.record.pk}"
