"""Pages of minutes: share, answer, reply, correct, and every version as it was."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView

from agreements.charter.forms.people import ConfirmForm
from agreements.charter.views.base import CharterFormPage
from agreements.engagement import transitions
from agreements.engagement.forms.minutes import (
    AnswerForm,
    CorrectForm,
    ReplyForm,
    SettleForm,
    ShareForm,
)
from agreements.engagement.minutes_page import answer_lines, guests_of, shown
from agreements.engagement.rules.minutes import collaboration_of_answer
from agreements.models import Meeting, MinutesAnswer
from collabgov.kit.access import VisibleRowsMixin


class MinutesFormPage(CharterFormPage):
    """A small form about the minutes of a meeting; afterwards back to them on its page."""

    template_name = "agreements/engagement/minutes_form.html"
    anchor = "minutes"

    def meeting(self):
        return self.record

    def get_success_url(self):
        return f"{self.meeting().get_absolute_url()}#{self.anchor}"

    def get_context_data(self, **kwargs):
        return super().get_context_data(meeting=self.meeting(), **kwargs)


class MinutesShare(MinutesFormPage):
    """The first time, or again after a correction."""

    model = Meeting
    related = ("collaboration",)
    rule_name = "agreements.publish_minutes"
    form_class = ShareForm
    title = gettext_lazy("Share the minutes")
    lead = gettext_lazy(
        "The text is kept as it is now, and every party that was present is asked about it."
    )
    submit_label = gettext_lazy("Share the minutes")
    success_message = gettext_lazy("The minutes are shared.")

    def get_form_kwargs(self):
        is_first = not self.record.minutes.exists()
        return {**super().get_form_kwargs(), "is_first": is_first}

    def carry_out(self, form):
        return transitions.share_minutes(
            meeting=self.record, by=self.request.user, **form.cleaned_data
        )


class MinutesCorrect(MinutesFormPage):
    model = Meeting
    related = ("collaboration",)
    rule_name = "agreements.publish_minutes"
    form_class = CorrectForm
    title = gettext_lazy("Correct the adopted minutes")
    lead = gettext_lazy(
        "The adopted version stays as it is and can be read for ever. Only coordinators edit the"
        " meeting until the correction is shared as the next version."
    )
    submit_label = gettext_lazy("Begin the correction")
    success_message = gettext_lazy("The meeting can be edited again. Share the minutes afterwards.")

    def carry_out(self, form):
        return transitions.correct_minutes(
            meeting=self.record, by=self.request.user, **form.cleaned_data
        )


class AnswerPage(MinutesFormPage):
    """A form about what one party says."""

    model = MinutesAnswer
    related = ("minutes__meeting__collaboration", "party__organization")
    find_collaboration = staticmethod(collaboration_of_answer)

    def meeting(self):
        return self.record.minutes.meeting

    def get_lead(self):
        words = {"meeting": self.meeting(), "number": self.record.minutes.number}
        words |= {"party": self.record.party.organization.name}
        return _("%(party)s on “%(meeting)s”, version %(number)s.") % words


class MinutesAnswerGive(AnswerPage):
    """A representative answers for the own party; the coordinator where nobody has."""

    rule_name = "agreements.answer_minutes"
    form_class = AnswerForm
    title = gettext_lazy("Answer on the minutes")
    note = gettext_lazy(
        "Silence does not count as agreement. A word given for others waits for theirs."
    )
    submit_label = gettext_lazy("Save the answer")
    success_message = gettext_lazy("The answer is recorded.")

    def get_initial(self):
        said = self.record
        return {} if said.is_silent else {"word": said.word, "text": said.text}

    def carry_out(self, form):
        return transitions.answer_minutes(
            answer=self.record, by=self.request.user, **form.cleaned_data
        )


class MinutesAnswerConfirm(AnswerPage):
    """The party stands by what the coordinator recorded for it."""

    rule_name = "agreements.confirm_minutes_answer"
    form_class = ConfirmForm
    title = gettext_lazy("Confirm the answer")
    note = gettext_lazy("Not what your organization says? Then answer yourself instead.")
    submit_label = gettext_lazy("Confirm it")
    success_message = gettext_lazy("The answer is confirmed.")

    def carry_out(self, form):
        return transitions.confirm_answer(answer=self.record, by=self.request.user)


class MinutesAnswerReply(AnswerPage):
    rule_name = "agreements.reply_to_minutes_answer"
    form_class = ReplyForm
    title = gettext_lazy("Reply to the party")
    submit_label = gettext_lazy("Save the reply")
    success_message = gettext_lazy("The reply is recorded.")

    def get_initial(self):
        return {"reply": self.record.reply}

    def carry_out(self, form):
        return transitions.reply_to_answer(
            answer=self.record, by=self.request.user, **form.cleaned_data
        )


class MinutesAnswerSettle(AnswerPage):
    rule_name = "agreements.settle_minutes_reply"
    form_class = SettleForm
    title = gettext_lazy("Is it settled?")
    submit_label = gettext_lazy("Save the answer")
    success_message = gettext_lazy("The answer is recorded.")

    def carry_out(self, form):
        return transitions.settle_reply(
            answer=self.record, by=self.request.user, **form.cleaned_data
        )


class MinutesVersionDetail(VisibleRowsMixin, DetailView):
    """A version as it was, with what was said to it; it never changes."""

    model = Meeting
    template_name = "agreements/engagement/minutes_version.html"

    def get_context_data(self, **kwargs):
        versions = self.object.minutes.for_list()
        version = get_object_or_404(versions, number=self.kwargs["number"])
        return super().get_context_data(
            version=version,
            said=shown(version.content),
            answers=answer_lines(version, list(version.answers.for_list())),
            guests=guests_of(version),
            newest=versions.first(),
            **kwargs,
        )
