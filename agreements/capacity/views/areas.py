"""Pages of responsibilities: the matrix of issues and regions, one of them, its verbs."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from actors.importing.exporting import ExportMixin
from agreements.capacity.exports import area_table
from agreements.capacity.forms.leadership import AreaEditForm, AreaForm, AreaPassForm
from agreements.capacity.forms.structures import LastDayForm
from agreements.capacity.matrix_page import cell_history, matrix_of
from agreements.capacity.matrix_picture import picture_of
from agreements.capacity.models import AreaResponsibility
from agreements.capacity.structure_page import line_of
from agreements.capacity.structure_words import called_area, region_of
from agreements.capacity.transitions import areas
from agreements.capacity.views.base import CapacityForm, OfCollaboration, is_open
from agreements.capacity.views.structures import RULE, may_arrange
from agreements.charter.models import Collaboration
from agreements.charter.views.base import CharterEditPage
from collabgov.kit.access import VisibleRowsMixin

BESIDE = ("goal__collaboration", "region", "party__organization")


class CollaborationResponsibilities(ExportMixin, VisibleRowsMixin, DetailView):
    """Each issue in each of its regions, on one page and as a file."""

    model = Collaboration
    template_name = "agreements/capacity/responsibilities.html"
    context_object_name = "collaboration"
    export_name = _("responsibilities by region")

    def get_context_data(self, **kwargs):
        place = self.object
        may = is_open(place) and self.request.user.has_perm(RULE, place)
        matrix = matrix_of(place)
        return super().get_context_data(
            may_arrange=may, matrix=matrix, picture=picture_of(matrix), **kwargs
        )

    def export(self, kind):
        self.export_about = self.get_object()
        return super().export(kind)

    def export_table(self, _rows):
        """One line for each cell, whoever is in it or not."""
        return area_table(cell for row in matrix_of(self.export_about).rows for cell in row.cells)


class AreaDetail(VisibleRowsMixin, DetailView):
    """Who answers for an issue in a region, who did before, and what happened."""

    model = AreaResponsibility
    template_name = "agreements/capacity/area_detail.html"
    context_object_name = "area"

    def get_queryset(self):
        return super().get_queryset().for_page()

    def get_context_data(self, **kwargs):
        area = self.object
        lines = [line_of(change) for change in area.changes.for_page()]
        return super().get_context_data(
            where=region_of(area),
            others=cell_history(area),
            history=lines,
            may_arrange=may_arrange(self.request.user, area),
            **kwargs,
        )


class AreaCreate(OfCollaboration, CapacityForm):
    """What the address names stands in the form: an empty cell of the matrix leads here."""

    model = Collaboration
    rule_name = RULE
    form_class = AreaForm
    title = _("Give a responsibility")
    note = _("Which party answers for which issues in a region: one leads, others support.")
    submit_label = _("Give the responsibility")
    success_message = _("The responsibility is on record.")

    def get_success_url(self):
        return reverse("agreements:collaboration-responsibilities", args=[self.collaboration.pk])

    def get_initial(self):
        asked = self.request.GET
        found = {"goals": asked.getlist("goal")} if "goal" in asked else {}
        return found | ({"region": asked["region"]} if "region" in asked else {})

    def carry_out(self, form):
        return areas.begin_areas(
            collaboration=self.record, by=self.request.user, **form.cleaned_data
        )


class OfArea:
    model = AreaResponsibility
    related = BESIDE
    rule_name = RULE

    def get_lead(self):
        return called_area(self.record)


class AreaEdit(OfArea, OfCollaboration, CapacityForm, CharterEditPage):
    form_class = AreaEditForm
    title = _("Change the responsibility")
    note = _("Another party from a certain day on? Pass it on instead.")
    submit_label = _("Save the change")
    success_message = _("The responsibility is changed.")

    def carry_out(self, form):
        return areas.edit_area(area=self.record, by=self.request.user, **form.cleaned_data)


class AreaEnd(OfArea, CapacityForm):
    form_class = LastDayForm
    title = _("Name the last day of the responsibility")
    submit_label = _("Name the last day")
    success_message = _("The last day is on record.")

    def carry_out(self, form):
        return areas.end_area(area=self.record, by=self.request.user, **form.cleaned_data)


class AreaPassOn(OfArea, OfCollaboration, CapacityForm):
    form_class = AreaPassForm
    title = _("Pass the responsibility on")
    note = _("Whoever has it now does so until the day before.")
    submit_label = _("Pass the responsibility on")
    success_message = _("The responsibility is passed on.")

    def carry_out(self, form):
        return areas.pass_area_on(area=self.record, by=self.request.user, **form.cleaned_data)
