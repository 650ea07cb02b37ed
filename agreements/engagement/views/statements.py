"""Statements of parties: record, correct, confirm, take back, and say that one understood."""

from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import ConfirmForm
from agreements.charter.models import Collaboration
from agreements.engagement.discovery_kinds import StatementKind
from agreements.engagement.forms.discovery import (
    AcknowledgeForm,
    StatementEditForm,
    StatementForm,
)
from agreements.engagement.models import InterestStatement
from agreements.engagement.transitions import statements
from agreements.engagement.views.discovery_base import (
    DiscoveryEditPage,
    DiscoveryFormPage,
    FromElsewhereMixin,
)
from collabgov.kit.seen import SeenMixin


class StatementCreate(FromElsewhereMixin, DiscoveryFormPage):
    """The party states it; or it is recorded on its behalf, after a visit for instance."""

    model = Collaboration
    form_class = StatementForm
    anchor = "statements"
    title = _("Record a statement")
    lead = _("What is at stake for a party, what worries it, what limits it, what it is ready for.")
    note = _("What you record for another party is marked until that party confirms it.")
    submit_label = _("Record it")
    success_message = _("The statement is recorded.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "parties": self.may_write_for()}

    def get_initial(self):
        kind = self.request.GET.get("kind", "")
        known = {"kind": kind} if kind in StatementKind.values else {}
        return {**super().get_initial(), **known}

    def carry_out(self, form):
        return statements.record_statement(
            by=self.request.user,
            meeting=self.meeting,
            stated_on=self.meeting.held_on if self.meeting else None,
            entry=self.entry,
            **form.cleaned_data,
        )


class OfStatement:
    """A page about one statement."""

    model = InterestStatement
    related = ("party__collaboration", "party__organization")
    anchor = "statements"

    def get_lead(self):
        return f"{self.record.party.organization}: {self.record.text}"


class StatementEdit(OfStatement, DiscoveryEditPage):
    rule_name = "agreements.correct_statement"
    form_class = StatementEditForm
    title = _("Correct a statement")
    note = _("Where the words change, the other parties are asked anew whether they understood.")
    submit_label = _("Save the statement")
    success_message = _("The statement is saved.")

    def carry_out(self, form):
        return statements.correct_statement(
            statement=self.record, by=self.request.user, **form.cleaned_data
        )


class StatementConfirm(SeenMixin, OfStatement, DiscoveryFormPage):
    rule_name = "agreements.confirm_statement"
    form_class = ConfirmForm
    title = _("Confirm a statement")
    note = _("Not what your organization says? Then correct it instead.")
    submit_label = _("Confirm it")
    success_message = _("The statement is confirmed.")

    def carry_out(self, form):
        return statements.confirm_statement(
            statement=self.record, by=self.request.user, seen=self.seen
        )


class StatementWithdraw(OfStatement, DiscoveryFormPage):
    """Asks once."""

    rule_name = "agreements.correct_statement"
    form_class = ConfirmForm
    title = _("Take a statement back")
    note = _("It no longer holds from today on. The history keeps its words.")
    is_final = True
    submit_label = _("Take it back")
    success_message = _("The statement is taken back.")

    def carry_out(self, form):
        return statements.withdraw_statement(statement=self.record, by=self.request.user)


class StatementAcknowledge(SeenMixin, OfStatement, DiscoveryFormPage):
    """To have understood is not to agree."""

    rule_name = "agreements.acknowledge_statement"
    form_class = AcknowledgeForm
    title = _("We have understood this")
    note = _("You say that you understand it, not that you agree.")
    submit_label = _("We have understood")
    success_message = _("Your party has understood the statement.")

    def get_form_kwargs(self):
        said = self.record.acknowledgements.values("party")
        others = self.own_parties().exclude(organization=self.record.party.organization_id)
        return {**super().get_form_kwargs(), "parties": others.exclude(pk__in=said)}

    def carry_out(self, form):
        return statements.acknowledge(
            statement=self.record, by=self.request.user, seen=self.seen, **form.cleaned_data
        )
