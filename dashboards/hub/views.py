"""The page of one collaboration."""

from django.views.generic import DetailView

from agreements.models import Collaboration
from collabgov.kit.access import VisibleRowsMixin
from dashboards.hub.page import hub_of


class CollaborationPage(VisibleRowsMixin, DetailView):
    """What somebody with a few minutes needs first; everything else is a tap away."""

    model = Collaboration
    template_name = "dashboards/hub/hub.html"
    context_object_name = "collaboration"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**hub_of(self.request.user, self.object), **kwargs)
