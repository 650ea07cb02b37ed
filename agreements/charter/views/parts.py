"""A page for each part of a collaboration, for whoever sees the collaboration."""

from django.views.generic import DetailView

from agreements.charter import page
from agreements.charter.models import Collaboration
from agreements.charter.parts import BY_KEY, tabs_of
from agreements.charter.states import CollaborationState
from collabgov.kit.access import VisibleRowsMixin


class PartPage(VisibleRowsMixin, DetailView):
    """What it has is for all to read; the verbs beside it are the coordinator's."""

    model = Collaboration
    context_object_name = "collaboration"
    part = ""
    read = None

    def get_context_data(self, **kwargs):
        is_open = self.object.state != CollaborationState.CLOSED
        may_keep = self.request.user.has_perm("agreements.edit_charter", self.object)
        return super().get_context_data(
            part=BY_KEY[self.part],
            tabs=tabs_of(self.object, self.part),
            may_keep=may_keep,
            may_edit=may_keep and is_open,
            **self.read(self.object),
            **kwargs,
        )


class CharterPart(PartPage):
    part = "charter"
    read = staticmethod(page.charter_of)
    template_name = "agreements/charter/parts/charter.html"

    def get_queryset(self):
        return super().get_queryset().select_related("initiator")

    def get_context_data(self, **kwargs):
        may_appoint = self.request.user.has_perm("agreements.appoint_coordinator", self.object)
        return super().get_context_data(may_appoint=may_appoint, **kwargs)


class PartiesPart(PartPage):
    part = "parties"
    read = staticmethod(page.parties_of)
    template_name = "agreements/charter/parts/parties.html"


class DriversPart(PartPage):
    part = "drivers"
    read = staticmethod(page.drivers_of)
    template_name = "agreements/charter/parts/drivers.html"


class ContextPart(PartPage):
    part = "context"
    read = staticmethod(page.context_of)
    template_name = "agreements/charter/parts/context.html"


class LegalBasesPart(PartPage):
    part = "legal-bases"
    read = staticmethod(page.legal_bases_of)
    template_name = "agreements/charter/parts/legal_bases.html"


class GoalsPart(PartPage):
    part = "goals"
    read = staticmethod(page.goals_of)
    template_name = "agreements/charter/parts/goals.html"


class ChangesPart(PartPage):
    part = "changes"
    read = staticmethod(page.changes_of)
    template_name = "agreements/charter/parts/changes.html"
