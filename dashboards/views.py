"""Pages of what we see: home, the dashboard of a collaboration, one element of the framework."""

from django.http import Http404
from django.views.generic import DetailView, TemplateView

from actors.duplicates.beside import BesideMixin
from actors.models import Organization, Person
from actors.people.contacts import note_view
from agreements.models import Collaboration
from collabgov.kit.access import OwnPageMixin, VisibleRowsMixin
from dashboards import person
from dashboards.board import board_of
from dashboards.home import home_of
from dashboards.hub.page import hub_of
from dashboards.panels.evidence import evidence_of
from dashboards.panels.goals import goals_of
from dashboards.panels.motivation import motivation_of
from dashboards.panels.neighbours import neighbours_of
from dashboards.panels.surroundings import surroundings_of
from dashboards.panels.terms import agreements_of
from dashboards.profile import profile_of
from dashboards.readings.element import Scope
from dashboards.readings.registry import BY_CODE
from dashboards.sight import Sight


class Home(OwnPageMixin, TemplateView):
    """What needs me today, by what the person is."""

    def get(self, request, *args, **kwargs):
        self.template_name, context = home_of(request.user, request.GET)
        return self.render_to_response(self.get_context_data(**context))


class CollaborationPage(VisibleRowsMixin, DetailView):
    """What somebody with a few minutes needs first; everything else is a tap away."""

    model = Collaboration
    template_name = "dashboards/hub/hub.html"
    context_object_name = "collaboration"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**hub_of(self.request.user, self.object), **kwargs)


class CollaborationDashboard(VisibleRowsMixin, DetailView):
    """Is it working, and what waits: the same page for all who see the collaboration."""

    model = Collaboration
    template_name = "dashboards/collaboration.html"

    def get_context_data(self, **kwargs):
        sight = Sight.of(self.request.user, [self.object])
        scope = Scope.of(self.object, today=sight.today)
        return super().get_context_data(
            board=board_of(sight, scope).folded(),
            sight=sight,
            goal_panel=goals_of(sight, scope),
            agreement_panel=agreements_of(sight),
            surroundings=surroundings_of(scope),
            motivation=motivation_of(scope),
            **kwargs,
        )


class ElementPage(VisibleRowsMixin, DetailView):
    """One element: its sentence, its signals, and exactly the records behind them."""

    model = Collaboration
    template_name = "dashboards/element.html"

    def get_context_data(self, **kwargs):
        element = BY_CODE.get(self.kwargs["code"])
        if element is None:
            raise Http404
        reading = element.read(Scope.of(self.object))
        evidences = evidence_of(reading, is_all="all" in self.request.GET)
        return super().get_context_data(
            reading=reading, evidences=evidences, **neighbours_of(self.object, element), **kwargs
        )


class OrganizationPage(BesideMixin, VisibleRowsMixin, DetailView):
    """One organization: what the register says, and what it does where the reader may look."""

    model = Organization
    template_name = "dashboards/organization.html"
    context_object_name = "organization"

    def get_queryset(self):
        return super().get_queryset().for_list()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**profile_of(self.request.user, self.object), **kwargs)


class PersonPage(BesideMixin, VisibleRowsMixin, DetailView):
    """One person: posts, contact details for whoever needs them, their part in common work."""

    model = Person
    template_name = "dashboards/person.html"
    context_object_name = "person"

    def get_context_data(self, **kwargs):
        shown = person.profile_of(self.request.user, self.object)
        if shown["may_see_contacts"]:
            note_view(self.request, self.object)
        return super().get_context_data(**shown, **kwargs)
