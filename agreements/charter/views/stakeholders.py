"""The stakeholder map of a collaboration, and the forms behind it."""

from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from actors.organizations.models import Organization
from agreements.charter import transitions
from agreements.charter.forms.people import ConfirmForm
from agreements.charter.forms.stakeholders import StakeholderForm
from agreements.charter.models import Collaboration
from agreements.charter.parts import tabs_of
from agreements.charter.stakeholder_map import picture_of
from agreements.charter.stakeholders import Stakeholder
from agreements.charter.states import CollaborationState
from agreements.charter.views.base import CharterEditPage, CharterFormPage
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.ids import as_id


class StakeholderMap(VisibleRowsMixin, DetailView):
    """Who is touched and who can sway: in words, then as a picture."""

    model = Collaboration
    template_name = "agreements/charter/stakeholder_map.html"
    context_object_name = "collaboration"

    def get_context_data(self, **kwargs):
        stakeholders = list(self.object.stakeholders.for_list())
        on_map = {row.organization_id for row in stakeholders}
        parties = self.object.parties.current().for_list().exclude(organization__in=on_map - {None})
        return super().get_context_data(
            stakeholders=stakeholders,
            engaged=[row for row in stakeholders if row.is_engaged],
            unheard=[row for row in stakeholders if row.is_unheard],
            suggested=list(parties[:30]),
            picture=picture_of(stakeholders),
            tabs=tabs_of(self.object, "stakeholders"),
            may_edit=self.may_edit(),
            **kwargs,
        )

    def may_edit(self):
        is_open = self.object.state != CollaborationState.CLOSED
        return is_open and self.request.user.has_perm("agreements.edit_charter", self.object)


class StakeholderCreate(CharterFormPage):
    model = Collaboration
    part = "stakeholders"
    form_class = StakeholderForm
    title = _("Put a stakeholder on the map")
    lead = _("Somebody whom the collaboration touches, or who can sway it.")
    submit_label = _("Put it on the map")
    success_message = _("The stakeholder is on the map.")

    def get_initial(self):
        """A party that was suggested is engaged already."""
        key = as_id(self.request.GET.get("organization", ""))
        parties = self.record.parties.current().filter(organization=key) if key else ()
        if not parties:
            return {}
        return {"organization": Organization.objects.get(pk=key), "is_engaged": True}

    def carry_out(self, form):
        return transitions.add_stakeholder(
            collaboration=self.record, by=self.request.user, **form.without_version
        )


class StakeholderEdit(CharterEditPage):
    model = Stakeholder
    part = "stakeholders"
    related = ("collaboration", "organization")
    form_class = StakeholderForm
    title = _("Edit a stakeholder")
    submit_label = _("Save the stakeholder")
    success_message = _("The stakeholder is saved.")

    def carry_out(self, form):
        return transitions.edit_stakeholder(
            stakeholder=self.record, by=self.request.user, **form.cleaned_data
        )


class StakeholderRemove(CharterFormPage):
    """Asks once."""

    model = Stakeholder
    part = "stakeholders"
    related = ("collaboration", "organization")
    form_class = ConfirmForm
    title = _("Take a stakeholder off the map")
    note = _("For what does not belong there. The history keeps its name.")
    is_final = True
    submit_label = _("Take it off the map")
    success_message = _("The stakeholder is off the map.")

    def get_lead(self):
        return str(self.record)

    def carry_out(self, form):
        return transitions.remove_stakeholder(stakeholder=self.record, by=self.request.user)
