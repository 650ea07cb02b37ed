"""Lists of values: the register with its filter, and what waits to be verified."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from actors.importing.exporting import ExportMixin
from agreements.charter.models import Collaboration
from agreements.charter.states import CollaborationState
from agreements.goals.measure_exports import measurement_table
from agreements.goals.measure_filters import MeasurementFilter
from agreements.goals.models import Measurement, Rivalry
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
    paginate_by = 50
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


class MeasurementsToVerify(VisibleRowsMixin, ListView):
    """What waits for the reader's verification, the longest waiting first, and open rivalries."""

    model = Measurement
    template_name = "agreements/goals/measurement_verify.html"
    context_object_name = "measurements"
    paginate_by = 25
    paginator_class = CappedPaginator

    def get_queryset(self):
        rows = super().get_queryset().verifiable_by(self.request.user).with_rivalry()
        rows = rows.select_related(
            "indicator__goal__collaboration",
            "party__organization",
            "region",
            "evidence",
            "submitted_by__person",
        )
        return rows.order_by("submitted_at", "pk")

    def get_context_data(self, **kwargs):
        user = self.request.user
        rivalries = Rivalry.objects.visible_to(user).unresolved()
        if not user.is_auditor:
            coordinated = Collaboration.objects.coordinated_by(user)
            rivalries = rivalries.filter(indicator__goal__collaboration__in=coordinated)
        return super().get_context_data(
            rivalries=rivalries.for_list().order_by("created_at", "pk")[:20],
            verifies=user.is_auditor or Collaboration.objects.coordinated_by(user).exists(),
            **kwargs,
        )
