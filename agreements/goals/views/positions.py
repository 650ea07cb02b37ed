"""Where a party stands on a theory of change: say it, or confirm what was said for it."""

from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import ConfirmForm
from agreements.charter.rules import is_coordinator_of, represented_organizations
from agreements.goals import transitions
from agreements.goals.forms.theory import PositionForm
from agreements.goals.models import TheoryConsent, TheoryOfChange
from agreements.goals.views.base import AimFormPage
from collabgov.kit.ids import as_id


class PositionState(AimFormPage):
    """A representative speaks for the own party; the coordinator where nobody has."""

    model = TheoryOfChange
    related = ("collaboration",)
    rule_name = "agreements.state_theory_position"
    form_class = PositionForm
    anchor = "positions"
    title = _("State a position")
    lead = _("Silence does not count as agreement. A word given for others waits for theirs.")
    submit_label = _("State the position")
    success_message = _("The position is recorded.")

    def parties(self):
        """Those whose position this reader may state."""
        rows = transitions.deciding(self.collaboration).for_list()
        if is_coordinator_of(self.request.user, self.collaboration):
            return rows
        mine = represented_organizations(self.request.user, self.collaboration)
        return rows.filter(organization__in=mine)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "parties": self.parties()}

    def get_initial(self):
        """The party of the address or the only one, with what it said so far."""
        wanted, parties = as_id(self.request.GET.get("party", "")), list(self.parties())
        party = next((one for one in parties if one.pk == wanted or len(parties) == 1), None)
        if party is None:
            return {}
        said = self.record.consents.filter(party=party).first()
        facts = {"stance": said.stance, "reason": said.reason} if said else {}
        return {"party": party.pk, **facts}

    def carry_out(self, form):
        return transitions.state_position(
            theory=self.record, by=self.request.user, **form.cleaned_data
        )


class PositionConfirm(AimFormPage):
    """The party stands by what the coordinator stated for it."""

    model = TheoryConsent
    related = ("theory__collaboration", "party__organization")
    rule_name = "agreements.state_theory_position"
    form_class = ConfirmForm
    anchor = "positions"
    title = _("Confirm the position")
    note = _("Not what your organization says? Then state its position instead.")
    submit_label = _("Confirm it")
    success_message = _("The position is confirmed.")

    def get_lead(self):
        return str(self.record)

    def home(self):
        return self.record.theory

    def carry_out(self, form):
        return transitions.confirm_position(consent=self.record, by=self.request.user)
