"""Answering a request, saying how it ended, and what the superior said."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.capacity.answer_papers import letters_for
from agreements.capacity.forms.assistance import (
    AnswerForm,
    EscalateForm,
    GivenForm,
    ResultForm,
    SuperiorForm,
    UnfulfilledForm,
)
from agreements.capacity.rules.assistance import speaks_for_giver
from agreements.capacity.transitions import assistance_answers, assistance_ends
from agreements.capacity.views.assistance_base import AssistanceButton, AssistanceFormPage
from collabgov.kit.seen import SeenMixin
from collabgov.kit.uploads import LargeUploadMixin

ON_BEHALF = _(
    "You do not speak for %s: your answer is recorded on its behalf, and it can confirm or correct"
    " it."
)


class AssistanceAnswer(LargeUploadMixin, SeenMixin, AssistanceFormPage):
    """Accept, accept in part, or refuse in writing; an emergency is not refused."""

    rule_name = "agreements.answer_assistance"
    form_class = AnswerForm
    template_name = "agreements/capacity/assistance_answer.html"
    title = _("Answer the request")
    submit_label = _("Give this answer")
    success_message = _("The answer is given.")
    verb = staticmethod(assistance_answers.answer_assistance)

    def get_form_kwargs(self):
        facts = {
            "request_for_help": self.record,
            "documents": letters_for(self.record, self.request.user),
        }
        return {**super().get_form_kwargs(), **facts, "by": self.request.user}

    def get_context_data(self, **kwargs):
        grounds = [row.kind for row in self.record.grounds.select_related("kind")]
        context = super().get_context_data(grounds=grounds, **kwargs)
        if not speaks_for_giver(self.request.user, self.record):
            context["note"] = ON_BEHALF % self.record.to_party.organization.label
        return context

    def carry_out(self, form):
        return self.verb(
            request=self.record, by=self.request.user, seen=self.seen, **form.cleaned_data
        )


class AssistanceCorrect(AssistanceAnswer):
    """The party puts right what was answered on its behalf."""

    rule_name = "agreements.settle_assistance"
    title = _("Correct the coordinator's answer")
    success_message = _("The answer is corrected.")
    verb = staticmethod(assistance_answers.correct_answer)

    def get_initial(self):
        answer = self.record.answer
        if answer is None:
            return {}
        names = ("outcome", "offered", "withheld", "reason", "letter", "refusal_ground")
        return {name: getattr(answer, name) for name in names}


class AssistanceConfirm(AssistanceButton):
    rule_name = "agreements.settle_assistance"
    verb = staticmethod(assistance_answers.confirm_answer)
    said = _("Your organization confirms the coordinator's answer.")

    def carry_out(self):
        return self.verb(request=self.record, by=self.request.user, seen=self.seen)


class AssistanceBegin(AssistanceButton):
    rule_name = "agreements.give_assistance"
    verb = staticmethod(assistance_ends.begin_help)
    said = _("Help is on its way.")


class AssistanceGiven(AssistanceFormPage):
    rule_name = "agreements.say_assistance_was_given"
    form_class = GivenForm
    title = _("We gave the help")
    note = _("The party that asked says what came of it; until then costs agreed on stand.")
    submit_label = _("Say so")
    success_message = _("It is on record that you gave the help.")

    def carry_out(self, form):
        return assistance_ends.say_given(
            request=self.record, by=self.request.user, **form.cleaned_data
        )


class AssistanceComplete(AssistanceFormPage):
    rule_name = "agreements.judge_assistance"
    form_class = ResultForm
    title = _("Help was given: say what came of it")
    submit_label = pgettext_lazy("assistance", "Save the result")
    success_message = _("The result is on record. Thank you.")

    def carry_out(self, form):
        return assistance_ends.complete_assistance(
            request=self.record, by=self.request.user, **form.cleaned_data
        )


class AssistanceUnfulfilled(AssistanceFormPage):
    rule_name = "agreements.judge_assistance"
    form_class = UnfulfilledForm
    title = _("Help was not given")
    submit_label = _("Record it")
    success_message = _("It is on record that the help was not given.")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if self.record.is_emergency:
            context["note"] = _("It is an emergency: it goes to the superior in the same moment.")
        return context

    def carry_out(self, form):
        return assistance_ends.mark_unfulfilled(
            request=self.record, by=self.request.user, **form.cleaned_data
        )


class AssistanceEscalate(AssistanceFormPage):
    rule_name = "agreements.judge_assistance"
    form_class = EscalateForm
    title = _("Bring it before the superior")
    note = _(
        "The nearest organization above both; where there is none, the coordinator sees to it."
    )
    submit_label = _("Bring it up")
    success_message = _("It lies before the superior.")

    def carry_out(self, form):
        return assistance_ends.escalate_assistance(
            request=self.record, by=self.request.user, **form.cleaned_data
        )


class AssistanceSuperior(AssistanceFormPage):
    rule_name = "agreements.record_superior"
    form_class = SuperiorForm
    title = _("Record what the superior answered")
    submit_label = _("Record the answer")
    success_message = _("The superior's answer is on record.")

    def carry_out(self, form):
        return assistance_ends.record_superior(
            request=self.record, by=self.request.user, **form.cleaned_data
        )
