"""Pages that add, correct, move and end the parties of a collaboration."""

from django.utils.translation import gettext_lazy as _

from agreements.charter import transitions
from agreements.charter.forms.collaborations import EndForm, ReasonForm
from agreements.charter.forms.people import PartyEditForm, PartyForm
from agreements.charter.models import Collaboration, Party
from agreements.charter.views.base import CharterEditPage, CharterFormPage, CharterMove


class PartyCreate(CharterFormPage):
    """An organization joins."""

    model = Collaboration
    form_class = PartyForm
    part = "parties"
    title = _("Add a party")
    lead = _("An organization that takes part, is invited or is thought of.")
    submit_label = _("Add the party")
    success_message = _("The party is added.")

    def get_initial(self):
        return {"starts_on": transitions.usual_start(self.record)}

    def carry_out(self, form):
        return transitions.add_party(
            collaboration=self.record, by=self.request.user, **form.cleaned_data
        )


class OfPartyMixin:
    """A page about one party."""

    model = Party
    related = ("organization", "collaboration")
    part = "parties"

    def get_lead(self):
        return self.record.organization.name


class PartyEdit(OfPartyMixin, CharterEditPage):
    form_class = PartyEditForm
    title = _("Correct the role of a party")
    submit_label = _("Save")
    success_message = _("The role is saved.")

    def carry_out(self, form):
        return transitions.edit_party(party=self.record, by=self.request.user, **form.cleaned_data)


class PartyMove(OfPartyMixin, CharterMove):
    """Invite, activate."""

    verbs = {
        "invite": (transitions.invite_party, _("The party is marked as invited.")),
        "activate": (transitions.activate_party, _("The party is active.")),
    }

    def carry_out(self, verb):
        verb(party=self.record, by=self.request.user)


class PartyPause(OfPartyMixin, CharterFormPage):
    form_class = ReasonForm
    title = _("Pause a party")
    note = _("Until it is active again, its people do not see the collaboration.")
    submit_label = _("Pause")
    success_message = _("The party pauses.")

    def carry_out(self, form):
        return transitions.pause_party(
            party=self.record, by=self.request.user, reason=form.cleaned_data["reason"]
        )


class PartyEnd(OfPartyMixin, CharterFormPage):
    form_class = EndForm
    title = _("End the part of an organization")
    note = _("Who speaks for it ends on the same day. It may join again later.")
    submit_label = _("End its part")
    success_message = _("The organization has left the collaboration.")

    def carry_out(self, form):
        return transitions.end_party(
            party=self.record,
            by=self.request.user,
            reason=form.cleaned_data["reason"],
            on=form.cleaned_data["ends_on"],
        )
