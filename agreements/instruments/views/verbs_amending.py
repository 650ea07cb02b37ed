"""The page of one move of an amendment: offer it for signing, recall it, withdraw it."""

from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from agreements.instruments import transitions
from agreements.instruments.difference import difference
from agreements.instruments.forms.parts import ConfirmShown, ReasonForShown
from agreements.instruments.hints import hints_of_amendment
from agreements.instruments.states import AmendmentState
from agreements.instruments.views.forms_amending import OfAmendmentMixin
from agreements.instruments.views.forms_base import AgreementFormPage, AsShownMixin

A = AmendmentState


@dataclass(frozen=True)
class AmendmentStep:
    """One move of an amendment: what it is called, what it asks, from which states."""

    title: str
    done: str
    note: str
    verb: object
    form: type
    states: tuple
    is_final: bool = False


STEPS = {
    "offer": AmendmentStep(
        _("Offer it for signing"),
        _("The amendment is open for signing."),
        _("Its text is then closed. With the last signature the agreement says what it says."),
        transitions.offer_amendment,
        ConfirmShown,
        (A.DRAFT,),
    ),
    "recall": AmendmentStep(
        _("Recall it to the draft"),
        _("The amendment is a draft again."),
        _("Signatures under it no longer count."),
        transitions.recall_amendment,
        ConfirmShown,
        (A.SIGNING,),
    ),
    "withdraw": AmendmentStep(
        _("Withdraw the amendment"),
        _("The amendment is withdrawn."),
        _("The agreement stays as it is. The amendment stays in its history."),
        transitions.withdraw_amendment,
        ReasonForShown,
        (A.DRAFT, A.SIGNING),
        is_final=True,
    ),
}


class AmendmentMove(OfAmendmentMixin, AsShownMixin, AgreementFormPage):
    """A move named in the address; before it is offered, the difference once more."""

    template_name = "agreements/instruments/amendment_move.html"

    def dispatch(self, request, *args, **kwargs):
        try:
            self.step = STEPS[kwargs["verb"]]
        except KeyError as error:
            raise Http404 from error
        self.title, self.note = self.step.title, self.step.note
        self.submit_label, self.success_message = self.step.title, self.step.done
        self.is_final = self.step.is_final
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self):
        return self.step.form

    def get_closed(self):
        if self.record.state in self.step.states:
            return ""
        words = {"state": self.record.get_state_display()}
        return _("This step is not possible while the amendment is “%(state)s”.") % words

    def get_context_data(self, **kwargs):
        is_offer = self.kwargs["verb"] == "offer" and not self.get_closed()
        hints = list(hints_of_amendment(self.record)) if is_offer else []
        return super().get_context_data(parts=difference(self.record), hints=hints, **kwargs)

    def carry_out(self, form):
        return self.step.verb(amendment=self.record, by=self.request.user, **form.cleaned_data)
