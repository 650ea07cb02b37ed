"""Where a party stands on a theory of change: say it, or confirm what was said for it."""

from agreements.charter.views.positions import PositionConfirmPage, PositionStatePage
from agreements.goals import transitions
from agreements.goals.models import TheoryConsent, TheoryOfChange
from agreements.goals.views.base import AimFormPage
from collabgov.kit.seen import SeenMixin


class PositionState(SeenMixin, PositionStatePage, AimFormPage):
    model = TheoryOfChange
    related = ("collaboration",)
    rule_name = "agreements.state_theory_position"

    def carry_out(self, form):
        return transitions.state_position(
            theory=self.record, by=self.request.user, seen=self.seen, **form.cleaned_data
        )


class PositionConfirm(SeenMixin, PositionConfirmPage, AimFormPage):
    model = TheoryConsent
    related = ("theory__collaboration", "party__organization")
    rule_name = "agreements.state_theory_position"

    def home(self):
        return self.record.theory

    def carry_out(self, form):
        return transitions.confirm_position(
            consent=self.record, by=self.request.user, seen=self.seen
        )
