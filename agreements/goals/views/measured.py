"""The register of values with its filter."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from actors.importing.exporting import ExportMixin
from agreements.charter.models import Collaboration
from agreements.charter.states import CollaborationState
from agreements.goals.measure_exports import measurement_table
from agreements.goals.measure_filters import MeasurementFilter
from agreements.goals.models import Measurement
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin


class MeasurementList(ExportMixin, PartialMixin, VisibleRowsMixin, ListView):
    """Every value the reader may see; what is shown stands in the address."""

    model = Measurement
    template_name = "agreements/goals/measurement_list.html"
    partial_name = "agreements/goals/_measurements.html"
    export_name = _("measurements")
    export_table = staticmethod(measurement_table)
    context_object_name = "measurements"
    paginate_by = 20
    paginator_class = CappedPaginator

    @cached_property
    def filter(self):
        return MeasurementFilter(self.request.GET, user=self.request.user)

    def unknown_filters(self):
        return self.filter.unknown

    def get_queryset(self):
        return self.filter.narrow(super().get_queryset()).for_list()

    def get_context_data(self, **kwargs):
        user = self.request.user
        joined = Collaboration.objects.joined_by(user).exclude(state=CollaborationState.CLOSED)
        may_enter = not user.is_auditor and joined.exists()
        return super().get_context_data(filter=self.filter, may_enter=may_enter, **kwargs)
