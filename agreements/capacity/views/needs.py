"""Pages of what is needed: the list, and a form for each verb."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from actors.importing.exporting import ExportMixin
from agreements.capacity.exports import need_table
from agreements.capacity.filters import NeedFilter
from agreements.capacity.forms.pledges import NeedForm, ReasonForm
from agreements.capacity.models import ResourceNeed
from agreements.capacity.need_page import with_verbs
from agreements.capacity.transitions import needs
from agreements.capacity.views.base import CapacityButton, CapacityForm, OfCollaboration
from agreements.charter.models import Collaboration
from agreements.charter.views.base import CharterEditPage
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin


class NeedList(ExportMixin, PartialMixin, VisibleRowsMixin, ListView):
    """Every need the reader may see; what is shown stands in the address."""

    model = ResourceNeed
    template_name = "agreements/capacity/need_list.html"
    partial_name = "agreements/capacity/_needs.html"
    export_name = _("resource needs")
    export_table = staticmethod(need_table)
    context_object_name = "needs"
    paginate_by = 25
    paginator_class = CappedPaginator

    @cached_property
    def filter(self):
        return NeedFilter(self.request.GET, user=self.request.user)

    def unknown_filters(self):
        return self.filter.unknown

    def get_queryset(self):
        return self.filter.narrow(super().get_queryset()).for_list()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(filter=self.filter, **kwargs)
        rows = with_verbs(context["needs"], self.request.user)
        chosen = self.filter.chosen.get("collaboration")
        may_state = bool(chosen) and self.request.user.has_perm("agreements.state_need", chosen)
        return context | {"needs": rows, "place": chosen, "may_state": may_state}


class NeedPage(CapacityForm):
    """Afterwards it leads to the needs of the collaboration."""

    def get_success_url(self):
        return f"{reverse('agreements:need-list')}?collaboration={self.collaboration.pk}"


class NeedCreate(OfCollaboration, NeedPage):
    model = Collaboration
    rule_name = "agreements.state_need"
    form_class = NeedForm
    title = _("State a need")
    note = _("What is missing to act together; parties then pledge to meet it.")
    submit_label = _("State the need")
    success_message = _("The need is on record.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": ResourceNeed()}

    def carry_out(self, form):
        return needs.state_need(
            collaboration=self.record, by=self.request.user, **form.without_version
        )


class NeedEdit(OfCollaboration, NeedPage, CharterEditPage):
    model = ResourceNeed
    related = ("collaboration", "organization")
    rule_name = "agreements.keep_need"
    form_class = NeedForm
    title = _("Change the need")
    submit_label = _("Save the change")
    success_message = _("The need is changed.")

    def carry_out(self, form):
        return needs.edit_need(need=self.record, by=self.request.user, **form.cleaned_data)


class NeedClose(NeedPage):
    model = ResourceNeed
    related = ("collaboration",)
    rule_name = "agreements.keep_need"
    form_class = ReasonForm
    title = _("Close the need")
    note = _("Pledges that meet it stay as they are.")
    submit_label = _("Close the need")
    success_message = _("The need is closed.")

    def carry_out(self, form):
        return needs.close_need(need=self.record, by=self.request.user, **form.cleaned_data)


class NeedReopen(CapacityButton):
    model = ResourceNeed
    related = ("collaboration",)
    rule_name = "agreements.keep_need"
    said = _("The need is open again.")

    def carry_out(self):
        needs.reopen_need(need=self.record, by=self.request.user)
