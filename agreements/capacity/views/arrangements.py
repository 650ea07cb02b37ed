"""What the pages of rules, guidelines, knowledge and trainings share."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import DetailView, ListView

from actors.importing.exporting import ExportMixin
from agreements.capacity.arrangement_page import facts_of
from agreements.capacity.views.base import CapacityForm, OfCollaboration
from agreements.charter.models import Collaboration
from agreements.charter.views.base import CharterEditPage
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin


class ArrangementList(ExportMixin, PartialMixin, VisibleRowsMixin, ListView):
    """Every row the reader may see; what is shown stands in the address."""

    filter_class = None
    add_rule = ""
    paginate_by = 25
    paginator_class = CappedPaginator

    @cached_property
    def filter(self):
        return self.filter_class(self.request.GET, user=self.request.user)

    def unknown_filters(self):
        return self.filter.unknown

    def get_queryset(self):
        return self.filter.narrow(super().get_queryset()).for_list()

    def get_context_data(self, **kwargs):
        chosen = self.filter.chosen.get("collaboration")
        may_add = bool(chosen) and self.request.user.has_perm(self.add_rule, chosen)
        return super().get_context_data(filter=self.filter, place=chosen, may_add=may_add, **kwargs)


class ArrangementDetail(VisibleRowsMixin, DetailView):
    """One record: who moves next, its facts, what happened to it."""

    context_object_name = "record"
    steps = ()

    def get_queryset(self):
        return super().get_queryset().for_page()

    def get_context_data(self, **kwargs):
        facts = facts_of(self.object, self.request.user, self.steps)
        facts[self.model._meta.model_name] = self.object  # the name by which its history is asked
        return super().get_context_data(**facts, **kwargs)


class InCollaboration(OfCollaboration, CapacityForm):
    """A form that makes a record: afterwards it leads there, cancelled to the list."""

    model = Collaboration
    list_name = ""

    def get_success_url(self):
        if self.object is not self.record:
            return self.object.get_absolute_url()
        return f"{reverse(self.list_name)}?collaboration={self.record.pk}"

    def get_form_kwargs(self):
        made = self.form_class._meta.model()
        return {**super().get_form_kwargs(), "instance": made}


class ArrangementEdit(OfCollaboration, CapacityForm, CharterEditPage):
    """The form that changes a record."""

    related = ("collaboration",)
