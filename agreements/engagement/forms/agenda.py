"""Card 3: what was discussed, which phase of engagement it served, what was decided."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.engagement.forms.rows import LONG, RowForm
from agreements.engagement.forms.typed import AGENDA
from agreements.engagement.kinds import DecisionKind, Phase
from agreements.engagement.lines import AgendaLine
from collabgov.kit.ids import as_id

PHASE_WORDS = {
    Phase.DISCOVERY: _("finding out: interests, data, facts"),
    Phase.DEFINITION: _("agreeing on the problem and the words"),
    Phase.DELIBERATION: _("weighing options together"),
    Phase.DETERMINATION: _("deciding"),
    Phase.OTHER: _("announcements, ceremony"),
}
PHASE_CHOICES = [(phase.value, phase.label, words) for phase, words in PHASE_WORDS.items()]


class AgendaRow(RowForm):
    """A topic; the phase and the kind of decision alone do not begin a row."""

    row_prefix = AGENDA
    row_name = _("Topic %d")
    begins_with = ("topic", "notes", "decision")
    phase_choices = PHASE_CHOICES
    decision_choices = DecisionKind.choices
    other_decisions = ()

    id = forms.CharField(required=False)
    topic = forms.CharField(label=_("topic"), required=False, max_length=300)
    phase = forms.ChoiceField(label=_("phase"), choices=Phase.choices, required=False)
    notes = forms.CharField(label=_("notes"), required=False, max_length=LONG)
    decision = forms.CharField(label=_("decision"), required=False, max_length=LONG)
    decision_kind = forms.ChoiceField(
        label=_("kind of decision"), choices=DecisionKind.choices, required=False
    )

    @property
    def phase_value(self):
        return self["phase"].value() or Phase.DELIBERATION.value

    @property
    def decision_kind_value(self):
        return self["decision_kind"].value() or DecisionKind.SUBSTANTIVE.value

    def clean(self):
        if self.is_begun:
            self.require("topic", _("Write the topic, or empty the row."))
        return self.cleaned_data

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
        )
