"""Pages of leadership roles: give one, put it right, end it, pass it on."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.capacity.forms.leadership import RoleEditForm, RoleForm, RolePassForm
from agreements.capacity.forms.structures import LastDayForm
from agreements.capacity.models import RoleAssignment
from agreements.capacity.structure_words import called_role
from agreements.capacity.transitions import roles
from agreements.capacity.views.base import CapacityForm, OfCollaboration
from agreements.capacity.views.structures import RULE
from agreements.charter.models import Collaboration
from agreements.charter.views.base import CharterEditPage

ASKED = ("role", "structure", "goal")


class RoleCreate(OfCollaboration, CapacityForm):
    """What the address names stands in the form: a gap leads here."""

    model = Collaboration
    rule_name = RULE
    form_class = RoleForm
    title = _("Give a leadership role")
    note = _("Several parties may hold most roles; chair, secretariat and issue coordinator one.")
    submit_label = _("Give the role")
    success_message = _("The role is on record.")

    def get_success_url(self):
        made = getattr(self, "object", None)
        if isinstance(made, RoleAssignment):
            return made.get_absolute_url()
        return reverse("agreements:collaboration-structures", args=[self.collaboration.pk])

    def get_initial(self):
        return {name: self.request.GET[name] for name in ASKED if name in self.request.GET}

    def carry_out(self, form):
        return roles.begin_role(
            collaboration=self.record, by=self.request.user, **form.cleaned_data
        )


class OfRole:
    model = RoleAssignment
    related = (
        "collaboration",
        "structure",
        "goal",
        "party__organization",
        "appointment__person",
    )
    rule_name = RULE

    def get_lead(self):
        return called_role(self.record)


class RoleEdit(OfRole, OfCollaboration, CapacityForm, CharterEditPage):
    form_class = RoleEditForm
    title = _("Change the role")
    note = _("Somebody else from a certain day on? Pass the role on instead.")
    submit_label = _("Save the change")
    success_message = _("The role is changed.")

    def carry_out(self, form):
        return roles.edit_role(role=self.record, by=self.request.user, **form.cleaned_data)


class RoleEnd(OfRole, CapacityForm):
    form_class = LastDayForm
    title = _("Name the last day of the role")
    submit_label = _("Name the last day")
    success_message = _("The last day is on record.")

    def carry_out(self, form):
        return roles.end_role(role=self.record, by=self.request.user, **form.cleaned_data)


class RolePassOn(OfRole, OfCollaboration, CapacityForm):
    form_class = RolePassForm
    title = _("Pass the role on")
    note = _("Whoever holds it now does so until the day before.")
    submit_label = _("Pass the role on")
    success_message = _("The role is passed on.")

    def get_initial(self):
        return {"party": self.record.party_id}

    def carry_out(self, form):
        return roles.pass_role_on(role=self.record, by=self.request.user, **form.cleaned_data)
