"""What is needed, promised, scheduled, delivered and confirmed: of a collaboration, of a party."""

from django.views.generic import DetailView

from actors.models import Organization
from agreements.capacity.ledger import ledger_of
from agreements.capacity.models import Pledge, ResourceNeed
from agreements.charter.models import Collaboration
from agreements.charter.states import CollaborationState
from collabgov.kit.access import VisibleRowsMixin


class CollaborationResources(VisibleRowsMixin, DetailView):
    """All that its parties need and pledge, kind by kind."""

    model = Collaboration
    template_name = "agreements/capacity/resources.html"
    context_object_name = "collaboration"

    def get_context_data(self, **kwargs):
        place, user = self.object, self.request.user
        needs = ResourceNeed.objects.visible_to(user).filter(collaboration=place)
        pledges = Pledge.objects.visible_to(user).filter(collaboration=place)
        may = place.state != CollaborationState.CLOSED and user.has_perm(
            "agreements.propose_pledge", place
        )
        rows = ledger_of(needs, pledges, {"collaboration": place.pk})
        return super().get_context_data(rows=rows, may_add=may, **kwargs)


class OrganizationResources(VisibleRowsMixin, DetailView):
    """What an organization receives, shares in and gives, in the collaborations that one sees."""

    model = Organization
    template_name = "agreements/capacity/organization_resources.html"
    context_object_name = "organization"

    def get_context_data(self, **kwargs):
        whose, user = self.object, self.request.user
        needs = ResourceNeed.objects.visible_to(user).filter(organization=whose)
        pledges = Pledge.objects.visible_to(user)
        to_it, by_it = pledges.filter(receiver=whose), pledges.filter(giver=whose)
        return super().get_context_data(
            received=ledger_of(needs, to_it, {"receiver": whose.pk}),
            shared=ledger_of(None, pledges.shared_with(whose), {"to_all": whose.pk}),
            given=ledger_of(None, by_it, {"giver": whose.pk}),
            **kwargs,
        )
