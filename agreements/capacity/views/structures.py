"""Pages of structures: the tree with its roles and gaps, one structure, a form for each verb."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.generic import DetailView

from agreements.capacity.forms.structures import LastDayForm, StructureForm
from agreements.capacity.models import Structure
from agreements.capacity.structure_page import structure_facts, structures_of
from agreements.capacity.transitions import structures
from agreements.capacity.views.base import CapacityForm, OfCollaboration, is_open
from agreements.charter.models import Collaboration
from agreements.charter.views.base import CharterEditPage
from collabgov.kit.access import VisibleRowsMixin

RULE = "agreements.arrange_leadership"


def may_arrange(user, record):
    """Whether this reader is offered the verbs: who runs a collaboration that is open."""
    return is_open(record.collaboration) and user.has_perm(RULE, record)


class CollaborationStructures(VisibleRowsMixin, DetailView):
    """Every structure with who leads in it, the roles of all, and where nobody leads."""

    model = Collaboration
    template_name = "agreements/capacity/structures.html"
    context_object_name = "collaboration"

    def get_context_data(self, **kwargs):
        place = self.object
        may = is_open(place) and self.request.user.has_perm(RULE, place)
        return super().get_context_data(may_arrange=may, **structures_of(place), **kwargs)


class StructureDetail(VisibleRowsMixin, DetailView):
    model = Structure
    template_name = "agreements/capacity/structure_detail.html"
    context_object_name = "structure"

    def get_queryset(self):
        return super().get_queryset().for_page()

    def get_context_data(self, **kwargs):
        may = may_arrange(self.request.user, self.object)
        return super().get_context_data(may_arrange=may, **structure_facts(self.object), **kwargs)


class StructureCreate(OfCollaboration, CapacityForm):
    model = Collaboration
    rule_name = RULE
    form_class = StructureForm
    title = _("Set up a structure")
    note = _("A task force, a forum or a group in which the parties work.")
    submit_label = pgettext_lazy("structure", "Set it up")
    success_message = _("The structure is on record.")

    def home(self):
        return getattr(self, "object", None) or self.record

    def get_initial(self):
        asked = self.request.GET.get("parent")
        return {"parent": asked} if asked else {}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": Structure()}

    def carry_out(self, form):
        return structures.begin_structure(
            collaboration=self.record, by=self.request.user, **form.without_version
        )


class OfStructure:
    model = Structure
    related = ("collaboration", "parent", "decree")
    rule_name = RULE


class StructureEdit(OfStructure, OfCollaboration, CapacityForm, CharterEditPage):
    form_class = StructureForm
    title = _("Change the structure")
    submit_label = _("Save the change")
    success_message = _("The structure is changed.")

    def carry_out(self, form):
        return structures.edit_structure(
            structure=self.record, by=self.request.user, **form.cleaned_data
        )


class StructureEnd(OfStructure, CapacityForm):
    form_class = LastDayForm
    title = _("Name the last day of the structure")
    note = _("Roles in it end on the same day. What is part of it is ended first.")
    submit_label = _("Name the last day")
    success_message = _("The last day is on record.")

    def carry_out(self, form):
        return structures.end_structure(
            structure=self.record, by=self.request.user, **form.cleaned_data
        )
