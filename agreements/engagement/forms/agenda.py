"""Card 3: what was discussed, which phase of engagement it served, what was decided."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.engagement.forms.rows import LONG, RowForm
from agreements.engagement.forms.typed import AGENDA
from agreements.engagement.kinds import DecisionKind, Phase
from agreements.engagement.lines import AgendaLine
from agreements.engagement.models.meetings import LONGEST, SHORTEST
from collabgov.kit.ids import as_id

PHASE_WORDS = {
    Phase.DISCOVERY: _("finding out: interests, data, facts"),
    Phase.DEFINITION: _("agreeing on the problem and the words"),
    Phase.DELIBERATION: _("weighing options together"),
    Phase.DETERMINATION: _("deciding"),
    Phase.OTHER: _("announcements, ceremony"),
}
PHASE_CHOICES = [(phase.value, phase.label, words) for phase, words in PHASE_WORDS.items()]
OUT_OF_RANGE = _("Write a whole number of minutes, from 1 to 600.")


class AgendaRow(RowForm):
    """A topic; the phase and the kind of decision alone do not begin a row."""

    row_prefix = AGENDA
    row_name = _("Topic %d")
    begins_with = ("topic", "notes", "decision")
    phase_choices = PHASE_CHOICES
    decision_choices = DecisionKind.choices
    other_decisions = ()
    earlier = None  # the same topic in the meeting before
    is_closed = False

    id = forms.CharField(required=False)
    thread = forms.UUIDField(required=False)
    topic = forms.CharField(label=_("topic"), required=False, max_length=300)
    phase = forms.ChoiceField(label=_("phase"), choices=Phase.choices, required=False)
    notes = forms.CharField(label=_("notes"), required=False, max_length=LONG)
    decision = forms.CharField(label=_("decision"), required=False, max_length=LONG)
    decision_kind = forms.ChoiceField(
        label=_("kind of decision"), choices=DecisionKind.choices, required=False
    )
    minutes = forms.IntegerField(
        label=_("planned duration in minutes"),
        required=False,
        min_value=SHORTEST,
        max_value=LONGEST,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), OUT_OF_RANGE),
    )
    presenter = forms.CharField(label=_("presenter"), required=False)
    confidential = forms.BooleanField(label=_("confidential"), required=False)
    question = forms.CharField(label=_("question"), required=False)
    open = forms.BooleanField(label=_("continues in the next meeting"), required=False)

    @property
    def phase_value(self):
        return self["phase"].value() or Phase.DELIBERATION.value

    @property
    def decision_kind_value(self):
        return self["decision_kind"].value() or DecisionKind.SUBSTANTIVE.value

    @property
    def opens_more(self):
        """What is folded away shows itself when something is said or wrong there."""
        names = ("minutes", "presenter", "question", "confidential", "open")
        return any(self[name].value() or self[name].errors for name in names)

    def _presenter(self):
        return self.roster.people.get(as_id(self.cleaned_data["presenter"]))

    @property
    def asked(self):
        """The question of the collaboration that the topic is about, or None."""
        return self.roster.questions.get(as_id(self["question"].value()))

    def clean(self):
        if self.is_begun:
            self.require("topic", _("Write the topic, or empty the row."))
        if self.cleaned_data.get("presenter") and self._presenter() is None:
            self.add_error("presenter", _("Choose a person of the list."))
        if self.cleaned_data.get("question") and self.asked is None:
            self.add_error("question", _("Choose a question of the list."))
        return self.cleaned_data

    def refuse_closed(self, decided):
        """On a topic that was closed nothing more is decided, until somebody reopens it."""
        if not self.is_closed or not self.is_begun:
            return
        if (text := self.cleaned_data.get("decision")) and text != decided:
            self.add_error("decision", _("This topic is closed. Reopen it before you decide."))
        if self.cleaned_data.get("open"):
            self.add_error("open", _("This topic is closed. Reopen it, or untick this."))

    def line(self):
        given = self.cleaned_data
        if not self.is_begun:
            return None
        return AgendaLine(
            topic=given["topic"],
            phase=given["phase"] or Phase.DELIBERATION,
            notes=given["notes"],
            decision=given["decision"],
            decision_kind=given["decision_kind"] or DecisionKind.SUBSTANTIVE,
            item_id=as_id(given["id"]),
            number=self.number,
            thread=given["thread"],
            minutes_planned=given["minutes"],
            presenter=self._presenter(),
            is_confidential=given["confidential"],
            is_open=given["open"],
            question=self.asked,
        )
