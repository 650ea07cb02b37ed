"""The small forms that bring a decision on its way, and its options."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.collaborations import ReasonForm
from agreements.charter.forms.people import ConfirmForm
from agreements.charter.views.base import CharterEditPage, CharterFormPage, CharterMove, CharterPage
from agreements.charter.views.positions import PositionConfirmPage, PositionStatePage
from agreements.engagement import transitions
from agreements.engagement.deciding import may_still_say, silent_of, words_of_counts
from agreements.engagement.decision_moves import require_decidable
from agreements.engagement.forms.deciding import (
    AnswerForm,
    ChangeForm,
    DecideForm,
    InstrumentForm,
    OptionForm,
    PutForwardForm,
    ReviewForm,
)
from agreements.engagement.models import AgendaItem, Decision, Option, Position
from agreements.engagement.rules.decisions import answering_party, collaboration_behind
from agreements.engagement.states import OPEN_DECISION
from agreements.engagement.threads import require_open_topic, thread_items
from collabgov.kit.errors import Refused
from collabgov.kit.seen import SeenMixin


class DecidingPage(CharterPage):
    """A page about a decision or its topic; afterwards it leads back to where that is told."""

    rule_name = "agreements.run_decision"
    find_collaboration = staticmethod(collaboration_behind)

    def get_success_url(self):
        page = self.home().get_absolute_url()
        return f"{page}#{self.anchor}" if self.anchor else page

    def home(self):
        return self.record


class DecidingFormPage(DecidingPage, CharterFormPage):
    template_name = "agreements/engagement/deciding_form.html"

    def get_context_data(self, **kwargs):
        inside = self.stays_inside()
        return super().get_context_data(home=self.home(), stays_inside=inside, **kwargs)

    def stays_inside(self):
        """Whether what the page is about is confidential."""
        return self.record.is_confidential


class RefusesFirst:
    """What would be refused whatever is filled in is said before anything is filled in.

    Mix in before the page; `require` raises the refusal.
    """

    def get_context_data(self, **kwargs):
        refusal = ""
        try:
            self.require()
        except Refused as refused:
            refusal = str(refused)
        return super().get_context_data(refusal=refusal, **kwargs)


class OfDecision:
    model = Decision
    related = ("meeting__collaboration", "agenda_item")

    def get_lead(self):
        return self.record.text


class OfDecisionForm(OfDecision, DecidingFormPage):
    """The form offers what belongs to the decision only."""

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "decision": self.record}


class OfTopic:
    """A page about a topic: what is proposed on it."""

    model = AgendaItem
    related = ("meeting__collaboration",)
    rule_name = "agreements.put_forward_decision"

    def get_lead(self):
        return self.record.topic

    def home(self):
        return self.record.meeting

    def stays_inside(self):
        """It is enough that any meeting marked the topic."""
        return thread_items(self.record).filter(is_confidential=True).exists()

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "collaboration": self.collaboration}


class PutForward(RefusesFirst, OfTopic, DecidingFormPage):
    form_class = PutForwardForm
    title = _("Put a decision forward")
    submit_label = _("Put it forward")
    success_message = _("The decision is put forward.")

    def require(self):
        require_open_topic(self.record)

    def carry_out(self, form):
        return transitions.put_forward(
            agenda_item=self.record, by=self.request.user, **form.cleaned_data
        )

    def home(self):
        made = self.object if isinstance(self.object, Decision) else None
        return made or self.record.meeting


class DecisionMove(OfDecision, DecidingPage, CharterMove):
    """Buttons: ask the parties; it takes effect."""

    verbs = {
        "deliberate": (
            transitions.begin_deliberation,
            _("The parties are asked where they stand."),
        ),
        "take-effect": (transitions.take_effect, _("The decision is in effect.")),
    }

    def carry_out(self, verb):
        verb(decision=self.record, by=self.request.user)


class DecisionDecide(RefusesFirst, OfDecisionForm):
    """Says first where the parties stand: whoever is silent has not agreed."""

    form_class = DecideForm
    template_name = "agreements/engagement/decide_form.html"
    title = _("Record that it is decided")
    submit_label = _("Record it as decided")
    success_message = _("It is decided.")

    def carry_out(self, form):
        return transitions.decide(decision=self.record, by=self.request.user, **form.cleaned_data)

    def require(self):
        require_decidable(self.record)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        place = context["form"].place()
        day = place and place.held_on
        said = Decision.objects.with_stances(today=day).get(pk=self.record.pk)
        silent = silent_of(self.record, today=day)
        return context | {"silent": silent, "tally": words_of_counts(said), "counted_on": day}


class DecisionWithdraw(OfDecision, DecidingFormPage):
    form_class = ReasonForm
    title = _("Withdraw the decision")
    note = _("It is not pursued any more. What was said about it stays readable.")
    is_final = True
    submit_label = _("Withdraw it")
    success_message = _("The decision is withdrawn.")

    def carry_out(self, form):
        return transitions.withdraw_decision(
            decision=self.record, by=self.request.user, **form.cleaned_data
        )


class DecisionReview(OfDecision, DecidingFormPage):
    form_class = ReviewForm
    title = _("Review the decision")
    submit_label = _("Save the review")
    success_message = _("The review is saved.")
    anchor = "follow-up"

    def carry_out(self, form):
        return transitions.review(decision=self.record, by=self.request.user, **form.cleaned_data)


class DecisionInstrument(OfDecisionForm):
    form_class = InstrumentForm
    title = _("Name the agreement that came of it")
    submit_label = _("Save the agreement")
    success_message = _("The agreement is named.")
    anchor = "follow-up"

    def carry_out(self, form):
        return transitions.name_instrument(
            decision=self.record, by=self.request.user, **form.cleaned_data
        )


class DecisionAmend(OfDecisionForm):
    form_class = ChangeForm
    title = _("Changed by a later decision")
    note = _("Only a decision that is taken and holds changes an earlier one.")
    submit_label = _("Record the change")
    success_message = _("The change is recorded.")

    def carry_out(self, form):
        return transitions.amend(decision=self.record, by=self.request.user, **form.cleaned_data)


class DecisionPosition(PositionStatePage, OfDecision, DecidingFormPage):
    rule_name = "agreements.state_decision_position"
    stated = "positions"

    def asked(self):
        return may_still_say(self.record)

    def get_lead(self):
        return self.record.text

    def carry_out(self, form):
        return transitions.state_decision_position(
            decision=self.record, by=self.request.user, **form.cleaned_data
        )


class OfPosition:
    model = Position
    related = ("decision__meeting__collaboration", "party__organization")
    anchor = "positions"

    def home(self):
        return self.record.decision

    def stays_inside(self):
        return self.record.decision.is_confidential


class DecisionPositionConfirm(SeenMixin, OfPosition, PositionConfirmPage, DecidingFormPage):
    rule_name = "agreements.state_decision_position"

    def carry_out(self, form):
        return transitions.confirm_decision_position(
            position=self.record, by=self.request.user, seen=self.seen
        )


class ObjectionAnswerPage(OfPosition, DecidingFormPage):
    rule_name = "agreements.answer_objection"
    form_class = AnswerForm
    title = _("Answer the objection")
    submit_label = _("Save the answer")
    success_message = _("The answer is recorded.")

    def get_lead(self):
        return f"{self.record.party}: {self.record.reason or self.record.get_stance_display()}"

    def carry_out(self, form):
        return transitions.answer_objection(
            position=self.record, by=self.request.user, **form.cleaned_data
        )


class HomeOfOption:
    """Back to the decision that is open on the topic; else to the topic in its meeting."""

    @property
    def anchor(self):
        return "options" if self.open_decision else f"topic-{self.topic.pk}"

    def home(self):
        return self.open_decision or self.topic.meeting

    @cached_property
    def open_decision(self):
        rows = Decision.objects.filter(agenda_item__in=thread_items(self.topic))
        return rows.filter(state__in=OPEN_DECISION).order_by("-pk").first()


class OptionCreate(RefusesFirst, HomeOfOption, OfTopic, DecidingFormPage):
    form_class = OptionForm
    title = _("Add an option")
    submit_label = _("Add the option")
    success_message = _("The option is added.")

    @property
    def topic(self):
        return self.record

    def require(self):
        require_open_topic(self.record)

    def get_initial(self):
        mine = answering_party(self.request.user, self.collaboration)
        return {**super().get_initial(), "proposed_by": mine}

    def carry_out(self, form):
        transitions.add_option(
            agenda_item=self.record, by=self.request.user, **form.without_version
        )
        return self.record


class OfOption(HomeOfOption):
    model = Option
    related = ("agenda_item__meeting__collaboration", "proposed_by")
    rule_name = "agreements.change_option"

    @property
    def topic(self):
        return self.record.agenda_item

    def get_lead(self):
        return self.topic.topic


class OptionEdit(OfOption, DecidingFormPage, CharterEditPage):
    form_class = OptionForm
    title = _("Edit the option")
    submit_label = _("Save the option")
    success_message = _("The option is saved.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "collaboration": self.collaboration}

    def carry_out(self, form):
        return transitions.edit_option(
            option=self.record, by=self.request.user, **form.cleaned_data
        )


class OptionRemove(OfOption, DecidingFormPage):
    """Asks once."""

    form_class = ConfirmForm
    title = _("Remove the option")
    is_final = True
    submit_label = _("Remove the option")
    success_message = _("The option is removed.")

    def get_lead(self):
        return self.record.title

    def carry_out(self, form):
        return transitions.remove_option(option=self.record, by=self.request.user)
