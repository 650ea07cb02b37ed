"""List, page, founding and editing of collaborations, and the moves of their state."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, ListView

from agreements.charter import transitions
from agreements.charter.forms.collaborations import (
    CollaborationFilter,
    CollaborationForm,
    EndForm,
    FoundForm,
    ReasonForm,
)
from agreements.charter.models import Collaboration
from agreements.charter.page import next_meetings
from agreements.charter.views.base import CharterEditPage, CharterFormPage, CharterMove
from collabgov.kit.access import SiteRuleMixin, VisibleRowsMixin
from collabgov.kit.forms import new_submission_id
from collabgov.kit.pages import PartialMixin, TolerantPaginator, VerbFormMixin


class CollaborationList(PartialMixin, VisibleRowsMixin, ListView):
    """What one takes part in, as cards."""

    model = Collaboration
    template_name = "agreements/charter/list.html"
    partial_name = "agreements/charter/_cards.html"
    context_object_name = "collaborations"
    paginate_by = 24
    paginator_class = TolerantPaginator

    @cached_property
    def filter(self):
        return CollaborationFilter.read(self.request.GET)

    def get_queryset(self):
        text, state = self.filter.chosen()
        collaborations = super().get_queryset().for_cards().search(text)
        return collaborations.filter(state=state) if state else collaborations

    def paginate_queryset(self, queryset, page_size):
        """Any page number is answered; Django would call nonsense a missing page."""
        page = self.get_paginator(queryset, page_size).page(self.request.GET.get("page"))
        return page.paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        meetings = next_meetings(context["collaborations"])
        for collaboration in context["collaborations"]:
            collaboration.next_meeting = meetings.get(collaboration.pk)
        return context | {
            "filter": self.filter,
            "is_filtered": any(self.filter.chosen()),
            "may_found": self.request.user.has_perm("agreements.create_collaboration"),
        }


class CollaborationCreate(SiteRuleMixin, VerbFormMixin, FormView):
    """Found a collaboration."""

    rule_name = "agreements.create_collaboration"
    template_name = "agreements/charter/found.html"
    form_class = FoundForm
    success_message = _("The collaboration is founded. Add its parties and drivers next.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_initial(self):
        user = self.request.user
        return {
            "submission_id": new_submission_id(),
            "initiator": user.organization,
            "time_zone": user.time_zone,
        }

    def carry_out(self, form):
        return transitions.found(by=self.request.user, **form.without_version)

    def get_success_url(self):
        return self.object.get_absolute_url()


class CollaborationEdit(CharterEditPage):
    """Edit what the charter says."""

    model = Collaboration
    related = ("initiator",)
    form_class = CollaborationForm
    part = "charter"
    title = _("Edit the charter")
    submit_label = _("Save the charter")
    success_message = _("The charter is saved.")

    def carry_out(self, form):
        return transitions.edit(
            collaboration=self.record, by=self.request.user, **form.cleaned_data
        )


class CollaborationMove(CharterMove):
    """Convene, activate."""

    model = Collaboration
    anchor = "state"
    verbs = {
        "convene": (transitions.convene, _("The parties are now being convened.")),
        "activate": (transitions.activate, _("The collaboration is active.")),
    }

    def carry_out(self, verb):
        verb(collaboration=self.record, by=self.request.user)


class CollaborationRest(CharterFormPage):
    """Let it rest, with a reason."""

    model = Collaboration
    form_class = ReasonForm
    anchor = "state"
    title = _("Let the collaboration rest")
    lead = _("Nothing is lost. It can be taken up again at any time.")
    submit_label = _("Let it rest")
    success_message = _("The collaboration rests.")

    def carry_out(self, form):
        return transitions.rest(
            collaboration=self.record, by=self.request.user, reason=form.cleaned_data["reason"]
        )


class CollaborationClose(CharterFormPage):
    """Close it for good, with a day and a reason."""

    model = Collaboration
    form_class = EndForm
    anchor = "state"
    title = _("Close the collaboration")
    lead = _("This cannot be undone. Everything stays readable, but nothing can be added.")
    submit_label = _("Close it for good")
    is_final = True
    success_message = _("The collaboration is closed.")

    def carry_out(self, form):
        return transitions.close(
            collaboration=self.record,
            by=self.request.user,
            reason=form.cleaned_data["reason"],
            on=form.cleaned_data["ends_on"],
        )
