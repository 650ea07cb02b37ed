"""Pages that draft an amendment, edit it, and change clauses inside it."""

import copy

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from agreements.instruments import transitions
from agreements.instruments.forms.amending import (
    AmendedClauseForm,
    AmendmentForm,
    clause_as_amended,
    proposed,
    standing,
)
from agreements.instruments.forms.parts import ConfirmForm
from agreements.instruments.kinds import AmendmentKind
from agreements.instruments.models import Amendment, AmendmentChange, Clause
from agreements.instruments.states import AgreementState, AmendmentState
from agreements.instruments.views.forms_base import AgreementFormPage, TakesFilesMixin
from collabgov.kit.errors import Refused


class NewAmendmentMixin:
    """Which kind of amendment is drafted, and whether one can be drafted now."""

    @property
    def kind(self):
        asked = self.request.GET.get("kind", "")
        return AmendmentKind(asked if asked in AmendmentKind.values else AmendmentKind.CHANGE)

    def get_title(self):
        is_extension = self.kind == AmendmentKind.EXTENSION
        return _("Extend the agreement") if is_extension else _("Amend the agreement")

    def get_closed(self):
        if self.agreement.state == AgreementState.IN_FORCE:
            return ""
        words = {"state": self.agreement.get_state_display()}
        return _("Only an agreement in force is amended; this one is “%(state)s”.") % words

    def get_context_data(self, **kwargs):
        in_the_way = self.agreement.amendments.open().first()
        return super().get_context_data(in_the_way=in_the_way, **kwargs)


class AmendmentCreate(NewAmendmentMixin, TakesFilesMixin, AgreementFormPage):
    """Draft one: the form holds what stands, and what is written differently is the amendment."""

    form_class = AmendmentForm
    template_name = "agreements/instruments/amendment_form.html"
    anchor = "amendments"
    submit_label = _("Save and see the difference")
    success_message = _("The amendment is drafted. Check the difference before it is offered.")

    def get_form_kwargs(self):
        fresh = Amendment(agreement=self.agreement, kind=self.kind)
        return {**super().get_form_kwargs(), "instance": fresh, "stands": standing(self.agreement)}

    def carry_out(self, form):
        return transitions.draft_amendment(
            agreement=self.agreement,
            by=self.request.user,
            kind=self.kind,
            changes=form.changes,
            **form.own,
        )

    def get_success_url(self):
        if self.object == self.record:
            return super().get_success_url()
        return reverse("agreements:amendment-detail", args=[self.object.pk])


class OfAmendmentMixin:
    """A page about one amendment; it leads back to its difference."""

    model = Amendment
    to_agreement = "agreement"

    def get_lead(self):
        return str(self.record)

    def get_success_url(self):
        return reverse("agreements:amendment-detail", args=[self.record.pk])


class OfDraftMixin(OfAmendmentMixin):
    """A page that changes the amendment itself: closed once it is offered for signing."""

    def get_closed(self):
        if self.record.state == AmendmentState.DRAFT:
            return ""
        words = {"state": self.record.get_state_display()}
        return _("The amendment can no longer change: “%(state)s”.") % words


class AmendmentEdit(TakesFilesMixin, OfDraftMixin, AgreementFormPage):
    form_class = AmendmentForm
    template_name = "agreements/instruments/amendment_form.html"
    title = _("Edit the amendment")
    submit_label = _("Save and see the difference")
    success_message = _("The amendment is saved.")

    def get_form_kwargs(self):
        stands = proposed(self.record)
        return {**super().get_form_kwargs(), "instance": self.record, "stands": stands}

    def carry_out(self, form):
        return transitions.edit_amendment(
            amendment=self.record,
            by=self.request.user,
            version=form.cleaned_data["version"],
            changes=form.changes,
            **form.own,
        )


class AmendmentClauseNew(OfDraftMixin, AgreementFormPage):
    form_class = AmendedClauseForm
    title = _("Add a clause by the amendment")
    submit_label = _("Add it to the amendment")
    success_message = _("The amendment adds the clause.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": Clause(agreement=self.agreement)}

    def carry_out(self, form):
        return transitions.new_clause(amendment=self.record, by=self.request.user, **form.said)


class OfAmendedClauseMixin:
    """A page about a clause under the amendment that is open to its agreement."""

    model = Clause
    to_agreement = "agreement"

    @cached_property
    def amendment(self):
        return self.agreement.amendments.open().first()

    def get_closed(self):
        if self.amendment is None or self.record.is_removed:
            return _("No amendment to this clause is being drafted.")
        if self.amendment.state == AmendmentState.DRAFT:
            return ""
        words = {"state": self.amendment.get_state_display()}
        return _("The amendment can no longer change: “%(state)s”.") % words

    def get_lead(self):
        return str(self.amendment or "")

    def get_note(self):
        return self.record.text

    def get_success_url(self):
        if self.amendment is None:
            return super().get_success_url()
        return reverse("agreements:amendment-detail", args=[self.amendment.pk])

    def require_amendment(self):
        """The open amendment; a sentence when somebody withdrew it meanwhile."""
        if self.amendment is None:
            raise Refused(_("No amendment to this clause is being drafted."))
        return self.amendment


class AmendmentClauseChange(OfAmendedClauseMixin, AgreementFormPage):
    form_class = AmendedClauseForm
    title = _("Change a clause by the amendment")
    submit_label = _("Put it into the amendment")
    other_way = (_("Take out a clause by the amendment"), "amendment-clause-out")
    success_message = _("The amendment changes the clause.")

    def get_form_kwargs(self):
        clause = self.record
        if self.amendment is not None:
            clause = clause_as_amended(self.amendment, copy.copy(clause))
        return {**super().get_form_kwargs(), "instance": clause}

    def carry_out(self, form):
        return transitions.change_clause(
            amendment=self.require_amendment(),
            clause=self.record,
            by=self.request.user,
            **form.said,
        )


class AmendmentLineDrop(AgreementFormPage):
    """One line of the difference is taken out of the draft again."""

    model = AmendmentChange
    to_agreement = "amendment__agreement"
    related = ("clause",)
    form_class = ConfirmForm
    title = _("Leave this change out of the amendment")
    submit_label = _("Leave it out")
    success_message = _("The change is left out of the amendment.")

    def get_lead(self):
        return str(self.record)

    def get_success_url(self):
        return reverse("agreements:amendment-detail", args=[self.record.amendment_id])

    def carry_out(self, form):
        return transitions.drop_change(change=self.record, by=self.request.user)


class AmendmentClauseOut(OfAmendedClauseMixin, AgreementFormPage):
    form_class = ConfirmForm
    title = _("Take out a clause by the amendment")
    submit_label = _("Take it out by the amendment")
    success_message = _("The amendment takes the clause out.")

    def carry_out(self, form):
        return transitions.take_out_clause(
            amendment=self.require_amendment(), clause=self.record, by=self.request.user
        )
