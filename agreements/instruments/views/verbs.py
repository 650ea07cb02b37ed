"""The page of one move of an agreement: what will follow, what it asks, the button."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from agreements.instruments.follows import follows
from agreements.instruments.guards import missing_next
from agreements.instruments.hints import hints_of
from agreements.instruments.possible import DESPITE_AMENDMENT, POSSIBLE, renewal_refusal
from agreements.instruments.states import BINDING
from agreements.instruments.views.forms_base import (
    AgreementFormPage,
    AsShownMixin,
    TakesFilesMixin,
)
from agreements.instruments.views.verbs_steps import MOVES

# Why these are closed although the state would allow them.
ELSE_CLOSED = {
    "request-termination": _("Its termination is requested already."),
    "drop-termination": _("Nobody asked to terminate it."),
    "terminate": _("Its termination is decided already."),
}


class OneMoveMixin:
    """The move of the address: its words, its form, and whether the state allows it."""

    def dispatch(self, request, *args, **kwargs):
        try:
            self.move = MOVES[kwargs["verb"]]
        except KeyError as error:
            raise Http404 from error
        self.rule_name, self.title, self.note = self.move.rule_name, self.move.title, self.move.note
        self.submit_label, self.success_message = self.move.title, self.move.done
        self.form_class, self.is_final = self.move.form, self.move.is_final
        return super().dispatch(request, *args, **kwargs)

    def get_closed(self):
        verb, state = self.kwargs["verb"], self.agreement.get_state_display()
        if verb == "renew":
            return renewal_refusal(self.agreement)
        if POSSIBLE[verb](self.agreement):
            return ""
        if self.agreement.state in BINDING and verb in ELSE_CLOSED:
            return ELSE_CLOSED[verb]
        words = {"state": state}
        return _("This step is not possible while the agreement is “%(state)s”.") % words

    def amendment_in_the_way(self):
        """The open amendment, while which nothing else moves."""
        if self.kwargs["verb"] in DESPITE_AMENDMENT or self.agreement.state not in BINDING:
            return None
        return self.agreement.amendments.open().first()


class AgreementMove(OneMoveMixin, AsShownMixin, TakesFilesMixin, AgreementFormPage):
    """A move named in the address; one that the state does not allow says so, and asks nothing."""

    template_name = "agreements/instruments/move.html"

    def carry_out(self, form):
        given = form.cleaned_data
        if hasattr(form, "chosen"):
            given = form.chosen(given)
        return self.move.verb(agreement=self.agreement, by=self.request.user, **given)

    def get_success_url(self):
        """To the agreement, or to the one that the verb made of it."""
        made = self.object if self.kwargs["verb"] == "renew" else self.agreement
        return made.get_absolute_url()

    def get_context_data(self, **kwargs):
        verb, closed = self.kwargs["verb"], self.get_closed()
        missing = missing_next(self.agreement) if verb == "forward" and not closed else []
        is_leading = verb == "forward" and not closed
        return super().get_context_data(
            missing=missing,
            hints=hints_of(self.agreement) if is_leading and not missing else [],
            in_the_way=self.amendment_in_the_way(),
            follows=[] if closed else follows(self.agreement, verb),
            **kwargs,
        )
