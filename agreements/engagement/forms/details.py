"""Card 1: which meeting it was."""

import datetime as dt

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Column, Div, Field, Layout, Row
from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from agreements.engagement.forms.rows import LONG
from agreements.engagement.kinds import MeetingKind, MeetingMode
from agreements.engagement.models import Meeting
from collabgov.kit.forms import DayField
from collabgov.kit.hours import starts_at_label

FIELDS = (
    "title",
    "held_on",
    "starts_at",
    "ends_at",
    "mode",
    "kind",
    "place",
    "facilitator",
    "notes",
)
MORE = "agreements/engagement/_more.html"
USE_IT = '{% include "agreements/engagement/_use_collaboration.html" %}'


class ClockField(forms.TimeField):
    """A time of day as an Indonesian or an English office writes it: 9, 9.30, 09:30."""

    widget = forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off", "size": 6})
    default_error_messages = {"invalid": _("Write the time such as 9.30 or 14:00.")}

    def __init__(self, **kwargs):
        formats = ["%H.%M", "%H:%M", "%H", "%H%M", "%H:%M:%S"]
        super().__init__(input_formats=formats, **kwargs)

    def prepare_value(self, value):
        """Hours and minutes as the reader writes them; what was typed stays as it was."""
        return date_format(value, "TIME_FORMAT") if isinstance(value, dt.time) else value


class DetailsForm(forms.Form):
    """What the meeting was; only collaboration, title and date are required."""

    collaboration = forms.TypedChoiceField(label=_("collaboration"), empty_value=None)
    title = forms.CharField(label=_("title"), max_length=200)
    held_on = DayField(label=_("date"))
    starts_at = ClockField(label=_("starts at"), required=False)
    ends_at = ClockField(label=_("ends at"), required=False)
    mode = forms.ChoiceField(
        label=_("mode"), choices=MeetingMode, required=False, widget=forms.RadioSelect
    )
    kind = forms.ChoiceField(label=_("kind"), choices=MeetingKind, required=False)
    place = forms.CharField(label=_("place or link"), max_length=300, required=False)
    facilitator = forms.TypedChoiceField(label=_("facilitator"), required=False, empty_value=None)
    notes = forms.CharField(
        label=_("other notes"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    use_required_attribute = False

    def __init__(self, typed, *, check, collaborations, roster, meeting=None, zone=""):
        super().__init__(typed if check else None, initial=typed)
        self.meeting = meeting
        for field in self.fields.values():
            field.label = str(field.label).capitalize()
        self._offer_collaborations(collaborations)
        self._offer_people(roster)
        self._say_whose_clock(zone)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = _layout(is_new=meeting is None)

    def _offer_collaborations(self, collaborations):
        if self.meeting is not None:
            del self.fields["collaboration"]
            return
        choices = [(str(row.pk), row.title) for row in collaborations]
        field = self.fields["collaboration"]
        field.choices = choices if len(choices) == 1 else [("", _("— choose —")), *choices]
        field.coerce = {str(row.pk): row for row in collaborations}.__getitem__
        field.widget.attrs |= {
            "hx-post": "",
            "hx-trigger": "change",
            "hx-vals": '{"use_collaboration": "1"}',
            "hx-target": "#meeting-form",
            "hx-select": "#meeting-form",
            "hx-swap": "outerHTML",
        }

    def _say_whose_clock(self, zone):
        if zone:
            self.fields["starts_at"].label = starts_at_label(zone)

    def _offer_people(self, roster):
        field = self.fields["facilitator"]
        field.choices = [("", _("— nobody named —")), *roster.person_choices]
        field.coerce = lambda pk: roster.people[int(pk)]

    def clean(self):
        starts_at, ends_at = self.cleaned_data.get("starts_at"), self.cleaned_data.get("ends_at")
        if starts_at and ends_at and ends_at < starts_at:
            self.add_error("ends_at", _message_of("meeting_ends_after_start"))
        return self.cleaned_data

    @property
    def values(self):
        """The plain fields of the meeting, for the verb; what is left out has its default."""
        usual = {"mode": MeetingMode.IN_PERSON, "kind": MeetingKind.WORKING}
        return {name: self.cleaned_data[name] or usual.get(name, "") for name in FIELDS} | {
            name: self.cleaned_data[name] for name in ("starts_at", "ends_at", "facilitator")
        }


def _message_of(name):
    """The sentence of a constraint of the table: one rule, one wording."""
    constraint = next(row for row in Meeting._meta.constraints if row.name == name)
    return constraint.violation_error_message


def _layout(*, is_new):
    top = [Field("collaboration"), HTML(USE_IT)] if is_new else []
    return Layout(
        *top,
        "title",
        Row(Column("held_on", css_class="col-md-8"), Column("starts_at", css_class="col-md-4")),
        InlineRadios("mode"),
        "place",
        Div(
            Row(
                Column("kind", css_class="col-md-5"),
                Column("facilitator", css_class="col-md-7"),
            ),
            Row(Column("ends_at", css_class="col-md-5")),
            "notes",
            template=MORE,
        ),
    )
