"""Forms around minutes: share them, answer them, reply, and begin a correction."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import plain_helper
from agreements.engagement.kinds import ReplyOutcome, Word
from agreements.engagement.transitions.minutes import DAYS, FEWEST, MOST
from collabgov.kit.forms import LONGEST_REASON, PlacedErrorsMixin

NOTES = {
    Word.CONFIRM: _("They say what happened."),
    Word.CORRECT: _("Something is wrong or missing: say what it should be."),
    Word.OBJECT: _("The organization does not stand by them: say why."),
}


def _words(label, *, required=True, help_text=""):
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST_REASON,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ShareForm(PlacedErrorsMixin, forms.Form):
    """How long the parties have; a later version says what it corrects."""

    days = forms.IntegerField(
        label=_("Days to answer"),
        min_value=FEWEST,
        max_value=MOST,
        initial=DAYS,
        help_text=_("From 1 to 30. Who says nothing until then is shown as silent."),
        widget=forms.NumberInput(attrs={"class": "w-auto"}),
    )
    reason = _words(
        _("What this version corrects"), help_text=_("Every party reads it, and is asked anew.")
    )

    def __init__(self, *args, is_first, **kwargs):
        super().__init__(*args, **kwargs)
        if is_first:
            del self.fields["reason"]
        self.helper = plain_helper(*self.fields)


class CorrectForm(PlacedErrorsMixin, forms.Form):
    """Why adopted minutes are opened again."""

    reason = _words(_("Reason"), help_text=_("It stays in the history of the meeting."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("reason")


class AnswerForm(PlacedErrorsMixin, forms.Form):
    """What a party says to the minutes."""

    word = forms.ChoiceField(label=_("Answer"), widget=forms.RadioSelect)
    text = _words(
        _("In its words"),
        required=False,
        help_text=_("A correction or an objection needs them."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["word"].choices = [
            (word.value, f"{word.label}. {note}") for word, note in NOTES.items()
        ]
        self.helper = plain_helper("word", "text")


class ReplyForm(PlacedErrorsMixin, forms.Form):
    """What the coordinator says to a correction that was asked for, or an objection."""

    reply = _words(_("Reply"), help_text=_("The party can accept it, or keep to what it said."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("reply")


class SettleForm(PlacedErrorsMixin, forms.Form):
    """Whether the reply settles it for the party."""

    outcome = forms.ChoiceField(
        label=_("What the organization says to it"),
        widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in (ReplyOutcome.ACCEPTED, ReplyOutcome.KEPT)],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("outcome")
