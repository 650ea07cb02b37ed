"""The page of the six criteria of one collaboration."""

from django.views.generic import DetailView

from agreements.models import Collaboration
from collabgov.kit.access import VisibleRowsMixin
from dashboards.criteria.reading import criteria_of
from dashboards.readings.element import Scope


class CriteriaPage(VisibleRowsMixin, DetailView):
    """Each criterion with its answer, and exactly the records that say so."""

    model = Collaboration
    template_name = "dashboards/criteria/criteria.html"

    def get_queryset(self):
        return super().get_queryset().select_related("initiator")

    def get_context_data(self, **kwargs):
        scope = Scope.of(self.object)
        return super().get_context_data(findings=criteria_of(scope), window=scope.window, **kwargs)
