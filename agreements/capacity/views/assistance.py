"""Requests for assistance: the list, the page of one, the letter on paper, asking."""

import copy

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView

from actors.importing.exporting import ExportMixin
from agreements.capacity.assistance_clock import clock_of
from agreements.capacity.assistance_letter import letters_of
from agreements.capacity.assistance_page import facts_of
from agreements.capacity.exports import assistance_table
from agreements.capacity.forms.assistance import EmergencyForm, RequestForm, WordsForm
from agreements.capacity.forms.assistance_filter import AssistanceFilter
from agreements.capacity.models import AssistanceRequest
from agreements.capacity.transitions import assistance
from agreements.capacity.transitions.assistance_days import fitting
from agreements.capacity.views.assistance_base import AssistanceButton, AssistanceFormPage
from agreements.capacity.views.base import CapacityPage
from agreements.charter.models import Collaboration
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin

MOST_CHOICES = 20  # the filter names any other


class AssistanceList(ExportMixin, PartialMixin, VisibleRowsMixin, ListView):
    """Who asked whom for help, in every collaboration that the reader sees."""

    model = AssistanceRequest
    template_name = "agreements/capacity/assistance_list.html"
    partial_name = "agreements/capacity/_assistance.html"
    export_name = _("requests for assistance")
    export_table = staticmethod(assistance_table)
    paginate_by = 25
    paginator_class = CappedPaginator

    @cached_property
    def filter(self):
        return AssistanceFilter(self.request.GET, user=self.request.user)

    def unknown_filters(self):
        return self.filter.unknown

    def get_queryset(self):
        return self.filter.narrow(super().get_queryset()).for_list()

    def get_context_data(self, **kwargs):
        askable = list(self._askable())
        choices = {"askable": askable[:MOST_CHOICES], "has_more": len(askable) > MOST_CHOICES}
        context = super().get_context_data(filter=self.filter, **choices, **kwargs)
        for row in context["page_obj"]:
            row.clock = clock_of(row)
        return context

    def _askable(self):
        """The collaborations in which the reader may ask; the filter's alone where it names one."""
        user = self.request.user
        chosen = self.filter.chosen.get("collaboration")
        rows = AssistanceRequest.objects.places_to_ask(user)
        return rows.filter(pk=chosen.pk) if chosen else rows[: MOST_CHOICES + 1]


class AssistanceDetail(VisibleRowsMixin, DetailView):
    """What is asked, who moves next and until when, who pays, and all that happened."""

    model = AssistanceRequest
    template_name = "agreements/capacity/assistance_detail.html"
    context_object_name = "asked"

    def get_queryset(self):
        return super().get_queryset().for_page()

    def get_context_data(self, **kwargs):
        facts = facts_of(self.object, self.request.user, is_whole="all" in self.request.GET)
        return super().get_context_data(**facts, **kwargs)


class AssistancePrint(AssistanceDetail):
    """The request and, where there is one, its answer, as letters to print and sign."""

    template_name = "agreements/capacity/assistance_print.html"

    def get(self, request, *args, **kwargs):
        """What nobody handed in is no letter yet."""
        asked = self.get_object()
        if not asked.was_handed_in:
            messages.error(request, _("It is printed once it is submitted."))
            return redirect(asked)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(letters=letters_of(self.object), **kwargs)


class AssistanceWrite(AssistanceFormPage):
    """The whole request on one page."""

    form_class = RequestForm

    def get_form_kwargs(self):
        return {
            **super().get_form_kwargs(),
            "own": self.own_parties(),
            "parties": self.parties(),
            "documents": self.documents(),
        }


class AssistanceCreate(AssistanceWrite):
    """A new request; it stays a draft until it is submitted."""

    model = Collaboration
    related = ()
    rule_name = "agreements.request_assistance"
    title = _("Ask for assistance")
    note = _("It is a draft until you submit it: then the other party has to answer.")
    submit_label = _("Save the draft")
    success_message = _("The draft is saved. Submit it when it is ready.")

    def get_lead(self):
        return self.collaboration.title

    def get_success_url(self):
        if isinstance(self.object, AssistanceRequest):
            return self.object.get_absolute_url()
        return super(CapacityPage, self).get_success_url()  # nothing is asked yet: the overview

    def carry_out(self, form):
        said = form.without_version
        return assistance.draft_assistance(
            by=self.request.user, grounds=said.pop("rests_on"), **said
        )


class AssistanceAgain(AssistanceWrite):
    """The refused request once more; as an emergency, refusing is not offered."""

    rule_name = "agreements.edit_assistance"
    title = _("Ask again")
    note = _("The refused request stays on record beside it. An emergency cannot be refused.")
    submit_label = _("Save the draft")
    success_message = _("The draft is saved. Submit it when it is ready.")
    COPIED = (
        "to_party",
        "subject",
        "kind",
        "what",
        "grounds_note",
        "liability_document",
    )

    def get_initial(self):
        refused = self.record
        said = {name: getattr(refused, name) for name in self.COPIED}
        is_other = refused.liable_party_id != refused.from_party_id
        is_emergency = "ordinary" not in self.request.GET
        return {
            **said,
            "from_party": refused.from_party_id,
            "is_emergency": is_emergency,
            "needed_by": fitting(refused, is_emergency=is_emergency),
            "liable_party": refused.liable_party_id if is_other else None,
            "rests_on": list(refused.grounds.values_list("kind", flat=True)),
        }

    def carry_out(self, form):
        said = form.without_version
        self.record = assistance.draft_assistance(
            by=self.request.user, grounds=said.pop("rests_on"), follows=self.record, **said
        )
        return self.record


class AssistanceEdit(AssistanceWrite):
    rule_name = "agreements.edit_assistance"
    title = _("Edit the draft")
    submit_label = _("Save the draft")
    success_message = _("The draft is saved.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": copy.copy(self.record)}

    def carry_out(self, form):
        said = dict(form.cleaned_data)
        return assistance.edit_assistance(
            request=self.record, by=self.request.user, grounds=said.pop("rests_on"), **said
        )


class AssistanceSubmit(AssistanceButton):
    rule_name = "agreements.edit_assistance"
    verb = staticmethod(assistance.submit_assistance)
    said = _("The request is submitted. The other party has to answer.")


class AssistanceEmergency(AssistanceFormPage):
    rule_name = "agreements.edit_assistance"
    form_class = EmergencyForm
    title = _("It has become an emergency")
    note = _("From then on the request cannot be refused, and the clock is shorter.")
    submit_label = _("Declare the emergency")
    success_message = _("It is an emergency now. It cannot be refused.")

    def get_initial(self):
        return {"needed_by": self.record.needed_by}

    def carry_out(self, form):
        return assistance.declare_emergency(
            request=self.record, by=self.request.user, **form.cleaned_data
        )


class AssistanceWithdraw(AssistanceFormPage):
    rule_name = "agreements.edit_assistance"
    form_class = WordsForm
    title = submit_label = _("Withdraw the request")
    is_final = True
    success_message = _("The request is withdrawn.")

    def carry_out(self, form):
        return assistance.withdraw_assistance(
            request=self.record, by=self.request.user, **form.cleaned_data
        )
