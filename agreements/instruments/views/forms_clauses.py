"""Pages of clauses: write one, paste many, correct, take out, turn an obligation into a promise."""

from django.contrib import messages
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from agreements.instruments import transitions
from agreements.instruments.forms.clauses import ClauseForm, PasteForm, PromiseForm, fingerprint
from agreements.instruments.forms.parts import ConfirmShown
from agreements.instruments.models import Clause
from agreements.instruments.transitions.clauses import not_in_force
from agreements.instruments.views.forms_base import AgreementFormPage, AsShownMixin, OpenTextMixin


class ClauseCreate(OpenTextMixin, AgreementFormPage):
    form_class = ClauseForm
    template_name = "agreements/instruments/clause.html"
    anchor = "clauses"
    title = _("Add a clause")
    submit_label = _("Add the clause")
    success_message = _("The clause is added.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": Clause(agreement=self.agreement)}

    def carry_out(self, form):
        return transitions.add_clause(
            agreement=self.agreement, by=self.request.user, **form.without_version
        )


class OfClauseMixin:
    """A page about one clause."""

    model = Clause
    to_agreement = "agreement"
    related = ("owed_by__party__organization",)
    anchor = "clauses"

    def get_lead(self):
        return str(self.record)


class ClauseEdit(OpenTextMixin, OfClauseMixin, AgreementFormPage):
    form_class = ClauseForm
    title = _("Edit a clause")
    submit_label = _("Save the clause")
    other_way = (_("Take out a clause"), "clause-remove")
    success_message = _("The clause is saved.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.record}

    def carry_out(self, form):
        return transitions.edit_clause(
            clause=self.record, by=self.request.user, **form.cleaned_data
        )


class ClauseRemove(OpenTextMixin, OfClauseMixin, AsShownMixin, AgreementFormPage):
    form_class = ConfirmShown
    title = _("Take out a clause")
    is_final = True
    submit_label = _("Take out the clause")
    success_message = _("The clause is taken out.")

    def get_note(self):
        return self.record.text

    def carry_out(self, form):
        return transitions.remove_clause(
            clause=self.record, by=self.request.user, **form.cleaned_data
        )


class ClausePaste(OpenTextMixin, AgreementFormPage):
    """Many clauses at once: the page first shows what it read."""

    form_class = PasteForm
    template_name = "agreements/instruments/paste.html"
    anchor = "clauses"
    title = _("Paste the clauses")
    submit_label = _("Show the clauses")

    def form_valid(self, form):
        if form.was_shown:
            return super().form_valid(form)
        form.data = form.data.copy()
        form.data["shown"] = fingerprint(form.cleaned_data["text"])
        self.submit_label = _("Add these clauses")
        return self.render_to_response(self.get_context_data(form=form, clauses=form.clauses))

    def carry_out(self, form):
        with transaction.atomic():
            for clause in form.clauses:
                transitions.add_clause(
                    agreement=self.agreement,
                    by=self.request.user,
                    number=clause.number,
                    text=clause.text,
                )
        number = len(form.clauses)
        done = ngettext("%(number)s clause is added.", "%(number)s clauses are added.", number)
        messages.success(self.request, done % {"number": number})


class ClausePromise(OfClauseMixin, AgreementFormPage):
    """An obligation becomes a commitment of whoever owes it."""

    rule_name = "agreements.promise_obligation"
    form_class = PromiseForm
    title = _("Make it a commitment")
    submit_label = _("Record the commitment")
    success_message = _("The commitment is recorded.")

    def get_closed(self):
        if self.record.owed_by is None or self.record.is_removed:
            return _("Nobody owes anything by this clause.")
        return not_in_force(self.agreement)

    def get_note(self):
        if self.record.owed_by is None:
            return ""
        words = {"organization": self.record.owed_by.party.organization.name}
        return (
            _(
                "%(organization)s owes it, and finds it among its commitments. In other words or"
                " for another day than the clause it waits for their answer."
            )
            % words
        )

    def get_initial(self):
        return {"promise": self.record.promise, "due_on": self.record.due_on}

    def carry_out(self, form):
        return transitions.promise_obligation(
            clause=self.record, by=self.request.user, **form.cleaned_data
        )

    def get_success_url(self):
        made = self.object
        return super().get_success_url() if made == self.record else made.get_absolute_url()
