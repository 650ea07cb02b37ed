"""Forms of a decision on its way: put forward, decided, reviewed, changed; options and answers."""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import plain_helper
from agreements.engagement.decision_kinds import Amending, Settlement
from agreements.engagement.decision_moves import places_of
from agreements.engagement.kinds import DecisionKind, DecisionRule
from agreements.engagement.models import AgendaItem, Meeting, Option
from agreements.engagement.threads import options_of
from agreements.goals.forms.choosing import DecisionField, PartyField
from agreements.instruments.models import Agreement
from collabgov.kit.forms import (
    LONGEST_REASON,
    LONGEST_TEXT,
    DayField,
    PlacedErrorsMixin,
    VersionedFormMixin,
    limit_length,
)
from collabgov.kit.ids import as_id
from collabgov.kit.numbers import NumberField


def _long(label, *, rows=3, longest=LONGEST_REASON, **more):
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=longest, widget=area, **more)


class PutForwardForm(PlacedErrorsMixin, forms.Form):
    """What is proposed on a topic, and how the parties will settle it."""

    text = _long(_("Decision"), longest=LONGEST_TEXT, help_text=_("As it would be recorded."))
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=DecisionKind.choices,
        initial=DecisionKind.SUBSTANTIVE,
        widget=forms.RadioSelect,
    )
    rule = forms.ChoiceField(label=_("Reached by"), choices=DecisionRule.choices)
    settles = forms.MultipleChoiceField(
        label=_("What it settles"),
        choices=Settlement.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only of a procedural decision."),
    )
    amends = DecisionField(
        label=_("Earlier decision that it changes"),
        required=False,
        empty_label=_("None"),
        help_text=_("That one is changed on the day this one is decided."),
    )
    amends_how = forms.ChoiceField(
        label=_("What it does to that"),
        choices=[("", _("None")), *Amending.choices],
        required=False,
    )

    def __init__(self, *args, collaboration, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["amends"].offer(collaboration)
        self.helper = plain_helper(*self.fields)


class MeetingField(forms.ModelChoiceField):
    """A meeting that took place, the newest first."""

    def label_from_instance(self, meeting):
        return f"{date_format(meeting.held_on, 'SHORT_DATE_FORMAT')} · {meeting.title}"


class AgreementField(forms.ModelChoiceField):
    """An agreement of the collaboration."""

    def __init__(self, **kwargs):
        label = _("Agreement that came of it")
        super().__init__(queryset=Agreement.objects.none(), label=label, **kwargs)

    def offer(self, collaboration):
        rows = Agreement.objects.filter(collaboration=collaboration)
        self.queryset = rows.order_by("title", "pk")


class DecideForm(PlacedErrorsMixin, forms.Form):
    """Where it was decided, which option was chosen, from when it holds."""

    decided_in = MeetingField(
        label=_("Decided in the meeting"), queryset=Meeting.objects.none(), empty_label=None
    )
    option = forms.ModelChoiceField(
        label=_("Option chosen"),
        queryset=Option.objects.none(),
        required=False,
        empty_label=_("None"),
        widget=forms.RadioSelect,
    )
    effective_on = DayField(
        label=_("Takes effect on"),
        required=False,
        help_text=_("Empty: somebody says so later."),
    )
    review_on = DayField(label=_("Review on"), required=False)
    instrument = AgreementField(required=False, empty_label=_("None"))

    def __init__(self, *args, decision, **kwargs):
        super().__init__(*args, **kwargs)
        rows = places_of(decision)
        self.fields["decided_in"].queryset = rows.order_by("-held_on", "-pk")
        self.fields["option"].queryset = options_of(decision.agenda_item).for_list()
        self.fields["instrument"].offer(decision.collaboration_id)
        self.helper = plain_helper(*self.fields)

    def place(self):
        """The meeting that is chosen: at first the newest, as the browser shows it."""
        rows = self.fields["decided_in"].queryset
        wanted = as_id(str(self["decided_in"].value() or ""))
        return rows.filter(pk=wanted).first() or rows.first()


class ReviewForm(PlacedErrorsMixin, forms.Form):
    """What came of it, and when to look again."""

    note = _long(_("What the review found"))
    review_on = DayField(label=_("Next review on"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(*self.fields)


class InstrumentForm(PlacedErrorsMixin, forms.Form):
    instrument = AgreementField(empty_label=_("Choose one"))

    def __init__(self, *args, decision, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["instrument"].offer(decision.collaboration_id)
        self.helper = plain_helper("instrument")


class ChangeForm(PlacedErrorsMixin, forms.Form):
    """Which later decision changes this one, and how."""

    later = DecisionField(label=_("Later decision"))
    how = forms.ChoiceField(
        label=_("What it does to that"), choices=Amending.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args, decision, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["later"]
        field.offer(decision.collaboration_id)
        field.queryset = field.queryset.filter(amends=None).exclude(pk=decision.pk)
        self.helper = plain_helper("later", "how")


class AnswerForm(PlacedErrorsMixin, forms.Form):
    text = _long(_("Answer"), help_text=_("What the parties do about it, or why they go on."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("text")


class OptionForm(VersionedFormMixin, forms.ModelForm):
    """One way to deal with the topic."""

    cost = NumberField(label=_("Cost in rupiah"), required=False, lowest=0)
    proposed_by = PartyField(label=_("Proposed by"), required=False, empty_label=_("None"))

    class Meta:
        model = Option
        fields = ["title", "pros", "cons", "cost", "cost_note", "proposed_by"]
        labels = {
            "title": _("Option"),
            "pros": _("What speaks for it"),
            "cons": _("What speaks against it"),
            "cost_note": _("About the cost"),
        }
        help_texts = {"cost_note": _("Such as: each year, from the regional budget.")}
        widgets = {
            "pros": forms.Textarea(attrs={"rows": 3}),
            "cons": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args, collaboration, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, pros=LONGEST_REASON, cons=LONGEST_REASON)
        self.fields["proposed_by"].offer(collaboration, chosen=self.instance.proposed_by_id)
        self.helper = plain_helper(*self.Meta.fields)


class TopicField(forms.ModelChoiceField):
    """A topic that is open, with the day on which it was last talked about."""

    def label_from_instance(self, item):
        return f"{item.topic} ({date_format(item.meeting.held_on, 'SHORT_DATE_FORMAT')})"


class EntryOptionForm(OptionForm):
    """What was said in an assessment, as an option of a topic."""

    topic = TopicField(
        label=_("Topic"),
        queryset=None,
        empty_label=_("Choose one"),
        help_text=_("What the parties weigh it for: a topic on the agenda of a meeting."),
    )

    def __init__(self, *args, collaboration, **kwargs):
        super().__init__(*args, collaboration=collaboration, **kwargs)
        self.fields["topic"].queryset = AgendaItem.objects.open_topics(collaboration)
        self.helper = plain_helper("topic", *self.Meta.fields)
