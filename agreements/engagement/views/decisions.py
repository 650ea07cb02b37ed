"""The decision register, and the page that tells the whole story of a decision."""

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView

from actors.importing.exporting import ExportMixin
from agreements.engagement.deciding import words_of_row
from agreements.engagement.decision_page import facts_of
from agreements.engagement.exports import decision_table
from agreements.engagement.forms.decision_filter import DecisionFilter
from agreements.models import Decision
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin


class DecisionList(ExportMixin, PartialMixin, VisibleRowsMixin, ListView):
    """What meetings decided or are about to, newest first, and what came of each."""

    model = Decision
    template_name = "agreements/engagement/decision_list.html"
    partial_name = "agreements/engagement/_decisions.html"
    export_name = _("decisions")
    export_table = staticmethod(decision_table)
    context_object_name = "decisions"
    paginate_by = 25
    paginator_class = CappedPaginator

    @cached_property
    def filter(self):
        return DecisionFilter(self.request.GET, user=self.request.user)

    def get_queryset(self):
        return self.filter.narrow(super().get_queryset()).for_list()

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        context = super().get_context_data(filter=self.filter, today=today, **kwargs)
        for decision in context["decisions"]:
            decision.tally = words_of_row(decision)
        return context


class DecisionDetail(VisibleRowsMixin, DetailView):
    """Everything about one decision, so that nobody has to open another page."""

    model = Decision
    template_name = "agreements/engagement/decision_detail.html"
    context_object_name = "decision"

    def get_queryset(self):
        return super().get_queryset().for_page()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**facts_of(self.object, self.request.user), **kwargs)
