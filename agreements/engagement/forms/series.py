"""Forms of a series of meetings: begin it, change it from a day on, end it; move one meeting."""

from crispy_forms.layout import HTML, Column, Fieldset, Row
from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from actors.people.choosing import ChoosingFormMixin, PersonField
from actors.people.models import Person
from agreements.charter.forms.people import plain_helper
from agreements.engagement.forms.details import ClockField
from agreements.engagement.models import Meeting, MeetingSeries
from agreements.engagement.recurrence import (
    MOST,
    Pattern,
    day_of_number,
    last_such_day,
    meets_on,
    pattern_of,
    rule_of,
)
from collabgov.kit.forms import LONGEST_REASON, DayField, VersionedFormMixin
from collabgov.kit.hours import starts_at_label

FACTS = (
    "title",
    "kind",
    "mode",
    "place",
    "starts_at",
    "ends_at",
    "facilitator",
    "first_on",
    "last_on",
    "skips_holidays",
)
PART = "card-part"
PREVIEW = '{% include "agreements/engagement/_series_preview.html" %}'


class SeriesForm(ChoosingFormMixin, VersionedFormMixin, forms.ModelForm):
    """What each meeting of the series is like, and when they are; the rule follows from it."""

    pattern = forms.ChoiceField(
        label=_("How often"), choices=Pattern.choices, widget=forms.RadioSelect
    )
    first_on = DayField(
        label=_("First day"),
        help_text=_("Its weekday and its date are those of all the others."),
    )
    last_on = DayField(
        label=_("Last day"), required=False, help_text=_("Empty: until somebody ends the series.")
    )
    starts_at = ClockField(label=_("Starts at"), required=False)
    ends_at = ClockField(label=_("Ends at"), required=False)
    facilitator = PersonField(
        label=_("Facilitator"), queryset=Person.objects.active(), required=False
    )

    class Meta:
        model = MeetingSeries
        fields = FACTS
        labels = {
            "title": _("Title"),
            "kind": _("Kind"),
            "mode": _("Mode"),
            "place": _("Place or link"),
            "skips_holidays": _("Skip public holidays"),
        }
        help_texts = {"title": _("Each meeting gets it with a number: Plenary #1.")}
        widgets = {"mode": forms.RadioSelect}

    def __init__(self, *args, holidays=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.holidays = holidays
        self.fields["starts_at"].label = starts_at_label(self.instance.zone)
        self.fields["last_on"].widget.attrs["data-chips"] = "none"
        self.helper = plain_helper(
            Fieldset(_("Which meeting"), *self.what(), css_class=PART),
            Fieldset(_("When"), *self.when(), css_class=PART),
            HTML(PREVIEW),
        )

    def what(self):
        return (
            "title",
            Row(Column("kind"), Column("facilitator")),
            "mode",
            "place",
            Row(Column("starts_at"), Column("ends_at")),
        )

    def when(self):
        return "pattern", "first_on", "last_on", "skips_holidays"

    def clean(self):
        super().clean()
        given = self.cleaned_data
        first_on, pattern = given.get("first_on"), given.get("pattern")
        if not first_on or not pattern:
            return given
        if pattern == Pattern.MONTHLY_LAST and first_on != last_such_day(first_on):
            sentence = _("This is not the last %(weekday)s of the month; that is %(day)s.") % {
                "weekday": date_format(first_on, "l"),
                "day": date_format(last_such_day(first_on), "j F Y"),
            }
            self.add_error("first_on", sentence)
        given["rule"] = self.rule(pattern, first_on)
        return given

    def rule(self, pattern, first_on):
        return rule_of(pattern, first_on)

    @property
    def facts(self):
        """What the verb takes."""
        return {name: self.cleaned_data[name] for name in (*FACTS, "rule")}


class SeriesBeginForm(SeriesForm):
    """The same for a new one: it may end after a number of meetings."""

    number = forms.IntegerField(
        label=_("Or: number of meetings"),
        required=False,
        min_value=1,
        max_value=MOST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )

    def when(self):
        return "pattern", "first_on", Row(Column("last_on"), Column("number")), "skips_holidays"

    def clean(self):
        given = super().clean()
        if not given.get("number") or "rule" not in given:
            return given
        if given.get("last_on"):
            self.add_error("number", _("Give the last day or a number of meetings, not both."))
            return given
        holidays = self.holidays if given.get("skips_holidays") else None
        last = day_of_number(given["rule"], given["first_on"], given["number"], holidays=holidays)
        if last is None:
            self.add_error("number", _("So many meetings take more than five years. Choose fewer."))
        given["last_on"] = last
        return given


class SeriesEditForm(SeriesForm):
    """The same for one that runs: from which day on it is so, and why."""

    from_day = DayField(
        label=_("From this day on"),
        help_text=_("Meetings before it stay as they are, and all that somebody changed by hand."),
    )
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stands in the history of each meeting that moves or is cancelled."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.was = self.instance.rule, self.instance.first_on
        self.fields["first_on"].label = _("First day under this rule")
        self.initial["pattern"] = pattern_of(self.instance.rule).value

    def when(self):
        days = Row(Column("from_day"), Column("first_on"))
        return days, "pattern", "last_on", "skips_holidays", "reason"

    def rule(self, pattern, first_on):
        """The rule as it is, where the day is one of its days: 28 February is the 31st moved."""
        rule, since = self.was
        if pattern == pattern_of(rule) and meets_on(rule, since, first_on):
            return rule
        return rule_of(pattern, first_on)

    @property
    def facts(self):
        names = ("from_day", "reason", "version")
        return super().facts | {name: self.cleaned_data[name] for name in names}


class SeriesEndForm(VersionedFormMixin, forms.ModelForm):
    """From which day no meeting of it takes place, and why."""

    from_day = DayField(label=_("No meeting from this day on"), initial=timezone.localdate)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands in the history of each meeting that is cancelled."),
    )

    class Meta:
        model = MeetingSeries
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("from_day", "reason")


class RescheduleForm(VersionedFormMixin, forms.ModelForm):
    """Another day or time for one planned meeting, and why."""

    held_on = DayField(label=_("New day"))
    starts_at = ClockField(label=_("Starts at"), required=False)
    ends_at = ClockField(label=_("Ends at"), required=False)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stays in the history of the meeting."),
    )

    class Meta:
        model = Meeting
        fields = ["held_on", "starts_at", "ends_at"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["starts_at"].label = starts_at_label(self.instance.zone)
        times = Row(Column("starts_at"), Column("ends_at"))
        self.helper = plain_helper("held_on", times, "reason")


class SeriesPlaceForm(VersionedFormMixin, forms.ModelForm):
    """Which series of its collaboration a meeting belongs to."""

    series = forms.ModelChoiceField(
        label=_("Series"), queryset=None, required=False, empty_label=_("No series")
    )

    class Meta:
        model = Meeting
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offered = MeetingSeries.objects.filter(collaboration=self.instance.collaboration_id)
        self.fields["series"].queryset = offered.for_list()
        self.initial["series"] = self.instance.series_id
        self.helper = plain_helper("series")
