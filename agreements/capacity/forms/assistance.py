"""Forms of official assistance: ask, answer, say what came of it, bring it before the superior."""

from crispy_forms.layout import Fieldset
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.capacity.assistance_kinds import (
    NOT_REFUSED,
    SHORTEST_REASON,
    WITHHELD_SAYS_WHY,
    AssistanceOutcome,
    HelpKind,
    Usefulness,
)
from agreements.capacity.forms.documents import PaperField
from agreements.capacity.models import AssistanceRequest, GroundKind, RefusalGround
from agreements.charter.forms.people import plain_helper
from agreements.documents.attaching import DocumentFileField
from agreements.engagement.forms.discovery import PartyField, text_field
from collabgov.kit.forms import (
    LONGEST_REASON,
    LONGEST_TEXT,
    NO_CHIPS,
    DayField,
    DayInput,
    PlacedErrorsMixin,
    VersionedFormMixin,
    limit_length,
)

REFUSE = AssistanceOutcome.REFUSE


class GroundsField(forms.ModelMultipleChoiceField):
    """Grounds to tick, in the reader's language."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, kind):
        return kind.label


class RequestForm(VersionedFormMixin, forms.ModelForm):
    """The whole request on one page; the party that asks is given where there is a choice."""

    from_party = PartyField(label=_("Who asks"))
    to_party = PartyField(label=pgettext_lazy("assistance", "Who is asked"))
    kind = forms.ChoiceField(
        label=_("Kind of help"), choices=[("", _("Choose one")), *HelpKind.choices]
    )
    needed_by = DayField(label=_("Needed by"))
    rests_on = GroundsField(
        label=_("Grounds"),
        queryset=GroundKind.objects.none(),
        help_text=_("At least one: why you cannot do it without the other."),
    )
    liable_party = PartyField(
        label=pgettext_lazy("law", "Who is liable"),
        required=False,
        empty_label=_("The party that asks"),
        help_text=_("Another one only where a rule or a written agreement says so."),
    )
    liability_document = PaperField(label=_("Document that says so"), empty_label=_("None"))
    is_emergency = forms.BooleanField(
        label=_("It is an emergency"),
        required=False,
        help_text=_("Then the party asked cannot refuse, and the clock is shorter."),
    )

    class Meta:
        model = AssistanceRequest
        fields = [
            "to_party",
            "subject",
            "kind",
            "what",
            "grounds_note",
            "needed_by",
            "is_emergency",
            "emergency_reason",
            "liable_party",
            "liability_document",
        ]
        labels = {
            "subject": pgettext_lazy("letter", "Subject"),
            "what": _("What you ask for"),
            "grounds_note": _("How these grounds hold here"),
            "emergency_reason": _("Why it is an emergency"),
        }
        help_texts = {
            "what": _("What, how much, for how long: so that the other can say yes or no."),
        }
        widgets = {
            "what": forms.Textarea(attrs={"rows": 4}),
            "grounds_note": forms.Textarea(attrs={"rows": 2}),
            "emergency_reason": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, own, parties, documents, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(
            self, what=LONGEST_TEXT, grounds_note=LONGEST_REASON, emergency_reason=LONGEST_REASON
        )
        self.fields["from_party"].offer(own)
        self.fields["to_party"].offer(parties)
        self.fields["liable_party"].offer(parties)
        self.fields["liability_document"].queryset = documents
        self.fields["needed_by"].widget.attrs["data-chips"] = "none"
        self.fields["rests_on"].queryset = GroundKind.objects.in_use().for_list()
        if self.instance.pk:
            del self.fields["from_party"]
            self.initial.setdefault("rests_on", self._grounds())
            if self.instance.liable_party_id == self.instance.from_party_id:
                self.initial["liable_party"] = None
        self.helper = plain_helper(*self._layout())

    def _grounds(self):
        return [row.kind_id for row in self.instance.grounds.all()]

    def _layout(self):
        who = ["from_party"] if "from_party" in self.fields else []
        return (
            *who,
            "to_party",
            "subject",
            "kind",
            "what",
            "needed_by",
            "rests_on",
            "grounds_note",
            Fieldset(_("Emergency"), "is_emergency", "emergency_reason"),
            Fieldset(_("Liability"), "liable_party", "liability_document"),
        )

    def clean(self):
        given = super().clean()
        if given.get("is_emergency") and not (given.get("emergency_reason") or "").strip():
            self.add_error("emergency_reason", _("Say why it is an emergency."))
        asks = given.get("from_party") or getattr(self.instance, "from_party", None)
        if asks is not None and asks == given.get("to_party"):
            self.add_error("to_party", _("Assistance is asked of another party."))
        return given


def refusal_choices():
    """Grounds for a refusal; a divided one is offered by its parts, under its own name."""
    groups, rows = {}, RefusalGround.objects.for_choice()
    for row in rows:
        groups.setdefault(row.parent, []).append((row.pk, str(row)))
    choices = [("", _("Choose one"))]
    for parent, group in groups.items():
        choices += group if parent is None else [(str(parent), group)]
    return choices


class AnswerForm(PlacedErrorsMixin, forms.Form):
    """The answer; in an emergency nothing about refusing is offered, nor taken."""

    outcome = forms.ChoiceField(label=_("Your answer"), widget=forms.RadioSelect)
    offered = text_field(
        _("What is given"),
        rows=3,
        most=LONGEST_REASON,
        required=False,
        help_text=_("Needed where you give a part."),
    )
    withheld = text_field(
        _("What is not given, and why"),
        rows=3,
        most=LONGEST_REASON,
        required=False,
        help_text=_("Where you give a part: so that the requester can look for the rest."),
    )
    refusal_ground = forms.ModelChoiceField(
        label=_("Ground for the refusal"), queryset=RefusalGround.objects.none(), required=False
    )
    reason = text_field(
        pgettext_lazy("refusal", "Reason"),
        rows=3,
        most=LONGEST_REASON,
        required=False,
        help_text=_("At least 20 characters, in words that the requester can check."),
    )
    letter = PaperField(label=_("Letter on file"), empty_label=_("None"))
    file = DocumentFileField(label=_("Or a new file"), required=False)
    OF_REFUSAL = ("refusal_ground", "reason")

    def __init__(self, *args, request_for_help, documents, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_emergency = request_for_help.is_emergency
        self.fields["letter"].queryset = documents
        self.fields["file"].by = by
        outcome = self.fields["outcome"]
        outcome.choices = [
            (value, label)
            for value, label in AssistanceOutcome.choices
            if not (self.is_emergency and value == REFUSE)
        ]
        if self.is_emergency:
            outcome.error_messages["invalid_choice"] = NOT_REFUSED
            self.fields["withheld"].help_text = _("Where you give a part: at least 20 characters.")
            for name in self.OF_REFUSAL:
                del self.fields[name]
            parts = ()
        else:
            self.fields["refusal_ground"].queryset = RefusalGround.objects.for_choice()
            self.fields["refusal_ground"].choices = refusal_choices()
            self.fields["letter"].help_text = _("A refusal needs it; any other answer may have it.")
            parts = (Fieldset(_("Only for a refusal"), *self.OF_REFUSAL),)
        letter = Fieldset(_("Letter"), "letter", "file")
        self.helper = plain_helper("outcome", "offered", "withheld", *parts, letter)

    def clean(self):
        given = super().clean()
        outcome = given.get("outcome")
        if given.get("letter") and given.get("file"):
            self.add_error("file", _("Choose one: the letter on file, or the new file."))
        if outcome == AssistanceOutcome.PARTIAL:
            self._require_told(given)
        if outcome == REFUSE:
            self._require_written(given)
        return given

    def _require_told(self, given):
        """What is given; of an emergency also what is not, with a reason."""
        if not (given.get("offered") or "").strip() and "offered" not in self.errors:
            self.add_error("offered", _("Say what is given, and what is not."))
        is_short = len((given.get("withheld") or "").strip()) < SHORTEST_REASON
        if self.is_emergency and is_short and "withheld" not in self.errors:
            self.add_error("withheld", WITHHELD_SAYS_WHY)

    def _require_written(self, given):
        if not given.get("refusal_ground") and "refusal_ground" not in self.errors:
            self.add_error("refusal_ground", _("A refusal rests on a ground."))
        if len((given.get("reason") or "").strip()) < SHORTEST_REASON:
            self.add_error("reason", _("Give the reason in at least 20 characters."))
        has_letter = given.get("letter") or given.get("file")
        if not has_letter and "file" not in self.errors and "letter" not in self.errors:
            self.add_error("file", _("A refusal is written: add its letter."))


class WordsForm(PlacedErrorsMixin, forms.Form):
    """One text and nothing else; `name` is what the verb calls it."""

    name, label, help_text = "reason", _("Reason"), ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        facts = {"rows": 3, "most": LONGEST_REASON, "help_text": self.help_text}
        self.fields[self.name] = text_field(self.label, **facts)
        self.helper = plain_helper(self.name)


class EmergencyForm(WordsForm):
    """Why, and by which day help is needed now."""

    label = _("Why it is an emergency")
    help_text = _("Everybody in the collaboration can read it.")
    needed_by = DayField(
        label=_("Needed by"),
        required=False,
        widget=DayInput(NO_CHIPS),
        help_text=_("Leave it as it is where the day stays the same."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(self.name, "needed_by")


class EscalateForm(WordsForm):
    label = _("What you ask of the superior")


class UnfulfilledForm(WordsForm):
    name, label = "result", _("What happened")
    help_text = _("What was asked and did not come; the other party reads it.")


class GivenForm(PlacedErrorsMixin, forms.Form):
    """What the giver says that it gave, and when."""

    given_on = DayField(label=_("Given on"), initial=timezone.localdate, widget=DayInput(NO_CHIPS))
    giver_says = text_field(
        _("What was given"),
        rows=3,
        most=LONGEST_REASON,
        help_text=_("The other party reads it. What it says itself stays beside it."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("given_on", "giver_says")


class SuperiorForm(WordsForm):
    name, label = "answer", _("What the superior answered")


class ResultForm(PlacedErrorsMixin, forms.Form):
    """What came of the help, and a word to whoever gave it."""

    usefulness = forms.ChoiceField(
        label=_("How did it help?"), choices=Usefulness.choices, widget=forms.RadioSelect
    )
    result = text_field(_("Result"), rows=3, most=LONGEST_REASON)
    feedback = text_field(_("Feedback to the giver"), rows=2, most=LONGEST_REASON, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("usefulness", "result", "feedback")
